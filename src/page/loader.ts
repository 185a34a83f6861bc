/**
 * Runs on every page of a granted site and asks whether Lede has anything to do there. Only then, or when the person
 * selects words, the page script is loaded. It observes nothing, so that other pages cost next to nothing.
 */
import { answerSome, askFromPage } from '../adapters/browser/channel.ts';
import { ok } from '../core/result.ts';

/** A selection counts once it has not changed for this long, ms, and no button is down. */
const SETTLE_MS = 250;

/** The loader of a page, for the page script. */
export interface Loader {
  /** Ends the loader: the page script takes over. */
  life: AbortController;
  /** Whether words were selected before the page script came. */
  selected: boolean;
}

declare global {
  interface Window {
    ledeLoader?: Loader;
  }
}

function start(loader: Loader): void {
  const { signal } = loader.life;
  const enter = () => void askFromPage('page.enter', { script: 'page' });
  const look = () => {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    void askFromPage('page.look', canonical ? { canonicalUrl: canonical } : {});
  };

  let isDown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isDown || loader.selected || document.getSelection()?.isCollapsed !== false) return;
      loader.selected = true;
      enter();
    }, SETTLE_MS);
  };
  const pressed = ({ type }: Event) => {
    isDown = type === 'pointerdown';
    if (!isDown) settle();
  };
  for (const kind of ['pointerdown', 'pointerup', 'pointercancel']) {
    document.addEventListener(kind, pressed, { signal, capture: true, passive: true });
  }
  document.addEventListener('selectionchange', settle, { signal });

  let href = location.href;
  const moved = () => {
    if (location.href === href) return;
    href = location.href;
    look();
  };
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', moved, { signal });
  for (const kind of ['popstate', 'hashchange']) addEventListener(kind, moved, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  // A highlight of this page was made elsewhere, for example in the reader or another tab.
  const changed = ({ highlights }: { highlights: unknown[] }) => {
    if (highlights.length) enter();
    return ok(null);
  };
  answerSome({ 'highlights.changed': changed }, signal);
  look();
}

const isRunning = window.ledeGuest?.signal.aborted === false || window.ledeLoader?.life.signal.aborted === false;
if (!isRunning) {
  window.ledeLoader = { life: new AbortController(), selected: false };
  start(window.ledeLoader);
}
