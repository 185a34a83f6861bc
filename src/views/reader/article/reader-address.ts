/**
 * The reader's own address: it says which article, and holds when the page is closed, the reader loaded again, or
 * bookmarked.
 */

/**
 * Where an article comes from: an open tab, the library, or the address of its page (with the tab that showed it last).
 * A private window's article is never named by its address.
 */
export type Source = { tabId: number } | { entryId: string } | { page: string; tabId: number | null };

const DIGITS = /^\d+$/;

/**
 * Reads the reader's search (`?entry=ID`, `?page=ADDRESS&tab=ID`, `?tab=ID`); what names nothing is a tab that is
 * gone.
 */
export function sourceOf(search: string): Source {
  const asked = new URLSearchParams(search);
  const [entryId, page, tab] = [asked.get('entry'), asked.get('page'), asked.get('tab')];
  const tabId = tab !== null && DIGITS.test(tab) ? Number(tab) : null;
  if (entryId) return { entryId };
  if (page && isWebPage(page)) return { page, tabId };
  return { tabId: tabId ?? -1 };
}

/** Whether an address may be opened at a click: a bookmark may hold anything. */
function isWebPage(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:', 'file:'].includes(new URL(address).protocol);
}

/** The query string for a source, with the page's other parameters (`theme`, `lang`). */
export function searchOf(source: Source, search: string): string {
  const asked = new URLSearchParams(search);
  for (const name of ['entry', 'page', 'tab']) asked.delete(name);
  if ('entryId' in source) asked.set('entry', source.entryId);
  if ('page' in source) asked.set('page', source.page);
  if ('tabId' in source && source.tabId !== null) asked.set('tab', String(source.tabId));
  return `?${asked.toString()}`;
}
