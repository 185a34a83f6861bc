/** Reads the author's names from a page's head and JSON-LD. */
import { joinNames } from './byline.ts';
import { attribute, byTag } from './dom.ts';
import { type Head, told } from './head.ts';
import { isFirm } from './no-name.ts';
import { lettersOf, namesSite } from './title.ts';

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
/** Shortest name of a firm that is looked for within a line of copyright, in letters. */
const SHORTEST_FIRM = 5;
const SIGN_OF_COPYRIGHT = /©|\(c\)|copyright/i;
/** Code units of the body in which a name is looked for. */
const MOST_BODY = 400_000;
/** A site named after its author: "Jane Doe's blog". */
const OF_ONE = new RegExp(
  String.raw`(?:^|[|–—·-]\s+)(\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.'’-]*){0,2})['’]s\s` +
    String.raw`(?:(?:we)?blog|web\s?site|site|home\s?page|newsletter|substack|journal|notes)$`,
  'iu',
);

/** The title of a post of one person: "Jane Doe (@jane@social.example)", "Jane Doe on Mastodon". */
const POST_OF = /^(\p{L}[^:"“]{1,60}?) (?:\(@[\w.@-]+\)|on (?:Twitter|X|Mastodon|Bluesky|Threads|Instagram))$/u;

/** The names from the head; `spare` is the site's or a company's, for pages that name nobody else. */
export interface ToldAuthors {
  sure?: string;
  spare?: string;
}

/** The names in JSON-LD or meta tags, without companies that made the page. */
export function toldAuthors(document: Document, head: Head, siteName: string | undefined, host: string): ToldAuthors {
  const isSite = (name: string) => namesSite(name, { siteName, host }) || isPublisher(name, head);
  const label = head.metas.get('twitter:data1')?.[0];
  const written = /\d/.test(label ?? '') || !label ? [] : [label];
  let spare: string | undefined;
  for (const told of [head.json.authors, ...AUTHOR_KEYS.map((key) => head.metas.get(key) ?? []), written]) {
    const names = told.some((name) => isFirm(name)) ? [] : told;
    const line = joinNames(names.filter((name) => !isSite(name)));
    if (line) return { sure: names.length > 1 ? line : inReadingOrder(document, line) };
    spare ??= joinNames(names)?.split(' | ')[0];
  }
  return spare ? { spare } : {};
}

/** The name of the person after whom a site is named or who posted the page, from the names and titles in the head. */
export function ownerOf(...names: (string | undefined)[]): string | undefined {
  for (const name of names) {
    const owner = OF_ONE.exec(name ?? '')?.[1] ?? POST_OF.exec(name ?? '')?.[1];
    if (owner) return owner;
  }
  return undefined;
}

/** Whether a name is that of the firm: the page's publisher, or the holder of its copyright. */
function isPublisher(name: string, head: Head): boolean {
  const own = lettersOf(name);
  if (head.json.organizations.some((each) => lettersOf(each) === own)) return true;
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
