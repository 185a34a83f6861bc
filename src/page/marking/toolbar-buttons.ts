/** Builds the buttons of the toolbar: the colours as a radio group, then the actions. */
import { Copy, type IconNode, Link, NotebookPen, TextQuote, Trash2, createElement } from 'lucide';
import { t } from '../../adapters/i18n/sentences.ts';
import { COLOURS, type Colour } from '../../core/library/records.ts';
import { byPerson } from '../overlay-host.ts';

/** An action whose button shows its label. */
export interface LabelledAction {
  label: string;
  run: () => void;
}

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
  next?: LabelledAction;
}

/** A button that shows its own label. */
export function labelledButton(document: Document, { label, run }: LabelledAction): HTMLButtonElement {
  const made = button(document, label, run, document.createTextNode(label));
  made.className = 'words';
  return made;
}

/** All that the bar shows for `actions`, in order; `current` is the colour that is checked. */
export function actionButtons(document: Document, actions: ToolbarActions, current?: Colour): Node[] {
  const action = (name: string, run: () => void, node: IconNode) => button(document, t(name), run, icon(node));
  const made: Node[] = [
    colourDots(document, actions.colour, current),
    gap(document),
    action('toolbar_note', actions.note, NotebookPen),
    action('toolbar_copy', actions.copy, Copy),
    action('parts_note_copy_link', actions.copyLink, Link),
    action('parts_note_copy_quote', actions.copyQuotation, TextQuote),
  ];
  if (actions.delete) made.push(action('toolbar_delete', actions.delete, Trash2));
  if (actions.next) {
    const next = labelledButton(document, actions.next);
    next.classList.add('next');
    made.push(gap(document), next);
  }
  return made;
}

function colourDots(document: Document, choose: (colour: Colour) => void, current?: Colour): HTMLElement {
  const dots = document.createElement('div');
  dots.setAttribute('role', 'radiogroup');
  dots.setAttribute('aria-label', t('toolbar_colours'));
  dots.style.display = 'flex';
  dots.append(...COLOURS.map((colour) => dot(document, colour, colour === current, () => choose(colour))));
  return dots;
}

function dot(document: Document, colour: Colour, checked: boolean, run: () => void): HTMLButtonElement {
  const shape = document.createElement('span');
  shape.className = 'dot';
  const made = button(document, t(`colour_${colour}`), run, shape);
  made.dataset['colour'] = colour;
  made.setAttribute('role', 'radio');
  made.setAttribute('aria-checked', String(checked));
  return made;
}

function button(document: Document, name: string, run: () => void, content: Node): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.title = name;
  made.setAttribute('aria-label', name);
  made.append(content);
  made.addEventListener('pointerdown', (event) => event.preventDefault()); // the selection stays
  made.addEventListener('click', (event) => byPerson(event) && run());
  return made;
}

function icon(node: IconNode): Node {
  const drawn = createElement(node, { 'stroke-width': 1.5 });
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}

function gap(document: Document): HTMLElement {
  const line = document.createElement('span');
  line.className = 'gap';
  return line;
}
