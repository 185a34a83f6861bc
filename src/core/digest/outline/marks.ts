/** Turns marks along a text into a tree of sections. */
import type { Article } from '../../article/article.ts';
import { KANA } from '../../scripts.ts';
import type { OutlineNode } from '../digest.ts';
import { type Amount, amountOf, minutesFor } from '../reading-time.ts';

/** A place where a section begins. Depth is 1 for the outermost. */
export interface Mark {
  /** Where the section begins: at the label, or at the cue before it ("Firstly, "). */
  from: number;
  /** The label's range. */
  start: number;
  labelEnd: number;
  depth: number;
  source: OutlineNode['source'];
  /** Where it ends, if before the next mark of its depth or less. */
  to?: number;
}

const ANY_KANA = new RegExp(`[${KANA}]`, 'u');
const trimmedEnd = (text: string, start: number, end: number) => start + text.slice(start, end).trimEnd().length;
const add = (a: Amount, b: Amount): Amount => ({
  words: a.words + b.words,
  ideographs: a.ideographs + b.ideographs,
  unspaced: a.unspaced + b.unspaced,
});

/**
 * Nests marks (any order; none may share a start) into a tree in document order. A section ends before the next mark
 * of its depth or less, or at its own
 * `to`; a child never ends after its parent. Minutes are not rounded; shares are of all characters but white space.
 * O(text + marks × depth).
 */
export function treeOf(article: Pick<Article, 'text' | 'lang'>, marks: readonly Mark[]): OutlineNode[] {
  const { text, lang } = article;
  const sorted = [...marks].sort((a, b) => a.from - b.from);
  const kana = ANY_KANA.test(text);
  // Every character between two edges is counted once; a section adds up its pieces.
  const edges = [
    ...new Set([0, text.length, ...sorted.flatMap((m) => [m.start, m.from, ...(m.to === undefined ? [] : [m.to])])]),
  ];
  edges.sort((a, b) => a - b);
  const amounts = edges.map((edge, i) => amountOf(text.slice(edge, edges[i + 1] ?? edge)));
  const whole = minutesFor(amounts.reduce(add, amountOf('')), lang, kana);
  const minutes = (start: number, end: number) => {
    let sum = amountOf('');
    edges.forEach((edge, i) => {
      if (edge >= start && edge < end) sum = add(sum, amounts[i] ?? sum);
    });
    return minutesFor(sum, lang, kana);
  };
  const roots: OutlineNode[] = [];
  const open: { node: OutlineNode; depth: number; last: number }[] = [];
  sorted.forEach((mark, i) => {
    while (open.length && ((open.at(-1)?.depth ?? 0) >= mark.depth || (open.at(-1)?.last ?? 0) <= mark.from))
      open.pop();
    const next = sorted.slice(i + 1).find((other) => other.depth <= mark.depth);
    const last = Math.min(mark.to ?? text.length, next?.from ?? text.length, open.at(-1)?.last ?? text.length);
    const spent = minutes(mark.start, last);
    const node: OutlineNode = {
      label: text.slice(mark.start, mark.labelEnd),
      start: mark.start,
      end: Math.max(mark.labelEnd, trimmedEnd(text, mark.start, last)),
      children: [],
      source: mark.source,
      minutes: spent,
      share01: whole > 0 ? Math.min(1, spent / whole) : 0,
    };
    (open.at(-1)?.node.children ?? roots).push(node);
    open.push({ node, depth: mark.depth, last });
  });
  return roots;
}
