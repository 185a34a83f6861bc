/** Waits until a page that changes without loading has put its next article in the place of the one before. */
import type { TracedArticle } from '../core/article/article.ts';
import { type Capture, stands } from './capture.ts';

/** A page is looked at once it was quiet for so long, or busy for so long, ms. */
const QUIET_MS = 300;
const BUSY_MS = 2_000;
/** A page that has no article after so many looks has none. */
const LOOKS_MOST = 8;
/** What hides or shows a view that stays in the document, besides what is added and removed. */
const SHOWN_BY = ['class', 'style', 'hidden'];

/**
 * Resolves once the article read `before` is gone from the page, or hidden in it; never where `signal` aborts first.
 * A page that keeps its article at another address is left as it is. An observer's turn costs O(1), a look O(depth).
 */
export function whenReplaced(document: Document, before: TracedArticle, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    whenQuiet(document, signal, () => {
      if (stands(before)) return false;
      resolve();
      return true;
    });
  });
}

/**
 * Resolves with the page's article as soon as there is one, with null where none comes; never where `signal` aborts
 * first.
 */
export function whenRead(document: Document, capture: Capture, signal: AbortSignal): Promise<TracedArticle | null> {
  const first = capture.read(false);
  if (first.ok) return Promise.resolve(first.value);
  let looks = 0;
  return new Promise((resolve) => {
    whenQuiet(document, signal, () => {
      const read = capture.read(false);
      looks++;
      if (!read.ok && looks < LOOKS_MOST) return false;
      resolve(read.ok ? read.value : null);
      return true;
    });
  });
}

/** Calls `look` soon, and again after every stir of the page, until it answers true or `signal` aborts. */
function whenQuiet(document: Document, signal: AbortSignal, look: () => boolean): void {
  if (signal.aborted) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const end = (): void => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const stirred = (): void => {
    const now = performance.now();
    since ||= now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        since = 0;
        if (look()) end();
      },
      Math.max(0, Math.min(now + QUIET_MS, since + BUSY_MS) - now),
    );
  };
  const observer = new MutationObserver(stirred);
  const what = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SHOWN_BY };
  observer.observe(document, what);
  signal.addEventListener('abort', end, { once: true });
  stirred();
}
