/** Knows how far a run speaks of what the rest of the page speaks of: shared words, rare ones weighing more. */
import type { RunBone } from './skeleton.ts';

/** Words of one run looked at, from its start. */
const MOST_WORDS = 120;
/** What is left of a word's weight in content, apart from the run itself and its neighbours, for the word to count as standing there. */
const STANDS_FROM = 0.4;

/** Answers about one page. All are 0–1; 0 also where a run has no words. */
export interface Vocabulary {
  /** How much of the run's words stand in content elsewhere than in the run itself and its neighbours. */
  of(at: number): number;
  /** How much of the run's words stand in another run. */
  between(at: number, other: number): number;
  ofWords(at: number, words: ReadonlySet<number>): number;
}

/** The words of a page, numbered from 0. */
interface Lexicon {
  /** The different words of each run. */
  ids: Int32Array[];
  /** The words' hashes, by number. */
  hashes: number[];
  /** How rare each word is: the log of the page's runs for each run that holds it. */
  rarity: Float64Array;
  /** Scratch: which of two marks a word carries. */
  marks: Int32Array;
}

const lexicons = new WeakMap<readonly RunBone[], Lexicon>();

/** The page's words, counted once for all who ask. */
function lexiconOf(runs: readonly RunBone[]): Lexicon {
  const known = lexicons.get(runs);
  if (known) return known;
  const numbers = new Map<number, number>();
  const hashes: number[] = [];
  const spread: number[] = [];
  const seen: number[] = [];
  const ids = runs.map((run, at) => {
    const own: number[] = [];
    const words = run.words.length > MOST_WORDS ? run.words.subarray(0, MOST_WORDS) : run.words;
    for (const word of words) {
      let id = numbers.get(word);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(word, id);
        hashes.push(word);
        spread.push(0);
        seen.push(-1);
      }
      if (seen[id] === at) continue;
      seen[id] = at;
      spread[id] = (spread[id] ?? 0) + 1;
      own.push(id);
    }
    return Int32Array.from(own);
  });
  const total = Math.max(2, runs.length);
  const rarity = Float64Array.from(spread, (count) => Math.log(1 + total / count));
  const lexicon = { ids, hashes, rarity, marks: new Int32Array(hashes.length) };
  lexicons.set(runs, lexicon);
  return lexicon;
}

/** Weighs words by the runs that hold them. `content` says how far a run counts as content, 0–1. Linear in the page's words. */
export function vocabulary(runs: readonly RunBone[], content: (at: number) => number): Vocabulary {
  const { ids, hashes, rarity, marks } = lexiconOf(runs);
  const weights = Float64Array.from(runs, (_, at) => content(at));
  const inContent = new Float64Array(hashes.length);
  ids.forEach((own, at) => {
    const weight = weights[at] ?? 0;
    if (weight > 0) for (const id of own) inContent[id] = (inContent[id] ?? 0) + weight;
  });
  const share = (at: number, stands: (id: number) => boolean) => {
    let sum = 0;
    let found = 0;
    for (const id of ids[at] ?? []) {
      const weight = rarity[id] ?? 0;
      sum += weight;
      if (stands(id)) found += weight;
    }
    return sum > 0 ? found / sum : 0;
  };
  /** Adds a mark to the words of a run; 0 takes all marks away. */
  const mark = (at: number, sign: number) => {
    for (const id of ids[at] ?? []) marks[id] = sign === 0 ? 0 : (marks[id] ?? 0) | sign;
  };
  return {
    of(at) {
      const own = weights[at] ?? 0;
      const before = weights[at - 1] ?? 0;
      const after = weights[at + 1] ?? 0;
      mark(at - 1, 1);
      mark(at + 1, 2);
      const found = share(at, (id) => {
        const marked = marks[id] ?? 0;
        const near = own + (marked & 1 ? before : 0) + (marked & 2 ? after : 0);
        return (inContent[id] ?? 0) - near > STANDS_FROM;
      });
      mark(at - 1, 0);
      mark(at + 1, 0);
      return found;
    },
    between(at, other) {
      if (!ids[other]) return 0;
      mark(other, 1);
      const found = share(at, (id) => (marks[id] ?? 0) > 0);
      mark(other, 0);
      return found;
    },
    ofWords: (at, words) => share(at, (id) => words.has(hashes[id] ?? 0)),
  };
}
