/** Collects what a page says about its article, and decides which of the places that say it to believe. */
import { canonicalOf, httpAddress, nextPart } from './address.ts';
import { joinNames } from './byline.ts';
import { dateIn } from './date.ts';
import { attribute, byTag, collapsed, shownText, textRuns } from './dom.ts';
import { type Head, readHead, told } from './head.ts';
import { languageOf } from './language.ts';
import { plainHead } from './plain.ts';
import { bareSiteName } from './site.ts';
import { lettersOf, chooseTitle, namesSite } from './title.ts';
import { readVisible } from './visible.ts';
import { wikiPage } from './wiki.ts';

/** What a page says about its article. Addresses are absolute http(s). */
export interface Metadata {
  /** Without the site's name; empty if the page has none. */
  title: string;
  /** Names without "By"; several are joined with a comma. */
  byline?: string;
  /** ISO 8601, as exact as told. */
  publishedTime?: string;
  siteName?: string;
  /** BCP 47, canonical spelling. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** Where it differs from the address read. */
  canonicalUrl?: string;
  image?: string;
  excerpt?: string;
  nextUrl?: string;
}

/** Longest excerpt, in code units. */
const LONGEST_EXCERPT = 600;
/** Most headings that may be the title, and links looked at for the next part. */
const MOST_HEADINGS = 12;
/** Letters of the body read to see its script. */
const SAMPLE = 1200;
/** Most paragraphs read for it. */
const MOST_SAMPLED = 100;

/** Shortest name of a firm that is looked for within a line of copyright, in letters. */
const SHORTEST_FIRM = 5;
const SIGN_OF_COPYRIGHT = /©|\(c\)|copyright/i;
/** Code units of the body in which a name is looked for. */
const MOST_BODY = 400_000;

const TITLE_KEYS = [
  'og:title',
  'twitter:title',
  'citation_title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
];
const AUTHOR_KEYS = [
  'author',
  'article:author',
  'citation_author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'og:article:author',
];
const DATE_KEYS = [
  ...[
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'citation_publication_date',
    'citation_date',
  ],
  ...[
    'parsely-pub-date',
    'sailthru.date',
    'publishdate',
    'publish-date',
    'pubdate',
    'publish_date',
    'dc.date.issued',
    'dcterms.created',
  ],
  ...[
    'dc.date',
    'dcterms.date',
    'dcterms.issued',
    'date',
    'article.published',
    'cxenseparse:recs:publishtime',
    'weibo: article:create_at',
  ],
];
const SITE_KEYS = [
  'og:site_name',
  'al:ios:app_name',
  'al:android:app_name',
  'apple-mobile-web-app-title',
  'application-name',
];
const EXCERPT_KEYS = ['og:description', 'description', 'twitter:description', 'dc.description', 'dcterms.abstract'];
const IMAGE_KEYS = [
  'og:image:secure_url',
  'og:image',
  'og:image:url',
  'twitter:image',
  'twitter:image:src',
  'thumbnail',
];

/**
 * What a page says about its article, from JSON-LD, Open Graph, Twitter, Dublin Core and citation tags, microdata,
 * RDFa and the visible lines around the heading. Reads only; about 1 ms on a usual page, bounded on any. Never throws.
 *
 * @param options.url the address the page was read from
 * @param options.plain the page is one text without markup: its first lines are read
 */
export function metadata(document: Document, options: { url: string; plain?: boolean }): Metadata {
  const url = URL.canParse(options.url) ? options.url : 'about:blank';
  const head = readHead(document, url);
  const [root] = byTag(document, 'html');
  const [body] = byTag(document, 'body');
  const base = baseOf(document, url);
  const host = new URL(url).hostname;
  const siteName = told(head, ...SITE_KEYS) ?? head.json.siteName;
  const headings = headingsOf(document);
  const title = chooseTitle({
    ...{ page: head.title, host, siteName },
    told: [...TITLE_KEYS.map((key) => told(head, key) ?? ''), head.json.title ?? ''].filter(Boolean),
    headings: headings.map(({ text }) => text),
    lines: () => textRuns(document),
  });
  const claims = [
    root && attribute(root, 'lang'),
    root && attribute(root, 'xml:lang'),
    told(head, 'content-language'),
    told(head, 'og:locale'),
  ];
  const dir = (root && attribute(root, 'dir')) || (body && attribute(body, 'dir')) || '';
  const language = languageOf([...claims, head.json.lang], `${title} ${sampleOf(document)}`, dir);
  const heading = headings.find(({ text }) => lettersOf(text) === lettersOf(title))?.element ?? headings[0]?.element;
  const names = bylineOf(document, head, siteName, host);
  const date = publishedOf(head, language.lang);
  const lacks = { authors: !names.sure, dates: !date };
  const visible = readVisible(document, heading, language.lang, lacks);
  if (options.plain) return plainMetadata(document, title, language);
  const found: Metadata = { title, ...language };
  const put = (key: Exclude<keyof Metadata, 'title' | 'dir'>, value: string | undefined) => {
    if (value) found[key] = value;
  };
  const wiki = wikiPage(document, language.lang);
  put('byline', wiki ? undefined : (names.sure ?? visible.authors[0] ?? names.spare));
  put('publishedTime', wiki ? wiki.edited : (date ?? visible.dates[0] ?? dateInAddress(url)));
  put('siteName', bareSiteName(siteName));
  put(
    'canonicalUrl',
    canonicalOf([head.links.find(({ rel }) => rel === 'canonical')?.href, told(head, 'og:url')], url),
  );
  const pictures = [...IMAGE_KEYS.map((key) => told(head, key)), head.json.image];
  pictures.push(head.links.find(({ rel }) => rel === 'image_src')?.href);
  put('image', pictures.map((picture) => httpAddress(picture, base)).find(Boolean));
  put('excerpt', (told(head, ...EXCERPT_KEYS) ?? head.json.excerpt)?.slice(0, LONGEST_EXCERPT));
  put('nextUrl', host ? nextPart(nextLinks(document, head), url) : undefined);
  return found;
}

