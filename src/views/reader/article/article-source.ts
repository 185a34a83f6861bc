/** Where the reader's article comes from: an open tab, or the library, with the notes kept of it. */
import { isPrivateTab } from '../../../adapters/browser/browser.ts';
import { ask, askPage } from '../../../adapters/browser/channel.ts';
import { sessionArticle } from '../../../adapters/browser/session-articles.ts';
import { lastRead } from '../../../adapters/browser/last-read.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Digest } from '../../../core/digest/digest.ts';
import type { Entry, Note } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';
import type { Source } from './reader-address.ts';

/** What the library keeps of it. */
export interface Kept {
  entry: Entry | null;
  notes: Note[];
}

/**
 * What the reader shows. `glance` is its digest where popup or panel made it a moment ago; null if it is still to be
 * made.
 */
export interface Shown extends Kept {
  article: Article;
  glance: Digest | null;
  /** It is in a private window, so nothing is saved. */
  isPrivate: boolean;
  /** The reading position in `Article.text`, for an unsaved article. */
  position: number;
  /** The tab that shows its page; null if none is known to. */
  tabId: number | null;
}

const NOTHING_KEPT: Kept = { entry: null, notes: [] };
/**
 * The database's code is as large as the rest of the reader, so it is loaded in parallel with the request to the page.
 */
const library = () => import('../../../adapters/store/read/library.ts');

/** The article with what is kept of it. From the library it needs no tab and no network. */
export async function load(source: Source): Promise<Result<Shown>> {
  if ('entryId' in source) return loadEntry(source.entryId);
  return 'page' in source ? loadPage(source.page, source.tabId) : loadTab(source.tabId);
}

/**
 * The article of a page's address: from the tab that showed it while it still does, else from the library, else as it
 * was read in this session.
 */
async function loadPage(page: string, tabId: number | null): Promise<Result<Shown>> {
  const session = sessionArticle(page);
  const inTab = tabId === null ? null : await loadTab(tabId);
  const position = (await session)?.position ?? 0;
  if (inTab?.ok && inTab.value.article.url === page) return ok({ ...inTab.value, position });
  const { entryOf } = await library();
  const entry = await entryOf(page);
  const saved = entry.ok && entry.value ? await loadEntry(entry.value.id) : null;
  if (saved?.ok) return saved;
  const kept = await session;
  return kept ? ok({ ...kept, glance: null, ...NOTHING_KEPT, isPrivate: false, tabId: null }) : fail('page-gone');
}

/**
 * What is kept now, asked again after a change; the article is not read again. What the library cannot tell is no
 * reason not to read.
 */
export async function keptOf(entryId: string | null, article: Pick<Article, 'url' | 'canonicalUrl'>): Promise<Kept> {
  const { entryById, entryOf, notesOf } = await library();
  const found = entryId === null ? await entryOf(article.url, article.canonicalUrl) : await entryById(entryId);
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
  if (!entry.value) return fail('not-found');
  // An entry imported from a file of notes has no text until its page is opened again.
  const article = kept.value?.article ?? (await sessionArticle(entry.value.url))?.article;
  if (!article) return fail('not-found');
  return ok({
    article,
    glance: null,
    entry: entry.value,
    notes: notes.value,
    isPrivate: false,
    position: 0,
    tabId: null,
  });
}

/** The article of a tab. The page script is injected only if none answers; usually the popup has done so. */
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
async function keptWhole(page: Pick<Article, 'url' | 'canonicalUrl'>) {
  const kept = await keptOf(null, page);
  if (!kept.entry) return { kept, joined: null };
  const { articleOf } = await library();
  const stored = await articleOf(kept.entry.id);
  return { kept, joined: stored.ok && stored.value?.article.parts ? stored.value.article : null };
}

async function loadTab(tabId: number): Promise<Result<Shown>> {
  if (tabId < 0) return fail('page-gone');
  const known = lastRead().then((last) => (last?.tabId === tabId ? last : null));
  // The data that popup and panel have on this tab includes the address, so the library is queried in parallel with the
  // page.
  const early = known.then((last) => last && keptWhole(last.glimpse));
  const [read, last, isPrivate] = await Promise.all([articleOfTab(tabId), known, isPrivateTab(tabId)]);
  if (!read.ok) return read;
  const article = read.value;
  const { glimpse } = last ?? {};
  const same = glimpse?.url === article.url && glimpse.text === article.text && glimpse.title === article.title;
  const place = { isPrivate, position: 0, tabId };
  const { kept, joined } = (same ? await early : null) ?? (await keptWhole(article));
  if (joined) return ok({ article: joined, glance: null, ...kept, ...place });
  return ok({ article, glance: same ? (last?.digest ?? null) : null, ...kept, ...place });
}
