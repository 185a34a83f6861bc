/** Where the reader's article comes from: an open tab, or the library, with the notes kept of it. */
import { isPrivateTab } from '../../../adapters/browser/browser.ts';
import { ask, askPage } from '../../../adapters/browser/channel.ts';
import { lastRead } from '../../../adapters/browser/last-read.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Digest } from '../../../core/digest/digest.ts';
import type { Entry, Note } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';

/** A tab that shows it, or the entry it was saved as. */
export type Source = { tabId: number } | { entryId: string };

/** What the library keeps of it. */
export interface Kept {
  entry: Entry | null;
  notes: Note[];
}

/** What the reader shows. `glance` is its digest where popup or panel made it a moment ago; null where it is still to be made. */
export interface Shown extends Kept {
  article: Article;
  glance: Digest | null;
  /** It stands in a private window, of which nothing is kept. */
  isPrivate: boolean;
}

const NOTHING_KEPT: Kept = { entry: null, notes: [] };
/** The database is as large as the rest of the reader: it is fetched beside what the page is asked, not before. */
const library = () => import('../../../adapters/store/read/library.ts');

/** The article with what is kept of it. From the library it needs no tab and no network. */
export async function load(source: Source): Promise<Result<Shown>> {
  return 'entryId' in source ? loadEntry(source.entryId) : loadTab(source.tabId);
}

/** What is kept now, asked again after a change; the article is not read again. What the library cannot tell is no reason not to read. */
export async function keptOf(source: Source, article: Pick<Article, 'url' | 'canonicalUrl'>): Promise<Kept> {
  const { entryById, entryOf, notesOf } = await library();
  const found =
    'entryId' in source ? await entryById(source.entryId) : await entryOf(article.url, article.canonicalUrl);
  if (!found.ok || !found.value) return NOTHING_KEPT;
  const notes = await notesOf(found.value.id);
  return { entry: found.value, notes: notes.ok ? notes.value : [] };
}

async function loadEntry(entryId: string): Promise<Result<Shown>> {
  const { articleOf, entryById, notesOf } = await library();
  const [entry, kept, notes] = await Promise.all([entryById(entryId), articleOf(entryId), notesOf(entryId)]);
  if (!entry.ok) return entry;
  if (!kept.ok) return kept;
  if (!notes.ok) return notes;
  if (!entry.value || !kept.value) return fail('not-found');
  const { article } = kept.value;
  return ok({ article, glance: null, entry: entry.value, notes: notes.value, isPrivate: false });
}

/** The article of a tab. The page script is put in only where none answers: mostly the popup has done so. */
async function articleOfTab(tabId: number): Promise<Result<Article>> {
  const read = await askPage(tabId, 'article.read', { fresh: false });
  if (read.ok) return ok(read.value.article);
  if (read.error.kind !== 'page-closed') return read;
  const entered = await ask('tab.enter', { tabId });
  const again = await askPage(tabId, 'article.read', { fresh: false });
  if (again.ok) return ok(again.value.article);
  return entered.ok ? again : fail('page-gone');
}

/** What is kept of a page, and the article where its parts were joined before. */
async function keptWhole(tabId: number, page: Pick<Article, 'url' | 'canonicalUrl'>) {
  const kept = await keptOf({ tabId }, page);
  if (!kept.entry) return { kept, joined: null };
  const { articleOf } = await library();
  const stored = await articleOf(kept.entry.id);
  return { kept, joined: stored.ok && stored.value?.article.parts ? stored.value.article : null };
}

async function loadTab(tabId: number): Promise<Result<Shown>> {
  if (!Number.isInteger(tabId)) return fail('page-gone');
  const known = lastRead().then((last) => (last?.tabId === tabId ? last : null));
  // What popup and panel know of this tab names the address, so the library is asked while the page is.
  const early = known.then((last) => last && keptWhole(tabId, last.glimpse));
  const [read, last, isPrivate] = await Promise.all([articleOfTab(tabId), known, isPrivateTab(tabId)]);
  if (!read.ok) return read;
  const article = read.value;
  const { glimpse } = last ?? {};
  const same = glimpse?.url === article.url && glimpse.text === article.text && glimpse.title === article.title;
  const { kept, joined } = (same ? await early : null) ?? (await keptWhole(tabId, article));
  if (joined) return ok({ article: joined, glance: null, ...kept, isPrivate });
  return ok({ article, glance: same ? (last?.digest ?? null) : null, ...kept, isPrivate });
}
