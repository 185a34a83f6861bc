/** Looks words up in documents and in the texts of articles at once, and joins their scores. */
import MiniSearch from 'minisearch';
import { createArticleWords } from './article-words.ts';
import type { Term } from './query.ts';
import { type Doc, FIELDS } from './search-docs.ts';
import { wordsOf } from './search-words.ts';

/**
 * A title weighs most, then the person's text, then the highlighted passage (weights tuned by hand on the bench's
 * library; order matters more than size).
 */
const BOOST = { title: 3, words: 2.5, tags: 2, quote: 1.5 };
/** Words of at least this many letters are also searched with typing errors if nothing else is found. */
const FUZZY_LENGTH = 4;
/** Slips allowed, as a share of the letters: two in six, as two letters that changed places count twice. */
const FUZZY_SHARE = 0.25;

/** Words of a query are taken as they are. */
const EXACT = { combineWith: 'AND' as const, tokenize: (text: string) => [text] };

/** The words of all documents and articles. */
export interface WordLookup {
  /** Adds or replaces a document. */
  put: (doc: Doc) => void;
  /** Adds or replaces the text of an entry's article. */
  putArticle: (entryId: string, text: string) => void;
  drop: (key: string) => void;
  dropArticle: (entryId: string) => void;
  /** Whether anything has the exact word. */
  has: (term: Term) => boolean;
  /** Keys and scores of what holds every word, best first. Words that are `misspelt` may differ by a few letters. */
  find: (terms: readonly Term[], misspelt: ReadonlySet<string>) => [key: string, score: number][];
  /** The number of documents. */
  size: () => number;
}

/** An empty lookup. */
export function createWordLookup(): WordLookup {
  const index = new MiniSearch<Doc>({
    idField: 'key',
    fields: [...FIELDS],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST },
    autoVacuum: true,
  });
  const articleWords = createArticleWords();
  const drop = (key: string) => {
    if (index.has(key)) index.discard(key);
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
  return {
    put: (doc) => {
      drop(doc.key);
      index.add(doc);
    },
    putArticle: articleWords.put,
    drop,
    dropArticle: articleWords.drop,
    has: ({ word, prefix, prefixInBody }) =>
      articleWords.has(word, prefixInBody) || index.search({ ...EXACT, queries: [word], prefix }).length > 0,
    find: (terms, misspelt) =>
      inAll(terms.map((term) => holding(term, misspelt.has(term.word)))).sort((a, b) => b[1] - a[1]),
    size: () => index.documentCount,
  };
}

/** The keys that all maps have, with the sum of their scores. */
function inAll(maps: Map<string, number>[]): [string, number][] {
  const [fewest, ...others] = maps.toSorted((a, b) => a.size - b.size);
  const found: [string, number][] = [];
  each: for (const [key, score] of fewest ?? []) {
    let sum = score;
    for (const other of others) {
      if (!other.has(key)) continue each;
      sum += other.get(key) ?? 0;
    }
    found.push([key, sum]);
  }
  return found;
}
