/** Moves through the page's highlights by keyboard and announces the one that is reached. */
import type { Highlights } from '../../adapters/highlights/highlights.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { byPerson, createOverlayHost } from '../overlay-host.ts';
import type { Marking } from './marking.ts';

/** Elements in which typing belongs to the page. */
const TYPED_IN = 'input, textarea, select, [role=textbox], [role=searchbox], [role=combobox]';
/** Characters of a highlight that are announced. */
const SAID_MOST = 120;
const VOICE_CSS = `.box {
  inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}`;

function isTypedIn(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return false;
  return target.closest(TYPED_IN) !== null || (target instanceof HTMLElement && target.isContentEditable);
}

/**
 * Alt+Shift with an arrow key goes to the next or previous highlight, Alt+Shift+Enter opens its bar, Escape ends the
 * walk. Active until `signal` aborts.
 */
export function walkHighlights(
  document: Document,
  highlights: Highlights,
  marking: Marking,
  signal: AbortSignal,
): void {
  let at: string | null = null;
  let voice: ((sentence: string) => void) | undefined;
  const makeVoice = () => {
    const overlay = createOverlayHost(document, 'voice', VOICE_CSS, signal);
    overlay.box.setAttribute('role', 'status');
    overlay.box.setAttribute('aria-live', 'polite');
    return (sentence: string) => {
      overlay.show();
      // Screen readers announce a change, but not always what is there from the start.
      overlay.box.textContent = '';
      setTimeout(() => (overlay.box.textContent = sentence));
    };
  };
  const say = (id: string) => {
    const placed = highlights.states().filter(({ pageStart }) => pageStart !== null);
    const order = placed.toSorted((a, b) => (a.pageStart ?? 0) - (b.pageStart ?? 0)).map((one) => one.id);
    const words = (highlights.rangeOf(id)?.toString() ?? '').replace(/\s+/g, ' ').trim();
    const short = words.length > SAID_MOST ? `${words.slice(0, SAID_MOST)}…` : words;
    voice ??= makeVoice();
    voice(t('page_highlight_at', order.indexOf(id) + 1, order.length, short));
  };
  const go = (direction: 1 | -1): boolean => {
    at = highlights.next(direction);
    if (at !== null) say(at);
    return at !== null;
  };
  const open = (): boolean => {
    const id = at !== null && highlights.rangeOf(at) ? at : null;
    if (id === null) return go(1); // nothing is reached yet: the first press shows what the second one opens
    marking.openBar(id);
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    if (!byPerson(event) || event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
      at = null;
      highlights.unfocus();
      return;
    }
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || isTypedIn(event)) return;
    const done =
      event.key === 'ArrowDown' ? go(1) : event.key === 'ArrowUp' ? go(-1) : event.key === 'Enter' ? open() : false;
    if (done) event.preventDefault();
  };
  // On the window, so that a page's own handlers of these keys run first.
  document.defaultView?.addEventListener('keydown', press, { signal });
}
