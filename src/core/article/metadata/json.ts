/** Reads a page's metadata in JSON-LD, however nested, broken or hostile. */

import { alternatives } from '../alternatives.ts';
import { unescaped } from './escapes.ts';

/**
 * Limits on the JSON-LD that is read: scripts, and characters and nodes per script. Real pages: ≤ 12, ≤ 90 k, ≤ 600
 * (wcxb-dev).
 */
const MOST_SCRIPTS = 20;
const MOST_CHARACTERS = 300_000;
const MOST_NODES = 3000;
/** Longest value kept, in code units. */
const LONGEST = 1000;
/** Most names of one list of authors. */
const MOST_NAMES = 20;

/** The data that JSON-LD gives about the page's article. */
export interface JsonFacts {
  title?: string;
  authors: string[];
  /** Those of `authors` that are marked as organizations. */
  organizations: string[];
  published?: string;
  modified?: string;
  siteName?: string;
  publisher?: string;
  image?: string;
  excerpt?: string;
  lang?: string;
}

type Node = Map<string, unknown>;

/** schema.org types of the page's own text, best first. Other types are used only if there is none of these. */
const RANKS: RegExp[] = [
  new RegExp(
    `^${alternatives(
      String.raw`\w*Article \w*BlogPosting Report LiveBlogPosting Recipe HowTo Review Question DiscussionForumPosting`,
      'SocialMediaPosting Book Chapter PodcastEpisode VideoObject Course JobPosting Event',
    )}$`,
  ),
  /^(?:QAPage|CreativeWork|FAQPage|ProfilePage|MedicalWebPage)$/,
  /^(?:WebPage|ItemPage|AboutPage|Product|SoftwareApplication)$/,
];
const FIRM_TYPE = /(?:Organization|Corporation|LocalBusiness|Brand)$/;
/** Keys below which other articles than the page's own are listed. */
const ELSEWHERE = new Set([
  'itemListElement',
  'comment',
  'comments',
  'review',
  'reviews',
  'mentions',
  'citation',
  'isPartOf',
  'hasPart',
  'isRelatedTo',
  'suggestedAnswer',
  'acceptedAnswer',
  'relatedLink',
  'isBasedOn',
  'publisher',
  'author',
  'creator',
  'breadcrumb',
  'image',
  'associatedMedia',
  'about',
  'video',
  'offers',
  'hasOfferCatalog',
  'blogPost',
  'itemReviewed',
  'provider',
  'parentItem',
]);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const asNode = (value: unknown): Node | undefined =>
  isObject(value) && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The first text in a value that may be a text, a list, or a `{@value}`. */
function textOf(value: unknown): string | undefined {
  for (const each of asList(value).slice(0, 5)) {
    const inner = isObject(each) ? (asNode(each)?.get('@value') ?? undefined) : each;
    if (typeof inner === 'number' && inner > 1e9) return String(inner);
    if (typeof inner === 'string' && inner.trim()) return unescaped(inner.trim().slice(0, LONGEST));
  }
  return undefined;
}

/** Parses a script's text as JSON, after repairing the most common faults. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const mended = text
      .replace(/^\s*(?:<!--|(?:\/\*\s*|\/\/\s*)?<!\[CDATA\[(?:\s*\*\/)?)/, '')
      .replace(/(?:-->|(?:\/\*\s*|\/\/\s*)?\]\]>(?:\s*\*\/)?)\s*$/, '')
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,(\s*[}\]])/g, '$1')
      .replace(/;\s*$/, '');
    try {
      return JSON.parse(mended);
    } catch {
      return salvage(mended);
    }
  }
}

/** The few values that matter, extracted from text that is not valid JSON. */
function salvage(text: string): unknown {
  const value = (key: string) => {
    const at = text.indexOf(`"${key}"`);
    const found = at < 0 ? null : /^\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text.slice(at + key.length + 2, at + LONGEST));
    return found?.[1]
      ?.replace(/\\(["/])/g, '$1')
      .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  };
  const author = text.indexOf('"author"');
  const name = author < 0 ? null : /"name"\s*:\s*"([^"\\]+)"/.exec(text.slice(author, author + LONGEST));
  return {
    '@type': 'Article',
    headline: value('headline'),
    datePublished: value('datePublished'),
    ...(name ? { author: name[1] } : {}),
  };
}

/** Every object of all scripts that is not part of another piece, and every object that has an `@id`. */
function gather(texts: string[]): { nodes: Node[]; byId: Map<string, Node> } {
  const nodes: Node[] = [];
  const byId = new Map<string, Node>();
  for (const text of texts.slice(0, MOST_SCRIPTS)) {
    if (text.length > MOST_CHARACTERS) continue;
    let left = MOST_NODES;
    const waiting: { value: unknown; own: boolean }[] = [{ value: parse(text), own: true }];
    for (let at = 0; at < waiting.length && left > 0; at++) {
      const next = waiting[at];
      if (!next || !isObject(next.value)) continue;
      left--;
      if (Array.isArray(next.value)) {
        for (const value of next.value.slice(0, left)) waiting.push({ value, own: next.own });
        continue;
      }
      const node: Node = new Map(Object.entries(next.value));
      if (next.own) nodes.push(node);
      const id = node.get('@id');
      if (typeof id === 'string' && node.size > 1 && !byId.has(id)) byId.set(id, node);
      for (const [key, value] of node)
        if (isObject(value)) waiting.push({ value, own: next.own && !ELSEWHERE.has(key) });
    }
  }
  return { nodes, byId };
}

