/** Finds one highlight in the page, and checks whether it is still there. */
import type { DomText } from '../../core/anchor/dom-text.ts';
import { type Located, locateQuote, stateOf } from '../../core/anchor/locate.ts';
import type { PageHighlight } from '../../messages.ts';
import type { Piece } from './paint.ts';
import type { Reach } from './reach.ts';

/** A highlight and its place in the page. */
export interface Placement extends Reach {
  highlight: PageHighlight;
  /** Null if the highlight is lost, or was not looked for yet. */
  located: Located | null;
  /** What its pieces held when they were painted. */
  words: string;
  now?: string;
}

/** The placement of a highlight that was not looked for yet. */
export function unplaced(highlight: PageHighlight): Placement {
  return { id: highlight.id, highlight, located: null, pieces: [], images: [], words: '' };
}

/** Looks for a highlight in the page's text and changes `one` to what is found. */
export function place(one: Placement, dom: DomText): void {
  const { quote } = one.highlight;
  const found = locateQuote(dom.text, quote);
  one.located = found.ok ? found.value : null;
  one.pieces = found.ok ? dom.piecesAt(found.value.start, found.value.end) : [];
  one.images = found.ok ? dom.imagesAt(found.value.start, found.value.end) : [];
  one.words = wordsOf(one.pieces);
  delete one.now;
  if (found.ok && stateOf(dom.text, quote, found.value) === 'changed') {
    one.now = dom.text.slice(found.value.start, found.value.end);
  }
}

/** Whether a highlight is lost, or the page changed its words or took its image away since it was placed. */
export function isOff(one: Placement): boolean {
  return !one.located || wordsOf(one.pieces) !== one.words || one.images.some((image) => !image.isConnected);
}

/** What pieces hold now; of nodes that are gone, nothing. */
function wordsOf(pieces: Piece[]): string {
  return pieces.map(({ node, start, end }) => (node.isConnected ? node.data.slice(start, end) : '')).join('\n');
}
