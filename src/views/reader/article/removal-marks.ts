/** Finds where in an article's tree removed blocks were, so that the reader can mark each place. */
import type { Article, ArticleElement, ArticleNode, Removal, Tag } from '../../../core/article/article.ts';
import { blockAt } from './block-range.ts';

/** The marks of an article: before elements of the tree, and after its end. */
export interface RemovalMarks {
  before: ReadonlyMap<ArticleElement, Removal[]>;
  atEnd: Removal[];
}

/** Elements that can have a mark between their children; all others are marked as a whole, before the element. */
const HOLDERS: ReadonlySet<Tag> = new Set<Tag>(['div', 'section', 'blockquote', 'ul', 'ol', 'li']);

/**
 * Maximum length of a button, rank or counter next to a post (code units). Text that ends in a full stop belongs to a
 * post.
 */
const LONGEST_LABEL = 32;
const STOP = /[.!?。！？…]["”’)]*$/u;

const isElement = (node: ArticleNode): node is ArticleElement => typeof node !== 'string';

/** The first and last block in an element; null if it holds none. */
function blocksIn(node: ArticleElement, known: Map<ArticleElement, [number, number] | null>): [number, number] | null {
  const before = known.get(node);
  if (before !== undefined) return before;
  let found: [number, number] | null = node.block === undefined ? null : [node.block, node.block];
  for (const child of node.children) {
    const inner = isElement(child) ? blocksIn(child, known) : null;
    if (inner) found = found ? [Math.min(found[0], inner[0]), Math.max(found[1], inner[1])] : inner;
  }
  known.set(node, found);
  return found;
}

/** Whether a tree is a thread of posts, by the lines that say whose each is. */
function isThread(node: ArticleElement): boolean {
  return node.attributes?.role === 'post' || node.children.some((child) => isElement(child) && isThread(child));
}

/**
 * Whether a removal is furniture of a thread ("Like Reply", "Messages 214"). Marks for these between the posts would
 * interrupt the thread, so one mark at the end stands for all of them.
 */
const isFurniture = ({ text }: Removal): boolean => text.length <= LONGEST_LABEL && !STOP.test(text);

/** Finds the positions of marks. Blocks at the same position share a mark. O(tree + removals). */
export function removalMarksOf({
  tree,
  blocks,
  text,
  removed,
}: Pick<Article, 'tree' | 'blocks' | 'text' | 'removed'>): RemovalMarks {
  const before = new Map<ArticleElement, Removal[]>();
  const atEnd: Removal[] = [];
  const byBlock = new Map<number, Removal[]>();
  const gathers = removed.some((removal) => removal.inside && isFurniture(removal)) && isThread(tree);
  for (const removal of removed) {
    if (!removal.inside) continue;
    if (gathers && isFurniture(removal)) atEnd.push(removal);
    else if (removal.start >= text.length) atEnd.push(removal);
    else {
      const block = blockAt(blocks, removal.start);
      byBlock.set(block, [...(byBlock.get(block) ?? []), removal]);
    }
  }
  const known = new Map<ArticleElement, [number, number] | null>();
  const place = (holder: ArticleElement) => {
    for (const child of holder.children) {
      const range = isElement(child) ? blocksIn(child, known) : null;
      if (!isElement(child) || !range) continue;
      const [first, last] = range;
      const parted = HOLDERS.has(child.tag);
      for (let block = first; block <= (parted ? first : last); block++) {
        const here = byBlock.get(block);
        if (!here) continue;
        before.set(child, [...(before.get(child) ?? []), ...here]);
        byBlock.delete(block);
      }
      if (parted) place(child);
    }
  };
  if (byBlock.size > 0) place(tree);
  return { before, atEnd: [...[...byBlock.values()].flat(), ...atEnd] };
}
