/** Walks what a document shows, in reading order and in steps, and folds its text. */

/**
 * The source of [start, end) of the text: a text node with collapsed whitespace, or an image with its alternative text.
 */
export interface DomPlace {
  node: Text | HTMLImageElement;
  start: number;
  end: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
/** Elements that show no words, or only the reader's own (form fields). */
const SKIPPED = words(
  `SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT DATALIST HEAD IFRAME OBJECT EMBED CANVAS VIDEO AUDIO METER
  PROGRESS title desc defs metadata style script`,
);
const BLOCKS = words(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER
  FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TBODY TFOOT
  THEAD TR UL`,
);
const CELLS = words('TD TH');
const KEEPS_SPACE = words('PRE LISTING');
/** Marks an element of our own. */
export const OWN_ATTRIBUTE = 'data-lede';
const SPACE = /[ \t\n\r\f]+/g;

/** Whether the element is hidden by its own attributes. */
export function hiddenByItself(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/.test(element.getAttribute('style') ?? '');
}

/** The children of a node that are still to be read, and what to do after the last. */
interface Frame {
  nodes: readonly Node[];
  next: number;
  keepsSpace: boolean;
  element: Element | null;
  separator: Separator | '';
  /** How many places there were before it. */
  before: number;
}
type Separator = ' ' | '\t' | '\n';

/** Reads a document in steps and never changes it; changes during the reading may or may not be seen. */
export class DomReader {
  readonly places: DomPlace[] = [];
  readonly headings: { start: number; end: number }[] = [];
  private readonly parts: string[] = [];
  private readonly stack: Frame[] = [];
  private length = 0;
  /** The separator between the last letter and the next one. */
  private between: Separator | '' = '';
  private readonly isHidden: (element: Element) => boolean;

  constructor(root: Node, isHidden: (element: Element) => boolean) {
    this.isHidden = isHidden;
    if (isElement(root) || isText(root)) this.read(root, inPre(root));
    else this.enter(root, false, null, '');
  }

  get text(): string {
    return this.parts.join('');
  }

  /** Reads up to this many more nodes; false when everything is read. */
  step(most: number): boolean {
    for (let left = most; left > 0; left--) {
      const frame = this.stack[this.stack.length - 1];
      if (!frame) return false;
      const node = frame.nodes[frame.next++];
      if (node) this.read(node, frame.keepsSpace);
      else this.leave(frame);
    }
    return this.stack.length > 0;
  }

  private part(separator: Separator): void {
    if (this.between !== '\n' && (this.between !== '\t' || separator === '\n')) this.between = separator;
  }

  private add(node: Text | HTMLImageElement, shown: string): void {
    if (this.length > 0 && this.between !== '') {
      this.parts.push(this.between);
      this.length++;
    }
    this.between = '';
    this.places.push({ node, start: this.length, end: this.length + shown.length });
    this.parts.push(shown);
    this.length += shown.length;
  }

  private addText(node: Text, keepsSpace: boolean): void {
    const { data } = node;
    if (keepsSpace && data.trim() !== '') {
      this.add(node, data);
      return;
    }
    const shown = data.replace(SPACE, ' ');
    if (shown.startsWith(' ')) this.part(' ');
    const trimmed = shown.slice(shown.startsWith(' ') ? 1 : 0, shown.endsWith(' ') ? -1 : undefined);
    if (trimmed === '') return;
    this.add(node, trimmed);
    if (shown.endsWith(' ')) this.part(' ');
  }

  private read(node: Node, keepsSpace: boolean): void {
    if (isText(node)) {
      this.addText(node, keepsSpace);
      return;
    }
    if (!isElement(node)) return;
    const tag = node.tagName;
    if (tag === 'BR') this.part('\n');
    else if (SKIPPED.has(tag) || node.hasAttribute(OWN_ATTRIBUTE) || this.isHidden(node)) return;
    else if (isImage(node)) this.addImage(node);
    else {
      const separator = BLOCKS.has(tag) ? '\n' : CELLS.has(tag) ? '\t' : '';
      if (separator !== '') this.part(separator);
      this.enter(node, keepsSpace || KEEPS_SPACE.has(tag), node, separator);
    }
  }

  private addImage(image: HTMLImageElement): void {
    const alt = image.alt.replace(SPACE, ' ').trim();
    if (alt === '') return;
    this.part(' ');
    this.add(image, alt);
    this.part(' ');
  }

  private enter(of: Node, keepsSpace: boolean, element: Element | null, separator: Separator | ''): void {
    this.stack.push({ nodes: shownChildren(of), next: 0, keepsSpace, element, separator, before: this.places.length });
  }

  private leave({ element, separator, before }: Frame): void {
    this.stack.pop();
    if (separator !== '') this.part(separator);
    const first = this.places[before];
    if (!first || !element) return;
    if (/^H[1-6]$/.test(element.tagName) || element.getAttribute('role') === 'heading') {
      this.headings.push({ start: first.start, end: this.length });
    }
  }
}

/**
 * The rendered children: those of an open shadow root replace the element's own, and slotted ones replace the slot's.
 */
function shownChildren(of: Node): readonly Node[] {
  if (!isElement(of)) return [...of.childNodes];
  if (of.shadowRoot) return [...of.shadowRoot.childNodes];
  const assigned = isSlot(of) ? of.assignedNodes() : [];
  return assigned.length > 0 ? assigned : [...of.childNodes];
}

/** Whether a node is text, CDATA included. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}
/** Whether a node is an element, of whatever realm. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot' && 'assignedNodes' in element;
}
function isImage(element: Element): element is HTMLImageElement {
  return element.tagName === 'IMG';
}
function inPre(root: Node): boolean {
  const element = isElement(root) ? root : root.parentElement;
  return element !== null && element.closest('pre, listing') !== null;
}
