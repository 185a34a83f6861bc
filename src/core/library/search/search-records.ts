/** The records that a search is over, by the keys of their documents. */
import type { Entry, Note } from '../records.ts';
import { type Query, matches } from './query.ts';
import { FIELDS, entryDoc, noteDoc } from './search-docs.ts';
import { folded } from './search-words.ts';

/** Entries with their articles' texts, and notes. */
export interface SearchRecords {
  entries: Map<string, Entry>;
  notes: Map<string, Note>;
  /** Texts of articles by the entry's id. */
  bodies: Map<string, string>;
  /** The note of a key; undefined for an entry's key or a note that is not there. */
  noteOf: (key: string) => Note | undefined;
  /** Whether a record passes a query's filters and holds all its phrases. */
  allows: (query: Query, key: string) => boolean;
  /** Keys and times (ms since the epoch) of all records that a query allows, newest first. */
  newest: (query: Query) => { key: string; atMs: number }[];
}

/** No records yet. */
export function createSearchRecords(): SearchRecords {
  const entries = new Map<string, Entry>();
  const notes = new Map<string, Note>();
  const bodies = new Map<string, string>();
  const noteOf = (key: string) => (key.startsWith('n') ? notes.get(key.slice(1)) : undefined);
  const recordOf = (key: string): { entry: Entry; note?: Note } | null => {
    const note = noteOf(key);
    const entry = entries.get(note ? note.entryId : key.slice(1));
    return entry ? { entry, ...(note ? { note } : {}) } : null;
  };
  /** All the words of a record as phrases are compared with them. */
  const textOf = (entry: Entry, note?: Note): string => {
    const doc = note ? noteDoc(note) : entryDoc(entry);
    const body = note ? '' : (bodies.get(entry.id) ?? '');
    return folded([...FIELDS.map((field) => doc[field]), body].join('\n'));
  };
  const allows = (query: Query, key: string): boolean => {
    const record = recordOf(key);
    if (!record || !matches(query, record.entry, record.note)) return false;
    return query.phrases.every((phrase) => textOf(record.entry, record.note).includes(phrase));
  };
  const newest = (query: Query) =>
    [
      ...[...entries.values()].map(({ id, addedAt }) => ({ key: `e${id}`, atMs: addedAt })),
      ...[...notes.values()].map(({ id, createdAt }) => ({ key: `n${id}`, atMs: createdAt })),
    ]
      .filter(({ key }) => allows(query, key))
      .toSorted((a, b) => b.atMs - a.atMs);
  return { entries, notes, bodies, noteOf, allows, newest };
}
