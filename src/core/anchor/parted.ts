/**
 * Finds a passage over several lines between two of which other lines were set: a pulled quote, an advertisement,
 * teasers.
 */
import type { Candidate, Context, Needle } from './candidates.ts';
import { type Grams, occurrences } from './grams.ts';

/** The two parts stand at most this many folded letters apart. */
const MOST_GAP = 1200;
/** Places of one part that are looked at. */
const MOST_HITS = 200;
/** Pairs of parts that are judged. */
const MOST_PAIRS = 16;
/**
 * Letters of the passage's own context right outside a part by which it is known; a part at the end of the text has
 * fewer.
 */
const KNOWN_BY = 12;

/** How many letters agree outwards from `at` in the text and from `from` in the context. */
function agreed(text: Uint16Array, at: number, context: Uint16Array, from: number, step: 1 | -1): number {
  let count = 0;
  while (count < KNOWN_BY) {
    const letter = context[from + step * count];
    if (letter === undefined || letter !== text[at + step * count]) break;
    count++;
  }
  return count;
}

/**
 * Places where the first lines stand after what stood before them and the last lines before what stood after, with
 * something between. `contextAt` tells how much of the context stands around a place. O(lines × places of the rarest
 * runs).
 */
export function partedPlaces(
  grams: Grams,
  needle: Needle,
  contextAt: (start: number, end: number) => Context,
): Candidate[] {
  const { prefix, exact, suffix, exactFolded, lines } = needle;
  const { codes } = grams;
  const size = exact.length;
  const found: Candidate[] = [];
  for (const edge of lines) {
    const heads = occurrences(grams, exact.subarray(0, edge), exactFolded.slice(0, edge), MOST_HITS).filter(
      (start) => agreed(codes, start - 1, prefix, prefix.length - 1, -1) >= Math.min(KNOWN_BY, prefix.length),
    );
    if (heads.length === 0) continue;
    const tails = occurrences(grams, exact.subarray(edge), exactFolded.slice(edge), MOST_HITS).filter(
      (start) => agreed(codes, start + size - edge, suffix, 0, 1) >= Math.min(KNOWN_BY, suffix.length),
    );
    for (const start of heads) {
      for (const tail of tails) {
        const gap = tail - start - edge;
        if (gap <= 0 || gap > MOST_GAP || found.length >= MOST_PAIRS) continue;
        const end = tail + size - edge;
        found.push({ start, end, kept01: 1, own01: 1, ...contextAt(start, end), by: 'parted', gap });
      }
    }
  }
  return found;
}
