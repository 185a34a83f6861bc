/**
 * Converts ranges and positions between `Article.text` and the live page, through the places that a reading recorded.
 */
import type { TextNodeRange, TracedArticle } from '../core/article/article.ts';

const SPACE = /\s/;

/** Where the `length` first folded characters of `folded` end inside the raw `data` of a text node. */
function rawOffset(data: string, folded: string, length: number): number {
  let raw = 0;
  for (let at = 0; at < length; at++) {
    const wanted = folded[at];
    if (wanted !== undefined && SPACE.test(wanted)) {
      while (raw < data.length && SPACE.test(data[raw] ?? '')) raw++;
      continue;
    }
    while (raw < data.length && data[raw] !== wanted) raw++;
    raw++;
  }
  return Math.min(raw, data.length);
}

/** The number of folded characters before the raw offset of a text node. */
function foldedOffset(data: string, folded: string, raw: number): number {
  let low = 0;
  let high = folded.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rawOffset(data, folded, middle) <= raw) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first place that ends after a position, by binary search. */
function indexAfter(places: TextNodeRange[], position: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && place.end <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The live range of `[start, end)` of the article's text, or null if the page no longer holds it. */
export function rangeOfPlaces({ article, places }: TracedArticle, start: number, end: number): Range | null {
  const first = places[indexAfter(places, start)];
  let lastIndex = indexAfter(places, end - 1);
  if ((places[lastIndex]?.start ?? Infinity) >= end) lastIndex--;
  const last = places[lastIndex];
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
  const inside = (place: TextNodeRange, position: number) => {
    const folded = article.text.slice(place.start, place.end);
    const [from, data] = raw(place);
    return from + rawOffset(data, folded, Math.max(0, Math.min(position, place.end) - place.start));
  };
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, startAfterSpace(first.node.data, inside(first, start)));
  range.setEnd(last.node, inside(last, end));
  return range;
}

/** The part of the text node that a place is, and where it begins there. */
function raw({ node, from = 0, to = node.length }: TextNodeRange): [from: number, data: string] {
  return [from, node.data.slice(from, to)];
}

function startAfterSpace(data: string, raw: number): number {
  let at = raw;
  while (at < data.length - 1 && SPACE.test(data[at] ?? '')) at++;
  return at;
}

/** The places of one reading by their text node; built once a reading. */
const placesByNode = new WeakMap<TracedArticle, Map<Node, TextNodeRange[]>>();

function placesIn(traced: TracedArticle, node: Node): TextNodeRange[] {
  let byNode = placesByNode.get(traced);
  if (!byNode) {
    byNode = new Map();
    for (const place of traced.places) {
      const known = byNode.get(place.node);
      if (known) known.push(place);
      else byNode.set(place.node, [place]);
    }
    placesByNode.set(traced, byNode);
  }
  return byNode.get(node) ?? [];
}

/** The position in the article's text of a point in the page, or null if it is outside the article. */
export function positionOf(traced: TracedArticle, node: Node, offset: number): number | null {
  for (const place of placesIn(traced, node)) {
    const { from = 0, to = place.node.length } = place;
    if (offset < from || offset > to) continue;
    const [, data] = raw(place);
    return place.start + foldedOffset(data, traced.article.text.slice(place.start, place.end), offset - from);
  }
  return null;
}

/** The text nodes that a range touches, in document order. */
function* textNodesOf(range: Range): Generator<Text> {
  const { commonAncestorContainer: root } = range;
  if (root instanceof Text) return yield root;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) {
      if (range.comparePoint(node, 0) > 0) return;
      continue;
    }
    if (node instanceof Text) yield node;
  }
}

/**
 * The range of `Article.text` that a live range covers, from its first word of the article to its last; null if it
 * holds none. Linear in the nodes of the range.
 */
export function articleRangeOf(traced: TracedArticle, range: Range): { start: number; end: number } | null {
  let start = Infinity;
  let end = -Infinity;
  for (const node of textNodesOf(range)) {
    const first = node === range.startContainer ? range.startOffset : 0;
    const last = node === range.endContainer ? range.endOffset : node.length;
    for (const { from = 0, to = node.length } of placesIn(traced, node)) {
      if (last <= from || first >= to) continue;
      start = Math.min(start, positionOf(traced, node, Math.max(first, from)) ?? Infinity);
      end = Math.max(end, positionOf(traced, node, Math.min(last, to)) ?? -Infinity);
    }
  }
  return start < end ? { start, end } : null;
}

/**
 * The first article position drawn at or below a line of the window (`y` in CSS px from its top); the text's end if
 * everything is above.
 */
export function positionAtLine({ article, places }: TracedArticle, y: number): number {
  let low = 0;
  let high = places.length;
  const range = places[0]?.node.ownerDocument.createRange();
  if (!range) return 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (!place) break;
    range.setStart(place.node, place.from ?? 0);
    range.setEnd(place.node, place.to ?? place.node.length);
    if (range.getBoundingClientRect().bottom < y) low = middle + 1;
    else high = middle;
  }
  return places[low]?.start ?? article.text.length;
}
