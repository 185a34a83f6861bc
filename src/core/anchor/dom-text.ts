/**
 * Reads a live part of a document as the text in which passages are described and found, with the way back to its
 * nodes.
 */

import { DomReader, type DomPlace, hiddenByItself, isText } from './dom-reader.ts';

/** How to take style sheets into account; without these options only tags and attributes decide. */
export interface DomTextOptions {
  /** Whether an element and everything in it is hidden. Called once for each element. */
  isHidden?: (element: Element) => boolean;
}

/**
 * The text of a part of a document: one block a line, whitespace collapsed as rendered (kept in `pre`), table cells
 * separated by a tab. All positions are UTF-16 code units of `text`.
 */
export interface DomText {
  text: string;
  /** In the order of reading, without overlap. White space between two places belongs to none. */
  places: DomPlace[];
  /** Ranges of headings, in order. */
  headings: { start: number; end: number }[];
  /** [start, end) in the document; null if it holds nothing shown. Where it leaves a shadow root, its first part. */
  rangeAt: (start: number, end: number) => Range | null;
  /** The same, one piece a text node, images left out: across shadow roots too. Positions in the nodes as they are now;
   * white space between two pieces is part of them. */
  piecesAt: (start: number, end: number) => { node: Text; start: number; end: number }[];
  /** The images in [start, end). */
  imagesAt: (start: number, end: number) => HTMLImageElement[];
  /** The position of a boundary point; null if nothing of its tree was read. */
  offsetOf: (node: Node, offset: number) => number | null;
}

/** Nodes read in one step: less than a millisecond, including the look-up of styles. */
const STEP_NODES = 150;

/** Reads `root` and all in it. Changes nothing. O(nodes); about 10 ms for a page of 200 kB without `isHidden`. */
export function domText(root: Node, options: DomTextOptions = {}): DomText {
  const steps = domTextSteps(root, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `domText` in steps of less than a millisecond, for whoever must give the page its turn in between. */
export function* domTextSteps(
  root: Node,
  { isHidden = hiddenByItself }: DomTextOptions = {},
): Generator<undefined, DomText> {
  const reader = new DomReader(root, isHidden);
  while (reader.step(STEP_NODES)) yield;
  return wayBack(reader);
}

function wayBack(reader: DomReader): DomText {
  const { text, places, headings } = reader;
  const index = new Map<Node, DomPlace>();
  for (const place of places) index.set(place.node, place);

  /** The first place that ends after `position`. */
  const placeAfter = (position: number): number => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.end ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const placesIn = (start: number, end: number): DomPlace[] => {
    const found: DomPlace[] = [];
    for (let i = placeAfter(start); i < places.length; i++) {
      const place = places[i];
      if (!place || place.start >= end) break;
      found.push(place);
    }
    return found;
  };
  const piecesAt = (start: number, end: number): { node: Text; start: number; end: number }[] =>
    placesIn(start, end).flatMap((place, i, all) => {
      const { node } = place;
      if (!isText(node)) return [];
      // Inside the range a piece takes its node's outer white space along, so that no gap shows between two nodes.
      const from = i > 0 ? 0 : nodeOffset(node.data, place, Math.max(start, place.start), false);
      const to = i + 1 < all.length ? node.length : nodeOffset(node.data, place, Math.min(end, place.end), true);
      return to > from ? [{ node, start: from, end: to }] : [];
    });
  const imagesAt = (start: number, end: number): HTMLImageElement[] =>
    placesIn(start, end).flatMap(({ node }) => (isText(node) ? [] : [node]));

  const rangeAt = (start: number, end: number): Range | null => {
    const all = placesIn(start, end);
    const tree = all[0]?.node.getRootNode();
    const mine = all.filter(({ node }) => node.getRootNode() === tree);
    const [first, last] = [mine[0], mine[mine.length - 1]];
    if (!first || !last || !first.node.ownerDocument) return null;
    const range = first.node.ownerDocument.createRange();
    if (isText(first.node))
      range.setStart(first.node, nodeOffset(first.node.data, first, Math.max(start, first.start), false));
    else range.setStartBefore(first.node);
    if (isText(last.node)) range.setEnd(last.node, nodeOffset(last.node.data, last, Math.min(end, last.end), true));
    else range.setEndAfter(last.node);
    return range;
  };

  const offsetOf = (node: Node, offset: number): number | null => {
    const place = index.get(node);
    if (place && isText(node)) return textOffset(node.data, place, offset);
    return boundary(places, node, isText(node) ? null : (node.childNodes[offset] ?? null), isText(node));
  };
  return { text, places, headings, rangeAt, piecesAt, imagesAt, offsetOf };
}

/** The position of a boundary point in a node that fills no place: where the next place of its tree begins. */
function boundary(places: DomPlace[], node: Node, child: Node | null, inside: boolean): number | null {
  const tree = node.getRootNode();
  let last: DomPlace | undefined;
  for (const place of places) {
    if (place.node.getRootNode() !== tree) continue;
    const mark = child ?? node;
    const order = mark.compareDocumentPosition(place.node);
    const within = mark === place.node || (order & 16) !== 0; // Node.DOCUMENT_POSITION_CONTAINED_BY
    const after = (order & 4) !== 0 && !within; // Node.DOCUMENT_POSITION_FOLLOWING
    if (child || inside ? within || after : after) return place.start;
    last = place;
  }
  return last ? last.end : null;
}

/**
 * Maps a position of the text to an offset in a node. A position in collapsed whitespace is its first character, or its
 * last for the end of a range.
 */
function nodeOffset(data: string, { start, end }: DomPlace, position: number, isEnd: boolean): number {
  const wanted = position - start;
  if (end - start === data.length) return Math.min(wanted, data.length);
  let offset = isEnd && wanted > 0 ? wanted - 1 : wanted;
  offset = walk(data, offset);
  return Math.min(data.length, isEnd && wanted > 0 ? offset + 1 : offset);
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/** The offset in `data` of the shown letter of that number. */
function walk(data: string, shown: number): number {
  let offset = 0;
  while (offset < data.length && isSpace(data.charCodeAt(offset))) offset++;
  for (let n = 0; n < shown && offset < data.length; n++) {
    const space = isSpace(data.charCodeAt(offset++));
    if (space) while (offset < data.length && isSpace(data.charCodeAt(offset))) offset++;
  }
  return offset;
}

/** From an offset in a node to a position of the text. */
function textOffset(data: string, { start, end }: DomPlace, offset: number): number {
  if (end - start === data.length) return start + Math.min(offset, data.length);
  let shown = 0;
  let at = 0;
  while (at < data.length && isSpace(data.charCodeAt(at))) at++;
  for (; at < Math.min(offset, data.length); shown++) {
    const space = isSpace(data.charCodeAt(at++));
    if (space) while (at < data.length && isSpace(data.charCodeAt(at))) at++;
    if (space && at > offset) break;
  }
  return Math.min(end, start + shown);
}
