/** Hides nodes of a live page without removing them, and restores each exactly. */
import type { TracedArticle } from '../../core/article/article.ts';

/** The attribute that hides an element; once removed, the page is as before. */
const HIDDEN = 'data-lede-aside';
/** The style sheet that hides what was set aside. */
export const HIDDEN_CSS = `[${HIDDEN}] { display: none !important; }`;
/** Elements that draw nothing or are ours: never touched. */
const UNTOUCHED = 'script, style, link, meta, template, noscript, [data-lede]';

/** Undoes one change of the page. */
export type Undo = () => void;

const folded = (text: string) => text.replace(/\s+/g, ' ').trim().toLocaleLowerCase();

/** The article's own headline. It is not part of the article's text, but a reader wants to see it. */
export function headline({ article, root }: TracedArticle): Element | undefined {
  const title = folded(article.title);
  return [...root.ownerDocument.querySelectorAll('h1, h2')].find((heading) => folded(heading.textContent) === title);
}

/** Every element that holds part of the article or its headline, with all their ancestors. */
export function keptElements(traced: TracedArticle): Set<Element> {
  const { places, root } = traced;
  const kept = new Set<Element>();
  for (let at: Element | null = root; at; at = at.parentElement) kept.add(at);
  const title = headline(traced);
  for (const part of title?.querySelectorAll('*') ?? []) kept.add(part);
  for (let at = title; at && !kept.has(at); at = at.parentElement ?? undefined) kept.add(at);
  for (const { node } of places) {
    for (let at = node.parentElement; at && !kept.has(at); at = at.parentElement) kept.add(at);
  }
  return kept;
}

/**
 * The largest element around a node that holds nothing of the article; a bare text node itself where its parent does.
 */
export function asideNode(node: Node, kept: Set<Element>): Element | Text | null {
  if (node instanceof Text && node.parentElement && kept.has(node.parentElement)) return node;
  let at = node instanceof Element ? node : node.parentElement;
  if (!at || kept.has(at)) return null;
  while (at.parentElement && !kept.has(at.parentElement)) at = at.parentElement;
  return at.matches(UNTOUCHED) ? null : at;
}

/**
 * The element put around a bare text node. No page styles this name and, without a hyphen, none can define it (HTML
 * Standard, valid custom element names).
 */
export const WRAPPER = 'ledeaside';

/** Hides one element, or one text node by an element of Lede around it. */
export function hide(node: Element | Text): Undo {
  if (node instanceof Element) {
    if (node.hasAttribute(HIDDEN) || node.matches(UNTOUCHED)) return () => undefined;
    node.setAttribute(HIDDEN, '');
    return () => node.removeAttribute(HIDDEN);
  }
  const around = node.ownerDocument.createElement(WRAPPER);
  around.setAttribute(HIDDEN, '');
  node.before(around);
  around.append(node);
  return () => around.replaceWith(...around.childNodes);
}

/** Where a text is in raw data, whatever the white space; null if it is not there. */
function find(data: string, text: string, from: number): { start: number; end: number } | null {
  const words = text.split(/\s+/).filter(Boolean);
  if (!words.length) return null;
  const start = data.indexOf(words[0] ?? '', from);
  for (let at = start; at >= 0; at = data.indexOf(words[0] ?? '', at + 1)) {
    let end = at;
    const whole = words.every((word) => {
      while (/\s/.test(data[end] ?? '')) end++;
      if (!data.startsWith(word, end)) return false;
      end += word.length;
      return true;
    });
    if (whole) return { start: at, end };
  }
  return null;
}

/**
 * Cuts texts, in document order, out of one text node that also holds words of the article; a text that is not found
 * has no piece.
 */
export function cut(node: Text, texts: string[]): { pieces: (Text | null)[]; undo: Undo } {
  const { data } = node;
  let from = 0;
  const ranges = texts.map((text) => {
    const range = find(data, text, from);
    if (range) from = range.end;
    return range;
  });
  const made: Text[] = [];
  const pieces = ranges.map<Text | null>(() => null);
  for (let index = ranges.length - 1; index >= 0; index--) {
    const range = ranges[index];
    if (!range) continue;
    if (range.end < node.length) made.push(node.splitText(range.end));
    const piece = range.start > 0 ? node.splitText(range.start) : node;
    if (piece !== node) made.push(piece);
    pieces[index] = piece;
  }
  const rest = node.data;
  return {
    pieces,
    undo() {
      for (const piece of made) piece.remove();
      if (node.data === rest) node.data = data; // the page may have written something else in the meantime
    },
  };
}
