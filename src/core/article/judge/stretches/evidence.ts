/**
 * Collects the evidence by which the stretches of a page are judged: its lines, their words, and the candidate
 * stretches.
 */
import type { Snapshot } from '../snapshot.ts';
import { type Stretch, candidatesOf } from './candidates.ts';
import { LINE_COLUMN, LINE_FEATURE_NAMES, type Lines } from './lines.ts';
import { type PooledWords, pooledWords } from './pooled-words.ts';
import { type Overlap, overlapOf } from './word-overlap.ts';

/** Means over the article as a whole. */
export interface Usual {
  line: number;
  next: number;
  title: number;
  depth: number;
  /** Sum of each line feature. */
  sums: Float64Array;
}

/** The evidence by which the stretches of a page are judged, computed once. */
export interface Evidence {
  snapshot: Snapshot;
  lines: Lines;
  overlap: Overlap;
  usual: Usual;
  stretches: readonly Stretch[];
  words: PooledWords;
}

const meanOf = (values: Float64Array) => {
  let [sum, count] = [0, 0];
  for (const value of values)
    if (value >= 0) {
      sum += value;
      count++;
    }
  return count ? sum / count : 0;
};

function usualOf(snapshot: Snapshot, lines: Lines, overlap: Overlap): Usual {
  let [sum, weight] = [0, 0];
  for (let at = 0; at < lines.count; at++) {
    if (lines.value(LINE_COLUMN.usual, at) === 0) continue;
    sum += (snapshot.boxes[lines.box[at] ?? -1]?.depth ?? 0) * (lines.chars[at] ?? 0);
    weight += lines.chars[at] ?? 0;
  }
  return {
    line: meanOf(overlap.line),
    next: meanOf(overlap.next),
    title: meanOf(overlap.title),
    depth: weight ? sum / weight : 0,
    sums: Float64Array.from(LINE_FEATURE_NAMES, (_, feature) => lines.mean(feature, 0, lines.count) * lines.count),
  };
}

/** Characters of a stretch. */
function charsOf({ lines: list }: Stretch, { chars }: Lines): number {
  let sum = 0;
  for (const at of list) sum += chars[at] ?? 0;
  return sum;
}

/** Gathers the evidence on `stretches`, by default all that are worth a look. */
export function evidenceOf(snapshot: Snapshot, lines: Lines, given?: readonly Stretch[]): Evidence {
  const overlap = overlapOf(snapshot, lines);
  const stretches = given ?? candidatesOf(snapshot, lines, overlap);
  const all = lines.before[lines.count] || 1;
  const share01 = Float64Array.from(stretches, (stretch) => charsOf(stretch, lines) / all);
  const words = pooledWords(overlap.words, lines.count, overlap.between, stretches, (at) => share01[at] ?? 0);
  return { snapshot, lines, overlap, usual: usualOf(snapshot, lines, overlap), stretches, words };
}
