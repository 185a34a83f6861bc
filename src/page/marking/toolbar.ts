/** The small bar at the end of a selection or on a highlight: five colours, note, copy, delete. */
import { Copy, type IconNode, Link, NotebookPen, TextQuote, Trash2, createElement } from 'lucide';
import { t } from '../../adapters/i18n/sentences.ts';
import { isRtl, itemAfterKey } from '../../adapters/roving-focus.ts';
import { colourValue } from '../../core/library/colours.ts';
import { COLOURS, type Colour } from '../../core/library/records.ts';
import { byPerson, createOverlayHost } from '../overlay-host.ts';
import css from './toolbar.css?inline';

/** The colours of the dots. */
const DOTS = COLOURS.map(
  (colour) => `[data-colour='${colour}'] .dot { background: ${colourValue(colour, 'light')}; }`,
).join('\n');

/** Space between the bar and its words, CSS px. */
const GAP_PX = 8;
/**
 * A press this soon after a highlight's bar appeared was not meant for it, ms: a page may lay its text out so that the
 * second click of a double click falls on "Delete".
 */
const UNMEANT_MS = 500;
/** How long a sentence stays, ms. */
const TOLD_MS = 6000;

/** The actions of the bar. `delete` only for an existing highlight. */
export interface ToolbarActions {
  colour(colour: Colour): void;
  note(): void;
  copy(): void;
  /** Copies a link that opens the page at these words. */
  copyLink(): void;
  /** Copies the words as a quotation with its source. */
  copyQuotation(): void;
  delete?(): void;
  /** Where highlights overlap: which one is shown, and how to get to the next. */
  next?: { label: string; run: () => void };
}

/** The bar. */
export interface Toolbar {
  /**
   * Shows the actions next to the rectangle (window coordinates) of the selection's last line. `current` is its present
   * colour; `byKeys` moves the focus into the bar.
   */
  showAt(line: DOMRect, actions: ToolbarActions, current?: Colour, byKeys?: boolean): void;
  /** Shows one sentence, with an optional action. */
  tell(sentence: string, action?: { label: string; run: () => void }): void;
  hide(): void;
  shown(): boolean;
}

