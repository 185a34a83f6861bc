/** Finds the author and date that a page shows: in marked elements, and in the lines around the heading. */
import { bylineIn, isLabel, joinNames } from './byline.ts';
import { CHANGED, dateIn, dateLine } from './date.ts';
import { attribute, BLOCKS, byTag, ELEMENTS_AND_TEXT, collapsed, pieces, SILENT, walk } from './dom.ts';
import { isElsewhere, namesNoAuthor } from './elsewhere.ts';
import { isInitials } from './no-name.ts';

/**
 * Elements that sites mark as author or date, by microdata, RDFa, rel and the words of class names. Class names are
 * matched without their first letter, which may be a capital ("postAuthor"): a case-insensitive selector takes three
 * times as long.
 */
const either = (word: string) => `[class*="${word.slice(1)}"]`;
const AUTHORS = [
  ...[
    '[itemprop~="author"]',
    '[rel~="author"]',
    '[property*="author"]',
    '.vcard .fn',
    'a[href*="/author"]',
    'a[href*="/contributor"]',
  ],
  ...[either('author'), either('byline'), either('writer'), '[class*="username"]', '[data-testid*="author" i]'],
  ...['[class*="provider-name"]', '[class*="publisher-name"]'],
  ...['[class*="auteur"]', '[class*="autor"]', '[class*="verfasser"]', '[class*="redakteur"]'],
].join(',');
const DATES = [
  'time,relative-time,time-ago',
  '[itemprop*="date"]',
  '[property*="datePublished"]',
  '[class*="date"],[class*="Date"]', // "ate" is in too many words
  '[class*="timestamp"]',
  either('publish'),
  '[id*="date"]',
].join(',');
/**
 * Maximum number of marked elements, and of lines on either side of the heading. A byline is within about ten lines.
 */
const MOST_MARKED = 80;
const LINES_AFTER = 24;
const LINES_BEFORE = 8;
/** Most nodes walked on either side of the heading. */
const MOST_STEPS = 300;
/** A line of this many code units is the body's first paragraph: the head of the article is over. */
const BODY_LINE = 220;
/** The same for a line in Chinese or Japanese, in signs of these scripts. */
const BODY_SIGNS = 70;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Longest text of an element that is a byline or a date and nothing else, in code units. */
const LONGEST = 160;
/** Most names read in one element. */
const MOST_NAMES = 6;
/** Words that join two names. */
const JOINS = /^(?:,|&|and|und|y|e|et|en|och|og|i|и|και|ve|و|、|，|・|,\s*and)$/iu;

/** The visible authors and dates; each list has the best first. */
export interface Visible {
  authors: string[];
  /** ISO 8601. */
  dates: string[];
}

/** The nearest block that holds a node, looked for a few levels up: inline elements are seldom nested deeper. */
function blockOf(node: Node): Node | null {
  let holder = node.parentNode;
  for (let level = 0; level < 6 && holder && !BLOCKS.test(holder.nodeName); level++) holder = holder.parentNode;
  return holder;
}

/** The lines of text around an element, nearest first, up to the body's first paragraph. */
function linesFrom(document: Document, start: Element, body: Element, forward: boolean): string[] {
  const lines: string[] = [];
  const walker = walk(document, body, ELEMENTS_AND_TEXT);
  walker.currentNode = start;
  let text = '';
  let block: Node | null = null;
  const flush = () => {
    const line = collapsed(text, BODY_LINE);
    text = '';
    const isBody = line.length >= BODY_LINE || (line.match(SIGNS)?.length ?? 0) > BODY_SIGNS;
    if (line && !isBody) lines.push(line);
    return !isBody && lines.length < (forward ? LINES_AFTER : LINES_BEFORE);
  };
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const node = forward ? walker.nextNode() : walker.previousNode();
    if (!node) break;
    if (start.contains(node)) continue;
    if (node.nodeType !== 3) {
      if (/^[BH]R$/.test(node.nodeName) && text && !flush()) return lines;
    } else if (node.parentNode && !SILENT.test(node.parentNode.nodeName)) {
      const holder = blockOf(node);
      if (holder !== block && text.trim() && !flush()) return lines;
      block = holder;
      const value = (node.nodeValue ?? '').slice(0, BODY_LINE * 2);
      text = forward ? `${text} ${value}` : `${value} ${text}`;
    }
  }
  if (text) flush();
  return lines;
}

