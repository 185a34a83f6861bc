/** The features that predict whether the topic changes between two blocks, independent of the language. */
import type { Article } from '../../article/article.ts';
import { comparableTerms, widthOf } from './line-context.ts';
import { lineNumber } from './numbering.ts';

/** Characters of text on either side that are compared, from a paragraph's to a page's. */
const REACHES = [300, 900, 2400];

/** The features' names, in the order of a row. */
export const TOPIC_FEATURES = [
  ...REACHES.map((reach) => `cohesion${reach}`),
  ...REACHES.map((reach) => `depth${reach}`),
  'newTerms',
  'newTermsStay',
  'firstInBefore',
  'firstInAfter',
  'firstInTitle',
  'lastInAfter',
  'oldTermsEnd',
  'beforeItem',
  'beforeFigure',
  'beforeCode',
  'beforeQuote',
  'afterItem',
  'afterFigure',
  'afterCode',
  'afterQuote',
  'listEnds',
  'beforeLogWidth',
  'afterLogWidth',
  'secondLogWidth',
  'beforeColon',
  'beforeStops',
  'beforeShort',
  'afterShort',
  'afterQuestion',
  'afterNumber',
  'afterLower',
  'afterQuoted',
  'sinceList',
  'untilList',
  'position01',
  'blocksBefore',
  'blocksAfter',
  'logArticle',
  'logTypical',
  'paragraphs01',
  'sameOpening',
  'lastWidthRatio',
] as const;

const log = (x: number) => Math.log(1 + x);
const bit = (x: unknown) => (x ? 1 : 0);
const FIGURES = new Set(['figure', 'caption']);

/** Cosine of two sparse vectors. */
function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (const [term, x] of a) {
    aa += x * x;
    dot += x * (b.get(term) ?? 0);
  }
  for (const x of b.values()) bb += x * x;
  return aa && bb ? dot / Math.sqrt(aa * bb) : 0;
}

/** A row of features for each block from the second on: row i is of the gap before block i + 1. O(blocks × reach). */
export function topicFeatures(article: Pick<Article, 'text' | 'blocks' | 'title'>): number[][] {
  const { text, blocks } = article;
  const texts = blocks.map((b) => text.slice(b.start, b.end));
  const widths = texts.map(widthOf);
  const terms = texts.map(comparableTerms);
  const inBlocks = new Map<string, number>();
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  terms.forEach((list, i) => {
    for (const term of new Set(list)) {
      inBlocks.set(term, (inBlocks.get(term) ?? 0) + 1);
      if (!first.has(term)) first.set(term, i);
      last.set(term, i);
    }
  });
  const rarity = (term: string) => Math.log(1 + blocks.length / (inBlocks.get(term) ?? 1));
  /** Terms of the blocks on one side of a gap, up to a reach. */
  const side = (gap: number, reach: number, step: 1 | -1) => {
    const bag = new Map<string, number>();
    let room = reach;
    for (let i = step > 0 ? gap : gap - 1; i >= 0 && i < blocks.length && room > 0; i += step) {
      for (const term of terms[i] ?? []) bag.set(term, (bag.get(term) ?? 0) + rarity(term));
      room -= widths[i] ?? 0;
    }
    return bag;
  };
  const gaps = blocks.slice(1).map((_, i) => i + 1);
  const cohesion = REACHES.map((reach) => gaps.map((gap) => cosine(side(gap, reach, -1), side(gap, reach, 1))));
  /** The depth score of a gap: how far cohesion drops below the peaks beside it (M. Hearst, "TextTiling", 1997). */
  const dip = (list: readonly number[], i: number) => {
    const here = list[i] ?? 0;
    let left = here;
    for (let j = i - 1; j >= 0 && (list[j] ?? 0) >= left; j--) left = list[j] ?? 0;
    let right = here;
    for (let j = i + 1; j < list.length && (list[j] ?? 0) >= right; j++) right = list[j] ?? 0;
    return left + right - 2 * here;
  };
  const share = (list: readonly string[], test: (term: string) => boolean) => {
    const weights = list.reduce((n, term) => n + rarity(term), 0);
    return weights ? list.reduce((n, term) => n + (test(term) ? rarity(term) : 0), 0) / weights : 0;
  };
  const titleTerms = new Set(comparableTerms(article.title));
  const total = widths.reduce((a, b) => a + b, 0);
  const long = widths.filter((w) => w > 80).toSorted((a, b) => a - b);
  const typical = long[long.length >> 1] ?? 0;
  const paragraphs = blocks.filter((b) => b.kind === 'paragraph').length / Math.max(1, blocks.length);
  const opening = (s: string | undefined) => /^\S{2,}/u.exec((s ?? '').toLowerCase())?.[0] ?? '-';
  const openings = new Map<string, number>();
  for (const s of texts) openings.set(opening(s), (openings.get(opening(s)) ?? 0) + 1);
  const lists = blocks.map((b) => b.kind !== 'paragraph');

  return gaps.map((gap, i) => {
    const before = blocks[gap - 1];
    const after = blocks[gap];
    const beforeText = texts[gap - 1] ?? '';
    const afterText = texts[gap] ?? '';
    const wb = widths[gap - 1] ?? 0;
    const wa = widths[gap] ?? 0;
    const opener = comparableTerms(afterText.slice(0, 160));
    const near = side(gap, 900, -1);
    const ahead = side(gap + 1, 1500, 1);
    const lastList = lists.lastIndexOf(true, gap - 1);
    const nextList = lists.indexOf(true, gap);
    return [
      ...cohesion.map((list) => list[i] ?? 0),
      ...cohesion.map((list) => dip(list, i)),
      share(terms[gap] ?? [], (t) => first.get(t) === gap),
      share(terms[gap] ?? [], (t) => first.get(t) === gap && (last.get(t) ?? 0) > gap),
      share(opener, (t) => near.has(t)),
      share(opener, (t) => ahead.has(t)),
      share(opener, (t) => titleTerms.has(t)),
      share(terms[gap - 1] ?? [], (t) => ahead.has(t)),
      share([...near.keys()], (t) => (last.get(t) ?? 0) < gap),
      bit(before?.kind === 'item'),
      bit(before && FIGURES.has(before.kind)),
      bit(before?.kind === 'code' || before?.kind === 'table'),
      bit(before?.kind === 'quote'),
      bit(after?.kind === 'item'),
      bit(after && FIGURES.has(after.kind)),
      bit(after?.kind === 'code' || after?.kind === 'table'),
      bit(after?.kind === 'quote'),
      bit(before?.kind === 'item' && after?.kind !== 'item'),
      log(wb),
      log(wa),
      log(widths[gap + 1] ?? 0),
      bit(/[:：]\s*$/u.test(beforeText)),
      bit(/[.。!！?？।؟]["'”’」』）)]*\s*$/u.test(beforeText)),
      bit(wb < 80),
      bit(wa < 80),
      bit(/[?？؟]/u.test(afterText.slice(0, 160))),
      bit(lineNumber(afterText)),
      bit(/^\p{Ll}/u.test(afterText)),
      bit(/^["“«「『]/u.test(afterText)),
      Math.min(20, lastList < 0 ? 20 : gap - 1 - lastList),
      Math.min(20, nextList < 0 ? 20 : nextList - gap),
      (after?.start ?? 0) / Math.max(1, text.length),
      Math.min(40, gap),
      Math.min(40, blocks.length - gap),
      log(total),
      log(typical),
      paragraphs,
      Math.min(20, openings.get(opening(afterText)) ?? 1),
      log(wb) - log(typical),
    ];
  });
}
