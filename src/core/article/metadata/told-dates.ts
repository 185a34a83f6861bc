/** Reads the date of an article from a page's head, JSON-LD and address. */
import { dateIn } from './date.ts';
import { attribute, byTag, collapsed } from './dom.ts';
import { type Head, told } from './head.ts';

const DATE_KEYS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'pubdate',
  'publish_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dcterms.issued',
  'date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'weibo: article:create_at',
];
/** Keys of the last change, used if a page gives no other date. */
const CHANGED_KEYS = ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'];
/** Other keys than the usual that say when a page was published. */
const DATE_KEY = /(?:publi(?:sh|cation|c).*(?:date|time|at|on)?|date.*publi|^published$|pubdate|issued)$/;
/** Longest value of a key that is a date, in code units. */
const LONGEST = 60;
const DAY_MS = 86_400_000;
/** Most `time` elements looked at for the day that a page shows. */
const MOST_TIMES = 20;

const firstDate = (values: readonly (string | undefined)[], lang: string | undefined): string | undefined => {
  for (const value of values) {
    const date = value && value.length <= LONGEST && dateIn(value, lang);
    if (date) return date;
  }
  return undefined;
};

/** The publication date in a page's head or JSON-LD: ISO 8601. */
export function publishedOf(head: Head, lang: string | undefined): string | undefined {
  const machine = [head.json.published, ...DATE_KEYS.map((key) => told(head, key))];
  for (const [key, values] of head.metas) if (DATE_KEY.test(key) && !/modif|updat/.test(key)) machine.push(values[0]);
  return firstDate(machine, lang);
}

/** The date of the last change in a page's head or JSON-LD: ISO 8601. */
export function changedOf(head: Head, lang: string | undefined): string | undefined {
  return firstDate([head.json.modified, ...CHANGED_KEYS.map((key) => told(head, key))], lang);
}

/** The day that many sites put into the address: `/2024/04/13/`. */
export function dateInAddress(url: string): string | undefined {
  const found = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\.|$)/.exec(url);
  return found ? dateIn(`${found[1]}-${found[2]}-${found[3]}`) : undefined;
}

/**
 * Replaces a date in UTC by the day that the page itself shows: an evening in New York is the next day in UTC. The day
 * in the address or in a `time` element is used if it is the day before or after. Otherwise `date` is returned
 * unchanged.
 */
export function asShown(document: Document, date: string, url: string, lang: string | undefined): string {
  if (!date.endsWith('Z')) return date;
  const own = Date.parse(date.slice(0, 10));
  const isBeside = (day: string): boolean => Math.abs(Date.parse(day.slice(0, 10)) - own) === DAY_MS;
  const inAddress = dateInAddress(url);
  if (inAddress) return isBeside(inAddress) ? inAddress : date;
  for (const time of byTag(document, 'time', MOST_TIMES)) {
    const machine = dateIn(attribute(time, 'datetime'), lang);
    if (!machine || machine.endsWith('Z') || Date.parse(machine) !== Date.parse(date)) continue;
    const shown = dateIn(collapsed(time.textContent), lang) ?? machine;
    if (isBeside(shown)) return shown.slice(0, 10);
  }
  return date;
}
