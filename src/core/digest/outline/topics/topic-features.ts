/** The features that predict whether the topic changes between two blocks, independent of the language. */
import type { Article, Block } from '../../../article/article.ts';
import { comparableTerms, widthOf } from '../line-context.ts';
import { lineNumber } from '../numbering.ts';

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

/** Characters before and after a gap within which terms are looked for, and of a block's opening. */
const NEAR = 900;
const AHEAD = 1500;
const OPENER = 160;
/** Lines up to this width are short; the median of the others is the article's typical width. */
const SHORT_WIDTH = 80;

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

/**
 * The depth score of a gap: how far cohesion drops below the peaks beside it (M. Hearst, "TextTiling", 1997). `list` is
 * cohesion by gap.
 */
function depth(list: readonly number[], i: number): number {
  const here = list[i] ?? 0;
  let left = here;
  for (let j = i - 1; j >= 0 && (list[j] ?? 0) >= left; j--) left = list[j] ?? 0;
  let right = here;
  for (let j = i + 1; j < list.length && (list[j] ?? 0) >= right; j++) right = list[j] ?? 0;
  return left + right - 2 * here;
}

/** The blocks of an article with their terms. */
interface BlockTerms {
  texts: string[];
  widths: number[];
  terms: string[][];
  /** By term, the first and the last block it stands in. */
  first: ReadonlyMap<string, number>;
  last: ReadonlyMap<string, number>;
  /** The log of the article's blocks for each block that holds the term. */
  rarity: (term: string) => number;
}

function termsOf({ text, blocks }: Pick<Article, 'text' | 'blocks'>): BlockTerms {
  const texts = blocks.map(({ start, end }) => text.slice(start, end));
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
  return { texts, widths: texts.map(widthOf), terms, first, last, rarity };
}

/** BlockTerms of the blocks on one side of a gap, up to a reach in characters, each with the sum of its rarity. */
function termsBeside(
  { terms, widths, rarity }: BlockTerms,
  gap: number,
  reach: number,
  step: 1 | -1,
): Map<string, number> {
  const bag = new Map<string, number>();
  let room = reach;
  for (let i = step > 0 ? gap : gap - 1; i >= 0 && i < terms.length && room > 0; i += step) {
    for (const term of terms[i] ?? []) bag.set(term, (bag.get(term) ?? 0) + rarity(term));
    room -= widths[i] ?? 0;
  }
  return bag;
}

/** From `newTerms` to `oldTermsEnd`: shares of terms that pass a test, rare ones weighing more. */
function sharedTermFeatures(all: BlockTerms, gap: number, titleTerms: ReadonlySet<string>): number[] {
  const { texts, terms, first, last, rarity } = all;
  const share = (list: readonly string[], test: (term: string) => boolean) => {
    const weights = list.reduce((n, term) => n + rarity(term), 0);
    return weights ? list.reduce((n, term) => n + (test(term) ? rarity(term) : 0), 0) / weights : 0;
  };
  const opener = comparableTerms((texts[gap] ?? '').slice(0, OPENER));
  const near = termsBeside(all, gap, NEAR, -1);
  const ahead = termsBeside(all, gap + 1, AHEAD, 1);
  return [
    share(terms[gap] ?? [], (t) => first.get(t) === gap),
    share(terms[gap] ?? [], (t) => first.get(t) === gap && (last.get(t) ?? 0) > gap),
    share(opener, (t) => near.has(t)),
    share(opener, (t) => ahead.has(t)),
    share(opener, (t) => titleTerms.has(t)),
    share(terms[gap - 1] ?? [], (t) => ahead.has(t)),
    share([...near.keys()], (t) => (last.get(t) ?? 0) < gap),
  ];
}

/** From `beforeItem` to `listEnds`: what the blocks on either side are. */
function kindFeatures(before: Block | undefined, after: Block | undefined): number[] {
  const of = (block: Block | undefined) => [
    bit(block?.kind === 'item'),
    bit(block && FIGURES.has(block.kind)),
    bit(block?.kind === 'code' || block?.kind === 'table'),
    bit(block?.kind === 'quote'),
  ];
  return [...of(before), ...of(after), bit(before?.kind === 'item' && after?.kind !== 'item')];
}

/** From `beforeLogWidth` to `afterQuoted`: how long the blocks are, how the one ends and how the other begins. */
function edgeFeatures({ texts, widths }: BlockTerms, gap: number): number[] {
  const before = texts[gap - 1] ?? '';
  const after = texts[gap] ?? '';
  return [
    log(widths[gap - 1] ?? 0),
    log(widths[gap] ?? 0),
    log(widths[gap + 1] ?? 0),
    bit(/[:：]\s*$/u.test(before)),
    bit(/[.。!！?？।؟]["'”’」』）)]*\s*$/u.test(before)),
    bit((widths[gap - 1] ?? 0) < SHORT_WIDTH),
    bit((widths[gap] ?? 0) < SHORT_WIDTH),
    bit(/[?？؟]/u.test(after.slice(0, OPENER))),
    bit(lineNumber(after)),
    bit(/^\p{Ll}/u.test(after)),
    bit(/^["“«「『]/u.test(after)),
  ];
}

/** From `sinceList` to `blocksAfter`: where in the article the gap is. */
function placeFeatures({ text, blocks }: Pick<Article, 'text' | 'blocks'>, lists: boolean[], gap: number): number[] {
  const lastList = lists.lastIndexOf(true, gap - 1);
  const nextList = lists.indexOf(true, gap);
  return [
    Math.min(20, lastList < 0 ? 20 : gap - 1 - lastList),
    Math.min(20, nextList < 0 ? 20 : nextList - gap),
    (blocks[gap]?.start ?? 0) / Math.max(1, text.length),
    Math.min(40, gap),
    Math.min(40, blocks.length - gap),
  ];
}

/** A row of features for each block from the second on: row i is of the gap before block i + 1. O(blocks × reach). */
export function topicFeatures(article: Pick<Article, 'text' | 'blocks' | 'title'>): number[][] {
  const { blocks } = article;
  const all = termsOf(article);
  const gaps = blocks.slice(1).map((_, i) => i + 1);
  const cohesion = REACHES.map((reach) =>
    gaps.map((gap) => cosine(termsBeside(all, gap, reach, -1), termsBeside(all, gap, reach, 1))),
  );
  const titleTerms = new Set(comparableTerms(article.title));
  const total = all.widths.reduce((a, b) => a + b, 0);
  const long = all.widths.filter((width) => width > SHORT_WIDTH).toSorted((a, b) => a - b);
  const typical = long[long.length >> 1] ?? 0;
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph').length / Math.max(1, blocks.length);
  const opening = (text: string | undefined) => /^\S{2,}/u.exec((text ?? '').toLowerCase())?.[0] ?? '-';
  const openings = new Map<string, number>();
  for (const text of all.texts) openings.set(opening(text), (openings.get(opening(text)) ?? 0) + 1);
  const lists = blocks.map(({ kind }) => kind !== 'paragraph');

  return gaps.map((gap, i) => [
    ...cohesion.map((list) => list[i] ?? 0),
    ...cohesion.map((list) => depth(list, i)),
    ...sharedTermFeatures(all, gap, titleTerms),
    ...kindFeatures(blocks[gap - 1], blocks[gap]),
    ...edgeFeatures(all, gap),
    ...placeFeatures(article, lists, gap),
    log(total),
    log(typical),
    paragraphs,
    Math.min(20, openings.get(opening(all.texts[gap])) ?? 1),
    log(all.widths[gap - 1] ?? 0) - log(typical),
  ]);
}