/** Makes the bar of a document. */
export function createToolbar(document: Document, signal: AbortSignal): Toolbar {
  const overlay = createOverlayHost(document, 'toolbar', css + DOTS, signal);
  const bar = document.createElement('div');
  bar.className = 'bar';
  overlay.box.append(bar);
  let timer = 0;
  let upSinceMs = 0;
  let isUnmeant = false;
  const isSoon = ({ timeStamp }: Event) => timeStamp - upSinceMs < UNMEANT_MS;
  bar.addEventListener('pointerdown', (event) => (isUnmeant = isSoon(event)), { capture: true });
  /** Whether the bar belongs to a highlight, which its buttons change or delete. */
  let isOfHighlight = false;
  /**
   * Keys act at once; a press that changes a highlight acts only if the bar had been visible for a while when it began.
   */
  const guard = (event: MouseEvent) => {
    const isStep = event.target instanceof Element && event.target.closest('.next') !== null;
    if (isOfHighlight && !isStep && event.detail > 0 && (isUnmeant || isSoon(event))) event.stopPropagation();
  };
  bar.addEventListener('click', guard, { capture: true });

  const button = (name: string, run: () => void, content: Node): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.title = name;
    made.setAttribute('aria-label', name);
    made.append(content);
    made.addEventListener('pointerdown', (event) => event.preventDefault()); // the selection stays
    made.addEventListener('click', (event) => byPerson(event) && run());
    return made;
  };
  const icon = (node: IconNode): Node => {
    const drawn = createElement(node, { 'stroke-width': 1.5 });
    drawn.setAttribute('aria-hidden', 'true');
    return drawn;
  };
  const dot = (colour: Colour, checked: boolean, run: () => void) => {
    const shape = document.createElement('span');
    shape.className = 'dot';
    const made = button(t(`colour_${colour}`), run, shape);
    made.dataset['colour'] = colour;
    made.setAttribute('role', 'radio');
    made.setAttribute('aria-checked', String(checked));
    return made;
  };
  const gap = () => {
    const line = document.createElement('span');
    line.className = 'gap';
    return line;
  };

  /** The element that had the focus before keys moved it into the bar. */
  let before: HTMLElement | null = null;

  const hide = () => {
    clearTimeout(timer);
    const held = overlay.root.activeElement !== null;
    overlay.hide();
    if (held && before?.isConnected) before.focus({ preventScroll: true });
    before = null;
  };
  /** Moves the focus into the bar, or keeps it there when the buttons were recreated. */
  const focusIn = (stepped: boolean) => {
    const [first] = bar.querySelectorAll('button');
    const wanted = stepped ? '.next' : '[aria-checked=true]';
    (bar.querySelector<HTMLElement>(wanted) ?? first)?.focus();
  };
  bar.addEventListener('keydown', (event) => {
    if (!byPerson(event)) return;
    const buttons = [...bar.querySelectorAll('button')];
    const at = buttons.findIndex((each) => each === overlay.root.activeElement);
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
    const isOpen = overlay.shown() && bar.getAttribute('role') === 'toolbar' && !overlay.root.activeElement;
    if (!isOpen || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    focusIn(false);
    event.preventDefault();
  };
  const pressed = (event: KeyboardEvent) => {
    if (!byPerson(event)) return;
    if (event.key === 'Escape') hide();
    else if (event.key === 'Tab') enter(event);
  };
  document.addEventListener('keydown', pressed, { signal });

  /** Below the line's end if there is room, else above; never over the text, never outside the window. */
  const place = (line: DOMRect) => {
    overlay.show();
    const { width, height } = bar.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    const top = line.bottom + GAP_PX + height <= innerHeight ? line.bottom + GAP_PX : line.top - GAP_PX - height;
    const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
    const left = rtl ? line.left : line.right - width / 2;
    overlay.moveTo(
      Math.max(GAP_PX, Math.min(left, wide - width - GAP_PX)),
      Math.max(GAP_PX, Math.min(top, innerHeight - height - GAP_PX)),
    );
  };

  return {
    shown: overlay.shown,
    hide,
    showAt(line, actions, current, byKeys = false) {
      clearTimeout(timer);
      upSinceMs = performance.now();
      isOfHighlight = actions.delete !== undefined;
      const held = overlay.root.activeElement;
      const stepped = held?.matches('.next') ?? false;
      if (byKeys && !held) before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      bar.setAttribute('role', 'toolbar');
      bar.setAttribute('aria-label', t('toolbar_label'));
      bar.removeAttribute('aria-live');
      const dots = document.createElement('div');
      dots.setAttribute('role', 'radiogroup');
      dots.setAttribute('aria-label', t('toolbar_colours'));
      dots.style.display = 'flex';
      dots.append(...COLOURS.map((colour) => dot(colour, colour === current, () => actions.colour(colour))));
      bar.replaceChildren(
        dots,
        gap(),
        button(t('toolbar_note'), actions.note, icon(NotebookPen)),
        button(t('toolbar_copy'), actions.copy, icon(Copy)),
        button(t('parts_note_copy_link'), actions.copyLink, icon(Link)),
        button(t('parts_note_copy_quote'), actions.copyQuotation, icon(TextQuote)),
      );
      if (actions.delete) bar.append(button(t('toolbar_delete'), actions.delete, icon(Trash2)));
      if (actions.next) {
        const { label, run } = actions.next;
        const made = button(label, run, document.createTextNode(label));
        made.className = 'words next';
        bar.append(gap(), made);
      }
      place(line);
      if (byKeys || held) focusIn(stepped);
    },
    tell(sentence, action) {
      clearTimeout(timer);
      isOfHighlight = false;
      const said = document.createElement('span');
      said.className = 'said';
      said.textContent = sentence;
      bar.setAttribute('role', 'status');
      bar.setAttribute('aria-live', 'polite');
      bar.removeAttribute('aria-label');
      bar.replaceChildren(said);
      if (action) {
        const made = button(action.label, action.run, document.createTextNode(action.label));
        made.className = 'words';
        bar.append(made);
      }
      overlay.show();
      const { width, height } = bar.getBoundingClientRect();
      overlay.moveTo((document.documentElement.clientWidth - width) / 2, innerHeight - height - 3 * GAP_PX);
      timer = window.setTimeout(hide, TOLD_MS);
    },
  };
}
