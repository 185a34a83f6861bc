/** Runs Readability on a page, as a fallback if the judge finds no article. */
import { Readability } from '@mozilla/readability';
import { childrenOf, copyOf, elementsOf, isShadowed } from './page/dom-clobbering.ts';
import { isElement } from './page/walk.ts';
import type { Page } from './page/model.ts';

/**
 * Larger pages get no second opinion, as they take Readability too long (15,000 elements take about half a second,
 * measured).
 */
const MOST_ELEMENTS = 12_000;
/** Readability and the browser's own serialiser walk recursively in places. */
const MOST_DEPTH = 400;
const MARK = 'data-lede-box';
const NEEDLESS =
  'script:not([type^="math/tex"]),style,svg,noscript,template,link,iframe,object,embed,select,textarea,' +
  'input,canvas,head meta';

/** A copy of the document whose boxes carry their index, without what Readability would only discard. */
function markedCopy(page: Page): Document | undefined {
  const copy = copyOf(page.document);
  if (!isDocument(copy)) return undefined;
  const boxes = new Map(page.boxes.map((box) => [box.element, box]));
  const originals = elementsOf(page.document);
  const copies = copy.getElementsByTagName('*');
  for (let at = 0; at < originals.length; at++) {
    const original = originals[at];
    const box = original && boxes.get(original);
    if (box) copies[at]?.setAttribute(MARK, String(box.index));
  }
  for (const form of Array.from(copy.querySelectorAll('form')))
    if (isShadowed(form)) Element.prototype.replaceWith.call(form, ...childrenOf(form));
  for (const needless of Array.from(copy.querySelectorAll(NEEDLESS))) {
    if (needless.hasAttribute(MARK))
      needless.replaceWith(...Array.from(needless.childNodes)); // a <noscript> that is the page
    else needless.remove();
  }
  return copy;
}

function isDocument(node: Node): node is Document {
  return node.nodeType === 9;
}

/**
 * Asks Readability: 1 for each box whose own text it keeps, by the box's index. Undefined if it finds nothing, or where
 * the page is too large or too deep for it. The document is not changed. Costs about as much as all the rest of
 * reading.
 */
export function isolate(page: Page): Uint8Array | undefined {
  if (page.plain || page.elements > MOST_ELEMENTS) return undefined;
  if (page.boxes.some((box) => box.depth > MOST_DEPTH)) return undefined;
  const copy = markedCopy(page);
  if (!copy?.body) return undefined;
  const article = new Readability<Node>(copy, { serializer: (node) => node, disableJSONLD: true }).parse();
  const root = article?.content;
  if (!isElement(root)) return undefined;
  const kept = new Uint8Array(page.boxes.length);
  for (const element of [root, ...Array.from(root.querySelectorAll(`[${MARK}]`))]) {
    const index = Number(element.getAttribute(MARK) ?? Number.NaN);
    if (Number.isInteger(index) && index >= 0 && index < kept.length) kept[index] = 1;
  }
  passDown(page, kept);
  return kept;
}

/** Readability merges a box into its only child and keeps the parent's mark, so the child is marked too. */
function passDown(page: Page, kept: Uint8Array): void {
  const inside = new Int32Array(page.boxes.length);
  for (const { index, parent } of page.boxes) {
    if (kept[index] && parent) inside[parent.index] = (inside[parent.index] ?? 0) + 1;
  }
  for (const box of page.boxes) {
    const parent = box.parent;
    if (!parent || kept[box.index] || !kept[parent.index]) continue;
    if (parent.boxes === 1 && inside[parent.index] === 0 && parent.chars === box.chars) kept[box.index] = 1;
  }
}
