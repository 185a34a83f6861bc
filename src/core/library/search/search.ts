/**
 * Search as you type: an index over titles, notes, quotes and articles that answers while it grows and follows every
 * change.
 */
import type { Entry, Note } from '../records.ts';
import { type Query, type Term, isEmptyQuery, searchTerms } from './query.ts';
import { entryDoc, isSameDoc, noteDoc } from './search-docs.ts';
import { createSearchRecords } from './search-records.ts';
import { queryWords } from './search-words.ts';
import { createWordLookup } from './word-lookup.ts';

/** A result. `entryId` is the entry's own id, or that of the note's entry. */
export interface Hit {
  kind: 'entry' | 'note';
  id: string;
  entryId: string;
  /** Higher is better; only to compare within one answer. */
  score: number;
}

/** Words of phrases that are looked up: a few narrow it enough. */
const PHRASE_WORDS = 4;
/** Hits scored before filters in one answer at most. */
const HITS_MOST = 5_000;

/** The index, and the records it is over. */
export interface Search {
  /**
   * Adds or replaces an entry (`body` is its article's text, undefined to leave what is there) and nothing of its
   * notes.
   */
  putEntry: (entry: Entry, body?: string) => void;
  putNote: (note: Note) => void;
  /** Takes out what is in the bin or gone. */
  drop: (kind: Hit['kind'], id: string) => void;
  /** Hits, best first; for a query of filters alone, newest first. */
  find: (query: Query, most?: number) => Hit[];
  /** The number of things in it. */
  size: () => number;
}

/** An empty index. */
export function createSearch(): Search {
  const words = createWordLookup();
  const records = createSearchRecords();
  const { entries, notes, bodies, newest } = records;

  const hitOf = (key: string, score: number): Hit => {
    const note = records.noteOf(key);
    return { kind: note ? 'note' : 'entry', id: key.slice(1), entryId: note?.entryId ?? key.slice(1), score };
  };
  /** Filters are applied only to the best hits until there are enough, because a prefix may match thousands. */
  const ask = (query: Query, terms: readonly Term[], misspelt: ReadonlySet<string>, most: number): Hit[] => {
    const hits: Hit[] = [];
    for (const [key, score] of words.find(terms, misspelt)) {
      if (hits.length >= most) break;
      if (records.allows(query, key)) hits.push(hitOf(key, score));
    }
    return hits;
  };

  return {
    putEntry: (entry, body) => {
      const before = entries.get(entry.id);
      entries.set(entry.id, entry);
      if (!before || !isSameDoc(entryDoc(before), entryDoc(entry))) words.put(entryDoc(entry));
      if (body === undefined || body === (bodies.get(entry.id) ?? '')) return;
      bodies.set(entry.id, body);
      words.putArticle(entry.id, body);
    },
    putNote: (note) => {
      const before = notes.get(note.id);
      notes.set(note.id, note);
      if (before && isSameDoc(noteDoc(before), noteDoc(note))) return;
      words.put(noteDoc(note));
    },
    drop: (kind, id) => {
      words.drop((kind === 'note' ? 'n' : 'e') + id);
      if (kind === 'note') notes.delete(id);
      else {
        entries.delete(id);
        bodies.delete(id);
        words.dropArticle(id);
      }
    },
    find: (query, most = HITS_MOST) => {
      if (isEmptyQuery(query)) return [];
      const terms = query.words.length ? searchTerms(query) : phraseTerms(query);
      if (!terms.length)
        return newest(query)
          .slice(0, most)
          .map(({ key, atMs }) => hitOf(key, atMs));
      let found = ask(query, terms, new Set(), most);
      if (!found.length) {
        const unknown = terms.filter((term) => !words.has(term));
        if (unknown.length) found = ask(query, terms, new Set(unknown.map(({ word }) => word)), most);
      }
      return found;
    },
    size: words.size,
  };
}

/** The words of phrases narrow down where to look for the phrase itself. */
function phraseTerms({ phrases }: Query): Term[] {
  const words = phrases.flatMap((phrase) => queryWords(phrase));
  return [...new Set(words)].slice(0, PHRASE_WORDS).map((word) => ({ word, prefix: true, prefixInBody: true }));
}