/** What the first lines of a plain text tell. A browser names such a page after its file, which is no title. */
function plainMetadata(document: Document, title: string, language: { lang?: string; dir: 'ltr' | 'rtl' }): Metadata {
  const [pre] = byTag(document, 'pre', 1);
  const { bodyStart: _, ...head } = plainHead(pre?.textContent ?? '', language.lang);
  return { title, ...language, ...head };
}

/** Where relative addresses start: the page's `base`, if it is http(s). */
function baseOf(document: Document, url: string): string {
  const [base] = byTag(document, 'base');
  return (base && httpAddress(attribute(base, 'href'), url)) ?? url;
}

function headingsOf(document: Document): { text: string; element: Element }[] {
  const read = (name: string) =>
    byTag(document, name)
      .slice(0, MOST_HEADINGS)
      .map((element) => ({ element, text: shownText(document, element, 400).replace(/\s*[¶#§]$/u, '') }))
      .filter(({ text }) => text !== '');
  const first = read('h1');
  return first.length ? first : read('h2').slice(0, 4);
}

/** Some of the body's running text. */
function sampleOf(document: Document): string {
  let sample = '';
  for (const paragraph of [...byTag(document, 'p', MOST_SAMPLED), ...byTag(document, 'pre', 1)]) {
    if (sample.length > SAMPLE) break;
    sample += ` ${collapsed(paragraph.textContent, SAMPLE / 2)}`;
  }
  return sample;
}

/** Names as told by JSON-LD or meta tags; the site's own name is kept to spare, for pages that show nobody else's. */
function bylineOf(
  document: Document,
  head: Head,
  siteName: string | undefined,
  host: string,
): { sure?: string; spare?: string } {
  const isSite = (name: string) => namesSite(name, { siteName, host }) || isPublisher(name, head);
  const label = head.metas.get('twitter:data1')?.[0];
  const written = /\d/.test(label ?? '') || !label ? [] : [label];
  let spare: string | undefined;
  for (const names of [head.json.authors, ...AUTHOR_KEYS.map((key) => head.metas.get(key) ?? []), written]) {
    const line = joinNames(names.filter((name) => !isSite(name)));
    if (line) return { sure: names.length > 1 ? line : inReadingOrder(document, line) };
    spare ??= joinNames(names);
  }
  return spare ? { spare } : {};
}

/** Whether a name is that of the firm: the page's publisher, or the holder of its copyright. */
function isPublisher(name: string, head: Head): boolean {
  const own = lettersOf(name);
  const holders = [told(head, 'copyright', 'dc.rights', 'dcterms.rightsholder') ?? '', head.json.publisher ?? ''];
  return holders.some((holder) => {
    const all = lettersOf(holder);
    return all === own || (own.length >= SHORTEST_FIRM && all.includes(own) && SIGN_OF_COPYRIGHT.test(holder));
  });
}

/** "Doe, Jane" as "Jane Doe" where the page says it in this order; a comma may also part two names. */
function inReadingOrder(document: Document, line: string): string {
  const [, family, given] = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’ -]+)$/u.exec(line) ?? [];
  if (!family || !given) return line;
  const name = `${given} ${family}`;
  const [body] = byTag(document, 'body', 1);
  const isTitled = byTag(document, 'link').some((link) => attribute(link, 'title') === name);
  return isTitled || (body?.textContent ?? '').slice(0, MOST_BODY).includes(name) ? name : line;
}

/** Other keys than the usual that say when a page was published. */
const DATE_KEY = /(?:publi(?:sh|cation|c).*(?:date|time|at|on)?|date.*publi|^published$|pubdate|issued)$/;

function publishedOf(head: Head, lang: string | undefined): string | undefined {
  const machine = [head.json.published, ...DATE_KEYS.map((key) => told(head, key))];
  for (const [key, values] of head.metas) if (DATE_KEY.test(key) && !/modif|updat/.test(key)) machine.push(values[0]);
  for (const value of machine) {
    const date = value && value.length <= 60 && dateIn(value, lang);
    if (date) return date;
  }
  return undefined;
}

/** The day that many sites put into the address: `/2024/04/13/`. */
function dateInAddress(url: string): string | undefined {
  const found = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\.|$)/.exec(url);
  return found ? dateIn(`${found[1]}-${found[2]}-${found[3]}`) : undefined;
}

/** Addresses that say they are next, then those of links that are a number or end in one. */
function nextLinks(document: Document, head: Head): string[] {
  const says = head.links.filter(({ rel }) => rel === 'next').map(({ href }) => href);
  const numbered: string[] = [];
  for (const link of byTag(document, 'a')) {
    const href = attribute(link, 'href');
    if (/\bnext\b/i.test(attribute(link, 'rel'))) says.push(href);
    else if (/\d(?:\.\w{2,5})?\/?$/.test(href) && (link.textContent ?? '').trim().length <= 12) numbered.push(href);
    else if (link.firstChild?.nodeValue?.trim() === '1') numbered.push(href); // the first part's address has no number
  }
  return [...says, ...numbered];
}
