/**
 * Decides which lines of the content belong elsewhere, by judging whole stretches on the combined evidence of their
 * lines.
 */
import type { Snapshot } from '../snapshot.ts';
import { type TreeEnsemble, predict } from '../../../tree-ensemble.ts';
import type { Stretch } from './candidates.ts';
import { commentThread } from './comment-threads.ts';
import { evidenceOf } from './evidence.ts';
import { isInserted, isLeadAlone } from './inserted-phrases.ts';
import { LINE_COLUMN, LINE_FEATURE_NAMES, type LineFeature, type Lines, type LineScores, linesOf } from './lines.ts';
import { STRETCH_FEATURE_NAMES, STRETCH_WIDTH, writeFeatures } from './stretch-features.ts';
import { type Suspicions, SURROUNDING_WIDTH, lineProbabilities, writeSurrounding } from './surrounding-features.ts';

/** A stretch goes from this probability on (0–1). Chosen for controls, with four rounds in view: BENCHMARKS.md. */
export const STRETCH_FROM01 = 0.75;
/**
 * One or two lines that are sentences without links need this much: prose is the article's until there is good
 * evidence.
 */
const PROSE_STRAY_FROM01 = 0.93;
const FEW_LINES = 2;
/** Threshold for longer stretches if nearly all lines are such sentences (0–1). */
const MOSTLY_PROSE_FROM01 = 0.88;
const MOSTLY_PROSE01 = 0.75;
/** Items without a link need this much: authors write lists, and aggregators link theirs. */
const LIST_STRAY_FROM01 = 0.95;
const ITEM01 = 0.5;
const PROSE01 = 0.5;
/**
 * Minimum number of adjacent lines, their minimum score from the forest of lines, and the minimum share of them that
 * look like titles, excerpts or links (0–1). Such lines are removed too, because the forest learned their layouts from
 * generated pages.
 */
const WITNESSED_LINES = 3;
const WITNESSED01 = 0.95;
const TELLING01 = 0.5;
const SUSPECT01 = 0.5;
const TELLING: LineFeature[] = ['broken', 'titled', 'linked', 'separated', 'copied'];
const TELLING_AT = TELLING.map((name) => LINE_FEATURE_NAMES.indexOf(name));
const STRAY = LINE_FEATURE_NAMES.indexOf('stray');
/** From this probability on a line counts as doubtful: it stays and is reported as doubtful (0–1). */
const DOUBTFUL01 = 0.5;
/** Probability for a line whose words say that the site inserted it (0–1). */
const SAID_INSERTED01 = 0.95;
/** Probability for a thread of comments below an article, recognised by its structure (0–1). */
const COMMENTS01 = 0.97;
/** Minimum number of lines of an article with insertions. */
const FEWEST_LINES = 3;
/** Longer articles are not searched for stretches, to limit the waiting time. */
const MOST_LINES = 1200;
/** Without a stretch of at least this probability at first look (0–1), there is no refined look. */
const SUSPECTED01 = 0.25;

/** A stretch gets no refined look if none of its lines reaches this probability in any stretch (0–1). */
const UNSUSPECTED01 = 0.04;

const PROSE = STRETCH_FEATURE_NAMES.indexOf('in prose');
const ITEM = STRETCH_FEATURE_NAMES.indexOf('in item');
const LINK = STRETCH_FEATURE_NAMES.indexOf('in link');
const WIDTH = STRETCH_WIDTH + SURROUNDING_WIDTH;

/**
 * The models that judge a stretch at first look, and at the refined look with the first probabilities of all others.
 */
export interface StretchEnsembles {
  alone: TreeEnsemble;
  surrounded: TreeEnsemble;
}

/**
 * The probability that a stretch goes; that of a few sentences and of a list without links is held back below its own
 * threshold. `row` are the features of the stretch.
 */
function heldBack(stretch: Stretch, probability: number, row: Float32Array): number {
  const prose01 = row[PROSE] ?? 0;
  const isFewProse = stretch.lines.length <= FEW_LINES && prose01 >= PROSE01;
  const proseFrom01 = isFewProse ? PROSE_STRAY_FROM01 : prose01 >= MOSTLY_PROSE01 ? MOSTLY_PROSE_FROM01 : 0;
  const isList = (row[ITEM] ?? 0) >= ITEM01 && row[LINK] === 0;
  const from01 = isList ? LIST_STRAY_FROM01 : proseFrom01;
  return probability < from01 ? Math.min(probability, DOUBTFUL01) : probability;
}

