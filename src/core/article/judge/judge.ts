/**
 * Judges which runs of a page belong to the article. Tree ensembles score each run as content and re-examine the
 * dropped ones. Then stretches of the content that belong elsewhere are removed as a whole.
 */
import { titleOf } from '../page/dom-clobbering.ts';
import { contentThreshold } from './threshold.ts';
import { contentOf, straysOf } from './decide.ts';
import { COLUMN, type TokenLogOdds, RUN_WIDTH } from './features/feature-list.ts';
import { runFeatures } from './features/run-features.ts';
import type { Verdict } from './verdict.ts';
import type { Page } from '../page/model.ts';
import { reasonOf } from './reasons.ts';
import { REFINED_WIDTH } from './features/refined-feature-list.ts';
import { refinedFeatures } from './features/refined-features.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { type TreeEnsemble, decode, predict } from '../../tree-ensemble.ts';
import { STRAY_WIDTH } from './features/stray-feature-list.ts';
import { strayFeatures } from './features/stray-features.ts';
import { isRecovered, predictDropped } from './dropped/dropped-runs.ts';
import type { LineScores } from './stretches/lines.ts';
import { type StretchEnsembles, stretchProbabilities } from './stretches/stretches.ts';
import stretchWeights from './stretches/weights.json';
import weights from './weights.json';
import { profile } from './features/text-profile.ts';

/** A page with more runs gets only the first look, to limit the waiting time. */
const MOST_RUNS = 20_000;
/** Runs with a lower first-look score (0–1) get no refined look: they are mostly menus, and hardly any comes back. */
const SURELY_NOT = 0.003;
const WIDTH = RUN_WIDTH + REFINED_WIDTH;
/** Only runs with a first-look score above this (0–1) are tested for being strays; as in stray-features.ts. */
const SUSPECT_ABOVE = 0.4;

/**
 * If no run of a page has a first suspicion above this (0–1), there is no refined look for strays: two pages in three.
 */
const UNSUSPECTED = 0.1;

interface Models {
  /**
   * Whether a run is content: the first look uses the run and its position, the refined look also the scores around it.
   */
  contentFirstLook: TreeEnsemble;
  contentRefined: TreeEnsemble;
  /** Whether a run of the content is a stray: the same way. */
  strayFirstLook: TreeEnsemble;
  strayRefined: TreeEnsemble;
  logOdds: TokenLogOdds;
  /** Whether a run that was dropped is the article's; whether a stretch of content belongs elsewhere. */
  dropped: TreeEnsemble;
  stretches: StretchEnsembles;
  /** Token log-odds, by a word's hash, that the site inserted a short line. */
  inserted: ReadonlyMap<number, number>;
}

let decoded: Models | undefined;

function byHash(odds: Readonly<Record<string, number>>, unit: number): Map<number, number> {
  const words = new Map<number, number>();
  for (const [word, logOdds] of Object.entries(odds)) {
    const hash = profile(word).words[0];
    if (hash !== undefined) words.set(hash, logOdds * unit);
  }
  return words;
}

/** Decoded once, when a page is first judged. */
function models(): Models {
  if (decoded) return decoded;
  decoded = {
    contentFirstLook: decode(weights.contentFirstLook),
    contentRefined: decode(weights.contentRefined),
    strayFirstLook: decode(weights.strayFirstLook),
    strayRefined: decode(weights.strayRefined),
    logOdds: { names: new Map(Object.entries(weights.names)), words: byHash(weights.words, 1) },
    dropped: decode(stretchWeights.dropped),
    stretches: { alone: decode(stretchWeights.alone), surrounded: decode(stretchWeights.surrounded) },
    inserted: byHash(stretchWeights.words, 0.1),
  };
  return decoded;
}

/** The judge's scores of each run before it looks at stretches. */
export interface RunScores {
  /** 0–1 that it is content, and whether it counts as content. */
  score01: Float32Array;
  content: boolean[];
  /** What the lines of the content are made with. */
  scores: LineScores;
  /** The inputs of the scores: a row of features for each run. */
  runRows: Float32Array;
}

/** Features of each run on its own and of its position. */
function firstLookScores({ contentFirstLook }: Models, runRows: Float32Array, length: number): Float32Array {
  const scores = new Float32Array(length);
  for (let at = 0; at < length; at++) scores[at] = predict(contentFirstLook, runRows, at * RUN_WIDTH);
  return scores;
}

/** Run features and refined features side by side. */
function joined(runRows: Float32Array, refinedRows: Float32Array, length: number): Float32Array {
  const [own, more] = [RUN_WIDTH, REFINED_WIDTH];
  const rows = new Float32Array(length * WIDTH);
  for (let at = 0; at < length; at++) {
    rows.set(runRows.subarray(at * own, (at + 1) * own), at * WIDTH);
    rows.set(refinedRows.subarray(at * more, (at + 1) * more), at * WIDTH + own);
  }
  return rows;
}

/**
 * The probability that each run of the content is a stray (0–1): at first look, and at the refined look with the
 * suspicions around it.
 */
