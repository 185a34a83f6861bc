/** The small bar at the end of a selection or on a highlight: five colours, note, copy, delete. */
import { t } from '../../adapters/i18n/sentences.ts';
import { colourValue } from '../../core/library/colours.ts';
import { COLOURS, type Colour } from '../../core/library/records.ts';
import { createOverlayHost } from '../overlay-host.ts';
import { type LabelledAction, type ToolbarActions, actionButtons, labelledButton } from './toolbar-buttons.ts';
import { createToolbarFocus, watchToolbarKeys } from './toolbar-focus.ts';
import { guardPresses } from './unmeant-press.ts';
import barStyle from '../overlay-bar.css?inline';
import ownStyle from './toolbar.css?inline';

/** The colours of the dots. */
const DOTS = COLOURS.map(
  (colour) => `[data-colour='${colour}'] .dot { background: ${colourValue(colour, 'light')}; }`,
).join('\n');

/** Space between the bar and its words, CSS px. */
const GAP_PX = 8;
/** How long a sentence stays, ms. */
const TOLD_MS = 6000;

/** The bar. */
export interface Toolbar {
  /**
   * Shows the actions next to the rectangle (window coordinates) of the selection's last line. `current` is its present
   * colour; `byKeys` moves the focus into the bar.
   */
  showAt(line: DOMRect, actions: ToolbarActions, current?: Colour, byKeys?: boolean): void;
  /** Shows one sentence, with an optional action. */
  tell(sentence: string, action?: LabelledAction): void;
  hide(): void;
  shown(): boolean;
}

/** Makes the bar of a document. */
export function createToolbar(document: Document, signal: AbortSignal): Toolbar {
  const overlay = createOverlayHost(document, 'toolbar', barStyle + ownStyle + DOTS, signal);
  const bar = document.createElement('div');
  bar.className = 'bar';
  overlay.box.append(bar);
  const appears = guardPresses(bar);
  const focus = createToolbarFocus(document, overlay.root, bar);
  let timer = 0;
  const hide = () => {
    clearTimeout(timer);
    const held = focus.held() !== null;
    overlay.hide();
    focus.giveBack(held);
  };
  /** Hides a sentence after a while, but not from under the keys. */
  const fade = () => {
    timer = window.setTimeout(() => (focus.held() ? fade() : hide()), TOLD_MS);
  };
  watchToolbarKeys(document, { overlay, bar, focus }, hide, signal);

  return {
    shown: overlay.shown,
    hide,
    showAt(line, actions, current, byKeys = false) {
      clearTimeout(timer);
      appears(actions.delete !== undefined);
      const held = focus.held();
      const stepped = held?.matches('.next') ?? false;
      if (byKeys && !held) focus.remember();
      bar.setAttribute('role', 'toolbar');
      bar.setAttribute('aria-label', t('toolbar_label'));
      bar.removeAttribute('aria-live');
      bar.replaceChildren(...actionButtons(document, actions, current));
      overlay.show();
      overlay.moveTo(...besideLine(document, line, bar.getBoundingClientRect()));
      if (byKeys || held) focus.enter(stepped);
    },
    tell(sentence, action) {
      clearTimeout(timer);
      appears(false);
      const held = focus.held() !== null;
      const said = document.createElement('span');
      said.className = 'said';
      said.textContent = sentence;
      bar.setAttribute('role', 'status');
      bar.setAttribute('aria-live', 'polite');
      bar.removeAttribute('aria-label');
      bar.replaceChildren(said, ...(action ? [labelledButton(document, action)] : []));
      overlay.show();
      const { width, height } = bar.getBoundingClientRect();
      overlay.moveTo((document.documentElement.clientWidth - width) / 2, innerHeight - height - 3 * GAP_PX);
      if (held && action) focus.enter(false);
      else focus.giveBack(held);
      fade();
    },
  };
}

/**
 * Where a bar of this size goes, [left, top] in window coordinates: below the line's end if there is room, else above;
 * never over the text, never outside the window.
 */
function besideLine(document: Document, line: DOMRect, { width, height }: DOMRect): [left: number, top: number] {
  const wide = document.documentElement.clientWidth;
  const top = line.bottom + GAP_PX + height <= innerHeight ? line.bottom + GAP_PX : line.top - GAP_PX - height;
  const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
  const left = rtl ? line.left : line.right - width / 2;
  return [
    Math.max(GAP_PX, Math.min(left, wide - width - GAP_PX)),
    Math.max(GAP_PX, Math.min(top, innerHeight - height - GAP_PX)),
  ];
}
