/** Remembers how a person corrected the reading of a site, and brings the saved article of the page up to date. */
import { type Sender, tell } from '../adapters/browser/channel.ts';
import { changeSettings, correctionOf, readSettings, withCorrection } from '../adapters/browser/settings.ts';
import { type Draft, write } from '../adapters/store/write/write.ts';
import type { Article } from '../core/article/article.ts';
import type { Correction } from '../core/article/removals/correction.ts';
import { hostOf } from '../core/library/address/host.ts';
import { keysOf } from '../core/library/address/keys-of.ts';
import { isSame } from '../core/library/plain.ts';
import { type Entry, RECORD_VERSION } from '../core/library/records.ts';
import { type Result, fail, ok } from '../core/result.ts';
import { type Dependencies, announced } from './announce.ts';
import { entryByKeys } from './find-entry.ts';

/**
 * Stores the correction of the sender's site (null removes it) and tells open views that the page is now read
 * differently. Nothing is stored for a private window.
 */
export async function keepCorrection(
  dependencies: Dependencies,
  sender: Sender,
  correction: Correction | null,
  article: Article | undefined,
): Promise<Result<null>> {
  const site = hostOf(sender.url);
  if (site === '') return fail('page-closed');
  if (sender.tabId !== undefined) tell('page.corrected', { tabId: sender.tabId });
  if (sender.incognito) return ok(null); // the page is read that way all the same
  await changeSettings(({ corrections }) => ({ corrections: withCorrection(corrections, site, correction) }));
  const { corrections } = await readSettings();
  if (!isSame(correctionOf(corrections, site), correction)) return fail('storage-refused');
  return article ? replaceArticle(dependencies, sender, article) : ok(null);
}

/** Puts the article as it is read now in place of the saved one, where the page is in the library. */
async function replaceArticle({ db, nowMs }: Dependencies, sender: Sender, article: Article): Promise<Result<null>> {
  const written = await write<null>(db, { kind: 'article.keep', nowMs: nowMs() }, async (draft) => {
    const entry = await entryByKeys(db, keysOf(sender.url));
    if (!entry || entry.deletedAt !== undefined) return ok(null);
    if (await holdsNotes(draft, entry, article)) {
      draft.keep({ entryId: entry.id, version: RECORD_VERSION, article, keptAt: nowMs() });
    }
    return ok(null);
  });
  return announced(db, written, sender.tabId === undefined ? {} : { tabId: sender.tabId });
}

const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * Whether this article also has every passage that was highlighted in the saved one, so that no note loses its place.
 */
async function holdsNotes(draft: Draft, entry: Entry, article: Article): Promise<boolean> {
  const kept = await draft.articleOf(entry.id);
  if (!kept || kept.article.url !== article.url || kept.article.parts) return false;
  const [before, after] = [bare(kept.article.text), bare(article.text)];
  const notes = await draft.notesOf(entry.id);
  return notes.every(({ quote, deletedAt }) => {
    const words = bare(quote.exact);
    return deletedAt !== undefined || !before.includes(words) || after.includes(words);
  });
}
