/** The other addresses of a page: its mobile, AMP and print forms, and the canonical address it names. */
import { isSameSite } from './address/site.ts';
import { START_PAGE, keyOf, parseAddress, urlKey, withoutLastSlashes } from './url-key.ts';

/** Host labels of another form of one site. */
const FORM_LABEL = /^(?:www|www\d|m|mobile|mobil|amp|touch|wap|print|i)$/;
/** Parameters of another form of one page, with the values that say so (any where none is named). */
const FORM_PARAMETER = new Map(
  Object.entries({
    amp: /.*/,
    outputtype: /^amp$/i,
    print: /.*/,
    printable: /.*/,
    printview: /.*/,
    pf: /^(?:1|true)$/i,
    view: /^(?:print|printable|mobile|amp|desktop)$/i,
    output: /^(?:print|amp)$/i,
    mode: /^(?:print|amp|mobile)$/i,
    format: /^(?:print|amp)$/i,
    action: /^print$/i,
    m: /^(?:0|1)$/,
    mobile: /^(?:0|1|true)$/i,
    singlepage: /^(?:1|true)$/i,
    tmpl: /^component$/i,
  }),
);
const AMP_CACHE = /(?:^|\.)cdn\.ampproject\.org$/;

/** The original address of a copy served by an AMP viewer or cache. */
function unwrapped(url: URL): URL {
  const viewer = /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) ? /^\/amp\/(s\/)?(.+)$/.exec(url.pathname) : null;
  const cache = AMP_CACHE.test(url.hostname) ? /^\/[a-z]\/(s\/)?(.+)$/.exec(url.pathname) : null;
  const inner = viewer ?? cache;
  if (!inner) return url;
  return parseAddress(`${inner[1] ? 'https' : 'http'}://${inner[2] ?? ''}${url.search}`) ?? url;
}

/** The key without the marks of a mobile, AMP or print form. */
function plainKey(given: URL): string {
  const url = new URL(unwrapped(given).href);
  const labels = url.hostname.split('.');
  // A form's label stands first, or second after a language (`en.m.example.org`); two labels stay in any case.
  for (const at of [1, 0]) {
    if (labels.length >= 3 + at && FORM_LABEL.test(labels[at] ?? '')) labels.splice(at, 1);
  }
  url.hostname = labels.join('.');
  url.pathname = url.pathname
    .replace(/^\/(?:amp|mobile|print)\/(?=.)/i, '/')
    .replace(/[./](?:amp|print)(?:\.html?)?\/?$/i, (end) => (/\.html?\/?$/i.test(end) ? '.html' : ''))
    .replace(/\.amp(?=\.html?$)/i, '');
  const parameters = [...url.searchParams].filter(
    ([name, value]) => !(FORM_PARAMETER.get(name.toLowerCase())?.test(value) ?? false),
  );
  return keyOf(url, parameters);
}

/** Parameters that name which article a page shows. */
const NAMES_ARTICLE =
  /^(?:id|p|aid|nid|pid|tid|v|article(?:_?id)?|news_?id|story(?:_?id)?|doc(?:_?id)?|post|itemid|content_?id)$/i;
/** Parameters that name which part of it: a page of several, a section, a chapter. */
const NAMES_PART = new RegExp(
  '^(?:page(?:_?(?:no|num|number|id))?|pg|section|sect?|chapter|chap|ch|cap(?:itulo)?|kapitel|part|teil|partie|parte' +
    '|seite|pagina|strana|volume|vol|episode|ep|lesson|slide|tab|topic|step)$',
  'i',
);

/**
 * Whether the address that a page claims as its own can be believed: same site, not the start page or a parent section,
 * and with all parameters that name the article or a part of it.
 */
function believable(url: URL, canonical: URL): boolean {
  if (!isSameSite(url.href, canonical.href)) return false;
  const path = withoutLastSlashes(canonical.pathname.replace(START_PAGE, '/'));
  const own = withoutLastSlashes(url.pathname.replace(START_PAGE, '/'));
  if (path === '' && (own !== '' || url.search !== '')) return canonical.search !== '';
  if (own.startsWith(`${path}/`) && plainKey(url) !== plainKey(canonical)) return false;
  for (const [name, value] of url.searchParams) {
    if (canonical.searchParams.get(name) === value) continue;
    if (path === own && NAMES_ARTICLE.test(name)) return false;
    if (NAMES_PART.test(name) && !isFirst(value) && !namesPart(path, value)) return false;
  }
  return true;
}

/** Whether it is the first part, which has the address of the whole article. */
function isFirst(value: string): boolean {
  return value === '' || /^0*[01]$/.test(value);
}

/** Whether a path names the part itself, as `/story/3` does for `?page=3`. */
function namesPart(path: string, value: string): boolean {
  const words = path.toLowerCase().split(/[/_.-]/);
  return words.includes(value.toLowerCase());
}

/**
 * The keys of other forms of an address, its own key left out: without `www`, mobile, AMP and print marks, and what the
 * page names as its canonical address where that may be believed. Two addresses mean one page where a key of one is a
 * key of the other. `canonical` may be relative. Never throws.
 */
export function addressAliases(address: string, canonical?: string): string[] {
  const url = parseAddress(address);
  if (!url) return [];
  const keys = new Set([plainKey(url)]);
  if (canonical !== undefined && URL.canParse(canonical, url)) {
    const named = parseAddress(new URL(canonical, url).href);
    const from = unwrapped(url);
    if (named && believable(from, named)) keys.add(urlKey(named.href)).add(plainKey(named));
  }
  keys.delete(urlKey(address));
  return [...keys];
}
