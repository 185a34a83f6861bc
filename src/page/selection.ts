/** Notices when a person has selected words of the page. */
import { byPerson } from './guest.ts';

/** Wait after the last change of a selection made by keys, ms: a person is still extending it. */
const SETTLE_MS = 250;

/** Whether a selection is one a reader may mark: not empty, and not inside something to type in. */
export function selectedRange(document: Document): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.toString().trim()) return null;
  const at = range.commonAncestorContainer;
  const element = at instanceof Element ? at : at.parentElement;
  if (
    element?.closest('input, textarea, [data-lede]') ||
    (element instanceof HTMLElement && element.isContentEditable)
  ) {
    return null;
  }
  return range;
}

/** Calls back with a finished selection, and with null when it is gone. */
export function watchSelection(document: Document, changed: (range: Range | null) => void, signal: AbortSignal): void {
  let timer = 0;
  let pressed = false;
  const settle = (delayMs: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!pressed) changed(selectedRange(document));
    }, delayMs);
  };
  document.addEventListener('pointerdown', (event) => (pressed = byPerson(event)), { signal, capture: true });
  for (const kind of ['pointerup', 'pointercancel'] as const) {
    document.addEventListener(
      kind,
      () => {
        pressed = false;
        settle(0);
      },
      { signal, capture: true },
    );
  }
  document.addEventListener('selectionchange', () => settle(SETTLE_MS), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
