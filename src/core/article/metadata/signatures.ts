/**
 * Finds the author and date of a text away from its heading, in labelled lines such as "Written by Jane Doe" at the end
 * or "Publication date" in a table of facts.
 */
import { alternatives } from '../alternatives.ts';
import { bylineIn } from './byline.ts';
import { dateLine } from './date.ts';
import { byTag, collapsed, SILENT, walk } from './dom.ts';
import { isElsewhere } from './elsewhere.ts';

/** Most text nodes looked at, and the longest that is a label with a name or a day (code units). */
const MOST_NODES = 6000;
const LONGEST = 120;
/** `NodeFilter.SHOW_TEXT`. */
const TEXT = 4;
/** Labels of authors: those on their own line or with a colon, and the one that needs no colon. */
const AUTHOR_WORDS = alternatives(
  String.raw`authors? autor(?:in|es|ka)? auteur autore автор συντάκτης 作者 撰文 著者 執筆者 글쓴이`,
);
const BY = String.raw`(?:written|(?:information|content|text) provided) by(?:\s*\([^)]*\))?\s*[:：]?`;
const AUTHOR = new RegExp(String.raw`^(?:${BY}|(?:${AUTHOR_WORDS}\s*(?:[:：]|$)))\s*(.*)$`, 'iu');
const PUBLISHED = new RegExp(
  String.raw`^${alternatives(
    String.raw`(?:date\s)?published publication\sdate release\sdate posted(?:\son(?:\sthe)?)?`,
    'erschienen veröffentlicht',
    String.raw`date\sde\s(?:publication|parution) fecha\sde\spublicación data\s(?:publikacji|wydania) опубликовано`,
    String.raw`дата\sпубликации 発行年月日 発行日 発売日 配信開始日 公開日 掲載日 发布时间 发布日期 出版日期 發布日期`,
  )}\s*[:：]?\s*(.*)$`,
  'iu',
);
/** A name under a label alone has two words and more, or is in a script that writes names without spaces. */
const FULL_NAME = /^\p{Lu}\S* \S|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,8}$/u;

/** The values after a page's labels; a field is undefined if there is none or if they contradict each other. */
export interface Signatures {
  author?: string | undefined;
  /** ISO 8601. */
  date?: string | undefined;
}

/** The text of each visible text node with the element that holds it, in document order. */
function* linesOf(document: Document): Iterable<{ text: string; holder: Element }> {
  const [body] = byTag(document, 'body', 1);
  if (!body) return;
  const walker = walk(document, body, TEXT);
  for (let steps = 0; steps < MOST_NODES; steps++) {
    const node = walker.nextNode();
    if (!node) return;
    const holder = node.parentElement;
    const text = collapsed(node.nodeValue, LONGEST + 1);
    if (holder && text && !SILENT.test(holder.nodeName)) yield { text, holder };
  }
}

/** The one value that all agree on. */
const only = (values: Set<string>): string | undefined => (values.size === 1 ? [...values][0] : undefined);

/**
 * Reads the labels of a page; at most 6,000 text nodes are looked at.
 *
 * @param heading the element of the article's title: parts of the page for other pieces are told by it
 */
export function readSignatures(document: Document, heading: Element | undefined, lang: string | undefined): Signatures {
  const authors = new Set<string>();
  const dates = new Set<string>();
  let label: 'author' | 'date' | undefined;
  for (const { text, holder } of linesOf(document)) {
    const after = label;
    label = undefined;
    const author = AUTHOR.exec(text);
    const published = author ? null : PUBLISHED.exec(text);
    const value = (author ?? published)?.[1] ?? (after ? text : undefined);
    if (value === undefined || text.length > LONGEST) continue;
    const kind = author ? 'author' : published ? 'date' : after;
    if (value === '') label = isElsewhere(holder, heading) ? undefined : kind;
    else if (kind === 'author') addTo(authors, bylineIn(value, true), holder, heading);
    else if (kind === 'date') addTo(dates, dateLine(value, lang), holder, heading);
  }
  return { author: [...authors].every((name) => FULL_NAME.test(name)) ? only(authors) : undefined, date: only(dates) };
}

function addTo(values: Set<string>, value: string | undefined, holder: Element, heading: Element | undefined): void {
  if (value !== undefined && !isElsewhere(holder, heading)) values.add(value);
}
