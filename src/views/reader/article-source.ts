/** Where the reader's article comes from: an open tab, or the library, with the notes kept of it. */
import { isPrivateTab } from '../../adapters/browser.ts';
import { ask, askPage } from '../../adapters/channel.ts';
import { articleOf, entryById, entryOf, notesOf } from '../../adapters/reading.ts';
import type { Article } from '../../core/article/article.ts';
import type { Entry, Note } from '../../core/library/records.ts';
import { type Result, fail, ok } from '../../core/result.ts';

/** A tab that shows it, or the entry it was saved as. */
export type Source = { tabId: number } | { entryId: string };

/** What the reader shows; `entry` where the library has it. */
export interface Shown {
  article: Article;
  entry: Entry | null;
  notes: Note[];
  /** It stands in a private window, of which nothing is kept. */
  isPrivate: boolean;
}

/** The article with what is kept of it. From the library it needs no tab and no network. */
export async function load(source: Source): Promise<Result<Shown>> {
  return 'entryId' in source ? loadEntry(source.entryId) : loadTab(source.tabId);
}

async function loadEntry(entryId: string): Promise<Result<Shown>> {
  const [entry, kept, notes] = await Promise.all([entryById(entryId), articleOf(entryId), notesOf(entryId)]);
  if (!entry.ok) return entry;
  if (!kept.ok) return kept;
  if (!notes.ok) return notes;
  if (!entry.value || !kept.value) return fail('not-found');
  return ok({ article: kept.value.article, entry: entry.value, notes: notes.value, isPrivate: false });
}

async function loadTab(tabId: number): Promise<Result<Shown>> {
  if (!Number.isInteger(tabId)) return fail('page-gone');
  const entered = await ask('tab.enter', { tabId });
  const read = await askPage(tabId, 'article.read', { fresh: false });
  if (!read.ok) return entered.ok ? read : fail('page-gone');
  const { article } = read.value;
  // What the library cannot tell is no reason not to read.
  const found = await entryOf(article.url, article.canonicalUrl);
  const entry = found.ok ? found.value : null;
  const kept = entry ? await articleOf(entry.id) : ok(null);
  const joined = kept.ok && kept.value?.article.parts ? kept.value.article : null; // its parts were joined before
  const notes = entry ? await notesOf(entry.id) : ok([]);
  return ok({
    article: joined ?? article,
    entry,
    notes: notes.ok ? notes.value : [],
    isPrivate: await isPrivateTab(tabId),
  });
}
