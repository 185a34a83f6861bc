/** The keyboard in the toolbar: takes the focus from the page, moves it among the buttons and gives it back. */
import { isRtl, itemAfterKey } from '../../adapters/roving-focus.ts';
import { type OverlayHost, byPerson } from '../overlay-host.ts';

/** The focus of the bar. */
export interface ToolbarFocus {
  /** The element of the bar that has the focus; null if it is elsewhere. */
  held(): Element | null;
  /** Remembers the element of the page that has the focus, to give it back later. */
  remember(): void;
  /** Moves the focus to the button for the next highlight if `stepped`, else to the checked colour or the first. */
  enter(stepped: boolean): void;
  /** Forgets the remembered element, after focusing it if the bar `wasHeld`. */
  giveBack(wasHeld: boolean): void;
}

/** Makes the focus of a bar. */
export function createToolbarFocus(document: Document, root: ShadowRoot, bar: HTMLElement): ToolbarFocus {
  let before: HTMLElement | null = null;
  return {
    held: () => root.activeElement,
    remember() {
      before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    enter(stepped) {
      const [first] = bar.querySelectorAll('button');
      const wanted = stepped ? '.next' : '[aria-checked=true]';
      (bar.querySelector<HTMLElement>(wanted) ?? first)?.focus();
    },
    giveBack(wasHeld) {
      if (wasHeld && before?.isConnected) before.focus({ preventScroll: true });
      before = null;
    },
  };
}

/** Arrows move among the buttons, Tab enters the bar, Escape calls `hide`. Active until `signal` aborts. */
export function watchToolbarKeys(
  document: Document,
  { overlay, bar, focus }: { overlay: OverlayHost; bar: HTMLElement; focus: ToolbarFocus },
  hide: () => void,
  signal: AbortSignal,
): void {
  bar.addEventListener('keydown', (event) => {
    if (!byPerson(event)) return;
    const buttons = [...bar.querySelectorAll('button')];
    const at = buttons.findIndex((each) => each === focus.held());
    const next = itemAfterKey(event.key, at, buttons.length, { axis: 'inline', wraps: true }, isRtl(bar));
    if (next !== null) {
      buttons[next]?.focus();
      event.preventDefault();
    }
    event.stopPropagation(); // not for a page's own shortcuts
    if (event.key === 'Escape') hide();
  });
  /** Tab moves from the page into the bar that has just appeared, whatever the page's own order. */
  const enter = (event: KeyboardEvent) => {
    const isOpen = overlay.shown() && bar.getAttribute('role') === 'toolbar' && !focus.held();
    if (!isOpen || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    focus.remember();
    focus.enter(false);
    event.preventDefault();
  };
  const pressed = (event: KeyboardEvent) => {
    if (!byPerson(event)) return;
    if (event.key === 'Escape') hide();
    else if (event.key === 'Tab') enter(event);
  };
  document.addEventListener('keydown', pressed, { signal });
}