/** The name an author's element shows: its first piece that is one, with those that a comma or "and" joins to it. */
function nameIn(texts: string[]): string | undefined {
  const from = isLabel(texts[0] ?? '') ? 1 : 0;
  let name = bylineIn(texts[from] ?? '', true);
  for (let at = from + 1; name && at + 1 < texts.length && JOINS.test(texts[at] ?? ''); at += 2)
    name += /^\p{P}$/u.test(texts[at] ?? '') ? `${texts[at]} ${texts[at + 1]}` : ` ${texts[at]} ${texts[at + 1]}`;
  return name;
}

/**
 * Reads marked elements and the lines around the heading. About 0.5 ms on a usual page.
 *
 * @param heading the element of the article's title; without one, marked elements alone are read
 * @param lacks what is not known yet; what is known is not looked for
 */
export function readVisible(
  document: Document,
  heading: Element | undefined,
  lang: string | undefined,
  lacks: { authors: boolean; dates: boolean },
): Visible {
  const authors: { value: string; score: number }[] = [];
  const dates: { value: string; score: number }[] = [];
  const [body] = byTag(document, 'body', 1);
  if (!body || (!lacks.authors && !lacks.dates)) return { authors: [], dates: [] };
  const marked = (selector: string) =>
    [...Element.prototype.querySelectorAll.call(body, selector)].slice(0, MOST_MARKED);
  const after = (element: Element) => !heading || (heading.compareDocumentPosition(element) & 4) !== 0;
  if (lacks.authors)
    for (const [at, element] of marked(AUTHORS).entries()) {
      const isOthers = isElsewhere(element, heading) || namesNoAuthor(element, heading);
      const found = isOthers ? undefined : markedAuthor(document, element);
      if (found) authors.push({ value: found.value, score: found.score + (after(element) ? 0.3 : 0) - at * 0.01 });
    }
  if (lacks.dates)
    for (const [at, element] of marked(DATES).entries()) {
      const found = isElsewhere(element, heading) ? undefined : markedDate(document, element, lang);
      if (found) dates.push({ value: found.value, score: found.score + (after(element) ? 0.3 : 0) - at * 0.01 });
    }
  const faces = lacks.authors && heading ? portraitsOf(document) : new Map<string, boolean>();
  for (const forward of heading ? [true, false] : []) {
    const lines = heading ? linesFrom(document, heading, body, forward) : [];
    for (const [at, line] of lines.entries()) {
      const far = at * 0.02 + (forward ? 0 : 0.3);
      const date = lacks.dates && !OF_PERSON.test(line) ? dateLine(line, lang) : undefined;
      if (date) dates.push({ value: date, score: (CHANGED.test(line) ? 1 : 2.4) - far });
      const name = lacks.authors ? (lineName(lines, at) ?? underPortrait(lines, at, faces, lang)) : undefined;
      if (name) authors.push({ value: name, score: 1.9 - far });
    }
  }
  const values = (list: { value: string; score: number }[]) =>
    list.toSorted((a, b) => b.score - a.score).map(({ value }) => value);
  return { authors: values(authors), dates: values(dates) };
}

/** The name in a line, or in the line after one that is a label alone ("by"). */
function lineName(lines: string[], at: number): string | undefined {
  if (isLabel(lines[at] ?? '')) return bylineIn(lines[at + 1] ?? '', true);
  return bylineIn(lines[at] ?? '');
}

