/** Re-examines what the content forest drops: prose belongs to the article unless there is good evidence against it. */
import type { SnapshotRun, Snapshot } from '../snapshot.ts';
import { type TreeEnsemble, predict } from '../../../tree-ensemble.ts';
import { DROPPED_WIDTH, droppedFeatures } from './dropped-features.ts';
import { type ContentScores, isEnded } from './kept-counts.ts';

/**
 * Runs with a lower score (0–1) are not re-examined: they are menus and the like, most of a page, and hardly any comes
 * back.
 */
const WORTH_A_LOOK01 = 0.004;
/** Shorter runs are left to the forest (characters but white space). */
const SHORTEST = 12;
/**
 * A linkless run of whole sentences comes back from this probability on, anything else from the other (0–1). The loss
 * of a paragraph weighs more than a line too many. Chosen on pages held out: BENCHMARKS.md, "Isolation".
 */
const PROSE_FROM01 = 0.35;
const OTHER_FROM01 = 0.65;
const PROSE_CHARS = 70;

const isProse = (run: SnapshotRun) => run.chars >= PROSE_CHARS && run.linkChars * 10 < run.chars && isEnded(run);

/**
 * The probability (0–1) of each dropped run that it belongs to the article; 0 for runs that are kept or skipped. Linear
 * in the examined runs and their words.
 */
export function predictDropped(forest: TreeEnsemble, snapshot: Snapshot, look: ContentScores): Float32Array {
  const belongs = new Float32Array(snapshot.runs.length);
  if (!look.content.includes(true)) return belongs;
  const write = droppedFeatures(snapshot, look);
  const row = new Float32Array(DROPPED_WIDTH);
  snapshot.runs.forEach((run, at) => {
    if (look.content[at] || run.chars < SHORTEST || (look.content01[at] ?? 0) < WORTH_A_LOOK01) return;
    write(at, row);
    belongs[at] = predict(forest, row, 0);
  });
  return belongs;
}

/** Whether a dropped run comes back. */
export function isRecovered(run: SnapshotRun, belongs01: number): boolean {
  return belongs01 >= (isProse(run) ? PROSE_FROM01 : OTHER_FROM01);
}
