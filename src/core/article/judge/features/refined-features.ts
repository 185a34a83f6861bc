/** Refined features: features of each run that need the first-look scores of all runs. */
import { type AlikeMeans, alikeMeans } from './alike-means.ts';
import { COLUMN } from './feature-list.ts';
import { REFINED_FEATURE_NAMES, REFINED_WIDTH, type RefinedFeature } from './refined-feature-list.ts';
import type { SnapshotBox, SnapshotRun, Snapshot } from '../snapshot.ts';
import { sums, weightedMeans } from '../../../prefix-sums.ts';
import { vocabulary } from './vocabulary.ts';
import { CLOSING, COLON, STOP } from './text-profile.ts';

const COLUMN_OF = new Map<string, number>(REFINED_FEATURE_NAMES.map((name, at) => [name, at]));
/** A line this long that ends without a stop breaks off (characters). */
const BREAKS_AFTER = 60;
/** Runs up to a kept one are counted up to this number. */
const FAR = 99;
/** A run with a higher first-look score counts as kept. */
const KEPT_ABOVE_01 = 0.5;

/** Whether a run stops in the middle: long, and no stop, closing sign or colon at its end. */
export function breaksOff(run: SnapshotRun | undefined): boolean {
  return (
    run !== undefined && run.chars > BREAKS_AFTER && run.last !== STOP && run.last !== CLOSING && run.last !== COLON
  );
}

/** Writes one feature of the run whose row is being filled. */
type Put = (feature: RefinedFeature, value: number) => void;

/** What is known of the whole page before its rows are written. */
interface FirstLook {
  snapshot: Snapshot;
  /** The first-look score of a run; -1 outside the page. */
  scoreAt: (at: number) => number;
  kept: (at: number) => boolean;
  /** Means of scores over [from, to), by characters; -1 for none. */
  meanScore: (from: number, to: number) => number;
  /** Characters of a run if it is kept, else 0; and their sum over [from, to). */
  keptChars: (at: number) => number;
  keptSum: (from: number, to: number) => number;
  alike: AlikeMeans;
}

/** The runs that begin the section of each run and the next one: headings, or the ends of the page (-1, `length`). */
function sectionBounds(length: number, isHeading: (at: number) => boolean): { heading: Int32Array; end: Int32Array } {
  const heading = new Int32Array(length);
  const end = new Int32Array(length);
  for (let at = 0; at < length; at++) heading[at] = isHeading(at) ? at : (heading[at - 1] ?? -1);
  for (let at = length - 1; at >= 0; at--) end[at] = isHeading(at + 1) ? at + 1 : (end[at + 1] ?? length);
  return { heading, end };
}

function putScores(put: Put, { snapshot, scoreAt, meanScore, alike }: FirstLook): (at: number) => void {
  const { runs, boxes } = snapshot;
  const highest = new Map<number, number>();
  runs.forEach(({ hash }, at) => highest.set(hash, Math.max(highest.get(hash) ?? -1, scoreAt(at))));
  const overBox = (box: SnapshotBox | undefined) => (box ? meanScore(box.firstRun, box.endRun) : -1);
  return (at) => {
    put('s', scoreAt(at));
    put('s-1', scoreAt(at - 1));
    put('s+1', scoreAt(at + 1));
    put('s-2', scoreAt(at - 2));
    put('s+2', scoreAt(at + 2));
    put('s-3', scoreAt(at - 3));
    put('s+3', scoreAt(at + 3));
    put('s3', meanScore(at - 3, at + 4));
    put('s8', meanScore(at - 8, at + 9));
    put('s20', meanScore(at - 20, at + 21));
    const box = boxes[runs[at]?.box ?? -1];
    const parent = box && boxes[box.parent];
    const grand = parent && boxes[parent.parent];
    const great = grand && boxes[grand.parent];
    put('sParent', overBox(parent));
    put('sGrand', overBox(grand));
    put('sGreat', overBox(great));
    put('sGreat2', overBox(great && boxes[great.parent]));
    const card = alike.cardBox(at);
    put('sCard', overBox(card));
    put('sPage', meanScore(0, runs.length));
    const copy = highest.get(runs[at]?.hash ?? 0) ?? -1;
    put('sCopy', copy > scoreAt(at) ? copy : 0);
    const span = card && parent && (card.endRun - card.firstRun) / Math.max(1, parent.endRun - parent.firstRun);
    put('alikeSpan', span ?? -1);
  };
}

function putAlike(put: Put, alike: AlikeMeans, score01: Float32Array, topic01: Float32Array): (at: number) => void {
  const means: [RefinedFeature, (at: number) => number][] = [
    ['sCards', alike.ofCards(score01)],
    ['sShape', alike.ofShape(score01)],
    ['sRole', alike.ofRole(score01)],
    ['sOuter', alike.ofOuterCards(score01)],
    ['sTagHere', alike.ofTagHere(score01)],
    ['sTagPage', alike.ofTagOnPage(score01)],
    ['topicCards', alike.ofCards(topic01)],
    ['topicRole', alike.ofRole(topic01)],
  ];
  return (at) => {
    for (const [feature, mean] of means) put(feature, mean(at));
  };
}

