/**
 * Finds entries and notes as one types: an index over titles, notes, quotes and articles that grows while it is asked
 * and follows every change.
 */
import MiniSearch from 'minisearch';
import { type Query, type Term, isEmptyQuery, matches, termsOf } from './query.ts';
import type { Entry, Note } from '../records.ts';
import { folded, queryWords, wordsOf } from './search-words.ts';

/** What is found. `entryId` is the entry's own id, or that of the note's entry. */
export interface Hit {
  kind: 'entry' | 'note';
  id: string;
  entryId: string;
  /** Higher is better; only to compare within one answer. */
  score: number;
}

/** One searchable thing; fields that it has not are empty. */
interface Doc {
  key: string;
  title: string;
  words: string;
  quote: string;
  tags: string;
  body: string;
}
const FIELDS = ['title', 'words', 'quote', 'tags', 'body'] as const;
/**
 * A title says most, then what the person wrote, then what they marked (weights tried by hand on the bench's library;
 * order matters more than size).
 */
const BOOST = { title: 3, words: 2.5, tags: 2, quote: 1.5, body: 1 };
/** Words of at least this many letters are also looked for with slips of the pen, where nothing else is found. */
const FUZZY_LENGTH = 4;
/** Slips allowed, as a share of the letters: two in six, as two letters that changed places count twice. */
const FUZZY_SHARE = 0.25;
/** Words of phrases that are looked up: a few narrow it enough. */
const PHRASE_WORDS = 4;
/** Hits scored before filters in one answer at most. */
const HITS_MOST = 5_000;

/** Words of a query are taken as they are. */
const EXACT = { combineWith: 'AND' as const, tokenize: (text: string) => [text] };
/** Fields that are not an article's text. */
const HEADS = FIELDS.filter((field) => field !== 'body');

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
  const index = new MiniSearch<Doc>({
    idField: 'key',
    fields: [...FIELDS],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST },
    autoVacuum: true,
  });
  const entries = new Map<string, Entry>();
  const notes = new Map<string, Note>();
  const bodies = new Map<string, string>();

  const put = (doc: Doc) => {
    if (index.has(doc.key)) index.discard(doc.key);
    index.add(doc);
  };
  const recordOf = (key: string): { entry: Entry; note?: Note } | null => {
    const note = key.startsWith('n') ? notes.get(key.slice(1)) : undefined;
    const entry = entries.get(note ? note.entryId : key.slice(1));
    return entry ? { entry, ...(note ? { note } : {}) } : null;
  };
  const textOf = (key: string): string => {
    const record = recordOf(key);
    if (!record) return '';
    const { entry, note } = record;
    const doc = note ? noteDoc(note) : entryDoc(entry, bodies.get(entry.id) ?? '');
    return folded(FIELDS.map((field) => doc[field]).join('\n'));
  };
  const allowed = (query: Query, key: string): boolean => {
    const record = recordOf(key);
    if (!record || !matches(query, record.entry, record.note)) return false;
    return !query.phrases.length || query.phrases.every((phrase) => textOf(key).includes(phrase));
  };
  const everything = (query: Query): Hit[] => {
    const all = [
      ...[...entries.values()].map(({ id, addedAt }) => ({ key: `e${id}`, at: addedAt })),
      ...[...notes.values()].map(({ id, createdAt }) => ({ key: `n${id}`, at: createdAt })),
    ];
    return all
      .filter(({ key }) => allowed(query, key))
      .toSorted((a, b) => b.at - a.at)
      .map(({ key, at }) => hitOf(key, at));
  };
  const hitOf = (key: string, score: number): Hit => {
    const note = key.startsWith('n') ? notes.get(key.slice(1)) : undefined;
    return { kind: note ? 'note' : 'entry', id: key.slice(1), entryId: note?.entryId ?? key.slice(1), score };
  };

  /** Filters are asked of the best alone, until there are enough: the start of a word may fit thousands. */
  const ask = (query: Query, terms: readonly Term[], misspelt: ReadonlySet<string>, most: number): Hit[] => {
    const hits: Hit[] = [];
    for (const { id, score } of search(terms, misspelt)) {
      if (hits.length >= most) break;
      if (allowed(query, String(id))) hits.push(hitOf(String(id), score));
    }
    return hits;
  };
  const search = (terms: readonly Term[], misspelt: ReadonlySet<string>) =>
    index.search({
      combineWith: 'AND',
      queries: terms.map(({ word, prefix, prefixInBody }) => {
        const fuzzy = misspelt.has(word) && word.length >= FUZZY_LENGTH ? FUZZY_SHARE : false;
        const plain = { ...EXACT, queries: [word], prefix: prefixInBody, fuzzy };
        if (prefix === prefixInBody) return plain;
        return { combineWith: 'OR', queries: [plain, { ...EXACT, queries: [word], prefix, fields: HEADS }] };
      }),
    });

  return {
    putEntry: (entry, body) => {
      const before = entries.get(entry.id);
      entries.set(entry.id, entry);
      if (body !== undefined) bodies.set(entry.id, body);
      const text = bodies.get(entry.id) ?? '';
      if (before && body === undefined && isSameDoc(entryDoc(before, ''), entryDoc(entry, ''))) return;
      put(entryDoc(entry, text));
    },
    putNote: (note) => {
      const before = notes.get(note.id);
      notes.set(note.id, note);
      if (before && isSameDoc(noteDoc(before), noteDoc(note))) return;
      put(noteDoc(note));
    },
    drop: (kind, id) => {
      const key = (kind === 'note' ? 'n' : 'e') + id;
      if (index.has(key)) index.discard(key);
      if (kind === 'note') notes.delete(id);
      else {
        entries.delete(id);
        bodies.delete(id);
      }
    },
    find: (query, most = HITS_MOST) => {
      if (isEmptyQuery(query)) return [];
      const terms = query.words.length ? termsOf(query) : phraseTerms(query);
      if (!terms.length) return everything(query).slice(0, most);
      let found = ask(query, terms, new Set(), most);
      if (!found.length) {
        const unknown = terms.filter(({ word, prefix }) => !index.search({ ...EXACT, queries: [word], prefix }).length);
        if (unknown.length) found = ask(query, terms, new Set(unknown.map(({ word }) => word)), most);
      }
      return found;
    },
    size: () => index.documentCount,
  };
}

/** The words of phrases narrow down where to look for the phrase itself. */
function phraseTerms({ phrases }: Query): Term[] {
  const words = phrases.flatMap((phrase) => queryWords(phrase));
  return [...new Set(words)].slice(0, PHRASE_WORDS).map((word) => ({ word, prefix: true, prefixInBody: true }));
}

function entryDoc(entry: Entry, body: string): Doc {
  return {
    key: `e${entry.id}`,
    title: entry.title,
    words: [entry.byline, entry.siteName].filter(Boolean).join('\n'),
    quote: '',
    tags: entry.tags.join('\n'),
    body,
  };
}

function noteDoc(note: Note): Doc {
  return {
    key: `n${note.id}`,
    title: '',
    words: [note.text, ...Object.values(note.alts)].join('\n'),
    quote: note.quote.exact,
    tags: note.tags.join('\n'),
    body: '',
  };
}

function isSameDoc(a: Doc, b: Doc): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}
