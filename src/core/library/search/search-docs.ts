/** What is searched of a record, as the fields of one document of the index. */
import type { Entry, Note } from '../records.ts';

/** One searchable thing; fields that it has not are empty. */
export interface Doc {
  /** The record's id after `e` for an entry or `n` for a note. */
  key: string;
  title: string;
  words: string;
  quote: string;
  tags: string;
}

/** The fields that are searched. */
export const FIELDS = ['title', 'words', 'quote', 'tags'] as const;

/** The document of an entry, without its article. */
export function entryDoc(entry: Entry): Doc {
  return {
    key: `e${entry.id}`,
    title: entry.title,
    words: [entry.byline, entry.siteName].filter(Boolean).join('\n'),
    quote: '',
    tags: entry.tags.join('\n'),
  };
}

/** The document of a note. */
export function noteDoc(note: Note): Doc {
  return {
    key: `n${note.id}`,
    title: '',
    words: [note.text, ...Object.values(note.alts)].join('\n'),
    quote: note.quote.exact,
    tags: note.tags.join('\n'),
  };
}

/** Whether two documents hold the same words. */
export function isSameDoc(a: Doc, b: Doc): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}