function putKept(put: Put, { snapshot, kept, keptChars, keptSum }: FirstLook): (at: number) => void {
  const { length } = snapshot.runs;
  const since = new Int32Array(length + 1).fill(FAR);
  const until = new Int32Array(length + 1).fill(FAR);
  for (let at = 0; at < length; at++) since[at + 1] = kept(at) ? 0 : Math.min(FAR, (since[at] ?? FAR) + 1);
  for (let at = length - 1; at >= 0; at--) until[at] = kept(at) ? 0 : Math.min(FAR, (until[at + 1] ?? FAR) + 1);
  const all = keptSum(0, length);
  return (at) => {
    put('keptBefore', all ? keptSum(0, at) / all : 0);
    put('keptAfter', all ? keptSum(at + 1, length) / all : 0);
    put('sinceKept', since[at] ?? FAR);
    put('untilKept', until[at + 1] ?? FAR);
    put('reach', all ? keptChars(at) / all : 0);
  };
}

function putNeighbours(put: Put, { runs }: Snapshot): (at: number) => void {
  return (at) => {
    put('breaks', breaksOff(runs[at]) ? 1 : 0);
    put('breaks-1', breaksOff(runs[at - 1]) ? 1 : 0);
    put('breaks+1', breaksOff(runs[at + 1]) ? 1 : 0);
    put('copy-1', runs[at - 1]?.hash === runs[at - 2]?.hash ? 1 : 0);
    put('copy+1', runs[at + 1]?.hash === runs[at + 2]?.hash ? 1 : 0);
    put('separators-1', runs[at - 1]?.separators ?? -1);
    put('separators+1', runs[at + 1]?.separators ?? -1);
    put('linked-1', runs[at - 1]?.links ?? -1);
    put('linked+1', runs[at + 1]?.links ?? -1);
  };
}

function putSections(
  put: Put,
  { scoreAt, meanScore }: FirstLook,
  meanTopic: (from: number, to: number) => number,
  { heading, end }: ReturnType<typeof sectionBounds>,
): (at: number) => void {
  return (at) => {
    const index = heading[at] ?? -1;
    const from = Math.max(0, index);
    const to = end[at] ?? 0;
    put('sHeading', scoreAt(index));
    put('sSection', meanScore(from, to));
    put('topicSection', meanTopic(from, to));
  };
}

function putTopics(
  put: Put,
  { runs }: Snapshot,
  topic01: Float32Array,
  meanTopic: (from: number, to: number) => number,
  inNext: (at: number) => number,
): (at: number) => void {
  const chars = (at: number) => runs[at]?.chars ?? 0;
  return (at) => {
    put('keptTopic', topic01[at] ?? -1);
    put('topic-1', topic01[at - 1] ?? -1);
    put('topic+1', topic01[at + 1] ?? -1);
    put('topicNear', meanTopic(at - 2, at + 3));
    put('topicSoFar', meanTopic(0, at));
    put('topicRest', meanTopic(at, runs.length));
    put('topicMean', meanTopic(0, runs.length));
    put('excerptBelow', inNext(at) * (chars(at) < chars(at + 1) ? 1 : -1));
  };
}

/**
 * One row of refined features a run, from the first-look scores (`score01`, by run) and the run features. Linear in the
 * page.
 */
export function refinedFeatures(
  snapshot: Snapshot,
  first: Float32Array,
  width: number,
  score01: Float32Array,
): Float32Array {
  const { runs } = snapshot;
  const { length } = runs;
  const scoreAt = (at: number) => score01[at] ?? -1;
  const kept = (at: number) => scoreAt(at) > KEPT_ABOVE_01;
  const keptChars = (at: number) => (kept(at) ? (runs[at]?.chars ?? 0) : 0);
  const charsOf = Float64Array.from(runs, (run) => run.chars);
  const look: FirstLook = {
    snapshot,
    scoreAt,
    kept,
    meanScore: weightedMeans(charsOf, score01),
    keptChars,
    keptSum: sums(length, keptChars),
    alike: alikeMeans(snapshot, first, width),
  };
  const topics = vocabulary(runs, (at) => (kept(at) ? scoreAt(at) : 0));
  const topic01 = Float32Array.from(runs, (_, at) => topics.of(at));
  const meanTopic = weightedMeans(
    charsOf.map((_, at) => keptChars(at)),
    topic01,
  );
  const sections = sectionBounds(length, (at) => (first[at * width + COLUMN.heading] ?? 0) > 0);

  const rows = new Float32Array(length * REFINED_WIDTH);
  let row = 0;
  const put: Put = (feature, value) => {
    rows[row + (COLUMN_OF.get(feature) ?? 0)] = value;
  };
  const writers = [
    putScores(put, look),
    putAlike(put, look.alike, score01, topic01),
    putKept(put, look),
    putNeighbours(put, snapshot),
    putSections(put, look, meanTopic, sections),
    putTopics(put, snapshot, topic01, meanTopic, (at) => topics.between(at, at + 1)),
  ];
  for (let at = 0; at < length; at++) {
    row = at * REFINED_WIDTH;
    for (const write of writers) write(at);
  }
  return rows;
}
