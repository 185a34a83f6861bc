/**
 * Cuts a label out of a text: a whole clause if it is short enough, else whole words. Labels are ranges, never new
 * words.
 */
import { THAI, WIDE } from '../../scripts.ts';

/**
 * Longest label, in characters of a spaced script; a Han, kana, Hangul or Thai one counts double. What two lines of a
 * narrow panel show.
 */
const LONGEST = 110;
/** A clause shorter than this says too little alone, so the next clause is taken in. */
const SHORTEST = 24;
/** A line set apart as a heading is shown whole up to this many characters: three lines of a narrow panel. */
const LONGEST_LINE = 160;
const DENSE = new RegExp(`[${WIDE}${THAI}]`, 'u');
const SENTENCE_STOP = /[.!?…。！？।॥؟۔\n]/u;
const CLAUSE_STOP = /[,，、;；:：،؛—–]/u;
const CLOSING = /^["'”’»」』）)\]]/u;

/**
 * Where a label that begins at `start` ends, `end` at the most: before the mark that closes its sentence, or its
 * clause where the sentence is
 * long, or after its last whole word where the clause is. Never cuts a surrogate pair. O(LONGEST).
 */
export function clauseEnd(text: string, start: number, end: number): number {
  let width = 0;
  let clause = -1;
  let word = -1;
  let at = start;
  while (at < end) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 32);
    const next = text[at + char.length] ?? ' ';
    const stops = SENTENCE_STOP.test(char) && (/\s/.test(next) || !/[.]/.test(char) || CLOSING.test(next));
    if (stops && (width >= SHORTEST / 2 || char !== '.')) return width > 0 ? at : Math.min(end, at + 1);
    if (width > LONGEST) break;
    if (CLAUSE_STOP.test(char) && width >= SHORTEST && !(/[,.:]/.test(char) && /\d/.test(next))) clause = at;
    if (/\s/.test(char) || DENSE.test(char)) word = at;
    width += DENSE.test(char) ? 2 : 1;
    at += char.length;
  }
  if (at >= end) return start + text.slice(start, end).trimEnd().length;
  if (clause > start) return start + text.slice(start, clause).trimEnd().length;
  return word > start ? start + text.slice(start, word).trimEnd().length : at;
}

/**
 * What a page sets before a line to mark it as one of a list: dashes, bullets, arrows, dingbats. A dash right before
 * a digit is a minus.
 */
const LEADING_MARKS =
  /^(?:[\s•·*▪■□●○◆◇►▶»›→✔✓–—―ー_~|-]+(?=[\s"“«„「(（]*\p{L})|[\s•·*▪■□●○◆◇►▶»›→✔✓]+(?=\p{N})|[–—―-]+\s+(?=\p{N}))/u;

/** Where the label of a line set apart begins: after the dash or bullet before it. */
export function lineLabelStart(text: string, start: number, end: number): number {
  return start + (LEADING_MARKS.exec(text.slice(start, end))?.[0].length ?? 0);
}

/**
 * Where the label of a line that is a heading ends: with the line, or after its first clauses where it is very long.
 */
export function lineLabelEnd(text: string, start: number, end: number): number {
  return end - start > LONGEST_LINE ? clauseEnd(text, start, end) : end;
}
