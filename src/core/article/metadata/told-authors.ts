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
/** "Jane Doe's blog": a name of so many words before a site's kind. */
const owned = (words: string, kinds: string) =>
  new RegExp(
    String.raw`(?:^|[|–—·-]\s+)(?!(?:The|An?|My|Our|Your|Today|Wo?men|Children|Kids|People)['’\s])` +
      String.raw`(\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.'’-]*)${words})['’]s\s(?:${kinds})$`,
    'u',
  );
/** Sites named after their author. What one word owns is often for readers instead: "Keeper's Journal". */
const OF_ONE = [
  owned('{0,2}', String.raw`(?:[Ww]e)?[Bb]log|[Ww]eb\s?[Ss]ite|[Ss]ite|[Hh]ome\s?[Pp]age|[Ss]ubstack`),
  owned('{1,2}', '[Nn]ewsletter|[Jj]ournal|[Nn]otes'),
];
/** The title of a post of one person: "Jane Doe (@jane@social.example)". */
const POST_OF = /^(\p{L}[^:"“]{1,60}?) \(@[\w.@-]+\)$/u;
/** The same with the service's name, which only means this on the service itself: "Jane Doe on Mastodon". */
const POST_ON = /^(\p{L}[^:"“]{1,60}?) on (Twitter|X|Mastodon|Bluesky|Threads|Instagram)$/u;

/**
 * The names from the head; `spare` is the site's or that of an organization in JSON-LD, for pages that name nobody
 * else.
 */
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
  for (const given of [head.json.authors, ...AUTHOR_KEYS.map((key) => head.metas.get(key) ?? []), written]) {
    const names = given.filter((name) => !isFirm(name));
    const line = joinNames(names.filter((name) => !isSite(name)));
    if (line) return { sure: names.length > 1 ? line : inReadingOrder(document, line) };
    spare ??= joinNames(names)?.split(' | ')[0];
  }
  return spare ? { spare } : {};
}

/** The name of the person after whom a site is named or who posted the page, from the site's name and the titles. */
export function ownerOf(siteName: string | undefined, ...titles: (string | undefined)[]): string | undefined {
  for (const name of [siteName, ...titles]) {
    const owner = [...OF_ONE, POST_OF].map((form) => form.exec(name ?? '')?.[1]).find(Boolean);
    if (owner) return owner;
    const [, person, service] = POST_ON.exec(name ?? '') ?? [];
    if (person && siteName?.split(/[^A-Za-z]+/).includes(service ?? '')) return person;
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
