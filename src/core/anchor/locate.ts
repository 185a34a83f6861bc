/** Finds a described passage again in a text that may have changed, or reports that it is gone. */
import { type Result, fail, ok } from '../result.ts';
import { hasUnspaced } from '../scripts.ts';
import { type Candidate, type Needle, candidates } from './candidates.ts';
import { type Folded, fold, foldedIndex, unfold } from './fold.ts';
import { type Grams, gramsFor } from './grams.ts';
import { surroundings } from './landmarks.ts';
import type { Quote } from './quote.ts';
import { isNeighbour, onlyVerbatim } from './near-duplicates.ts';
import { type MatchContext, acceptable, scoreOf } from './score.ts';

/**
 * A place found: [start, end) of the text, and how sure it is that this is the one, 0–1 (1: the same words and
 * context).
 */
export interface Located {
  start: number;
  end: number;
  score01: number;
}

/** A candidate with its score. */
export interface Ranked {
  candidate: Candidate;
  context: MatchContext;
  score: number;
  /** Its words alone say that it is the passage. */
  isCertain: boolean;
}

/** Folded letters of context used on each side. */
const CONTEXT = 64;

/**
 * Finds where a passage is now. Fails with `quote-lost` if no place is good enough. Folds and indexes the text once and
 * caches the last few texts; after that it takes about 1 ms a passage. Never throws.
 */
export function locateQuote(text: string, quote: Quote): Result<Located> {
  const grams = gramsFor(text);
  const [best] = rank(grams, quote);
  if (!best || !(best.isCertain || acceptable(best.candidate, best.score))) return fail('quote-lost');
  return ok({ ...placeOf(grams, best.candidate, quote), score01: Math.min(1, best.score) });
}

/** Below this score a place with the exact words counts as moved, as their context is gone. */
const MOVED = 0.6;

/** The state of a place as shown to a person: unchanged, or moved or edited. */
export function stateOf(text: string, quote: Quote, { start, end, score01 }: Located): 'in-place' | 'changed' {
  const same = fold(text.slice(start, end)).folded === fold(quote.exact).folded;
  return same && score01 >= MOVED ? 'in-place' : 'changed';
}

/** All candidates for a quote, best first, each with its score. */
export function rank(grams: Grams, quote: Quote): Ranked[] {
  const needle = needleOf(quote);
  if (needle.exact.length === 0) return [];
  const hint = foldedIndex(grams, quote.start);
  const marks = quote.landmarks ?? [];
  const places = candidates(grams, needle, hint).filter((one) => !isNeighbour(grams, needle, one));
  const verbatim = onlyVerbatim(grams, needle, quote, places);
  const found = places.map((candidate) => ({
    candidate,
    around: surroundings(grams, marks, candidate.start, candidate.end),
  }));
  const worth = ({ candidate: c, around }: (typeof found)[number]): number =>
    c.prefix01 + c.suffix01 + around.most01 + around.rough01;
  const ranked = found.map((one) => {
    const { candidate, around } = one;
    const equals = found.filter((f) => f !== one && f.candidate.copy && Math.abs(worth(f) - worth(one)) < EQUAL);
    const before = equals.filter((f) => f.candidate.start < candidate.start).length;
    const context: MatchContext = {
      length: needle.exact.length,
      far01: Math.min(1, Math.abs(candidate.start - hint) / Math.max(1, grams.codes.length)),
      around,
      later01: candidate.copy && equals.length > 0 ? before / equals.length : 0.5,
      copy: quote.copy ?? { index: 0, count: 1 },
      quoted: isQuote(grams.codes[candidate.start - 1]) && !isQuote(needle.prefix[needle.prefix.length - 1]),
    };
    return {
      candidate,
      context,
      score: scoreOf(candidate, context),
      isCertain: candidate === verbatim,
    };
  });
  return ranked.sort(
    (a, b) => Number(b.isCertain) - Number(a.isCertain) || b.score - a.score || a.context.far01 - b.context.far01,
  );
}

/** Sums of four shares that differ by less are equal. */
const EQUAL = 0.4;
const isQuote = (code: number | undefined): boolean => code === 0x27;

function needleOf(quote: Quote): Needle {
  const exact = fold(quote.exact);
  return {
    prefix: fold(quote.prefix).codes.slice(-CONTEXT),
    exact: exact.codes,
    suffix: fold(quote.suffix).codes.slice(0, CONTEXT),
    exactFolded: exact.folded,
    begins: beginsOf(exact),
    lines: linesOf(exact),
  };
}

/** Marks the letters that begin a word. */
function beginsOf({ text, at }: Folded): Uint8Array {
  return Uint8Array.from(at, (place, i) => (i === 0 || !isInside(text, place) ? 1 : 0));
}

/** The letters, except for the first, that begin a line. */
function linesOf({ text, at }: Folded): number[] {
  const lines: number[] = [];
  at.forEach((place, i) => {
    if (i > 0 && text.slice(at[i - 1], place).includes('\n')) lines.push(i);
  });
  return lines;
}

/** The unfolded range of a candidate, snapped to whole words where the quote itself began and ended at one. */
export function placeOf(grams: Grams, { start, end, by }: Candidate, quote: Quote): { start: number; end: number } {
  const range = unfold(grams, start, end);
  if (by === 'exact') return range;
  const { text } = grams;
  if (startsWord(quote.prefix, quote.exact)) {
    while (range.start > 0 && isInside(text, range.start)) range.start--;
  }
  if (startsWord(quote.exact, quote.suffix)) {
    while (range.end < text.length && isInside(text, range.end)) range.end++;
  }
  return range;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

function startsWord(before: string, after: string): boolean {
  return !(LETTER.test(before.slice(-1)) && LETTER.test(after.slice(0, 1)));
}

/** Whether `at` is inside a word. Scripts written without spaces have no word edge to snap to. */
function isInside(text: string, at: number): boolean {
  const [left, right] = [text.charAt(at - 1), text.charAt(at)];
  return LETTER.test(left) && LETTER.test(right) && !hasUnspaced(left) && !hasUnspaced(right);
}
