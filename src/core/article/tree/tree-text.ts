/**
 * Adds pieces of the page's text to an element of the tree, with white space folded, and trims what an element ends in.
 */
import type { ArticleElement, ArticleNode } from '../article.ts';
import type { Piece, Run } from '../page/model.ts';
import { collapseWhitespace } from '../page/whitespace.ts';

/**
 * A piece's text in its line, with collapsed whitespace except in `pre`. At the beginning of a line, or `afterWhite`,
 * it has no leading whitespace.
 */
export function textOf({ node, from, to }: Piece, run: Run, begins: boolean, afterWhite: boolean): string {
  if (!run.preformatted && run.pieces.length === 1) return run.text; // folded already
  const data = node.data.slice(from, to);
  if (run.preformatted) return begins ? data.replace(/^\s*\n/, '') : data;
  const folded = collapseWhitespace(data);
  return begins || afterWhite ? folded.replace(/^ /, '') : folded;
}

/** Adds text to the end, joined to existing text. */
export function addText(children: ArticleNode[], text: string): void {
  if (text === '') return;
  const last = children.length - 1;
  const before = children[last];
  if (typeof before === 'string') children[last] = before + text;
  else children.push(text);
}

/** Elements without text that are kept at the end of a line. */
const PICTURES: ReadonlySet<string> = new Set(['img', 'video', 'audio']);

/**
 * Takes `count` characters of white space off the end of what the element holds, with the line breaks among them;
 * pictures stay.
 */
export function trimEnd(element: ArticleElement, count: number): void {
  let left = count;
  const open = [{ element, at: element.children.length - 1 }];
  while (left > 0) {
    const inner = open[open.length - 1];
    if (!inner) return;
    const { children } = inner.element;
    const last = children[inner.at];
    if (last === undefined) {
      open.pop();
      const outer = open[open.length - 1];
      if (outer && children.length === 0) outer.element.children.splice(outer.at, 1);
      if (outer) outer.at--;
    } else if (typeof last === 'string') {
      const cut = Math.min(left, last.length);
      left -= cut;
      if (cut === last.length) children.splice(inner.at--, 1);
      else children[inner.at] = last.slice(0, -cut);
    } else if (PICTURES.has(last.tag)) inner.at--;
    else if (last.children.length === 0) children.splice(inner.at--, 1);
    else open.push({ element: last, at: last.children.length - 1 });
  }
}
