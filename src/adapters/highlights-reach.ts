/** Reaches painted highlights: which lie under a point, where they are on the screen, and how to bring one into view. */
import type { Piece } from './highlights-paint.ts';

/** What is painted of one highlight. */
export interface Reach {
  id: string;
  pieces: Piece[];
  images: HTMLImageElement[];
}

/** A live range over a highlight, within the tree where it begins; null where its nodes are gone. */
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

/** The highlights whose painted words, or image, lie under a point. */
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

/** The place between two letters nearest to a point. Chrome before 128 knows it by another name, without shadow roots. */
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

/** Scrolls a range to the middle of what is seen, through every scroller on the way; opens what is folded up around it. */
export function bring(range: Range, image: HTMLImageElement | undefined): void {
  const container = range.startContainer;
  const element = image ?? (container instanceof Element ? container : container.parentElement);
  if (!element) return;
  for (let at: Element | null = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior: ScrollBehavior = calm ? 'instant' : 'smooth';
  const { height } = element.getBoundingClientRect();
  const view = document.documentElement.clientHeight;
  if (height < view) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
  else {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const { top } = range.getBoundingClientRect();
    scrollBy({ top: top - view / 2, behavior });
  }
}
