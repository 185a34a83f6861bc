/** The elements and attributes allowed in an article's tree, and their names there. Everything else is left out. */
import { codeLanguage } from './code-language.ts';
import { type Attributes, TABLE_TAGS, TAGS, type Tag } from '../article.ts';

const NAMED: ReadonlySet<string> = new Set(TAGS);
const IN_TABLES: ReadonlySet<string> = new Set(TABLE_TAGS);
const OTHER_NAMES: Record<string, Tag> = {
  article: 'section',
  main: 'div',
  strike: 's',
  tt: 'code',
  acronym: 'abbr',
  xmp: 'pre',
  listing: 'pre',
  center: 'div',
  menu: 'ul',
  dir: 'ul',
  dialog: 'div',
};
/** Blocks that contain blocks; one with a single child has no meaning. */
const WRAPPERS: ReadonlySet<string> = new Set(['div', 'section']);
const INLINE_DROPPED = new Set(['span', 'font', 'label', 'button', 'big']);
/** A longer `data:` picture than this is not kept inside an article (characters). */
const LONGEST_DATA = 64 * 1024;
const LONGEST_ATTRIBUTE = 2000;

function isTag(name: string): name is Tag {
  return NAMED.has(name);
}

/** The tree's name for an element, or undefined if only its content may stay. */
export function tagFor(name: string, inline: boolean): Tag | undefined {
  const low = name.toLowerCase();
  if (inline && INLINE_DROPPED.has(low)) return undefined;
  if (isTag(low)) return low;
  const other = Object.hasOwn(OTHER_NAMES, low) ? OTHER_NAMES[low] : undefined;
  return other ?? (inline ? undefined : 'div');
}

/** Whether a tag means something only in a table of data. */
export function isPartOfTable(tag: Tag): boolean {
  return IN_TABLES.has(tag);
}

/** Whether a block of the tree is a mere wrapper. */
export function isWrapper(tag: Tag): boolean {
  return WRAPPERS.has(tag);
}

/** The address as absolute http(s), or undefined. `fragment` also lets through places within the page, as `#id`. */
export function safeAddress(value: string | null, base: string, fragment = false): string | undefined {
  if (value === null) return undefined;
  const trimmed = value.trim();
  if (trimmed === '' || trimmed.length > LONGEST_ATTRIBUTE) return undefined;
  if (trimmed.startsWith('#')) return fragment && trimmed.length > 1 ? trimmed : undefined;
  let url: URL;
  try {
    url = new URL(trimmed, base);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** A picture's address: http(s), or a small `data:image/…` that is not a drawing language. */
export function safePicture(value: string | null, base: string): string | undefined {
  if (value === null) return undefined;
  const trimmed = value.trim();
  if (/^data:/i.test(trimmed)) {
    return /^data:image\/(png|jpe?g|gif|webp|avif);base64,[\w+/=\s]+$/i.test(trimmed) && trimmed.length < LONGEST_DATA
      ? trimmed
      : undefined;
  }
  return safeAddress(trimmed, base);
}

function whole(value: string | null, least: number, most: number): number | undefined {
  if (value === null || !/^\s*-?\d{1,7}(px|\s|$)/.test(value)) return undefined;
  const number = Number.parseInt(value, 10);
  return number >= least && number <= most ? number : undefined;
}

/** Whether a formula is displayed as a block, according to MathML or a TeX script's type. */
function isDisplayed(element: Element): boolean {
  return element.getAttribute('display') === 'block' || /mode=display/.test(element.getAttribute('type') ?? '');
}

const DIRECTIONS = ['ltr', 'rtl', 'auto'] as const;

/** The attributes that an element keeps, each checked. Undefined if there are none. */
export function attributesFor(element: Element, tag: Tag, base: string): Attributes | undefined {
  if (!element.hasAttributes() && tag !== 'pre') return undefined;
  const found: Attributes = {};
  const text = (name: 'alt' | 'title' | 'lang' | 'datetime') => {
    const value = element.getAttribute(name)?.trim();
    if (value) found[name] = value.slice(0, LONGEST_ATTRIBUTE);
  };
  const number = (name: 'width' | 'height' | 'start' | 'colspan' | 'rowspan', least: number, most: number) => {
    const value = whole(element.getAttribute(name), least, most);
    if (value !== undefined) found[name] = value;
  };
  const lang = element.getAttribute('lang');
  if (lang && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) found.lang = lang;
  const dir = DIRECTIONS.find((known) => known === element.getAttribute('dir')?.toLowerCase());
  if (dir) found.dir = dir;
  const id = element.getAttribute('id') ?? (tag === 'a' ? element.getAttribute('name') : null);
  if (id && /^[^\s"'<>]{1,200}$/.test(id)) found.id = id;
  if (tag === 'a') {
    const href = safeAddress(element.getAttribute('href'), base, true);
    if (href) found.href = href;
  }
  if (tag === 'abbr' || tag === 'dfn' || tag === 'a') text('title');
  if (tag === 'time' || tag === 'ins' || tag === 'del') text('datetime');
  if (tag === 'ol') number('start', -99_999, 9_999_999);
  if (tag === 'td' || tag === 'th') {
    number('colspan', 2, 100);
    number('rowspan', 2, 1000);
  }
  if (tag === 'pre') {
    const named = codeLanguage(element);
    if (named) found.language = named;
  }
  if (tag === 'math') found.display = isDisplayed(element) ? 'block' : 'inline';
  return Object.keys(found).length > 0 ? found : undefined;
}
