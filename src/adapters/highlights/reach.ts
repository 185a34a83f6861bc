/** Locates painted highlights: which are at a point, where they are on the screen, and how to scroll one into view. */
import type { Piece } from './paint.ts';

/** What is painted of one highlight. */
export interface Reach {
  id: string;
  pieces: Piece[];
  images: HTMLImageElement[];
}

/** A live range over a highlight, within the tree where it begins; null if its nodes are gone. */
export function rangeOver(document: Document, { pieces, images }: Reach): Range | null {
  const [first, last] = [pieces[0], pieces.findLast((p) => p.node.getRootNode() === pieces[0]?.node.getRootNode())];
  const range = document.createRange();
  if (first && last) {
    if (!first.node.isConnected || !last.node.isConnected) return null;
    range.setStart(first.node, Math.min(first.start, first.node.length));
    range.setEnd(last.node, Math.min(last.end, last.node.length));
    return range;
  }
  if (!images[0]?.isConnected) return null;
  range.selectNode(images[0]);
  return range;
}

/** The highlights whose painted text or image is at a point. */
export function idsUnder(document: Document, all: Reach[], x: number, y: number): string[] {
  const roots = new Set<ShadowRoot>();
  for (const { pieces } of all) {
    for (const { node } of pieces) {
      const root = node.getRootNode();
      if (root instanceof ShadowRoot) roots.add(root);
    }
  }
  const caret = caretAt(document, x, y, [...roots]);
  const top = document.elementsFromPoint(x, y)[0];
  const found = all.filter(({ pieces, images }) => {
    if (top && images.some((image) => image === top)) return true;
    if (!caret) return false;
    const { node: offsetNode, offset } = caret;
    return pieces.some(
      (piece) =>
        piece.node === offsetNode && offset >= piece.start && offset <= piece.end && covers(document, piece, x, y),
    );
  });
  const length = ({ pieces }: Reach): number => pieces.reduce((sum, p) => sum + p.end - p.start, 0);
  return found.sort((a, b) => length(a) - length(b)).map(({ id }) => id);
}

/**
 * The place between two letters nearest to a point. Chrome before 128 knows it by another name, without shadow roots.
 */
function caretAt(document: Document, x: number, y: number, shadowRoots: ShadowRoot[]) {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** Lines of a piece may part by a pixel. */
const TOUCH_PX = 2;

function covers(document: Document, { node, start, end }: Piece, x: number, y: number): boolean {
  const range = document.createRange();
  range.setStart(node, Math.min(start, node.length));
  range.setEnd(node, Math.min(end, node.length));
  return [...range.getClientRects()].some(
    (r) => x >= r.left - TOUCH_PX && x <= r.right + TOUCH_PX && y >= r.top - TOUCH_PX && y <= r.bottom + TOUCH_PX,
  );
}

/** A revealed highlight is placed at this share of the window's height, so that the text before it is visible too. */
const REST_01 = 0.3;
/** Beyond this many window heights the window jumps instead of scrolling smoothly, which would only make one dizzy. */
const GLIDE_MOST = 2;
/** Margin next to what is scrolled sideways, in CSS px. */
const SIDE_PX = 16;

/**
 * Scrolls the first line of a range to 30 % of the height, in every scroll container around it and then in the window,
 * and opens collapsed content around it. The element around it may be far larger than the window (a plain-text page is
 * one element). O(depth).
 */
export function bring(range: Range, image: HTMLImageElement | undefined): void {
  const container = range.startContainer;
  const element = image ?? (container instanceof Element ? container : container.parentElement);
  if (!element) return;
  for (let at: Element | null = element; at; at = around(at)) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  const shown = [...(image ?? range).getClientRects()].find(({ width, height }) => width > 0 || height > 0);
  const box = shown ?? range.getBoundingClientRect();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const glide = (by: number, height: number): ScrollBehavior =>
    still || Math.abs(by) > GLIDE_MOST * height ? 'instant' : 'smooth';
  // A glide has not moved anything yet when the next scroller is asked: where the words will be is counted, not
  // measured.
  let { top, left, right } = box;
  for (let at: Element | null = element; at; at = around(at)) {
    const style = getComputedStyle(at);
    if (scrolls(at, style)) {
      const frame = at.getBoundingClientRect();
      const wanted = top - (frame.top + at.clientTop + at.clientHeight * REST_01);
      const down = Math.max(-at.scrollTop, Math.min(wanted, at.scrollHeight - at.clientHeight - at.scrollTop));
      const from = frame.left + at.clientLeft;
      const across = sideways(left, right, from, from + at.clientWidth);
      at.scrollBy({ top: down, left: across, behavior: glide(down, at.clientHeight) });
      top -= down;
      left -= across;
      right -= across;
    }
    if (style.position === 'fixed') return; // the window does not move it
  }
  const { clientHeight, clientWidth } = document.documentElement;
  const down = top - clientHeight * REST_01;
  scrollBy({ top: down, left: sideways(left, right, 0, clientWidth), behavior: glide(down, clientHeight) });
}

/** The least that must be scrolled to the side so that `left` is seen, and `right` too if there is room. */
function sideways(left: number, right: number, from: number, to: number): number {
  if (left < from) return left - from - SIDE_PX;
  return right > to ? Math.min(right - to + SIDE_PX, left - from - SIDE_PX) : 0;
}

/** Whether an element scrolls what is in it, and not the window for it. */
function scrolls(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
  if (element === document.documentElement || element === document.scrollingElement) return false;
  const hidden = /^(?:visible|clip)$/;
  if (element === document.body && hidden.test(getComputedStyle(document.documentElement).overflowY)) return false;
  const high = !hidden.test(overflowY) && element.scrollHeight > element.clientHeight;
  return high || (!hidden.test(overflowX) && element.scrollWidth > element.clientWidth);
}

/** The element around one as it is drawn: out of slots and shadow roots too. */
function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** A click on these is meant for the page. */
const INTERACTIVE =
  'a[href], button, input, select, textarea, label, summary, [contenteditable=""], [contenteditable=true]';

/** Whether a person clicked on text of the page, without modifier keys, and not on anything interactive. */
export function isPlainClick(event: MouseEvent, document: Document): boolean {
  if (!event.isTrusted || event.defaultPrevented || event.button !== 0) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest(INTERACTIVE)) return false;
  return document.getSelection()?.isCollapsed !== false;
}
