/**
 * Follows a page that loads late, scrolls endlessly or changes its address without loading, with a bounded amount of
 * work.
 */
import { urlKey } from '../core/library/url-key.ts';

/** Callbacks for a page that changes. */
export interface Following {
  signal: AbortSignal;
  /** Whether a highlight is lost or misplaced; called after changes, so it must be cheap. */
  isAmiss: () => boolean;
  /** Searches again for what is lost or misplaced. */
  lookAgain: () => Promise<void>;
  /** The address has changed without loading. */
  onAddress: () => void;
}

/** Waits until the page was quiet, or busy, for this long, ms. */
const QUIET_MS = 300;
const BUSY_MS = 2_000;
/** Each search without a result doubles the wait before the next one, up to this, ms. */
const LONGEST_MS = 20_000;
/** Total time for searches at one address, ms; a person's own action allows a little more. */
const BUDGET_MS = 6_000;
const ACT_MS = 1_000;
/** A person's click or key may unfold something; it is shown after about this time, ms. */
const OPENS_MS = 400;

/**
 * Follows until `signal` aborts. An observer's call costs O(1); the rest is left to `lookAgain`, which paces itself.
 */
export function followPage(document: Document, { signal, isAmiss, lookAgain, onAddress }: Following): void {
  const window = document.defaultView;
  if (!window) return;
  let key = urlKey(document.location.href);
  let href = document.location.href;
  let left = BUDGET_MS;
  let wait = QUIET_MS;
  let since = 0;
  let earliest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  let isDirty = false;

  const plan = (): void => {
    const now = performance.now();
    const settled = Math.min(now + QUIET_MS, since + BUSY_MS);
    clearTimeout(timer);
    timer = setTimeout(() => void look(), Math.max(0, Math.max(settled, earliest) - now));
  };
  const look = async (): Promise<void> => {
    timer = undefined;
    since = 0;
    isDirty = false;
    if (signal.aborted || isLooking || left <= 0 || !isAmiss()) return;
    isLooking = true;
    const before = performance.now();
    try {
      await lookAgain();
    } finally {
      left -= performance.now() - before;
      isLooking = false;
    }
    wait = isAmiss() ? Math.min(LONGEST_MS, wait * 2) : QUIET_MS;
    earliest = performance.now() + wait;
    if (isDirty) stirred();
  };
  const stirred = (): void => {
    checkAddress();
    isDirty = true;
    if (left <= 0 || isLooking) return;
    since ||= performance.now();
    plan();
  };

  const checkAddress = (): void => {
    if (document.location.href === href) return;
    href = document.location.href;
    const next = urlKey(href);
    if (next === key) return;
    key = next;
    left = BUDGET_MS;
    [wait, earliest] = [QUIET_MS, 0];
    onAddress();
  };
  const acted = (event: Event): void => {
    if (!event.isTrusted) return;
    left = Math.max(left, ACT_MS);
    [wait, earliest] = [QUIET_MS, 0];
    setTimeout(() => {
      if (!signal.aborted && !timer) void look();
      checkAddress();
    }, OPENS_MS);
  };

  const observer = new MutationObserver(stirred);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  for (const name of ['popstate', 'hashchange']) window.addEventListener(name, checkAddress, { signal });
  // With the Navigation API, browsers report every change of address; elsewhere the next change of the page reveals it.
  if ('navigation' in window) {
    window.navigation.addEventListener('currententrychange', checkAddress, { signal });
  }
  for (const name of ['click', 'keyup', 'toggle']) document.addEventListener(name, acted, { signal, capture: true });
  document.addEventListener('visibilitychange', acted, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
