/** Watches for selections that a person makes on the page. */
import { byPerson } from '../overlay-host.ts';

/** Wait after the last change of a selection made by keyboard, ms: the person may still be extending it. */
const SETTLE_MS = 250;

/** Where a range begins and ends; unlike the live range it does not change. */
type Ends = Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;
/**
 * Open shadow roots that a person pressed or typed in: a browser reveals a selection inside one only if the root is
 * named.
 */
const roots = new Set<ShadowRoot>();

/** The range of a selection that can be highlighted: not empty and not inside an input; null otherwise. */
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

/** The selection if it is inside one open shadow root; null if it is not, or if the browser cannot tell. */
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

/** Callbacks about selections. */
export interface Selecting {
  /** A selection is finished. Called once for the same words, so that what is shown for them does not change. */
  selected(range: Range): void;
  /** The reported selection is gone. */
  unselected(): void;
  /** The pointer went down on the page, outside Lede's own elements. */
  pressed(): void;
}

/** Watches a person select, until `signal` aborts. What they press in our own guests is none of it.
 * @param selected whether words are selected already, by the person, for which nothing was shown yet */
export function watchSelection(document: Document, selecting: Selecting, signal: AbortSignal, selected = false): void {
  let timer = 0;
  let isDown = false;
  let told: Ends | null = null;
  const look = () => {
    if (isDown) return;
    const range = selectedRange(document);
    if (range && !(told && isSame(range, told))) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      told = { startContainer, startOffset, endContainer, endOffset };
      selecting.selected(range);
    } else if (!range && told) {
      told = null;
      selecting.unselected();
    }
  };
  const settle = (delayMs: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(look, delayMs);
  };
  const down = (event: PointerEvent) => {
    meet(event);
    if (!byPerson(event) || event.button !== 0 || isOurs(event)) return;
    isDown = true;
    told = null;
    selecting.pressed();
  };
  const up = (event: PointerEvent) => {
    if (!byPerson(event) || !isDown) return;
    isDown = false;
    settle(0);
  };
  document.addEventListener('pointerdown', down, { signal, capture: true });
  document.addEventListener('keydown', meet, { signal, capture: true });
  for (const kind of ['pointerup', 'pointercancel'] as const) {
    document.addEventListener(kind, up, { signal, capture: true });
  }
  document.addEventListener('selectionchange', () => settle(SETTLE_MS), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  if (selected) settle(0);
}

/** Whether an event was meant for one of our guests, whose insides are out of sight here. */
function isOurs({ target }: Event): boolean {
  return target instanceof Element && target.closest('[data-lede]') !== null;
}

function isSame(one: Ends, other: Ends): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}
