/** Cuts out of a text the part that shows why it was found, with the ranges to mark. */
import { hasUnspaced } from '../../scripts.ts';
import { type Query, searchTerms } from './query.ts';
import { folded } from './search-words.ts';

/** A part of a text. `marks` are half-open ranges of `text` in order. Omitted text is shown as dots. */
export interface Snippet {
  text: string;
  marks: { start: number; end: number }[];
}

/** Letters shown around the first find. */
const LENGTH = 220;
/** Letters shown before it. */
const BEFORE = 60;
/** Letters of a text that are looked through: the first find of a long article is enough. */
const LOOK_LENGTH = 200_000;

/**
 * The part of a text around the first find of a query, on one line; its beginning where nothing is found (as with words
 * that were misspelt).
 */
export function snippetOf(source: string, query: Query, length = LENGTH): Snippet {
  const text = source.slice(0, LOOK_LENGTH).replace(/\s+/g, ' ');
  const all = marksIn(text, query);
  const first = all[0]?.start ?? 0;
  let from = first + BEFORE < length ? 0 : first - BEFORE;
  if (from > 0) from = text.lastIndexOf(' ', from + 20) > from ? text.lastIndexOf(' ', from + 20) + 1 : from;
  let to = Math.min(text.length, from + length);
  const gap = text.lastIndexOf(' ', to);
  if (to < text.length && gap > to - 20 && gap >= (all[0]?.end ?? 0)) to = gap;
  const lead = from > 0 ? '… ' : '';
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length || source.length > LOOK_LENGTH ? ' …' : ''}`,
    marks: all
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from + lead.length, end: end - from + lead.length })),
  };
}

/** The positions of a query's words and phrases in a text, in order, without overlap. */
export function marksIn(text: string, query: Query): { start: number; end: number }[] {
  const wanted = [...query.phrases, ...searchTerms(query).map(({ word }) => word)].filter(Boolean);
  if (!wanted.length) return [];
  const { plain, at } = traced(text);
  const found: { start: number; end: number }[] = [];
  for (const word of wanted) {
    for (let hit = plain.indexOf(word); hit !== -1; hit = plain.indexOf(word, hit + word.length)) {
      if (isLetter(plain.charAt(hit - 1)) && isLetter(word.charAt(0)) && isSpaced(word)) continue;
      found.push({ start: at[hit] ?? 0, end: at[hit + word.length] ?? text.length });
    }
  }
  const joined: { start: number; end: number }[] = [];
  for (const mark of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push({ ...mark });
  }
  return joined;
}

/** The folded text, and for each of its letters the position it came from. */
function traced(text: string): { plain: string; at: number[] } {
  let plain = '';
  const at: number[] = [];
  let start = 0;
  for (const letter of text.match(/.\p{M}*/gsu) ?? []) {
    const fold = folded(letter);
    for (let index = 0; index < fold.length; index += 1) at.push(start);
    plain += fold;
    start += letter.length;
  }
  at.push(text.length);
  return { plain, at };
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

function isSpaced(word: string): boolean {
  return !hasUnspaced(word);
}
