/** Marks the lines of a tree that say who wrote a post of a thread, and when. */
import type { ArticleElement } from '../article.ts';
import type { Line } from './kinds.ts';

const HEADING = /^h[1-6]$/;

const isHead = (node: ArticleElement['children'][number]): boolean =>
  typeof node !== 'string' && node.attributes?.role !== undefined;

/** Replaces a list that contains only heads of posts. */
function openLists(tree: ArticleElement): void {
  const todo = [tree];
  for (let element = todo.pop(); element; element = todo.pop()) {
    const isList = element.tag === 'ul' || element.tag === 'ol';
    if (isList && element.children.every(isHead)) element.tag = 'div';
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (element.tag === 'div' && child.tag === 'li') child.tag = 'p';
      todo.push(child);
    }
  }
}

/**
 * Makes captions of the lines of these runs: no headings and items, and no text that is summed up. Changes the tree and
 * its lines.
 *
 * @param heads runs by index, true for the first of a post, as `headsOfPosts` tells them
 */
export function markPostHeads(tree: ArticleElement, lines: readonly Line[], heads: ReadonlyMap<number, boolean>): void {
  if (heads.size === 0) return;
  for (const line of lines) {
    const begins = heads.get(line.run.index);
    if (begins === undefined || line.table) continue;
    const { element } = line;
    if (HEADING.test(element.tag)) element.tag = 'p';
    element.attributes = { ...element.attributes, role: begins ? 'post' : 'byline' };
    line.kind = 'caption';
    line.level = undefined;
  }
  openLists(tree);
}
