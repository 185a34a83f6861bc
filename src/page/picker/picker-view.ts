/** What the picker shows over the page: a frame around the marked part, and a bar that says how to go on. */
import hiddenStyle from '../../adapters/visually-hidden.css?inline';
import { t } from '../../adapters/i18n/sentences.ts';
import barStyle from '../overlay-bar.css?inline';
import { byPerson, createOverlayHost } from '../overlay-host.ts';
import { firstWords } from './pickable.ts';
import ownStyle from './picker.css?inline';

/** Space that the frame leaves around the part, CSS px. */
const MARGIN_PX = 4;

/** A button of the bar: its words and what a press by the person does. */
export type BarButton = readonly [name: string, run: () => void];

/** The frame and the bar. */
export interface PickerView {
  /** Draws the frame around a part; without one there is none. */
  frame(part: Element | null): void;
  /** Tells screen readers which part is marked now. */
  say(part: Element): void;
  show(buttons: readonly BarButton[]): void;
  focus(): void;
  /** Whether the focus is on one of its buttons. */
  onButton(): boolean;
}

function element(document: Document, tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** Makes them, hidden, in a document; they live until the signal aborts. */
export function createPickerView(document: Document, signal: AbortSignal): PickerView {
  const overlay = createOverlayHost(document, 'picker', barStyle + hiddenStyle + ownStyle, signal);
  const outline = element(document, 'div', 'frame');
  const bar = element(document, 'div', 'bar');
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', t('correct_pick'));
  bar.tabIndex = -1;
  const said = element(document, 'span', 'said');
  said.textContent = t('picker_how');
  const marked = element(document, 'span', 'visually-hidden');
  marked.setAttribute('role', 'status');
  overlay.root.prepend(outline);
  overlay.box.append(bar);
  const buttonOf = ([name, run]: BarButton) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = name;
    made.addEventListener('click', (event) => byPerson(event) && run());
    return made;
  };
  return {
    frame(part) {
      const box = part?.getBoundingClientRect();
      outline.hidden = !box;
      if (!box) return;
      // Keeps the sides of a part as wide as the window visible.
      const left = Math.max(0, box.left - MARGIN_PX);
      const right = Math.min(document.documentElement.clientWidth, box.right + MARGIN_PX);
      outline.style.left = `${left}px`;
      outline.style.top = `${box.top - MARGIN_PX}px`;
      outline.style.width = `${right - left}px`;
      outline.style.height = `${box.height + 2 * MARGIN_PX}px`;
    },
    say(part) {
      marked.textContent = firstWords(part);
    },
    show(buttons) {
      bar.append(said, ...buttons.map(buttonOf), marked);
      overlay.show();
    },
    focus() {
      window.focus();
      bar.focus({ preventScroll: true });
    },
    onButton: () => overlay.root.activeElement?.matches('button') ?? false,
  };
}
