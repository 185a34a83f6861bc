/**
 * Finds the entry that a page belongs to: by its address, by another address of the same article, or by the same words
 * elsewhere.
 */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { entryOfKeys } from '../core/library/address/entry-of.ts';
import { COPY_SHARE01, copyShare01, fingerprint, similar } from '../core/library/fingerprint.ts';
import type { Entry } from '../core/library/records.ts';

/**
 * The entry kept under one of these keys, that of the first key first; entries in the bin included, live ones before
 * them.
 */
export async function entryByKeys(db: LibraryDatabase, keys: readonly string[]): Promise<Entry | undefined> {
  const [own, known] = await Promise.all([
    db.entries.where('urlKey').anyOf(keys).toArray(),
    db.entries.where('aliases').anyOf(keys).distinct().toArray(),
  ]);
  return entryOfKeys([...own, ...known], keys);
}

/** The live entry whose article says the same, wherever it stands; never one that this address was parted from.
 * Fingerprints suppose it, the kept text decides: an entry without a kept article is never joined so. */
export async function entryOfCopy(db: LibraryDatabase, text: string, key: string): Promise<Entry | undefined> {
  const print = fingerprint(text);
  if (print === '') return undefined;
  const candidates: string[] = [];
  await db.entries.orderBy('fingerprint').eachUniqueKey((known) => {
    if (typeof known === 'string' && similar(known, print)) candidates.push(known);
  });
  const entries = await db.entries.where('fingerprint').anyOf(candidates).toArray();
  const open = entries
    .filter((entry) => entry.deletedAt === undefined && !entry.parted.includes(key))
    .toSorted((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
  for (const entry of open) {
    const kept = await db.articles.get(entry.id);
    if (kept && copyShare01(kept.article.text, text) > COPY_SHARE01) return entry;
  }
  return undefined;
}
