/** Makes records from the highlights of another program's file; the same file always gives the same records. */
import type { Quote } from '../../anchor/quote.ts';
import { LINE_LIMIT, plainTag } from '../bounds.ts';
import { tick } from '../clock.ts';
import { type Colour, type Entry, type Note, RECORD_VERSION, type Records } from '../records.ts';
import { stableId } from '../stable-id.ts';
import { urlKey } from '../url-key.ts';

/** The device in clocks of imported fields; their time is the file's own date, so that later changes here win. */
export const IMPORT_DEVICE = 'import';

/** A highlight as other programs tell it. Dates in milliseconds; absent where the file has none. */
export interface Foreign {
  url: string;
  title?: string;
  author?: string;
  siteName?: string;
  quote: Quote;
  text: string;
  tags: string[];
  colour?: Colour;
  createdAt?: number;
  changedAt?: number;
  /** The id in the file, unique in its source. */
  name?: string;
}

/** Records of one file. Where it says no date, `createdAt` and `changedAt` are 0 until `plan` fills them in. */
export function recordsOf(items: readonly Foreign[], nowMs: number): Records {
  const entries = new Map<string, Entry>();
  const notes = new Map<string, Note>();
  for (const item of items) {
    const key = urlKey(item.url);
    const entry = entries.get(key) ?? entryOf(key, item, nowMs);
    entries.set(key, dated(entry, item, nowMs));
    const note = noteOf(entry.id, key, item, nowMs);
    if (!notes.has(note.id)) notes.set(note.id, note);
  }
  return { entries: [...entries.values()], notes: [...notes.values()], articles: [] };
}

/** A date of a file in milliseconds, no later than now; undefined if it is not valid. */
export function dateOf(value: unknown, nowMs: number): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const ms = typeof value === 'number' ? value : Date.parse(value);
  return Number.isFinite(ms) ? Math.min(nowMs, Math.max(0, Math.round(ms))) : undefined;
}

/** Tags as they can be stored: trimmed, on one line, without empty ones. */
export function cleanTags(tags: readonly unknown[]): string[] {
  const words = tags.flatMap((tag) => (typeof tag === 'string' ? [plainTag(tag)] : []));
  return [...new Set(words.filter(Boolean))].toSorted();
}

function entryOf(key: string, item: Foreign, nowMs: number): Entry {
  const at = date(item.createdAt, nowMs);
  return {
    id: stableId('entry', key),
    version: RECORD_VERSION,
    urlKey: key,
    aliases: [],
    parted: [],
    url: item.url,
    title: (item.title || item.url).slice(0, LINE_LIMIT),
    ...(item.siteName ? { siteName: item.siteName.slice(0, LINE_LIMIT) } : {}),
    ...(item.author ? { byline: item.author.slice(0, LINE_LIMIT) } : {}),
    tags: [],
    addedAt: at,
    changedAt: at,
    openedAt: at,
    broughtBack: [],
    clocks: {},
  };
}

/** The entry is as old as its first highlight. */
function dated(entry: Entry, item: Foreign, nowMs: number): Entry {
  const at = date(item.createdAt, nowMs);
  if (!at || (entry.addedAt && entry.addedAt <= at)) return entry;
  return { ...entry, addedAt: at, changedAt: at, openedAt: at };
}

function noteOf(entryId: string, key: string, item: Foreign, nowMs: number): Note {
  const { quote, text, tags, colour = 'yellow', name } = item;
  const at = date(item.createdAt, nowMs);
  const changedAt = date(item.changedAt ?? item.createdAt, nowMs);
  const place = [quote.exact, quote.prefix, quote.suffix, String(quote.start)];
  // Without a date the earliest possible clock, so that any later edit wins.
  const clock = tick(undefined, changedAt, IMPORT_DEVICE);
  return {
    id: name === undefined ? stableId('note', key, ...place, text, String(at)) : stableId('named', name),
    version: RECORD_VERSION,
    entryId,
    url: item.url,
    quote,
    colour,
    text,
    alts: {},
    textSeen: { [IMPORT_DEVICE]: clock },
    tags: tags.toSorted(),
    createdAt: at,
    changedAt,
    clocks: { text: clock, colour: clock, quote: clock },
  };
}

function date(ms: number | undefined, nowMs: number): number {
  return ms === undefined ? 0 : Math.min(nowMs, Math.max(0, ms));
}