function strayScores(
  known: Models,
  snapshot: Snapshot,
  rows: Float32Array,
  firstLook01: Float32Array,
  isContent: (at: number) => boolean,
): { suspicion01: Float32Array; stray01: Float32Array } {
  const length = snapshot.runs.length;
  const suspicion01 = new Float32Array(length);
  let most = 0;
  for (let at = 0; at < length; at++) {
    if ((firstLook01[at] ?? 0) <= SUSPECT_ABOVE && !isContent(at)) continue;
    const suspected = predict(known.strayFirstLook, rows, at * WIDTH);
    suspicion01[at] = suspected;
    if (isContent(at)) most = Math.max(most, suspected);
  }
  const stray01 = new Float32Array(length);
  if (most < UNSUSPECTED) return { suspicion01, stray01 };
  const width = STRAY_WIDTH;
  const strayRows = strayFeatures(snapshot, rows, suspicion01);
  const row = new Float32Array(WIDTH + width);
  for (let at = 0; at < length; at++) {
    if (!isContent(at)) continue;
    row.set(rows.subarray(at * WIDTH, (at + 1) * WIDTH));
    row.set(strayRows.subarray(at * width, (at + 1) * width), WIDTH);
    stray01[at] = predict(known.strayRefined, row, 0);
  }
  return { suspicion01, stray01 };
}

/** What the first look alone gives, for pages that are too long for more. */
function firstLookOnly(known: Models, snapshot: Snapshot, runRows: Float32Array, score01: Float32Array): RunScores {
  const none = new Float32Array(score01.length);
  snapshot.runs.forEach((run, at) => {
    if (run.unseen) score01[at] = 0;
  });
  const content = contentOf(snapshot, score01);
  const scores = { content01: score01, suspicion01: none, stray01: none, names: () => 0, words: known.inserted };
  return { score01, content, scores, runRows };
}

/** Asks the four ensembles of runs, and the one of dropped runs. Linear in the page. */
export function scoreRuns(snapshot: Snapshot): RunScores {
  const known = models();
  const length = snapshot.runs.length;
  const runRows = runFeatures(snapshot, known.logOdds);
  const firstLook01 = firstLookScores(known, runRows, length);
  if (length > MOST_RUNS) return firstLookOnly(known, snapshot, runRows, firstLook01);
  const rows = joined(runRows, refinedFeatures(snapshot, runRows, RUN_WIDTH, firstLook01), length);
  const score01 = new Float32Array(length);
  for (let at = 0; at < length; at++) {
    const isSure = (firstLook01[at] ?? 0) < SURELY_NOT;
    score01[at] = isSure ? (firstLook01[at] ?? 0) : predict(known.contentRefined, rows, at * WIDTH);
  }
  // What the page hides is not read.
  for (let at = 0; at < length; at++) if (snapshot.runs[at]?.unseen) score01[at] = 0;
  const content = contentOf(snapshot, score01);
  const names = (at: number) => runRows[at * RUN_WIDTH + COLUMN.nameSum] ?? 0;
  const belongs01 = predictDropped(known.dropped, snapshot, {
    content,
    content01: score01,
    firstLook01,
    threshold: contentThreshold(score01, (at) => snapshot.runs[at]?.chars ?? 0),
    names,
    worst: (at) => runRows[at * RUN_WIDTH + COLUMN.nameWorst] ?? 0,
    words: known.inserted,
  });
  snapshot.runs.forEach((run, at) => {
    const belongs = belongs01[at] ?? 0;
    if (run.unseen || !isRecovered(run, belongs)) return;
    content[at] = true;
    score01[at] = Math.max(score01[at] ?? 0, belongs);
  });
  const { suspicion01, stray01 } = strayScores(known, snapshot, rows, firstLook01, (at) => content[at] === true);
  const scores = { content01: score01, suspicion01, stray01, names, words: known.inserted };
  return { score01, content, scores, runRows };
}

/** Judges every run of the page. Linear in the page. */
export function judge(page: Page): Verdict[] {
  const snapshot = takeSnapshot(page, titleOf(page.document));
  const { score01, content, scores, runRows } = scoreRuns(snapshot);
  const stretch01 = stretchProbabilities(models().stretches, snapshot, content, scores);
  const goes = straysOf(snapshot, content, stretch01);
  const last = content.lastIndexOf(true);
  let begun = false;
  return content.map((likely, at): Verdict => {
    const keep = likely && goes[at] === 0;
    begun ||= keep;
    const inside = begun && at <= last + 1;
    const isTitle = page.plain && at === 0; // a page of plain text says its title first
    if (page.runs[at]?.unseen) return { keep: false, score01: 0, reason: 'hidden' };
    const reason = isTitle ? 'repeats-title' : keep ? 'other-topic' : reasonOf(snapshot, runRows, at, inside);
    return {
      keep,
      score01: Math.min(score01[at] ?? 0, 1 - Math.max(scores.stray01[at] ?? 0, stretch01[at] ?? 0)),
      reason,
    };
  });
}
