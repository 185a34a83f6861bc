/** Distinguishes a front page, a section or a list of search results from an article, and returns its entries. */
import { WIDE } from '../scripts.ts';
import { attribute, byTag } from './metadata/dom.ts';
import { readable } from './readable.ts';

/** One thing that a page lists: its words and its address (absolute http(s)). */
export interface Listed {
  title: string;
  url: string;
}

/** A page with fewer items than this is not a listing; of more than `MOST` items the first are returned. */
const LEAST = 8;
const MOST = 60;
/** Links looked at: bounds the time on any page. */
const MOST_LINKS = 3_000;
/** Least length of a title (characters; fewer in scripts that write a word with one to three). */
const TITLE_LEAST = 20;
const TITLE_LEAST_DENSE = 8;
const TITLE_MOST = 200;
const DENSE = new RegExp(`[${WIDE}]`, 'u');
/** Parts of a page that hold navigation, and how many ancestors are checked for them. */
const OUTSIDE = /^(?:NAV|FOOTER|ASIDE|DIALOG|MENU)$/;
const MOST_LEVELS = 12;

function isOutside(link: Node): boolean {
  let node: Node | null = link;
  for (let level = 0; level < MOST_LEVELS && node; level++, node = node.parentNode) {
    if (OUTSIDE.test(node.nodeName)) return true;
  }
  return false;
}

function addressOf(href: string, base: string): string | null {
  if (href === '' || href.startsWith('#') || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/**
 * The items that a page lists, in order, each address once. Empty if the page is no listing: it has a text to read, or
 * fewer than eight titles that link elsewhere. Reads only; a few milliseconds, bounded on any page.
 */
export function listing(document: Document, pageUrl: string): Listed[] {
  if (readable(document).readable) return [];
  const found = new Map<string, string>();
  const own = addressOf(pageUrl, pageUrl);
  for (const link of byTag(document, 'a', MOST_LINKS)) {
    if (found.size === MOST) break;
    const url = addressOf(attribute(link, 'href'), pageUrl);
    const title = (link.textContent ?? '').replace(/\s+/g, ' ').trim();
    const least = DENSE.test(title) ? TITLE_LEAST_DENSE : TITLE_LEAST;
    if (url === null || url === own || title.length < least || title.length > TITLE_MOST) continue;
    if (!found.has(url) && !isOutside(link)) found.set(url, title);
  }
  return found.size < LEAST ? [] : Array.from(found, ([url, title]) => ({ title, url }));
}
