/** Chooses which of several entries an address belongs to; the one rule for all callers. */
import type { Entry } from '../records.ts';

/**
 * Of entries with one of these keys, the one that the first key belongs to: live ones before those in the bin, those
 * with that key itself before those with another, older before newer. Never one from which the person separated that
 * key.
 */
export function entryOfKeys(found: readonly Entry[], keys: readonly string[]): Entry | undefined {
  const first = keys[0] ?? '';
  const rank = (entry: Entry) =>
    (entry.deletedAt === undefined ? 0 : 2) + (entry.urlKey === first || entry.aliases.includes(first) ? 0 : 1);
  return found
    .filter(({ parted }) => !parted.includes(first))
    .toSorted((a, b) => rank(a) - rank(b) || a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))[0];
}
