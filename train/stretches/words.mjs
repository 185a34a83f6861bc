/**
 * Learns token log-odds: how strongly a word of a short line indicates that a site inserted the line. Uses lists of
 * such lines and of articles' own lines.
 */
import { INSERTED, LABELS, LEADS, OWN, VOTES } from './inserted-words.mjs';

/** Words whose log-odds are closer to 0 than this are left out. */
const LEAST = 0.9;
const SMOOTHING = 0.5;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a line as the product hashes them. In scripts without spaces, pairs of characters. */
function wordsOf(line) {
  const words = [];
  for (const word of line
    .replace(/\{\w\}/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    if (!UNSPACED.test(word)) words.push(word.slice(0, 6));
    else for (let at = 0; at + 1 < word.length; at++) words.push(word.slice(at, at + 2));
  }
  return words;
}

/**
 * Returns `{word: log-odds in tenths}`. `prose` are short lines and headings of articles. `half` (0 or 1) leaves out
 * the lines that pages of that half draw from, so that a page is never judged by words learned from its own lines.
 */
export function learnWords(prose, half) {
  const counts = new Map();
  const add = (lines, side, weight = 1) => {
    for (const line of lines)
      for (const word of new Set(wordsOf(line))) {
        const count = counts.get(word) ?? [0, 0];
        count[side] += weight;
        counts.set(word, count);
      }
  };
  const others = (lines) => (half === undefined ? lines : lines.filter((_, at) => at % 2 !== half));
  for (const lines of [...Object.values(INSERTED), ...Object.values(LABELS)]) add(others(lines), 0);
  for (const { more } of Object.values(VOTES)) add(others(more), 0);
  for (const lines of [...Object.values(OWN), ...Object.values(LEADS)]) add(others(lines), 1);
  const inserted = [...counts.values()].reduce((sum, [one]) => sum + one, 0);
  add(prose, 1, 0.02);
  const own = [...counts.values()].reduce((sum, [, one]) => sum + one, 0);
  const odds = {};
  for (const [word, [a, b]] of counts) {
    if (a + b < 0.9) continue;
    const value = Math.log((a + SMOOTHING) / (inserted + 1) / ((b + SMOOTHING) / (own + 1)));
    if (Math.abs(value) >= LEAST && (a >= 1 || b >= 1)) odds[word] = Math.round(value * 10);
  }
  return odds;
}
