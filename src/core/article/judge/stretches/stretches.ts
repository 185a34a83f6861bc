/** Which lines of the content belong elsewhere: whole stretches are judged, on evidence pooled over all their lines. */
import type { Skeleton } from '../snapshot.ts';
import type { Forest } from '../tree-ensemble.ts';
import { ask } from '../tree-ensemble.ts';
import { type Stretch, candidatesOf } from './candidates.ts';
import { type Scores, linesOf } from './lines.ts';
import { STRETCH_FEATURE_NAMES, STRETCH_WIDTH, usualOf, writeFeatures } from './stretch-features.ts';
import { SURROUNDING_WIDTH, lineProbabilities, writeSurrounding } from './surrounding-features.ts';
import { overlapOf } from './word-overlap.ts';

/** A stretch goes from this probability on (0–1). What lies below stays: a loss weighs ten times a leak. */
export const STRAY_FROM01 = 0.6;
/** One or two lines that are sentences without links need this much: prose is the article's until there is good evidence. */
const PROSE_STRAY_FROM01 = 0.85;
const FEW_LINES = 2;
const PROSE01 = 0.5;
/** What is doubtful stays, and is told as such (0–1). */
const DOUBTFUL01 = 0.5;
/** Fewer lines are no article with something set into it. */
const FEWEST_LINES = 3;
/** Where no stretch is this likely at first sight, none is looked at again (0–1). */
const SUSPECTED01 = 0.25;
const PROSE = STRETCH_FEATURE_NAMES.indexOf('in prose');
const WIDTH = STRETCH_WIDTH + SURROUNDING_WIDTH;

/** What judges a stretch by itself, and knowing what was thought of all others. */
export interface StretchForests {
  alone: Forest;
  surrounded: Forest;
}

/** The probability that a stretch goes; that of prose is held back below its own threshold. */
function heldBack(stretch: Stretch, probability: number, prose01: number): number {
  const isFewProse = stretch.lines.length <= FEW_LINES && prose01 >= PROSE01;
  return isFewProse && probability < PROSE_STRAY_FROM01 ? Math.min(probability, DOUBTFUL01) : probability;
}

/**
 * The probability of each run that it belongs to a stretch which is no part of the article, 0–1: that of the likeliest
 * stretch that holds it. 0 for runs that are not content.
 */
export function strayProbabilities(
  forests: StretchForests,
  bones: Skeleton,
  content: readonly boolean[],
  scores: Scores,
): Float32Array {
  const stray = new Float32Array(bones.runs.length);
  const lines = linesOf(bones, content, scores);
  if (lines.count < FEWEST_LINES) return stray;
  const overlap = overlapOf(bones, lines);
  const usual = usualOf(bones, lines, overlap);
  const stretches = candidatesOf(bones, lines, overlap);
  const rows = new Float32Array(stretches.length * WIDTH);
  const alone = Float32Array.from(stretches, (stretch, at) => {
    writeFeatures(bones, lines, overlap, usual, stretch, rows.subarray(at * WIDTH));
    return ask(forests.alone, rows, at * WIDTH);
  });
  if (alone.every((one) => one < SUSPECTED01)) return stray;
  const around = lineProbabilities(stretches, alone, lines.count);
  stretches.forEach((stretch, at) => {
    writeSurrounding(stretch, alone[at] ?? 0, around, rows.subarray(at * WIDTH + STRETCH_WIDTH));
    const probability = ask(forests.surrounded, rows, at * WIDTH);
    const held = heldBack(stretch, probability, rows[at * WIDTH + PROSE] ?? 0);
    for (const line of stretch.lines) {
      const run = lines.runs[line] ?? 0;
      stray[run] = Math.max(stray[run] ?? 0, held);
    }
  });
  return stray;
}
