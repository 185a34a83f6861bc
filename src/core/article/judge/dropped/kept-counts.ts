/** What the first stage kept of a page, counted once for all of its dropped runs. */
import { CLOSING, STOP } from '../features/text-profile.ts';
import type { Snapshot, SnapshotRun } from '../snapshot.ts';

/** What the first stage computed for each run. */
export interface ContentScores {
  content: readonly boolean[];
  content01: Float32Array;
  firstLook01: Float32Array;
  threshold: number;
  names: (run: number) => number;
  worst: (run: number) => number;
  words: ReadonlyMap<number, number>;
}

/** Words of a run that are compared, from its start. */
const MOST_WORDS = 120;
/** Linkless runs of whole sentences from this length on are prose (characters but white space). */
const PROSE_CHARS = 60;

/** Whether a run ends as a sentence does. */
export const isEnded = ({ last }: SnapshotRun) => last === STOP || last === CLOSING;
/** A part of a whole, 0–1; -1 of nothing. */
export const share = (part: number, whole: number) => (whole > 0 ? part / whole : -1);

/** Of some runs: their characters, those of them that are kept, the sum of their scores, and how many they are. */
interface Sum {
  chars: number;
  kept: number;
  score: number;
  runs: number;
}

/** Sums by a key of each run. */
class Sums {
  private readonly sums = new Map<number, Sum>();
  add(key: number, run: SnapshotRun, kept: boolean, score: number): void {
    const sum = this.sums.get(key) ?? { chars: 0, kept: 0, score: 0, runs: 0 };
    this.sums.set(key, sum);
    sum.chars += run.chars;
    if (kept) sum.kept += run.chars;
    sum.score += score;
    sum.runs++;
  }
  of(key: number): Sum {
    return this.sums.get(key) ?? { chars: 0, kept: 0, score: 0, runs: 0 };
  }
}

/** What is kept of a page. Runs are named by their index. */
export interface KeptCounts {
  /** Characters kept before a run, and within a box. */
  charsBefore: (at: number) => number;
  charsIn: (box: { firstRun: number; endRun: number }) => number;
  runsBefore: (at: number) => number;
  allChars: number;
  allRuns: number;
  /** Mean score of kept runs; 0 if there is none. */
  meanScore: number;
  /** Share of the page's linkless prose that is kept; -1 without any. */
  prose: number;
  /** Share of a run's words that stand in kept runs, rare ones weighing more; -1 for a run without words. */
  overlap: (at: number) => number;
  /** The runs that are set in a run's make: tag and names of its box and the parent box. */
  make: (at: number) => Sum;
  /** Runs of the page with the same text, itself included. */
  copies: (run: SnapshotRun) => number;
}

/** The share of a run's words that stand in kept runs; a word weighs more the fewer kept runs hold it. */
function overlapWithKept({ runs }: Snapshot, content: readonly boolean[]): (at: number) => number {
  const spread = new Map<number, number>();
  const kept = new Set<number>();
  runs.forEach((run, at) => {
    if (!content[at]) return;
    for (const word of new Set(run.words.subarray(0, MOST_WORDS))) {
      kept.add(word);
      spread.set(word, (spread.get(word) ?? 0) + 1);
    }
  });
  const count = Math.max(2, content.filter(Boolean).length);
  return (at) => {
    let [all, found] = [0, 0];
    for (const word of new Set(runs[at]?.words.subarray(0, MOST_WORDS))) {
      const weight = Math.log(1 + count / (spread.get(word) ?? 1));
      all += weight;
      if (kept.has(word)) found += weight;
    }
    return share(found, all);
  };
}

/** Counts what is kept. Linear in the page; `overlap` in the words of the run. */
export function keptCounts(snapshot: Snapshot, { content, content01 }: ContentScores): KeptCounts {
  const { runs, boxes } = snapshot;
  const makeOf = (at: number) => {
    const box = boxes[runs[at]?.box ?? -1];
    return (Math.imul(box?.shape ?? 0, 31) + (boxes[box?.parent ?? -1]?.shape ?? 0)) | 0;
  };
  const makes = new Sums();
  const copies = new Map<number, number>();
  const chars = new Float64Array(runs.length + 1);
  const counts = new Int32Array(runs.length + 1);
  let [prose, proseKept, score] = [0, 0, 0];
  runs.forEach((run, at) => {
    const kept = content[at] === true;
    makes.add(makeOf(at), run, kept, content01[at] ?? 0);
    copies.set(run.hash, (copies.get(run.hash) ?? 0) + 1);
    chars[at + 1] = (chars[at] ?? 0) + (kept ? run.chars : 0);
    counts[at + 1] = (counts[at] ?? 0) + (kept ? 1 : 0);
    if (kept) score += content01[at] ?? 0;
    if (run.linkChars > 0 || !isEnded(run) || run.chars < PROSE_CHARS) return;
    prose += run.chars;
    if (kept) proseKept += run.chars;
  });
  const allRuns = counts[runs.length] ?? 0;
  return {
    charsBefore: (at) => chars[at] ?? 0,
    charsIn: ({ firstRun, endRun }) => (chars[endRun] ?? 0) - (chars[firstRun] ?? 0),
    runsBefore: (at) => counts[at] ?? 0,
    allChars: chars[runs.length] ?? 0,
    allRuns,
    meanScore: allRuns > 0 ? score / allRuns : 0,
    prose: share(proseKept, prose),
    overlap: overlapWithKept(snapshot, content),
    make: (at) => makes.of(makeOf(at)),
    copies: ({ hash }) => copies.get(hash) ?? 1,
  };
}
