/** Notices when a person has selected words of the page. */
import { byPerson } from './guest.ts';

/** Wait after the last change of a selection made by keys, ms: a person is still extending it. */
const SETTLE_MS = 250;

/** Open shadow roots that a person pressed or typed in: a browser tells of a selection inside one only to who names the root. */
const roots = new Set<ShadowRoot>();

/** Whether a selection is one a reader may mark: not empty, and not inside something to type in. */
export function selectedRange(document: Document): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = shadowRange(document, selection) ?? selection.getRangeAt(0);
  if (range.collapsed || !range.toString().trim()) return null;
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

/** The selection, where it lies within one open shadow root; null where it does not, or the browser cannot tell. */
function shadowRange(document: Document, selection: Selection): Range | null {
  const shadowRoots = [...roots].filter(({ isConnected }) => isConnected);
  if (shadowRoots.length === 0 || !('getComposedRanges' in selection)) return null;
  const [composed] = selection.getComposedRanges({ shadowRoots });
  const root = composed?.startContainer.getRootNode();
  if (!composed || !(root instanceof ShadowRoot) || composed.endContainer.getRootNode() !== root) return null;
  const range = document.createRange();
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}

function meet(event: Event): void {
  for (const one of event.composedPath()) if (one instanceof ShadowRoot) roots.add(one);
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
  document.addEventListener(
    'pointerdown',
    (event) => {
      pressed = byPerson(event);
      meet(event);
    },
    { signal, capture: true },
  );
  document.addEventListener('keydown', meet, { signal, capture: true });
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