/** An item without a link within any stretch. */
const isFreeItem = (lines: Lines, line: number) =>
  lines.value(LINE_COLUMN.item, line) > 0 && lines.value(LINE_COLUMN.link, line) === 0;

const itemHeldBack = (probability: number) =>
  probability < LIST_STRAY_FROM01 ? Math.min(probability, DOUBTFUL01) : probability;

/** Marks lines such as "Read also:" where the line below goes, or where they are suspected themselves. */
function addLeads({ runs, title }: Snapshot, lines: Lines, stray: Float32Array): void {
  lines.runs.forEach((run, line) => {
    const below01 = stray[lines.runs[line + 1] ?? -1] ?? 0;
    if (below01 < STRETCH_FROM01 && (stray[run] ?? 0) < DOUBTFUL01) return;
    const lead = runs[run];
    if (lead && isLeadAlone(lead, title.words)) stray[run] = Math.max(stray[run] ?? 0, SAID_INSERTED01);
  });
}

/** Marks stretches of lines that the forest of lines is sure of, with how sure it is. */
function addWitnessed(lines: Lines, stray: Float32Array): void {
  for (let from = 0; from < lines.count; from++) {
    let [to, telling] = [from, 0];
    while (to < lines.count && lines.value(STRAY, to) >= SUSPECT01) {
      if (TELLING_AT.some((feature) => lines.value(feature, to) > 0)) telling++;
      to++;
    }
    const sure01 = lines.mean(STRAY, from, to);
    if (to - from >= WITNESSED_LINES && sure01 >= WITNESSED01 && telling >= (to - from) * TELLING01)
      for (const run of lines.runs.subarray(from, to)) stray[run] = Math.max(stray[run] ?? 0, sure01);
    from = to;
  }
}

/** Marks lines whose words say that the site inserted them. */
function addSaid(snapshot: Snapshot, lines: Lines, stray: Float32Array): void {
  for (const at of lines.runs) {
    const run = snapshot.runs[at];
    const tag = snapshot.boxes[run?.box ?? -1]?.tag ?? '';
    if (run && isInserted(run, tag, snapshot.title.words)) stray[at] = SAID_INSERTED01;
  }
}

/**
 * The probability (0–1) of each run that it belongs to a stretch outside the article: the highest probability of any
 * stretch with that run. 0 for runs that are not content.
 */
export function stretchProbabilities(
  forests: StretchEnsembles,
  snapshot: Snapshot,
  content: readonly boolean[],
  scores: LineScores,
): Float32Array {
  const stray = new Float32Array(snapshot.runs.length);
  const thread = commentThread(snapshot);
  if (thread) stray.fill(COMMENTS01, thread.from, thread.to);
  const lines = linesOf(snapshot, content, scores);
  if (lines.count < FEWEST_LINES || lines.count > MOST_LINES) return stray;
  addSaid(snapshot, lines, stray);
  addWitnessed(lines, stray);
  const evidence = evidenceOf(snapshot, lines);
  const { stretches } = evidence;
  const rows = new Float32Array(stretches.length * WIDTH);
  const alone = Float32Array.from(stretches, (_, at) => {
    writeFeatures(evidence, at, rows.subarray(at * WIDTH));
    return predict(forests.alone, rows, at * WIDTH);
  });
  if (alone.every((one) => one < SUSPECTED01)) return stray;
  const around = lineProbabilities(stretches, alone, lines.count);
  stretches.forEach((stretch, at) => {
    const row = rows.subarray(at * WIDTH, (at + 1) * WIDTH);
    const held = heldBack(stretch, surroundedProbability(forests, stretch, alone[at] ?? 0, around, row), row);
    for (const line of stretch.lines) {
      const run = lines.runs[line] ?? 0;
      stray[run] = Math.max(stray[run] ?? 0, isFreeItem(lines, line) ? itemHeldBack(held) : held);
    }
  });
  addLeads(snapshot, lines, stray);
  return stray;
}

/**
 * The refined probability of a stretch, with the first probabilities of all stretches. `row` holds its features and is
 * written to.
 */
function surroundedProbability(
  { surrounded }: StretchEnsembles,
  stretch: Stretch,
  alone: number,
  around: Suspicions,
  row: Float32Array,
): number {
  if (stretch.lines.every((line) => (around.lines[line] ?? 0) < UNSUSPECTED01)) return alone;
  writeSurrounding(stretch, alone, around, row.subarray(STRETCH_WIDTH));
  return predict(surrounded, row, 0);
}
