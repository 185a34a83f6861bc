/**
 * Finds the entry that a page belongs to: by its address, by another address of the same article, or by the same words
 * elsewhere.
 */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { entryOfKeys } from '../core/library/address/entry-of.ts';
import { COPY_SHARE01, copyShare01, fingerprint, similar } from '../core/library/fingerprint.ts';
import type { Entry } from '../core/library/records.ts';

/** The entry with one of these keys; earlier keys and live entries take precedence, entries in the bin are included. */
export async function entryByKeys(db: LibraryDatabase, keys: readonly string[]): Promise<Entry | undefined> {
  const [own, known] = await Promise.all([
    db.entries.where('urlKey').anyOf(keys).toArray(),
    db.entries.where('aliases').anyOf(keys).distinct().toArray(),
  ]);
  return entryOfKeys([...own, ...known], keys);
}

/**
 * The live entry whose article has the same text at another address; never one that the person separated this address
 * from. Fingerprints select candidates, the kept text decides, so an entry without a kept article is never found.
 */
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
