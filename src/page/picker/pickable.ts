/** Which elements of a page can be picked as a part, and how the arrow keys move between them. */

/** Outward to the parent, inward to the largest child, or to the next sibling part. */
export type Direction = 'out' | 'in' | 'before' | 'after';

/** A part with fewer characters, or a smaller side in CSS px, is a label or an icon. */
const CHARACTERS_LEAST = 20;
const SIDE_PX_LEAST = 16;
/** Maximum length of a part's description for screen readers, in characters. */
const TOLD_CHARACTERS = 120;

/** Whether an element is a visible block of text, and not one of Lede's. */
export function isPickable(element: Element): boolean {
  const { ownerDocument } = element;
  if (element === ownerDocument.documentElement || element === ownerDocument.body) return false;
  if (element.closest('[data-lede]') || getComputedStyle(element).display.startsWith('inline')) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width < SIDE_PX_LEAST || height < SIDE_PX_LEAST) return false;
  return (element.textContent?.trim().length ?? 0) >= CHARACTERS_LEAST;
}

/** Single lines of a text: somebody who points at one means the box around it. */
const LINE = /^(?:P|H[1-6]|LI|DT|DD|TR|TD|TH|TBODY|THEAD|TFOOT|FIGCAPTION)$/;

/** The part at a point of the window, CSS px; null if nothing can be picked there. Arrows reach single lines. */
export function blockAt(document: Document, x: number, y: number): Element | null {
  let at = document.elementsFromPoint(x, y).find((element) => !element.closest('[data-lede]')) ?? null;
  while (at && !isPickable(at)) at = at.parentElement;
  const line = at;
  while (at && (LINE.test(at.nodeName) || !isPickable(at))) at = at.parentElement;
  return at ?? line;
}

/** Whether two elements fill the same rectangle: a step from one to the other would show no change. */
function isSamePlace(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.width === b.width && a.height === b.height && a.top === b.top && a.left === b.left;
}

function outward(element: Element): Element | null {
  let at = element.parentElement;
  while (at && (!isPickable(at) || isSamePlace(at, element))) at = at.parentElement;
  return at;
}

function inward(element: Element): Element | null {
  let level = [...element.children];
  while (level.length > 0) {
    const parts = level.filter((one) => isPickable(one) && !isSamePlace(one, element));
    if (parts.length > 0) {
      const length = (part: Element) => part.textContent?.length ?? 0;
      return parts.reduce((most, part) => (length(part) > length(most) ? part : most));
    }
    level = level.flatMap((one) => [...one.children]);
  }
  return null;
}

function sibling(element: Element, forward: boolean): Element | null {
  let at = forward ? element.nextElementSibling : element.previousElementSibling;
  while (at && !isPickable(at)) at = forward ? at.nextElementSibling : at.previousElementSibling;
  return at;
}

/** The part in a direction; null if there is none. */
export function beside(element: Element, direction: Direction): Element | null {
  if (direction === 'out') return outward(element);
  if (direction === 'in') return inward(element);
  return sibling(element, direction === 'after');
}

/** The first words of a part, for a screen reader. */
export function firstWords(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, TOLD_CHARACTERS);
}
