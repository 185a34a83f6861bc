/** Which elements of a page can be picked as a part of it, and which lies beside which. */

/** Outward to what holds it, inward to the largest inside, or to the next part beside it. */
export type Direction = 'out' | 'in' | 'before' | 'after';

/** A part with fewer characters or a smaller side than this is a label or a sign (CSS px). */
const CHARACTERS_LEAST = 20;
const SIDE_PX_LEAST = 16;
/** Characters of a part that are told to a screen reader. */
const TOLD_CHARACTERS = 120;

/** Whether an element is a block of text that is seen, and no part of ours. */
export function isPickable(element: Element): boolean {
  const { ownerDocument } = element;
  if (element === ownerDocument.documentElement || element === ownerDocument.body) return false;
  if (element.closest('[data-lede]') || getComputedStyle(element).display.startsWith('inline')) return false;
  const { width, height } = element.getBoundingClientRect();
  if (width < SIDE_PX_LEAST || height < SIDE_PX_LEAST) return false;
  return (element.textContent?.trim().length ?? 0) >= CHARACTERS_LEAST;
}

/** Single lines of a text: who points at one means the box around it. */
const LINE = /^(?:P|H[1-6]|LI|DT|DD|TR|TD|TH|TBODY|THEAD|TFOOT|FIGCAPTION)$/;

/** The part at a point of the window, CSS px; null if nothing can be picked there. Arrows reach single lines. */
export function blockAt(document: Document, x: number, y: number): Element | null {
  let at = document.elementsFromPoint(x, y).find((element) => !element.closest('[data-lede]')) ?? null;
  while (at && !isPickable(at)) at = at.parentElement;
  const line = at;
  while (at && (LINE.test(at.nodeName) || !isPickable(at))) at = at.parentElement;
  return at ?? line;
}

/** Whether two elements fill the same place: then a step from one to the other shows nothing. */
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

/** The part that lies in a direction; null if there is none. */
export function beside(element: Element, direction: Direction): Element | null {
  if (direction === 'out') return outward(element);
  if (direction === 'in') return inward(element);
  return sibling(element, direction === 'after');
}

/** The first words of a part. */
export function firstWords(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, TOLD_CHARACTERS);
}
