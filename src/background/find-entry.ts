/** Knows which entry a page belongs to: by its address, by another address of the same article, or by the same words elsewhere. */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { COPY_SHARE01, copyShare01, fingerprint, similar } from '../core/library/fingerprint.ts';
import type { Entry } from '../core/library/records.ts';
import { addressAliases } from '../core/library/address-aliases.ts';
import { urlKey } from '../core/library/url-key.ts';

/** The keys under which the page at `url` may be kept, its own first. A canonical address counts only where `addressAliases` believes it: a page must not learn what was marked elsewhere by claiming to be it. */
export function keysOf(url: string, canonicalUrl?: string): string[] {
  return [...new Set([urlKey(url), ...addressAliases(url, canonicalUrl)])];
}

/** The entry kept under one of these keys, that of the first key first; entries in the bin included, live ones before them. */
export async function entryByKeys(db: LibraryDatabase, keys: readonly string[]): Promise<Entry | undefined> {
  const [own, known] = await Promise.all([
    db.entries.where('urlKey').anyOf(keys).toArray(),
    db.entries.where('aliases').anyOf(keys).distinct().toArray(),
  ]);
  const first = keys[0] ?? '';
  const found = [...own, ...known].filter((entry) => !entry.parted.includes(first));
  const rank = (entry: Entry) =>
    (entry.deletedAt === undefined ? 0 : 2) + (entry.urlKey === first || entry.aliases.includes(first) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b) || a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))[0];
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
