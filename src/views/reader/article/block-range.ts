/** The way between positions in an article's text and the reader's own elements, through the blocks they carry. */
import type { Article, Block } from '../../../core/article/article.ts';

const SPACE = /\s/;

/** The index of the block that contains a position, or of the first one after it, by binary search. */
export function blockAt(blocks: readonly Block[], position: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, blocks.length - 1);
}

/** The element that shows a block. */
export function elementOf(root: Element, block: number): Element | null {
  return root.querySelector(`[data-block="${block}"]`);
}

/** Finds the text node and offset after `count` characters of an element's text, not counting white space. */
function pointAfter(element: Element, count: number, before: boolean): [Text, number] | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = count;
  let last: [Text, number] | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    for (let at = 0; at < node.length; at++) {
      if (SPACE.test(node.data[at] ?? '')) continue;
      if (left === 0 && before) return [node, at];
      left--;
      last = [node, at + 1];
      if (left === 0 && !before) return last;
    }
  }
  return last;
}

const solid = (text: string) => text.replace(/\s+/g, '').length;

/** The range of `[start, end)` of the article's text in the reader, or null if it is not shown. */
export function rangeOf(article: Article, root: Element, start: number, end: number): Range | null {
  const from = blockAt(article.blocks, start);
  const to = blockAt(article.blocks, Math.max(start, end - 1));
  const [first, last] = [elementOf(root, from), elementOf(root, to)];
  if (!first || !last) return null;
  const startOf = (block: number) => article.blocks[block]?.start ?? 0;
  const a = pointAfter(first, solid(article.text.slice(startOf(from), start)), true);
  const b = pointAfter(last, solid(article.text.slice(startOf(to), end)), false);
  if (!a || !b) return null;
  const range = document.createRange();
  range.setStart(...a);
  range.setEnd(...b);
  return range;
}

/** The position in the article's text of a point in the reader, or null if it is outside the article. */
export function positionOf(article: Article, node: Node, offset: number): number | null {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest('[data-block]');
  const block = article.blocks[Number(holder?.getAttribute('data-block') ?? NaN)];
  if (!holder || !block) return null;
  const before = document.createRange();
  before.selectNodeContents(holder);
  before.setEnd(node, offset);
  let left = solid(before.toString());
  for (let at = block.start; at < block.end; at++) {
    if (left === 0 && !SPACE.test(article.text[at] ?? '')) return at;
    if (!SPACE.test(article.text[at] ?? '')) left--;
  }
  return block.end;
}

/** The position of the first block that reaches below a line of the window (`y`, CSS px). */
export function positionAtLine(article: Article, root: Element, y: number): number {
  const shown = [...root.querySelectorAll('[data-block]')];
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shown[middle]?.getBoundingClientRect().bottom ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  const block = article.blocks[Number(shown[low]?.getAttribute('data-block') ?? article.blocks.length)];
  return block?.start ?? article.text.length;
}
