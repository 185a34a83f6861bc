/** Describes a passage so that it can be found again. */
import type { Article } from '../article/article.ts';
import { fold, foldedIndex } from './fold.ts';
import { gramsFor } from './grams.ts';
import { landmarksOf } from './landmarks.ts';

/** Characters of context kept on each side (measured against 32: fewer wrong places among repeated phrases). */
export const CONTEXT_LENGTH = 64;

/**
 * A passage: its words, its context, and hints. Positions are UTF-16 code units of the text in which it was described.
 */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  /** Where it began: a hint, never trusted alone. */
  start: number;
  /** The nearest heading before it. */
  heading?: string;
  /** Which copy of `exact` it was, from 0, and of how many. */
  copy?: { index: number; count: number };
  /**
   * Rare runs of letters further away: pairs of an offset (folded letters; negative before the start, 0 or more from
   * the end on) and a hash. They distinguish copies with the same near context.
   */
  landmarks?: number[];
}

/** More copies than this are not counted: the words alone say nothing then. */
const MOST_COPIES = 1000;
/**
 * Length of text that is searched for context. Whitespace is collapsed first, so that blank text does not use up the
 * context.
 */
const CONTEXT_REACH = 8 * CONTEXT_LENGTH;

/**
 * Describes the passage [start, end) of a text, so that `locateQuote` can find it again after the text has changed. The
 * context has collapsed whitespace and at most `CONTEXT_LENGTH` characters on each side. `heading` is the nearest one
 * before, if known. O(text), mostly cached between calls for one text.
 */
export function describeQuote(text: string, start: number, end: number, heading?: string): Quote {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  const before = text.slice(Math.max(0, from - CONTEXT_REACH), from).replace(/\s+/g, ' ');
  const after = text.slice(to, to + CONTEXT_REACH).replace(/\s+/g, ' ');
  const quote: Quote = {
    exact: text.slice(from, to),
    prefix: whole(before.slice(-CONTEXT_LENGTH)),
    suffix: whole(after.slice(0, CONTEXT_LENGTH)),
    start: from,
  };
  if (heading !== undefined && heading !== '') quote.heading = heading;
  const copy = countCopies(text, from, quote.exact);
  if (copy.count > 1) quote.copy = copy;
  const landmarks = landmarksOf(text, from, to);
  if (landmarks.length > 0) quote.landmarks = landmarks;
  return quote;
}

/** The nearest heading of an article at or before a position of its text; undefined if it has none there. O(blocks). */
export function headingBefore(
  { blocks, text }: Pick<Article, 'blocks' | 'text'>,
  position: number,
): string | undefined {
  const heading = blocks.findLast(({ kind, start }) => kind === 'heading' && start <= position);
  return heading && text.slice(heading.start, heading.end);
}

/** Describes the passage [start, end) of an article's text, with the article's own heading above it. */
export function describeInArticle(article: Pick<Article, 'blocks' | 'text'>, start: number, end: number): Quote {
  return describeQuote(article.text, start, end, headingBefore(article, start));
}

/** The text without half of a surrogate pair at either end. */
function whole(piece: string): string {
  return piece.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '');
}

function countCopies(text: string, start: number, exact: string): { index: number; count: number } {
  const haystack = gramsFor(text);
  const needle = fold(exact).folded;
  const own = foldedIndex(haystack, start);
  let [index, count] = [0, 0];
  if (needle === '') return { index, count };
  for (let i = haystack.folded.indexOf(needle); i >= 0; i = haystack.folded.indexOf(needle, i + 1)) {
    if (i < own) index++;
    if (++count === MOST_COPIES) break;
  }
  return { index: Math.min(index, Math.max(0, count - 1)), count };
}