const typesOf = (node: Node) => asList(node.get('@type')).filter((type): type is string => typeof type === 'string');
const rankOf = (node: Node) => {
  const ranks = typesOf(node).map((type) => RANKS.findIndex((rank) => rank.test(type.replace(/^.*[/:#]/, ''))));
  const known = ranks.filter((rank) => rank >= 0);
  return known.length ? Math.min(...known) : RANKS.length;
};

/**
 * What the page's JSON-LD says of its own article; lists, comments and related pieces are passed over.
 *
 * @param texts the scripts' texts in document order; each is bounded, none is trusted
 * @param url of the page: where several pieces stand, the one that names this address is its own
 */
export function jsonFacts(texts: string[], url: string): JsonFacts {
  if (!texts.length) return { authors: [], organizations: [] };
  const { nodes, byId } = gather(texts);
  const resolve = (value: unknown): unknown => {
    const id = asNode(value)?.get('@id');
    return typeof id === 'string' && Object.keys(Object(value)).length <= 2
      ? (byId.get(id) ?? asNode(value))
      : (asNode(value) ?? value);
  };
  const names = (value: unknown): string[] =>
    asList(value)
      .slice(0, MOST_NAMES)
      .flatMap((each) => {
        const person = resolve(each);
        return person instanceof Map ? asList(person.get('name')).map((name) => textOf(name)) : [textOf(person)];
      })
      .filter((name): name is string => Boolean(name));
  const isFirm = (value: unknown): boolean => {
    const writer = resolve(value);
    return writer instanceof Map && typesOf(writer).some((type) => FIRM_TYPE.test(type));
  };
  const organizations = (value: unknown): string[] =>
    asList(value)
      .slice(0, MOST_NAMES)
      .flatMap((each) => (isFirm(each) ? names(each) : []));
  const address = (value: unknown): string | undefined => {
    for (const each of asList(value).slice(0, 5)) {
      const found = resolve(each);
      const text = found instanceof Map ? textOf(found.get('url') ?? found.get('contentUrl')) : textOf(found);
      if (text) return text;
    }
    return undefined;
  };
  const path = url.replace(/[?#].*$/, '').replace(/\/$/, '');
  const isThis = (node: Node) =>
    [node.get('url'), node.get('@id'), node.get('mainEntityOfPage')].some((value) => {
      const told = typeof value === 'string' ? value : textOf(asNode(value)?.get('@id') ?? asNode(value)?.get('url'));
      return told !== undefined && told.replace(/[?#].*$/, '').replace(/\/$/, '') === path;
    });
  const ranked = nodes
    .map((node) => ({ node, rank: rankOf(node) - (isThis(node) ? 0.5 : 0) }))
    .filter(({ rank }) => rank < RANKS.length)
    .toSorted((a, b) => a.rank - b.rank);
  const first = <T>(read: (node: Node) => T | undefined, below = RANKS.length): T | undefined => {
    for (const { node, rank } of ranked) {
      if (rank >= below) break;
      const value = read(node);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const piece = ranked[0]?.node;
  const nameOfSite = nodes.find((node) => typesOf(node).includes('WebSite'))?.get('name');
  const writer = first((node) => {
    const value = node.get('author') ?? node.get('creator');
    return names(value).length > 0 ? value : undefined;
  });
  const facts: JsonFacts = { authors: names(writer), organizations: organizations(writer) };
  const put = (key: Exclude<keyof JsonFacts, 'authors' | 'organizations'>, value: string | undefined) => {
    if (value) facts[key] = value;
  };
  // A Product's or a WebPage's name is often a shorter label than the page's own heading.
  put(
    'title',
    first((node) => textOf(node.get('headline') ?? node.get('name')), 1),
  );
  put(
    'published',
    first((node) => textOf(node.get('datePublished') ?? node.get('dateCreated') ?? node.get('uploadDate')), 2) ??
      first((node) => textOf(node.get('datePublished'))),
  );
  put(
    'modified',
    first((node) => textOf(node.get('dateModified')), 2),
  );
  put('publisher', names(piece?.get('publisher'))[0]);
  put('siteName', textOf(nameOfSite) ?? facts.publisher);
  put(
    'image',
    first((node) => address(node.get('image') ?? node.get('thumbnailUrl'))),
  );
  put(
    'excerpt',
    first((node) => textOf(node.get('description')), 1),
  );
  put(
    'lang',
    first((node) => textOf(node.get('inLanguage'))),
  );
  return facts;
}
