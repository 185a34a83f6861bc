/**
 * Tells a passage from a near-duplicate: another passage of the page that differs in a word ("the north crew", "the
 * south crew").
 */
import type { Candidate, Needle } from './candidates.ts';
import type { Grams } from './grams.ts';
import type { Quote } from './quote.ts';
import { hasUnspaced } from '../scripts.ts';

/**
 * From this length on (folded letters) the exact words alone identify a passage; less in scripts whose letters are
 * words.
 */
const LONG = 32;
const LONG_UNSPACED = 12;
/** More folded letters than a word that reverses a sentence ('not', 'never'). */
const SET_BETWEEN = 16;
/** Folded letters of the stored context that must be the place itself for it to be the passage's neighbour. */
const NEIGHBOUR = 20;

function isLong({ exact, exactFolded }: Needle): boolean {
  return exact.length >= (hasUnspaced(exactFolded) ? LONG_UNSPACED : LONG);
}

/**
 * The only place where a long passage occurs word for word, whatever its context; null if there is none or several. Of
 * places that differ only in case or marks, the one spelled like the passage. Also null if the page had another number
 * of copies before, because the remaining or added one may not be the right one.
 */
export function onlyVerbatim(
  grams: Grams,
  needle: Needle,
  quote: Quote,
  places: readonly Candidate[],
): Candidate | null {
  if (!isLong(needle) || places.some((one) => isParted(one, needle))) return null;
  const exact = places.filter(({ by, copy }) => by === 'exact' && copy !== undefined);
  const count = exact[0]?.copy?.count ?? 0;
  if (count !== (quote.copy?.count ?? 1) || exact.length !== count) return null;
  const written = count === 1 ? exact : exact.filter((one) => writtenAt(grams, one) === quote.exact);
  return written.length === 1 ? (written[0] ?? null) : null;
}

/**
 * Whether a place has all letters of the passage with an insertion in between. Then it is the passage itself, and an
 * exact match elsewhere is a quotation of it.
 */
function isParted({ kept01, start, end }: Candidate, { exact }: Needle): boolean {
  return kept01 === 1 && end - start >= exact.length + SET_BETWEEN;
}

function writtenAt({ text, at }: Grams, { start, end }: Candidate): string {
  return text.slice(at[start] ?? 0, (at[end - 1] ?? -1) + 1);
}

/**
 * Whether a changed place is really the text right before or after the passage. When the passage is gone, its neighbour
 * is in its context.
 */
export function isNeighbour({ codes }: Grams, { prefix, suffix }: Needle, { by, start, end }: Candidate): boolean {
  if (by !== 'whole') return false;
  const size = end - start;
  let after = 0;
  while (after < suffix.length && after < size && suffix[after] === codes[start + after]) after++;
  if (after >= Math.min(NEIGHBOUR, size)) return after === Math.min(size, suffix.length);
  let before = 0;
  while (before < prefix.length && before < size && prefix[prefix.length - 1 - before] === codes[end - 1 - before])
    before++;
  return before >= Math.min(NEIGHBOUR, size) && before === Math.min(size, prefix.length);
}
