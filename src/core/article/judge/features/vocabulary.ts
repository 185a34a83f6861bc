/** How many words a run shares with the rest of the page; rare words weigh more. */
import type { SnapshotRun } from '../snapshot.ts';

/** Words of one run looked at, from its start. */
const MOST_WORDS = 120;
/**
 * Minimum weight of a word in content, without the run itself and its neighbours, for the word to count as occurring
 * there.
 */
const STANDS_FROM = 0.4;
/** Whether a word of a run also occurs in the run before, and in the run after. */
const BEFORE = 1;
const AFTER = 2;

/** Answers about one page. All are 0–1; 0 also if a run has no words. */
export interface Vocabulary {
  /** The share of the run's words that occur in content outside the run itself and its neighbours. */
  of(at: number): number;
  /** The share of the run's words that occur in another run. */
  between(at: number, other: number): number;
  ofWords(at: number, words: ReadonlySet<number>): number;
}

/** The words of a page, numbered from 0 in the order in which they are first met. */
class Lexicon {
  /**
   * The different words of the run at `at` are `ids[starts[at]]` up to `ids[starts[at + 1]]`. `beside` tells for each
   * whether the neighbouring runs have it too.
   */
  readonly ids: Int32Array;
  readonly beside: Uint8Array;
  readonly starts: Int32Array;
  /** How rare each word is: the log of the page's runs for each run that holds it; and the sum of a run's words. */
  readonly rarity: Float64Array;
  readonly sums: Float64Array;
  /** Scratch: 1 for the words that are searched for. */
  readonly marks: Uint8Array;
  /** A hash table with open addressing: `numbers` are a word's number plus 1, or 0 for an empty slot. */
  private readonly hashes: Int32Array;
  private readonly numbers: Int32Array;
  private readonly mask: number;
  private asked: ReadonlySet<number> | undefined;
  private wanted = new Uint8Array(0);

