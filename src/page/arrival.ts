/** Waits until a page that changes without loading has replaced its article with the next one. */
import type { TracedArticle } from '../core/article/article.ts';
import { type Capture, stands } from './capture.ts';

/** A page is read once it was quiet, or busy, for this long, ms. */
const QUIET_MS = 300;
const BUSY_MS = 2_000;
/** After this many readings without an article, the page has none. */
const LOOKS_MOST = 8;
/** Attributes that hide or show a view that stays in the document. */
const SHOWN_BY = ['class', 'style', 'hidden'];

/**
 * Resolves once the article read `before` is removed or hidden; never if `signal` aborts first. A page that keeps its
 * article at another address is left as it is. An observer's call costs O(1), a check O(depth).
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
 * Resolves with the page's article as soon as there is one, with null if none comes; never if `signal` aborts first.
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

/** Calls `look` soon, and again after every change of the page, until it returns true or `signal` aborts. */
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
