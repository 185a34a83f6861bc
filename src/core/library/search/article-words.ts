/**
 * An inverted index over the texts of articles, packed so that 20,000 of them take about as much memory as their words.
 * A general index keeps an object for each word of each text, which for 200 MB of texts is more than a page may hold.
 */
import { wordsOf } from './search-words.ts';

/** The index. Ids are those of entries. */
export interface ArticleWords {
  /** Adds or replaces a text. Cost: its words. */
  put: (id: string, text: string) => void;
  drop: (id: string) => void;
  /** Whether any text holds the word, or with `prefix` a longer one that begins with it. */
  has: (word: string, prefix: boolean) => boolean;
  /** Scores (BM25+, higher is better) of the texts with an exact match of a word. */
  find: (word: string, how: { prefix: boolean; slips: number }) => Map<string, number>;
}

/** BM25+ as MiniSearch weighs it (Lv and Zhai, 2011). */
const [K, B, DELTA] = [1.2, 0.7, 0.5];
/** Weights of a longer word with the searched prefix, and of a misspelled word, relative to the exact word. */
const [PREFIX_WEIGHT, SLIP_WEIGHT] = [0.375, 0.45];
/** A posting is `text number × COUNTS + how often`, which stays a small integer for 16 million texts. */
const COUNTS = 64;
/** Letters by which words are found that begin alike; one in scripts where a letter is a word. */
const START = 3;
const DENSE_START = 0x2e80;
/** Replaced texts from which on, and beyond a half of all, their postings are cleared out. */
const DEAD_LEAST = 500;

/** An empty index. */
export function createArticleWords(): ArticleWords {
  /** A single posting is stored without an array, because half of all words occur in one text only. */
  const postings = new Map<string, number | number[]>();
  const starts = new Map<string, string[]>();
  const numbers = new Map<string, number>();
  let [ids, lengths]: [(string | undefined)[], number[]] = [[], []];
  let [letters, dead] = [0, 0];

  /** The postings of texts that are still there. */
  const listOf = (word: string): readonly number[] => {
    const found = postings.get(word);
    const list = found === undefined ? [] : typeof found === 'number' ? [found] : found;
    return dead > 0 ? list.filter((posting) => ids[Math.floor(posting / COUNTS)] !== undefined) : list;
  };
  const enter = (word: string, posting: number) => {
    const known = postings.get(word);
    if (known === undefined) {
      postings.set(word, posting);
      const start = startOf(word);
      const alike = starts.get(start);
      if (alike) alike.push(word);
      else starts.set(start, [word]);
    } else if (typeof known === 'number') postings.set(word, [known, posting]);
    else known.push(posting);
  };
  const drop = (id: string) => {
    const number = numbers.get(id);
    if (number === undefined) return;
    numbers.delete(id);
    ids[number] = undefined;
    letters -= lengths[number] ?? 0;
    dead += 1;
    if (dead > DEAD_LEAST && dead * 2 > ids.length) clear();
  };
  /** Gives the texts that are left new numbers and takes the others out of every list. */
  const clear = () => {
    const moved = ids.map((id): number => (id === undefined ? -1 : 0));
    let next = 0;
    for (const [number, state] of moved.entries()) if (state === 0) moved[number] = next++;
    starts.clear();
    for (const [word, list] of [...postings]) {
      postings.delete(word);
      for (const posting of typeof list === 'number' ? [list] : list) {
        const number = moved[Math.floor(posting / COUNTS)] ?? -1;
        if (number >= 0) enter(word, number * COUNTS + (posting % COUNTS));
      }
    }
    lengths = lengths.filter((_length, number) => ids[number] !== undefined);
    ids = ids.filter((id) => id !== undefined);
    for (const [number, id] of ids.entries()) if (id !== undefined) numbers.set(id, number);
    dead = 0;
  };
  const beginning = function* (word: string): Generator<string> {
    const exact = starts.get(startOf(word));
    const buckets =
      word.length >= START || isDense(word)
        ? [exact ?? []]
        : [...starts].filter(([start]) => start.startsWith(word)).map(([, alike]) => alike);
    for (const alike of buckets) for (const one of alike) if (one.startsWith(word)) yield one;
  };

  return {
    put: (id, text) => {
      drop(id);
      const words = wordsOf(text);
      const number = ids.push(id) - 1;
      numbers.set(id, number);
      lengths[number] = words.length;
      letters += words.length;
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts) enter(flat(word), number * COUNTS + Math.min(count, COUNTS - 1));
    },
    drop,
    has: (word, prefix) => {
      if (listOf(word).length > 0) return true;
      for (const longer of prefix ? beginning(word) : []) if (listOf(longer).length > 0) return true;
      return false;
    },
    find: (word, { prefix, slips }) => {
      const scores = new Float64Array(ids.length);
      const average = letters / Math.max(1, numbers.size);
      const add = (found: string, weight: number) => {
        const list = listOf(found);
        const idf = Math.log(1 + (numbers.size - list.length + 0.5) / (list.length + 0.5));
        for (const posting of list) {
          const [number, count] = [Math.floor(posting / COUNTS), posting % COUNTS];
          const length = (lengths[number] ?? 0) / average;
          const share = (count * (K + 1)) / (count + K * (1 - B + B * length));
          scores[number] = (scores[number] ?? 0) + weight * Math.max(idf, 0) * (DELTA + share);
        }
      };
      add(word, 1);
      for (const longer of prefix ? beginning(word) : []) {
        const more = longer.length - word.length;
        if (more > 0) add(longer, (PREFIX_WEIGHT * longer.length) / (longer.length + 0.3 * more));
      }
      for (const other of slips > 0 ? postings.keys() : []) {
        if (Math.abs(other.length - word.length) > slips) continue;
        const far = slipsBetween(word, other, slips);
        if (far > 0 && far <= slips) add(other, (SLIP_WEIGHT * other.length) / (other.length + far));
      }
      const all = new Map<string, number>();
      for (const [number, id] of ids.entries()) {
        const score = scores[number] ?? 0;
        if (id !== undefined && score > 0) all.set(id, score);
      }
      return all;
    },
  };
}

function isDense(word: string): boolean {
  return (word.codePointAt(0) ?? 0) >= DENSE_START;
}

function startOf(word: string): string {
  return isDense(word) ? String.fromCodePoint(word.codePointAt(0) ?? 0) : word.slice(0, START);
}

/**
 * A copy that does not hold on to the text it was cut from. Words of up to 12 letters are copied by the engines anyway.
 */
function flat(word: string): string {
  return word.length > 12 ? [...word].join('') : word;
}

/** The edits (Levenshtein) between two words, or more than `most` where there are more. O(length × most). */
function slipsBetween(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_unused, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}
