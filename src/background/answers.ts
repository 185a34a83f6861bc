/**
 * Combines the background's handlers: those for web pages and those for Lede's own pages, each behind a check of its
 * input.
 */
import { enterPage } from '../adapters/browser/injection.ts';
import type { Handlers } from '../adapters/browser/channel.ts';
import type { FromPage, FromView, FromViewOnSync } from '../messages.ts';
import type { Dependencies } from './announce.ts';
import { pageShapes, parsed, viewShapes } from './request-schemas.ts';
import { pageArticleHandlers } from './from-page/page-articles.ts';
import { pageHighlightHandlers } from './from-page/page-highlights.ts';
import { visitHandlers } from './from-page/page-visits.ts';
import { syncShapes } from './sync/sync-shapes.ts';
import type { Syncing } from './sync/syncing.ts';
import { syncHandlers } from './sync/view-sync.ts';
import { rateBound } from './rate-limit.ts';
import { entryHandlers } from './view-entries.ts';
import { fileHandlers } from './view-files.ts';
import { noteHandlers } from './view-notes.ts';

/** The handlers for pages: input parsed, calls limited in rate. */
export function pageAnswers(dependencies: Dependencies): Handlers<FromPage> {
  const handlers = {
    ...visitHandlers(dependencies),
    ...pageHighlightHandlers(dependencies),
    ...pageArticleHandlers(dependencies),
  };
  return parsed(pageShapes, handlers, rateBound(dependencies.nowMs));
}

/** The handlers for Lede's own pages: input parsed. */
export function viewAnswers(dependencies: Dependencies): Handlers<Omit<FromView, keyof FromViewOnSync>> {
  return parsed(viewShapes, {
    'tab.enter': ({ tabId }) => enterPage(tabId),
    ...entryHandlers(dependencies),
    ...noteHandlers(dependencies),
    ...fileHandlers(dependencies),
  });
}

/** The handlers about sync for Lede's own pages: input parsed. */
export function syncAnswers(syncing: Syncing): Handlers<FromViewOnSync> {
  return parsed(syncShapes, syncHandlers(syncing));
}
