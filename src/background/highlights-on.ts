/**
 * Chooses the highlights that a page is given: those made at its own site, and of an article in several parts those of
 * its part.
 */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { locateQuote } from '../core/anchor/locate.ts';
import type { Article } from '../core/article/article.ts';
import type { Entry, Note } from '../core/library/records.ts';
import { isSameSite } from '../core/library/address/site.ts';
import { urlKey } from '../core/library/url-key.ts';
import type { PageHighlight } from '../messages.ts';

/** What a page learns of a note: never its words. */
export function highlightOf({ id, quote, colour }: Note): PageHighlight {
  return { id, quote, colour };
}

/**
 * The notes of an entry that were made at the site of an address. An entry may hold several sites' copies of one
 * article; a page can read what is painted in it, and so learns nothing of what a person marked at another site.
 */
export function ownNotes<Kept extends Pick<Note, 'url'>>(notes: readonly Kept[], address: string): Kept[] {
  return notes.filter(({ url }) => isSameSite(url, address));
}

/** The highlights of an entry made at the site of `address`, in the order of the text, without those in the bin. */
async function highlightsOf(db: LibraryDatabase, entryId: string, address: string): Promise<PageHighlight[]> {
  const notes = await db.notes.where('entryId').equals(entryId).toArray();
  return ownNotes(notes, address)
    .filter((note) => note.deletedAt === undefined)
    .toSorted((a, b) => a.quote.start - b.quote.start)
    .map(highlightOf);
}

/** The keys of an article's other parts, for its entry to be known by; none of another site. */
export function partKeys({ url, parts = [] }: Article): string[] {
  const { origin } = new URL(url);
  return parts.flatMap((part) => (new URL(part.url).origin === origin ? [urlKey(part.url)] : []));
}

/**
 * The highlights of an entry that a page of that key should look for: those of its site, and where the entry is kept as
 * several parts and the page is one of them, those of that part.
 */
export async function highlightsOn(db: LibraryDatabase, { id }: Entry, key: string): Promise<PageHighlight[]> {
  const all = await highlightsOf(db, id, key);
  const kept = all.length ? await db.articles.get(id) : undefined;
  const { text = '', parts = [] } = kept?.article ?? {};
  if (!parts.some((part) => urlKey(part.url) === key)) return all;
  return all.filter(({ quote }) => {
    const found = locateQuote(text, quote);
    const start = found.ok ? found.value.start : -1;
    const part = parts.find((one) => start >= one.start && start < one.end);
    return part === undefined || urlKey(part.url) === key;
  });
}
