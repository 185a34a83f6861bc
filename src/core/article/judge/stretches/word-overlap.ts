/** Measures how many words of some lines occur in other lines of the article, in any script. Rare words weigh more. */
import type { Snapshot } from '../snapshot.ts';
import type { Lines } from './lines.ts';

/** Words of one line that are looked at, from its start. */
const MOST_WORDS = 120;
/**
 * Weights are whole numbers of this unit, so that sums are exact and a word that is taken out again leaves nothing
 * behind.
 */
const UNIT = 2 ** -20;

/** The words of each line, as numbers from 0, each once a line. */
export interface LineWords {
  of(line: number): Int32Array;
  /** How many lines hold each word. */
  spread: Int32Array;
  /** The weight of each word, a whole number: the fewer lines have it, the larger. */
  weight: Float64Array;
}

/** Answers about the words of a page's lines. All shares are 0–1, -1 if there are no words. */
export interface Overlap {
  words: LineWords;
  /** Share of the words of lines `[from, to)` that occur in `[otherFrom, otherTo)`. */
  between(from: number, to: number, otherFrom: number, otherTo: number): number;
  /** Share of a line's words that occur in any other line, including its neighbours. */
  line: Float64Array;
  /** Share of the words of the shorter of a line and the next that occur in the longer. */
  next: Float64Array;
  /** Share of a line's words that occur in the document's title. */
  title: Float64Array;
  /** How many lines begin with the same word as the line. */
  sameStart: Int32Array;
}

const NONE = new Int32Array(0);

/** Numbers the words of all lines. `numbers` holds the number of each word's hash. */
function wordsOf(snapshot: Snapshot, lines: Lines): { words: LineWords; numbers: ReadonlyMap<number, number> } {
  const numbers = new Map<number, number>();
  const spread: number[] = [];
  const seen: number[] = [];
  const ids: Int32Array[] = [];
  for (let at = 0; at < lines.count; at++) {
    const hashes = snapshot.runs[lines.runs[at] ?? -1]?.words ?? NONE;
    const own: number[] = [];
    for (let index = 0; index < hashes.length && index < MOST_WORDS; index++) {
      const hash = hashes[index] ?? 0;
      let id = numbers.get(hash);
      if (id === undefined) {
        id = spread.push(0) - 1;
        numbers.set(hash, id);
        seen.push(-1);
      }
      if (seen[id] === at) continue;
      seen[id] = at;
      spread[id] = (spread[id] ?? 0) + 1;
      own.push(id);
    }
    ids.push(Int32Array.from(own));
  }
  const weight = Float64Array.from(spread, (times) => Math.round(Math.log(1 + lines.count / times) / UNIT));
  return { words: { of: (line) => ids[line] ?? NONE, spread: Int32Array.from(spread), weight }, numbers };
}

/** How many lines begin with the same word as each line. */
function sameStartOf(snapshot: Snapshot, lines: Lines): Int32Array {
  const starts = new Map<number, number>();
  const first = Array.from(lines.runs, (run) => snapshot.runs[run]?.words[0]);
  for (const word of first) if (word !== undefined) starts.set(word, (starts.get(word) ?? 0) + 1);
  return Int32Array.from(first, (word) => starts.get(word ?? 0) ?? 0);
}

/** Counts the words of all lines once. Linear in the page's words. */
export function overlapOf(snapshot: Snapshot, lines: Lines): Overlap {
  const { count } = lines;
  const { words, numbers } = wordsOf(snapshot, lines);
  const { of, spread, weight } = words;
  const marks = new Int32Array(spread.length);
  let stamp = 0;
  const between = (from: number, to: number, otherFrom: number, otherTo: number) => {
    const other = ++stamp;
    for (let line = Math.max(0, otherFrom); line < otherTo && line < count; line++)
      for (const id of of(line)) marks[id] = other;
    // A word that was found is marked as counted: it stays found, and counts once.
    const counted = ++stamp;
    let [all, found] = [0, 0];
    for (let line = Math.max(0, from); line < to && line < count; line++)
      for (const id of of(line)) {
        const mark = marks[id] ?? 0;
        if (mark === counted) continue;
        marks[id] = counted;
        all += weight[id] ?? 0;
        if (mark === other) found += weight[id] ?? 0;
      }
    return all > 0 ? found / all : -1;
  };
  const lineShare = (test: (id: number) => boolean) => {
    const shares = new Float64Array(count);
    for (let line = 0; line < count; line++) {
      let [all, found] = [0, 0];
      for (const id of of(line)) {
        all += weight[id] ?? 0;
        if (test(id)) found += weight[id] ?? 0;
      }
      shares[line] = all > 0 ? found / all : -1;
    }
    return shares;
  };
  const titles = new Set(Array.from(snapshot.title.words, (word) => numbers.get(word) ?? -1));
  const next = new Float64Array(count).fill(-1);
  for (let at = 0; at + 1 < count; at++) {
    const shorter = of(at).length < of(at + 1).length ? at : at + 1;
    const longer = shorter === at ? at + 1 : at;
    next[at] = between(shorter, shorter + 1, longer, longer + 1);
  }
  return {
    words,
    between,
    line: lineShare((id) => (spread[id] ?? 0) > 1),
    title: lineShare((id) => titles.has(id)),
    next,
    sameStart: sameStartOf(snapshot, lines),
  };
}
