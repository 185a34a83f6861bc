/** Reads an untrusted document: with limits, and by methods that the page cannot shadow. */
import { alternatives } from '../alternatives.ts';

/** Most elements of one name looked at; a head holds some fifty. */
const MOST_ELEMENTS = 400;
/** Most text nodes of one element read. */
const MOST_NODES = 60;
/** Most runs of text of a whole page looked at. */
const MOST_RUNS = 6000;
/** `NodeFilter.SHOW_ELEMENT | SHOW_TEXT`, and `SHOW_TEXT` alone. */
export const ELEMENTS_AND_TEXT = 5;
const TEXT = 4;

/** Elements that begin a new line, and those whose text nobody sees. */
export const BLOCKS = new RegExp(
  `^${alternatives(
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER H[1-6] HEADER HR LI MAIN NAV OL P PRE',
    'SECTION TABLE TD TH TR UL',
  )}$`,
);
/** Elements whose text nobody reads. */
export const SILENT = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|TITLE|SELECT|BUTTON|TEXTAREA|IFRAME)$/i;

/** Elements by tag name. A page cannot shadow this with a form control or an image named as the method is. */
export function byTag(document: Document, name: string, most = MOST_ELEMENTS): Element[] {
  const list: HTMLCollectionOf<Element> = Document.prototype.getElementsByTagName.call(document, name);
  const elements: Element[] = [];
  // Reading the list's length would make the browser search the whole document.
  for (let element = list.item(0); element && elements.length < most; element = list.item(elements.length))
    elements.push(element);
  return elements;
}

/** A walker over `root`, however the page names its images. */
export function walk(document: Document, root: Node, show: number): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, show);
}

/** An attribute; also works on a form whose controls shadow its methods. */
export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** White space collapsed and trimmed, at most `most` code units. */
export function collapsed(text: string | null | undefined, most = 1000): string {
  return (text ?? '')
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .trimEnd();
}

/** The texts of an element's text nodes, collapsed, empty ones left out; at most `most` code units in all. */
export function pieces(document: Document, element: Element, most: number): string[] {
  const walker = walk(document, element, TEXT);
  const texts: string[] = [];
  let length = 0;
  for (let steps = 0; steps < MOST_NODES && length <= most; steps++) {
    const node = walker.nextNode();
    if (!node) break;
    if (node.parentNode && SILENT.test(node.parentNode.nodeName)) continue;
    const text = collapsed(node.nodeValue, most + 1);
    if (text) texts.push(text);
    length += text.length;
  }
  return texts;
}

/** The runs of text in the body, in document order: the first 6,000, white space collapsed, 300 code units of each. */
export function* textRuns(document: Document): Iterable<string> {
  const [body] = byTag(document, 'body', 1);
  if (!body) return;
  const walker = walk(document, body, TEXT);
  for (let steps = 0; steps < MOST_RUNS; steps++) {
    const node = walker.nextNode();
    if (!node) return;
    if (node.parentNode && SILENT.test(node.parentNode.nodeName)) continue;
    const text = collapsed(node.nodeValue, 300);
    if (text) yield text;
  }
}

/** The element that holds a line and nothing else, among the first 6,000 runs of text of the body. */
export function elementOfLine(document: Document, line: string): Element | undefined {
  const [body] = byTag(document, 'body', 1);
  if (!body || !line) return undefined;
  const walker = walk(document, body, TEXT);
  for (let steps = 0; steps < MOST_RUNS; steps++) {
    const node = walker.nextNode();
    if (!node) return undefined;
    const holder = node.parentElement;
    if (holder && !SILENT.test(holder.nodeName) && collapsed(node.nodeValue, line.length + 1) === line) return holder;
  }
  return undefined;
}

/** An element's text as it is read: a space where a block or a line break parts it, styles and scripts left out. */
export function shownText(document: Document, element: Element, most: number): string {
  const walker = walk(document, element, ELEMENTS_AND_TEXT);
  let text = '';
  for (let steps = 0; steps < MOST_NODES && text.length <= most * 2; steps++) {
    const node = walker.nextNode();
    if (!node) break;
    if (node.nodeType !== 3) text += BLOCKS.test(node.nodeName) ? ' ' : '';
    else if (!node.parentNode || !SILENT.test(node.parentNode.nodeName))
      text += (node.nodeValue ?? '').slice(0, most * 2);
  }
  return collapsed(text, most);
}
