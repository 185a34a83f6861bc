/** Knows how far a run speaks of what the rest of the page speaks of: shared words, rare ones weighing more. */
import type { RunBone } from './skeleton.ts';

/** Words of one run looked at, from its start. */
const MOST_WORDS = 120;

/** Answers about one page. All are 0–1; 0 also where a run has no words. */
export interface Vocabulary {
  /** How much of the run's words stand in content elsewhere than in the run itself and its neighbours. */
  of(at: number): number;
  /** How much of the run's words stand in another run. */
  between(at: number, other: number): number;
  ofWords(at: number, words: ReadonlySet<number>): number;
}

/** Weighs words by the runs that hold them. `content` says how far a run counts as content, 0–1. */
export function vocabulary(runs: readonly RunBone[], content: (at: number) => number): Vocabulary {
  const sets = runs.map(
    (run) => new Set(run.words.length > MOST_WORDS ? run.words.subarray(0, MOST_WORDS) : run.words),
  );
  const spread = new Map<number, number>();
  const inContent = new Map<number, number>();
  const weights = runs.map((_, at) => content(at));
  sets.forEach((set, at) => {
    const weight = weights[at] ?? 0;
    for (const word of set) {
      spread.set(word, (spread.get(word) ?? 0) + 1);
      if (weight > 0) inContent.set(word, (inContent.get(word) ?? 0) + weight);
    }
  });
  const total = Math.max(2, runs.length);
  const rarity = (word: number) => Math.log(1 + total / (spread.get(word) ?? 1));
  const share = (at: number, stands: (word: number) => boolean) => {
    let sum = 0;
    let found = 0;
    for (const word of sets[at] ?? []) {
      const weight = rarity(word);
      sum += weight;
      if (stands(word)) found += weight;
    }
    return sum > 0 ? found / sum : 0;
  };
  return {
    of(at) {
      const near = [at - 1, at, at + 1].filter((one) => (weights[one] ?? 0) > 0);
      return share(at, (word) => {
        let left = inContent.get(word) ?? 0;
        for (const one of near) if (sets[one]?.has(word)) left -= weights[one] ?? 0;
        return left > 0.4;
      });
    },
    between(at, other) {
      const set = sets[other];
      return set ? share(at, (word) => set.has(word)) : 0;
    },
    ofWords: (at, words) => share(at, (word) => words.has(word)),
  };
}