/** Maximum number of pictures checked for a portrait, and the words around a name in its alternative text. */
const MOST_PICTURES = 60;
const PORTRAIT =
  /^(?:(?:photo|picture|image|avatar|portrait|headshot)\s(?:of|for)\s)?(.*?)(?:['’]s\s(?:avatar|photo|picture))?$/iu;
/** What follows a name next to a portrait: a section, a symbol, a date. */
const BESIDE_NAME = /\s+(?:in\s|[·•|,–-]).*$/u;

/** Classes and addresses of portraits. */
const PORTRAIT_CLASS = /avatar|author|profile|portrait|headshot|gravatar|byline/i;

/**
 * The names that pictures have as their alternative text, and whether each picture is a portrait by its class or its
 * words: `alt="Jane Doe" class="avatar"`, `alt="Photo of Jane Doe"`.
 */
function portraitsOf(document: Document): Map<string, boolean> {
  const names = new Map<string, boolean>();
  for (const picture of byTag(document, 'img', MOST_PICTURES)) {
    const alt = collapsed(attribute(picture, 'alt'), LONGEST);
    const name = PORTRAIT.exec(alt)?.[1] ?? alt;
    if (!/^\p{Lu}/u.test(name) || name.split(' ').length > MOST_NAMES) continue;
    const isPortrait = PORTRAIT_CLASS.test(`${attribute(picture, 'class')} ${attribute(picture, 'src')}`);
    names.set(name, (names.get(name) ?? false) || isPortrait || name !== alt);
  }
  return names;
}

/**
 * The name in a line next to its owner's portrait. Next to any other picture with that name, the line needs a date too.
 */
function underPortrait(
  lines: string[],
  at: number,
  portraits: ReadonlyMap<string, boolean>,
  lang: string | undefined,
): string | undefined {
  const line = lines[at] ?? '';
  const name = line.replace(BESIDE_NAME, '');
  const isPortrait = portraits.get(name);
  if (isPortrait === undefined) return undefined;
  const hasDate = [lines[at - 1], line, lines[at + 1]].some((near) => near && dateLine(near, lang) !== undefined);
  return isPortrait || hasDate ? bylineIn(name, true) : undefined;
}

/** Classes that name an author, and those that name the name of one. */
const AUTHOR_CLASS = /author|byline|username|writer|auteur|autor|verfasser|redakteur/i;
const NAME_CLASS = /(?:author|byline)[-_]*name|fn\b/i;
/** A class that names the paper or agency which a portal has the text from. */
const SOURCE_CLASS = /(?:provider|publisher)-name/;
/** An author's own page on the site, not any address with the word in it. */
const AUTHOR_PAGE = /\/(?:authors?|contributors?)\/[^/?#]+\/?(?:[?#]|$)/;

/** Whether an element found by its address alone leads to something else than an author's page. */
function isOtherLink(element: Element, prop: string): boolean {
  const names = [prop, ...['rel', 'class', 'data-testid'].map((name) => attribute(element, name))].join(' ');
  if (element.tagName !== 'A' || AUTHOR_CLASS.test(names) || /\bfn\b/.test(names)) return false;
  return !AUTHOR_PAGE.test(attribute(element, 'href'));
}

/** The reliability of an element, 0–3: microdata above rel above class names, and among these, those of a name. */
function markedAuthor(document: Document, element: Element): { value: string; score: number } | undefined {
  const prop = `${attribute(element, 'itemprop')} ${attribute(element, 'property')}`;
  if (isOtherLink(element, prop)) return undefined;
  const inner = /author/.test(prop) ? Element.prototype.querySelectorAll.call(element, '[itemprop~="name"]') : [];
  const sources = inner.length > 0 ? [...inner].slice(0, MOST_NAMES) : [element];
  const names = sources.map((source) => {
    const given = attribute(source, 'content');
    return nameIn(given ? [given] : pieces(document, source, LONGEST)) ?? '';
  });
  const value = joinNames(names);
  if (!value) return undefined;
  if (isInitials(value) || SOURCE_CLASS.test(attribute(element, 'class'))) return { value, score: 0.5 };
  if (/author/.test(prop)) return { value, score: 2.5 };
  if (/\bauthor\b/.test(attribute(element, 'rel'))) return { value, score: 2 };
  return { value, score: NAME_CLASS.test(attribute(element, 'class')) ? 1.8 : 1.5 };
}

/** A date about a person: when they joined or were born. */
const OF_PERSON = /join(?:ed|[-_]?date)|member since|registered|birth|\bborn\b|reg\.? ?date/i;

function markedDate(
  document: Document,
  element: Element,
  lang: string | undefined,
): { value: string; score: number } | undefined {
  const prop = `${attribute(element, 'itemprop')} ${attribute(element, 'property')}`;
  const text = pieces(document, element, LONGEST).join(' ');
  const machine = attribute(element, 'datetime') || attribute(element, 'content') || attribute(element, 'title');
  const value = (machine && dateIn(machine, lang)) || (text.length <= LONGEST ? dateLine(text, lang) : undefined);
  if (!value) return undefined;
  if (OF_PERSON.test(`${attribute(element, 'class')} ${text}`)) return undefined;
  const changed = /modif|updat/i.test(`${prop} ${attribute(element, 'class')}`) || CHANGED.test(text);
  const sure = /datePublished/.test(prop) ? 3 : element.tagName === 'TIME' ? 2 : 1.5;
  return { value, score: changed ? sure - 1.5 : sure };
}
