/** Which of several entries an address belongs to: one rule for everyone who asks. */
import type { Entry } from '../records.ts';

/**
 * Of entries that are known by one of these keys, the one that the first key belongs to: live before binned, known by
 * that key itself before known by another, older before newer. Never one from which the person parted that key.
 */
export function entryOfKeys(found: readonly Entry[], keys: readonly string[]): Entry | undefined {
  const first = keys[0] ?? '';
  const rank = (entry: Entry) =>
    (entry.deletedAt === undefined ? 0 : 2) + (entry.urlKey === first || entry.aliases.includes(first) ? 0 : 1);
  return found
    .filter(({ parted }) => !parted.includes(first))
    .toSorted((a, b) => rank(a) - rank(b) || a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))[0];
}
