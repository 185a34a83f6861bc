/** Splits lists into pieces, so that what is made of them is never in memory as a whole. */

/** Consecutive parts of a list, each of at most `size` items. */
export function* piecesOfList<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
