/**
 * Features of a stretch that use the first probabilities of all stretches: the suspicion of its own lines and of the
 * lines around it.
 */
import type { Stretch } from './candidates.ts';

/** Suspicion of a line: the probability of the likeliest stretch that holds it. -1 if there is no such line. */
export const SURROUNDING_FEATURES = {
  alone: 'the probability that the stretch goes, judged by itself',
  mean: 'mean suspicion of its lines',
  least: 'lowest suspicion of its lines',
  most: 'highest suspicion of its lines',
  before: 'suspicion of the line before it',
  after: 'suspicion of the line after it',
  rest: 'mean suspicion of the other lines',
  restGoing: 'share of the other lines that are suspected more than not',
  before2: 'suspicion of the second line before it',
  after2: 'suspicion of the second line after it',
} as const;
export const SURROUNDING_WIDTH = Object.keys(SURROUNDING_FEATURES).length;

const GOES = 0.5;

/** The suspicion of each line, with sums. */
export interface Suspicions {
  lines: Float32Array;
  sum: number;
  going: number;
}

/**
 * The suspicion of each of `count` lines: the highest probability (0–1) of any stretch with that line; 0 if there is
 * none. `alone` is the probability of each stretch on its own.
 */
export function lineProbabilities(stretches: readonly Stretch[], alone: Float32Array, count: number): Suspicions {
  const lines = new Float32Array(count);
  stretches.forEach((stretch, at) => {
    for (const line of stretch.lines) lines[line] = Math.max(lines[line] ?? 0, alone[at] ?? 0);
  });
  return {
    lines,
    sum: lines.reduce((sum, one) => sum + one, 0),
    going: lines.reduce((sum, one) => sum + (one > GOES ? 1 : 0), 0),
  };
}

/** Writes the features of one stretch to `row`, `SURROUNDING_WIDTH` numbers. */
export function writeSurrounding(stretch: Stretch, alone: number, around: Suspicions, row: Float32Array): void {
  const { lines } = around;
  const size = stretch.lines.length;
  let [sum, least, most, going] = [0, 1, 0, 0];
  for (const line of stretch.lines) {
    const one = lines[line] ?? 0;
    sum += one;
    least = Math.min(least, one);
    most = Math.max(most, one);
    if (one > GOES) going++;
  }
  const first = stretch.lines[0] ?? 0;
  const last = stretch.lines[size - 1] ?? 0;
  const others = lines.length - size;
  const values = [
    alone,
    sum / size,
    least,
    most,
    lines[first - 1] ?? -1,
    lines[last + 1] ?? -1,
    others > 0 ? (around.sum - sum) / others : 0,
    others > 0 ? (around.going - going) / others : 0,
    lines[first - 2] ?? -1,
    lines[last + 2] ?? -1,
  ];
  row.set(values);
}
