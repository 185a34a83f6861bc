/**
 * The method that Hypothesis publishes for finding a quote (client, `src/annotator/anchoring/match-quote.ts`, and its
 * use of the stored position), reimplemented from its description: the peer of `npm run bench -- anchoring`.
 */
import search from 'approx-string-match';

const CONTEXT = 32;
const MOST_ERRORS = 256;
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** Describes [start, end) of a text: the words, 32 characters on each side, and the position. */
export function describe(text, start, end) {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

/** All exact hits, or else the best approximate ones. */
function matches(text, words, mostErrors) {
  const exact = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, words, mostErrors);
}

function likeness(text, words) {
  if (words.length === 0 || text.length === 0) return 0;
  const found = matches(text, words, words.length);
  return found.length === 0 ? 0 : 1 - found[0].errors / words.length;
}

/** The best place there is; null only where nothing is like the quote at all. */
export function locate(text, quote) {
  const { exact, prefix, suffix, start } = quote;
  if (text.slice(start, quote.end) === exact) return { start, end: quote.end };
  if (exact.length === 0) return null;
  const most = Math.min(MOST_ERRORS, exact.length / 2);
  let best = null;
  for (const match of matches(text, exact, most)) {
    const before = prefix ? likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) : 1;
    const after = suffix ? likeness(text.slice(match.end, match.end + suffix.length), suffix) : 1;
    const score =
      WEIGHTS.quote * (1 - match.errors / exact.length) +
      WEIGHTS.prefix * before +
      WEIGHTS.suffix * after +
      WEIGHTS.position * (1 - Math.abs(match.start - start) / text.length);
    if (!best || score > best.score) best = { start: match.start, end: match.end, score };
  }
  return best;
}
