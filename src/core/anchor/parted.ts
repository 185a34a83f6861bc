/**
 * Finds a passage of several lines when something has been inserted between two of them, for example a pull quote, an
 * advertisement or teasers.
 */
import type { Candidate, Context, Needle } from './candidates.ts';
import { type Grams, occurrences } from './grams.ts';

/** Maximum distance between the two parts, in folded letters. */
const MOST_GAP = 1200;
/** Maximum number of places tried for each part. */
const MOST_HITS = 200;
/** Maximum number of pairs of parts that are scored. */
const MOST_PAIRS = 16;
/**
 * Letters of the passage's stored context that must match right outside a part. A part at an end of the text has fewer.
 */
const KNOWN_BY = 12;

/** Number of letters that agree, going outwards from `at` in the text and from `from` in the context. */
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
 * Places where the first lines follow the stored prefix, the last lines precede the stored suffix, and something else
 * is between the two. `contextAt` tells how much of the context is around a place. O(lines × places of the rarest
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
