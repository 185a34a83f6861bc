/**
 * The size limits of everything that is stored: the same for every source, so that whatever is written can be restored.
 */
import type { Clock, Entry, Note } from './records.ts';

/** Characters of one note: a hundred pages. */
export const NOTE_LIMIT = 200_000;
/** Characters of one quote: longer than any chapter that a person marks at once. */
export const QUOTE_LIMIT = 100_000;
/** Characters of context on one side that are taken from others' files; ours have 64. */
export const CONTEXT_LIMIT = 2_000;
/** Characters of a title, a byline, a site's name, a heading. */
export const LINE_LIMIT = 4_000;
/** Characters of an address, and of the key made of one. */
export const ADDRESS_LIMIT = 65_536;
/** Characters of a key among a record's clocks: `alias:` or `parted:` before an address's key. */
export const CLOCK_KEY_LIMIT = ADDRESS_LIMIT + 16;
/** Characters of a language tag or a date as a page writes it. */
export const WORD_LIMIT = 64;
/** Characters of one tag. */
export const TAG_LIMIT = 200;
/** Maximum size of a set: tags, addresses, restored blocks. */
export const SET_LIMIT = 10_000;
/** Characters of one article: a long novel. */
export const TEXT_LIMIT = 5_000_000;

/**
 * A tag as it is stored: one line without commas (they separate tags in tables and fields), trimmed, of at most
 * `TAG_LIMIT` characters; empty if nothing is left.
 */
export function plainTag(tag: string): string {
  return tag
    .slice(0, TAG_LIMIT * 2)
    .replace(/[\s,]+/g, ' ')
    .trim()
    .slice(0, TAG_LIMIT)
    .trim();
}

/** The entry within all bounds; the same object where it already is. */
export function boundEntry(entry: Entry): Entry {
  const bound: Entry = { ...entry };
  for (const field of ['title', 'siteName', 'byline'] as const) cut(bound, field, LINE_LIMIT);
  for (const field of ['publishedTime', 'lang'] as const) cut(bound, field, WORD_LIMIT);
  for (const field of ['aliases', 'parted'] as const) {
    bound[field] = few(entry[field].filter((key) => key.length <= ADDRESS_LIMIT));
  }
  bound.tags = boundTags(entry.tags);
  bound.clocks = boundClocks(entry.clocks);
  bound.broughtBack = few(entry.broughtBack.filter((text) => text.length <= QUOTE_LIMIT));
  return isShallowSame(bound, entry) ? entry : bound;
}

/**
 * The note within all bounds; the same object where it already is. Its words and its quote are bounded where they come
 * in.
 */
export function boundNote(note: Note): Note {
  const [tags, clocks] = [boundTags(note.tags), boundClocks(note.clocks)];
  return isSameList(tags, note.tags) && clocks === note.clocks ? note : { ...note, tags, clocks };
}

/** Without clocks of elements that are too long to be kept. */
function boundClocks(clocks: Record<string, Clock>): Record<string, Clock> {
  const kept = Object.entries(clocks).filter(([field]) => field.length <= CLOCK_KEY_LIMIT);
  return kept.length === Object.keys(clocks).length ? clocks : Object.fromEntries(kept);
}

function boundTags(tags: string[]): string[] {
  if (tags.length <= SET_LIMIT && tags.every((tag) => tag !== '' && plainTag(tag) === tag)) return tags;
  return few([...new Set(tags.map(plainTag).filter(Boolean))].toSorted());
}

function cut<K extends 'title' | 'siteName' | 'byline' | 'publishedTime' | 'lang'>(
  entry: Entry,
  field: K,
  limit: number,
): void {
  const value = entry[field];
  if (value !== undefined && value.length > limit) entry[field] = value.slice(0, limit);
}

/** The latest of a set: elements are added at its end, or it is sorted. */
function few(elements: string[]): string[] {
  return elements.length > SET_LIMIT ? elements.slice(-SET_LIMIT) : elements;
}

function isShallowSame(a: Entry, b: Entry): boolean {
  return (Object.keys(a) as (keyof Entry)[]).every((key) => {
    const [left, right] = [a[key], b[key]];
    return left === right || (Array.isArray(left) && Array.isArray(right) && isSameList(left, right));
  });
}

function isSameList(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}
