/**
 * Chooses the highlights that a page gets: those made at its own site and, in an article of several parts, those of its
 * part.
 */
import { readSettings } from '../adapters/browser/settings.ts';
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { locateQuote } from '../core/anchor/locate.ts';
import type { Article } from '../core/article/article.ts';
import type { Entry, Note } from '../core/library/records.ts';
import { siteOf, sitesShownAt } from '../core/library/address/site.ts';
import { urlKey } from '../core/library/url-key.ts';
import type { PageHighlight } from '../messages.ts';

/** What a page learns about a note: never its text. */
export function highlightOf({ id, quote, colour }: Note): PageHighlight {
  return { id, quote, colour };
}

/** The sites whose highlights a page of this address may show. Call it before a transaction, not inside one. */
export async function sitesAt(address: string): Promise<ReadonlySet<string>> {
  return sitesShownAt(address, (await readSettings()).joinedSites);
}

/**
 * The notes that were made at these sites. An entry may hold several sites' copies of one article; a page can read what
 * is painted in it, and so learns nothing of what a person marked at another site, unless they joined the two.
 */
export function ownNotes<Kept extends Pick<Note, 'url'>>(notes: readonly Kept[], shown: ReadonlySet<string>): Kept[] {
  return notes.filter(({ url }) => shown.has(siteOf(url)));
}

/** The highlights of an entry that a page of `address` may show, in the order of the text, without those in the bin. */
async function highlightsOf(db: LibraryDatabase, entryId: string, address: string): Promise<PageHighlight[]> {
  const shown = await sitesAt(address);
  const notes = await db.notes.where('entryId').equals(entryId).toArray();
  return ownNotes(notes, shown)
    .filter((note) => note.deletedAt === undefined)
    .toSorted((a, b) => a.quote.start - b.quote.start)
    .map(highlightOf);
}

/** The keys of an article's other parts, under which its entry is known too; none of another site. */
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