  constructor(runs: readonly SnapshotRun[]) {
    const most = runs.reduce((sum, run) => sum + Math.min(MOST_WORDS, run.words.length), 0);
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, most * 2)));
    this.mask = slots - 1;
    this.hashes = new Int32Array(slots);
    this.numbers = new Int32Array(slots);
    const ids = new Int32Array(most);
    const beside = new Uint8Array(most);
    this.starts = new Int32Array(runs.length + 1);
    const spread: number[] = [];
    /** The run in which each word last occurred, and its position in `ids`. */
    const lastRun: number[] = [];
    const lastIndex: number[] = [];
    let size = 0;
    runs.forEach(({ words }, at) => {
      for (let index = 0; index < words.length && index < MOST_WORDS; index++) {
        const hash = words[index] ?? 0;
        const slot = this.slotOf(hash);
        let id = (this.numbers[slot] ?? 0) - 1;
        if (id < 0) {
          id = spread.push(0) - 1;
          this.hashes[slot] = hash;
          this.numbers[slot] = id + 1;
          lastRun.push(-2);
          lastIndex.push(0);
        }
        const last = lastRun[id] ?? -2;
        if (last === at) continue;
        if (last === at - 1) {
          const before = lastIndex[id] ?? 0;
          beside[before] = (beside[before] ?? 0) | AFTER;
          beside[size] = BEFORE;
        }
        lastRun[id] = at;
        lastIndex[id] = size;
        spread[id] = (spread[id] ?? 0) + 1;
        ids[size++] = id;
      }
      this.starts[at + 1] = size;
    });
    this.ids = ids.subarray(0, size);
    this.beside = beside.subarray(0, size);
    const total = Math.max(2, runs.length);
    this.rarity = Float64Array.from(spread, (count) => Math.log(1 + total / count));
    this.marks = new Uint8Array(spread.length);
    this.sums = new Float64Array(runs.length);
    for (let at = 0; at < runs.length; at++) {
      let sum = 0;
      for (let index = this.start(at); index < this.end(at); index++) sum += this.weight(index);
      this.sums[at] = sum;
    }
  }

  /** Where the words of a run begin and end among `ids`; the same index where there is no such run. */
  start(at: number): number {
    return this.starts[at] ?? 0;
  }
  end(at: number): number {
    return this.starts[at + 1] ?? 0;
  }
  weight(index: number): number {
    return this.rarity[this.ids[index] ?? 0] ?? 0;
  }

  /**
   * 1 for the words of a set, by number. Remembered for the last set that was asked for: a page asks for its title's
   * words only.
   */
  among(words: ReadonlySet<number>): Uint8Array {
    if (this.asked === words) return this.wanted;
    this.asked = words;
    this.wanted = new Uint8Array(this.rarity.length);
    for (const word of words) {
      const number = this.numbers[this.slotOf(word)] ?? 0;
      if (number > 0) this.wanted[number - 1] = 1;
    }
    return this.wanted;
  }

  private slotOf(hash: number): number {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & this.mask;
    while (this.numbers[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

const lexicons = new WeakMap<readonly SnapshotRun[], Lexicon>();

/** The page's words, counted once for all who ask. */
function lexiconOf(runs: readonly SnapshotRun[]): Lexicon {
  const known = lexicons.get(runs);
  if (known) return known;
  const lexicon = new Lexicon(runs);
  lexicons.set(runs, lexicon);
  return lexicon;
}

/**
 * Weighs words by the runs that hold them. `content` says how far a run counts as content, 0–1. Linear in the page's
 * words.
 */
export function vocabulary(runs: readonly SnapshotRun[], content: (at: number) => number): Vocabulary {
  const lexicon = lexiconOf(runs);
  const { ids, beside, marks, rarity, sums } = lexicon;
  const weights = new Float64Array(runs.length);
  const inContent = new Float64Array(rarity.length);
  for (let at = 0; at < runs.length; at++) {
    const weight = content(at);
    weights[at] = weight;
    if (weight <= 0) continue;
    for (let index = lexicon.start(at); index < lexicon.end(at); index++) {
      const id = ids[index] ?? 0;
      inContent[id] = (inContent[id] ?? 0) + weight;
    }
  }
  const share = (at: number, found: number) => {
    const sum = sums[at] ?? 0;
    return sum > 0 ? found / sum : 0;
  };
  /** The shares of the run's words that occur in the run before and in the run after. */
  const shared = (at: number, side: number) => {
    let found = 0;
    for (let index = lexicon.start(at); index < lexicon.end(at); index++)
      if ((beside[index] ?? 0) & side) found += lexicon.weight(index);
    return share(at, found);
  };
  const marked = (at: number, among: Uint8Array) => {
    let found = 0;
    for (let index = lexicon.start(at); index < lexicon.end(at); index++)
      if (among[ids[index] ?? 0]) found += lexicon.weight(index);
    return share(at, found);
  };
  const mark = (at: number, sign: number) => {
    for (let index = lexicon.start(at); index < lexicon.end(at); index++) marks[ids[index] ?? 0] = sign;
  };
  return {
    of(at) {
      const own = weights[at] ?? 0;
      const before = weights[at - 1] ?? 0;
      const after = weights[at + 1] ?? 0;
      let found = 0;
      for (let index = lexicon.start(at); index < lexicon.end(at); index++) {
        const near = beside[index] ?? 0;
        const weight = own + (near & BEFORE ? before : 0) + (near & AFTER ? after : 0);
        if ((inContent[ids[index] ?? 0] ?? 0) - weight > STANDS_FROM) found += lexicon.weight(index);
      }
      return share(at, found);
    },
    between(at, other) {
      if (other === at - 1) return shared(at, BEFORE);
      if (other === at + 1) return shared(at, AFTER);
      mark(other, 1);
      const found = marked(at, marks);
      mark(other, 0);
      return found;
    },
    ofWords: (at, words) => marked(at, lexicon.among(words)),
  };
}
