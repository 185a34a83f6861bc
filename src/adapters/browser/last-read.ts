/**
 * Remembers, until the browser is closed, the article that was read last, so that a popup opens with it. In memory
 * only, never in a private window.
 */
import browser from 'webextension-polyfill';
import type { Article } from '../../core/article/article.ts';
import type { Digest } from '../../core/digest/digest.ts';

/** What popup and panel show of an article: everything but its tree. */
export type Glimpse = Omit<Article, 'tree'>;

/** An article at a glance, as it was read from a tab at an address. */
export interface LastRead {
  tabId: number;
  url: string;
  glimpse: Glimpse;
  digest: Digest;
}

const KEY = 'last-read';
/** Longer texts are read again: writing them would cost more than it saves (`storage.session` holds 10 MB in all). */
const TEXT_MOST = 500_000;

/**
 * Written by `keepLastRead` only and cleared with every update of the extension, so its mark is proof enough of its
 * shape.
 */
function isLastRead(kept: unknown): kept is LastRead {
  return typeof kept === 'object' && kept !== null && 'glimpse' in kept && 'digest' in kept && 'tabId' in kept;
}

/**
 * The article that was read last, in any tab, so that it can be requested before the tab is known; null if there is
 * none.
 */
export async function lastRead(): Promise<LastRead | null> {
  try {
    const kept = (await browser.storage.session.get(KEY))[KEY];
    return isLastRead(kept) ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Remembers it in place of the previous one; if the browser refuses, the next opening takes a few milliseconds longer.
 */
export async function keepLastRead(read: LastRead): Promise<void> {
  if (read.glimpse.text.length > TEXT_MOST) return;
  await browser.storage.session.set({ [KEY]: read }).catch(() => undefined);
}
