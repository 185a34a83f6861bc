/** Chooses sentences greedily: after each choice it updates what every other sentence would still add. */
import type { ParsedText } from './candidates.ts';
import { likeness, type Rows } from './centrality.ts';
import type { Concepts } from './concepts.ts';

/** Features that change with every choice. Order is the order of the weights. */
export const DYNAMIC_FEATURES = [
  'logWords',
  'logPairs',
  'logConcepts',
  'freshShare',
  'titleFresh',
  'likest',
  'sameSection',
  'follows',
  'precedes',
  'laterLikest',
  'laterLogWords',
  'laterLogPairs',
  'laterLogConcepts',
  'laterSameSection',
] as const;

/** The factor by which a word or pair loses worth with each chosen sentence that has it. */
const LEFT = 0.25;
/** Choices after which "later" no longer grows. */
const LATER_MOST = 3;
const TINY = 0.01;

/** The data of an article that choosing needs. `inverse*` list the sentences by word, pair and concept. */
export interface RankingContext {
  parsed: ParsedText;
  concepts: Concepts;
  rows: Rows;
  /** Distinct, by sentence. */
  wordsOf: number[][];
  pairsOf: number[][];
  words: Float64Array;
  pairs: Float64Array;
  statics: Float64Array;
}

/** Worth that shrinks with each choice: keeps up to date what each sentence would still add. */
class Worth {
  /** By sentence: the remaining worth of what it has. */
  readonly sums: Float64Array;
  private readonly left: Float64Array;
  /**
   * The sentences that have each id, as one array of lists: those of `id` are `holders[from[id]]` up to, but not
   * including, `holders[from[id + 1]]`.
   */
  private readonly holders: Int32Array;
  private readonly from: Int32Array;

  constructor(
    private readonly held: number[][],
    worth: Float64Array,
  ) {
    this.left = Float64Array.from(worth);
    this.sums = new Float64Array(held.length);
    this.from = new Int32Array(worth.length + 1);
    for (const ids of held) for (const id of ids) this.from[id + 1] = (this.from[id + 1] ?? 0) + 1;
    for (let id = 0; id < worth.length; id++) this.from[id + 1] = (this.from[id + 1] ?? 0) + (this.from[id] ?? 0);
    this.holders = new Int32Array(this.from[worth.length] ?? 0);
    const next = Int32Array.from(this.from);
    held.forEach((ids, i) => {
      let sum = 0;
      for (const id of ids) {
        sum += worth[id] ?? 0;
        const at = next[id] ?? 0;
        this.holders[at] = i;
        next[id] = at + 1;
      }
      this.sums[i] = sum;
    });
  }

  say(i: number): void {
    for (const id of this.held[i] ?? []) {
      const lost = (this.left[id] ?? 0) * (1 - LEFT);
      this.left[id] = (this.left[id] ?? 0) - lost;
      const end = this.from[id + 1] ?? 0;
      for (let at = this.from[id] ?? 0; at < end; at++) {
        const holder = this.holders[at] ?? 0;
        this.sums[holder] = (this.sums[holder] ?? 0) - lost;
      }
    }
  }
}

/** The state of choosing. */
export class GreedyChoice {
  private readonly words: Worth;
  private readonly pairs: Worth;
  private readonly concepts: Worth;
  private readonly wordsAtFirst: Float64Array;
  private readonly likest: Float64Array;
  private readonly bySection: number[];
  private readonly titleLeft: Set<number>;
  private readonly titleSize: number;
  /** By sentence: how many words of the title it has that no chosen sentence has. */
  private readonly fresh: Float64Array;
  readonly taken: boolean[];
  step = 0;

  constructor(private readonly context: RankingContext) {
    const { parsed, concepts } = context;
    const n = parsed.candidates.length;
    this.words = new Worth(context.wordsOf, context.words);
    this.pairs = new Worth(context.pairsOf, context.pairs);
    this.concepts = new Worth(concepts.ofSentence, concepts.worth);
    this.wordsAtFirst = Float64Array.from(this.words.sums);
    this.likest = new Float64Array(n);
    this.bySection = new Array<number>(parsed.headings.length).fill(0);
    this.taken = new Array<boolean>(n).fill(false);
    this.titleLeft = new Set(parsed.title.filter((id) => !parsed.lexicon.stop[id]));
    this.titleSize = Math.max(1, this.titleLeft.size);
    this.fresh = new Float64Array(n);
    this.countFresh();
  }

  private countFresh(): void {
    this.fresh.fill(0);
    if (this.titleLeft.size === 0) return;
    this.context.wordsOf.forEach((ids, i) => {
      let count = 0;
      for (const id of ids) if (this.titleLeft.has(id)) count++;
      this.fresh[i] = count;
    });
  }

  /** Writes the features of sentence i that change with every choice into `out`, from index `at`. */
  features(i: number, out: Float64Array, at: number): void {
    const words = Math.max(0, this.words.sums[i] ?? 0);
    const later = this.later01();
    const likest = this.likest[i] ?? 0;
    const same = Math.min(3, this.bySection[this.context.parsed.candidates[i]?.section ?? 0] ?? 0);
    const logWords = Math.log(TINY + words);
    const logPairs = Math.log(TINY + Math.max(0, this.pairs.sums[i] ?? 0));
    const logConcepts = Math.log(TINY + Math.max(0, this.concepts.sums[i] ?? 0));
    out[at] = logWords;
    out[at + 1] = logPairs;
    out[at + 2] = logConcepts;
    out[at + 3] = words / ((this.wordsAtFirst[i] ?? 0) + TINY);
    out[at + 4] = (this.fresh[i] ?? 0) / this.titleSize;
    out[at + 5] = likest;
    out[at + 6] = same;
    out[at + 7] = this.taken[i - 1] ? 1 : 0;
    out[at + 8] = this.taken[i + 1] ? 1 : 0;
    out[at + 9] = later * likest;
    out[at + 10] = later * logWords;
    out[at + 11] = later * logPairs;
    out[at + 12] = later * logConcepts;
    out[at + 13] = later * same;
  }

  /**
   * Progress of choosing: 0 for the first sentence, 1 from the fourth on. The first sentence should say what the
   * article is about, later ones should cover the rest. So some features have two weights, the second multiplied by
   * this.
   */
  later01(): number {
    return Math.min(LATER_MOST, this.step) / LATER_MOST;
  }

  /** Chooses sentence i; its words and pairs lose worth for the following choices. */
  take(i: number): void {
    const { parsed, rows } = this.context;
    this.taken[i] = true;
    this.step++;
    this.words.say(i);
    this.pairs.say(i);
    this.concepts.say(i);
    const left = this.titleLeft.size;
    for (const id of this.context.wordsOf[i] ?? []) this.titleLeft.delete(id);
    if (this.titleLeft.size < left) this.countFresh();
    const section = parsed.candidates[i]?.section ?? 0;
    this.bySection[section] = (this.bySection[section] ?? 0) + 1;
    const alike = likeness(rows, i, parsed.lexicon.names.length);
    for (let k = 0; k < alike.length; k++) if ((alike[k] ?? 0) > (this.likest[k] ?? 0)) this.likest[k] = alike[k] ?? 0;
  }
}
