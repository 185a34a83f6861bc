/**
 * Search as you type: an index over titles, notes, quotes and articles that answers while it grows and follows every
 * change.
 */
import MiniSearch from 'minisearch';
import { createArticleWords } from './article-words.ts';
import { type Query, type Term, isEmptyQuery, matches, searchTerms } from './query.ts';
import type { Entry, Note } from '../records.ts';
import { folded, queryWords, wordsOf } from './search-words.ts';

/** A result. `entryId` is the entry's own id, or that of the note's entry. */
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
}
const FIELDS = ['title', 'words', 'quote', 'tags'] as const;
/**
 * A title says most, then what the person wrote, then what they marked (weights tried by hand on the bench's library;
 * order matters more than size).
 */
const BOOST = { title: 3, words: 2.5, tags: 2, quote: 1.5 };
/** Words of at least this many letters are also searched with typing errors if nothing else is found. */
const FUZZY_LENGTH = 4;
/** Slips allowed, as a share of the letters: two in six, as two letters that changed places count twice. */
const FUZZY_SHARE = 0.25;
/** Words of phrases that are looked up: a few narrow it enough. */
const PHRASE_WORDS = 4;
/** Hits scored before filters in one answer at most. */
const HITS_MOST = 5_000;

/** Words of a query are taken as they are. */
const EXACT = { combineWith: 'AND' as const, tokenize: (text: string) => [text] };

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
  const articleWords = createArticleWords();

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
    const doc = note ? noteDoc(note) : entryDoc(entry);
    const body = note ? '' : (bodies.get(entry.id) ?? '');
    return folded([...FIELDS.map((field) => doc[field]), body].join('\n'));
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
    for (const [key, score] of search(terms, misspelt)) {
      if (hits.length >= most) break;
      if (allowed(query, key)) hits.push(hitOf(key, score));
    }
    return hits;
  };
  /** What holds one word, by key, with its score. */
  const holding = ({ word, prefix, prefixInBody }: Term, isMisspelt: boolean): Map<string, number> => {
    const slips = isMisspelt && word.length >= FUZZY_LENGTH ? Math.round(FUZZY_SHARE * word.length) : 0;
    const found = new Map<string, number>();
    for (const { id, score } of index.search({ ...EXACT, queries: [word], prefix, fuzzy: slips || false })) {
      found.set(String(id), score);
    }
    for (const [id, score] of articleWords.find(word, { prefix: prefixInBody, slips })) {
      found.set(`e${id}`, (found.get(`e${id}`) ?? 0) + score);
    }
    return found;
  };
  /** What holds every word, best first. */
  const search = (terms: readonly Term[], misspelt: ReadonlySet<string>): [string, number][] => {
    const all = terms.map((term) => holding(term, misspelt.has(term.word))).toSorted((a, b) => a.size - b.size);
    const [fewest, ...others] = all;
    const found: [string, number][] = [];
    each: for (const [key, score] of fewest ?? []) {
      let sum = score;
      for (const other of others) {
        if (!other.has(key)) continue each;
        sum += other.get(key) ?? 0;
      }
      found.push([key, sum]);
    }
    return found.sort((a, b) => b[1] - a[1]);
  };
  const isKnown = ({ word, prefix, prefixInBody }: Term) =>
    articleWords.has(word, prefixInBody) || index.search({ ...EXACT, queries: [word], prefix }).length > 0;

  return {
    putEntry: (entry, body) => {
      const before = entries.get(entry.id);
      entries.set(entry.id, entry);
      if (!before || !isSameDoc(entryDoc(before), entryDoc(entry))) put(entryDoc(entry));
      if (body === undefined || body === (bodies.get(entry.id) ?? '')) return;
      bodies.set(entry.id, body);
      articleWords.put(entry.id, body);
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
        articleWords.drop(id);
      }
    },
    find: (query, most = HITS_MOST) => {
      if (isEmptyQuery(query)) return [];
      const terms = query.words.length ? searchTerms(query) : phraseTerms(query);
      if (!terms.length) return everything(query).slice(0, most);
      let found = ask(query, terms, new Set(), most);
      if (!found.length) {
        const unknown = terms.filter((term) => !isKnown(term));
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

function entryDoc(entry: Entry): Doc {
  return {
    key: `e${entry.id}`,
    title: entry.title,
    words: [entry.byline, entry.siteName].filter(Boolean).join('\n'),
    quote: '',
    tags: entry.tags.join('\n'),
  };
}

function noteDoc(note: Note): Doc {
  return {
    key: `n${note.id}`,
    title: '',
    words: [note.text, ...Object.values(note.alts)].join('\n'),
    quote: note.quote.exact,
    tags: note.tags.join('\n'),
  };
}

function isSameDoc(a: Doc, b: Doc): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}
