/** Parses what a person types into search: words, "exact phrases", and filters like `site:` or `is:lost`. */
import { COLOURS, type Colour, type Entry, type Note } from '../records.ts';
import { folded, queryWords } from './search-words.ts';

/** What `is:` can ask. */
export const STATES = ['read', 'unread', 'favourite', 'archived', 'lost', 'changed', 'noted', 'note', 'entry'] as const;
/** A word after `is:`. */
export type State = (typeof STATES)[number];

/** A parsed query. All parts must match; of several colours, sites or tags, any. */
export interface Query {
  /** Folded words to find, in order; the last one may still be being typed. */
  words: string[];
  /** Folded phrases that must occur exactly. */
  phrases: string[];
  sites: string[];
  tags: string[];
  colours: Colour[];
  states: State[];
  /** Milliseconds: made before (excluded), made from (included). */
  beforeMs?: number;
  fromMs?: number;
}

const PART = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu;
const DAY = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/u;

/** Parses a query. An unknown filter is searched for as words. */
export function parseQuery(text: string): Query {
  const query: Query = { words: [], phrases: [], sites: [], tags: [], colours: [], states: [] };
  const loose: string[] = [];
  for (const [whole, , name, phrase, word] of text
    .replace(/[“”„«»「」]/gu, '"')
    .replace(/：/gu, ':')
    .matchAll(PART)) {
    const value = (phrase ?? word ?? '').trim();
    if (name !== undefined && value && filter(query, name.toLowerCase(), value)) continue;
    if (name === undefined && phrase !== undefined) {
      if (value) query.phrases.push(folded(value));
    } else loose.push(whole);
  }
  query.words = queryWords(loose.join(' '));
  return query;
}

/** A word as it is looked for: the start of a word, or the whole of one. */
export interface Term {
  word: string;
  prefix: boolean;
  /** The same inside articles, where the start of a word of one or two letters would fit half of them. */
  prefixInBody: boolean;
}

/** Letters from which on a word finds longer ones that it begins: of the word being typed, and of those before it. */
const PREFIX_LAST = 3;
const PREFIX_OTHERS = 4;
/** The first code point of Chinese and Japanese writing; there one letter says as much as several of others. */
const DENSE_START = 0x2e80;

/**
 * The words to search for. A last word of one or two letters after others is not searched yet, because it is still
 * being typed and would match half of the library. A single letter alone is a word.
 */
export function searchTerms({ words }: Query): Term[] {
  return words.flatMap((word, index) => {
    const dense = (word.codePointAt(0) ?? 0) >= DENSE_START;
    const last = index === words.length - 1;
    if (last && index > 0 && !dense && word.length < PREFIX_LAST) return [];
    const prefixInBody = dense || word.length >= (last ? PREFIX_LAST : PREFIX_OTHERS);
    return [{ word, prefix: prefixInBody || (words.length === 1 && word.length > 1), prefixInBody }];
  });
}

/** Whether a query is empty. */
export function isEmptyQuery({ words, phrases, sites, tags, colours, states, beforeMs, fromMs }: Query): boolean {
  return (
    ![words, phrases, sites, tags, colours, states].some(({ length }) => length) &&
    beforeMs === undefined &&
    fromMs === undefined
  );
}

/**
 * Whether a record passes all filters of a query (not its words). A note is judged with its entry: it is on its site,
 * and carries its tags too.
 */
export function matches(query: Query, entry: Entry, note?: Note): boolean {
  const { sites, tags, colours, states, beforeMs, fromMs } = query;
  const at = note?.createdAt ?? entry.addedAt;
  if ((beforeMs !== undefined && at >= beforeMs) || (fromMs !== undefined && at < fromMs)) return false;
  if (sites.length && !sites.some((site) => isOnSite(entry, site))) return false;
  if (tags.length && !tags.some((tag) => [...entry.tags, ...(note?.tags ?? [])].some((own) => isTag(own, tag))))
    return false;
  if (colours.length && (!note || !colours.includes(note.colour))) return false;
  return states.every((state) => hasState(state, entry, note));
}

function filter(query: Query, name: string, value: string): boolean {
  const plain = folded(value);
  if (name === 'site') query.sites.push(plain.replace(/^(?:https?:\/\/)?(?:www\.)?/u, '').replace(/\/.*$/u, ''));
  else if (name === 'tag') query.tags.push(plain.replace(/^#/u, ''));
  else if (name === 'color' || name === 'colour') {
    const found = COLOURS.filter((colour) => colour.startsWith(plain));
    query.colours.push(...found);
    return found.length > 0;
  } else if (name === 'is') {
    const state = STATES.find((one) => one === plain);
    if (!state) return false;
    query.states.push(state);
  } else if (name === 'before' || name === 'after') {
    const day = dayOf(plain);
    if (!day) return false;
    if (name === 'before') query.beforeMs = day.startMs;
    else query.fromMs = day.endMs;
  } else return false;
  return true;
}

/** The stretch of time that `2026`, `2026-03` or `2026-03-09` names, in UTC. */
function dayOf(text: string): { startMs: number; endMs: number } | null {
  const match = DAY.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  const startMs = Date.UTC(year, month ? Number(month) - 1 : 0, day ? Number(day) : 1);
  const endMs = day
    ? Date.UTC(year, Number(month) - 1, Number(day) + 1)
    : month
      ? Date.UTC(year, Number(month), 1)
      : Date.UTC(year + 1, 0, 1);
  return { startMs, endMs };
}

function isOnSite(entry: Entry, site: string): boolean {
  const hosts = [entry.url, entry.urlKey, ...entry.aliases].map((url) =>
    URL.canParse(url) ? new URL(url).hostname : '',
  );
  return hosts.some((host) => host === site || host.endsWith(`.${site}`)) || folded(entry.siteName ?? '') === site;
}

/** A tag, or one under it: `tag:work` finds `work/plans`. */
function isTag(own: string, asked: string): boolean {
  const plain = folded(own);
  return plain === asked || plain.startsWith(`${asked}/`);
}

function hasState(state: State, entry: Entry, note?: Note): boolean {
  switch (state) {
    case 'read':
      return entry.readAt !== undefined;
    case 'unread':
      return entry.readAt === undefined;
    case 'favourite':
      return entry.favouriteAt !== undefined;
    case 'archived':
      return entry.archivedAt !== undefined;
    case 'lost':
    case 'changed':
      return note?.place?.state === state;
    case 'noted':
      return note !== undefined && note.text !== '';
    case 'note':
      return note !== undefined;
    case 'entry':
      return note === undefined;
  }
}
