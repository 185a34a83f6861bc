/** Refined features: features of each run that need the first-look scores of all runs. */
import { COLUMN } from './feature-list.ts';
import { REFINED_FEATURE_NAMES, REFINED_WIDTH, type RefinedFeature } from './refined-feature-list.ts';
import { siblings } from './siblings.ts';
import type { SnapshotRun, Snapshot } from '../snapshot.ts';
import { weightedMeans } from '../../../prefix-sums.ts';
import { vocabulary } from './vocabulary.ts';
import { CLOSING, COLON, STOP } from './text-profile.ts';

const COLUMN_OF = new Map<string, number>(REFINED_FEATURE_NAMES.map((name, at) => [name, at]));
/** A line this long that ends without a stop breaks off (characters). */
const BREAKS_AFTER = 60;

/** Whether a run stops in the middle: long, and no stop, closing sign or colon at its end. */
export function breaksOff(run: SnapshotRun | undefined): boolean {
  return (
    run !== undefined && run.chars > BREAKS_AFTER && run.last !== STOP && run.last !== CLOSING && run.last !== COLON
  );
}

/** Numbers the runs' keys from 0 in the order in which they are first met. */
function numbered(length: number, key: (at: number) => number): Int32Array {
  const known = new Map<number, number>();
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) {
    const one = key(at);
    const number = known.get(one) ?? known.size;
    if (number === known.size) known.set(one, number);
    numbers[at] = number;
  }
  return numbers;
}

/** Gathers weighted means over runs of the same number. */
function grouped(numbers: Int32Array, weight: Float64Array, value: Float32Array): (at: number) => number {
  const weights = new Float64Array(numbers.length);
  const values = new Float64Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    weights[number] = (weights[number] ?? 0) + (weight[at] ?? 0);
    values[number] = (values[number] ?? 0) + (weight[at] ?? 0) * (value[at] ?? 0);
  }
  return (at) => {
    const number = numbers[at] ?? 0;
    const total = weights[number] ?? 0;
    return total > 0 ? (values[number] ?? 0) / total : -1;
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
  const { runs, boxes } = snapshot;
  const length = runs.length;
  const rows = new Float32Array(length * REFINED_WIDTH);
  const s = (at: number) => score01[at] ?? -1;
  const chars = (at: number) => runs[at]?.chars ?? 0;
  const kept = (at: number) => s(at) > 0.5;
  const weight = Float64Array.from(runs, (run) => run.chars);
  const scoreOf = weightedMeans(weight, score01);
  const topics = vocabulary(runs, (at) => (kept(at) ? s(at) : 0));
  const topic = new Float32Array(length);
  for (let at = 0; at < length; at++) topic[at] = topics.of(at);
  const t = (at: number) => topic[at] ?? -1;
  const keptChars = (at: number) => (kept(at) ? chars(at) : 0);
  const topicOf = weightedMeans(
    weight.map((_, at) => keptChars(at)),
    topic,
  );
  const { card, of: group } = siblings(boxes);
  const cardOf = (at: number) => card[runs[at]?.box ?? -1] ?? -1;
  const cardBox = (at: number) => boxes[cardOf(at)];
  const groupOf = (at: number) => (cardOf(at) >= 0 ? (group[cardOf(at)] ?? -1) : -1 - at);
  const groups = numbered(length, groupOf);
  const inGroup = grouped(groups, weight, score01);
  const topicInGroup = grouped(groups, weight, topic);
  const by = (key: (at: number) => number) => grouped(numbered(length, key), weight, score01);
  const ofShape = by((at) => boxes[runs[at]?.box ?? -1]?.shape ?? 0);
  const roleOf = (at: number) => {
    const index = cardOf(at);
    const cardHere = boxes[index];
    const position = cardHere ? Math.min(30, at - cardHere.firstRun) : 31;
    return cardHere ? ((group[index] ?? 0) * 32 + position) * 64 + tagOf(at) : -1 - at;
  };
  const tagOf = (at: number) => first[at * width + COLUMN.tag] ?? 0;
  const roles = numbered(length, roleOf);
  const inRole = grouped(roles, weight, score01);
  const topicInRole = grouped(roles, weight, topic);
  const outerOf = (at: number) => {
    const outer = card[boxes[cardOf(at)]?.parent ?? -1] ?? -1;
    return outer >= 0 ? (group[outer] ?? -1) : -1 - at;
  };
  const inOuter = by(outerOf);
  const grandOf = (at: number) => boxes[boxes[runs[at]?.box ?? -1]?.parent ?? -1]?.parent ?? -1;
  const inTagHere = by((at) => grandOf(at) * 64 + tagOf(at));
  const inTagPage = by(tagOf);
  const copies = new Map<number, number>();
  runs.forEach((run, at) => copies.set(run.hash, Math.max(copies.get(run.hash) ?? -1, at < length ? s(at) : -1)));
  const copyScore = (at: number) => {
    const hash = runs[at]?.hash ?? 0;
    return (copies.get(hash) ?? -1) > s(at) ? (copies.get(hash) ?? -1) : 0;
  };
  const headings: number[] = [];
  runs.forEach((_, at) => {
    if ((first[at * width + COLUMN.heading] ?? 0) > 0) headings.push(at);
  });
  const allKept = runs.reduce((sum, _, at) => sum + keptChars(at), 0);
  let before = 0;
  let since = 99;
  let section = -1;
  let row = 0;
  const put = (feature: RefinedFeature, value: number) => {
    rows[row + (COLUMN_OF.get(feature) ?? 0)] = value;
  };
  const until = new Int32Array(length + 1).fill(99);
  for (let at = length - 1; at >= 0; at--) until[at] = kept(at) ? 0 : Math.min(99, (until[at + 1] ?? 99) + 1);
  const overBox = (one: { firstRun: number; endRun: number } | undefined) =>
    one ? scoreOf(one.firstRun, one.endRun) : -1;
  for (let at = 0; at < length; at++) {
    const run = runs[at];
    if (!run) continue;
    row = at * REFINED_WIDTH;
    while (section + 1 < headings.length && (headings[section + 1] ?? 0) <= at) section++;
    const start = section >= 0 ? (headings[section] ?? 0) : 0;
    const end = headings[section + 1] ?? length;
    put('s', s(at));
    put('s-1', s(at - 1));
    put('s+1', s(at + 1));
    put('s-2', s(at - 2));
    put('s+2', s(at + 2));
    put('s-3', s(at - 3));
    put('s+3', s(at + 3));
    put('s3', scoreOf(at - 3, at + 4));
    put('s8', scoreOf(at - 8, at + 9));
    put('s20', scoreOf(at - 20, at + 21));
    const box = boxes[run.box];
    const parent = box && boxes[box.parent];
    const grand = parent && boxes[parent.parent];
    const great = grand && boxes[grand.parent];
    put('sParent', overBox(parent));
    put('sGrand', overBox(grand));
    put('sGreat', overBox(great));
    put('sGreat2', overBox(great && boxes[great.parent]));
    put('sCard', overBox(cardBox(at)));
    put('sCards', inGroup(at));
    put('sShape', ofShape(at));
    put('sSection', scoreOf(start, end));
    put('sHeading', section >= 0 ? s(start) : -1);
    put('sPage', scoreOf(0, length));
    put('sCopy', copyScore(at));
    put('keptBefore', allKept ? before / allKept : 0);
    put('keptAfter', allKept ? (allKept - before - keptChars(at)) / allKept : 0);
    put('sinceKept', since);
    put('untilKept', until[at + 1] ?? 99);
    put('breaks', breaksOff(run) ? 1 : 0);
    put('breaks-1', breaksOff(runs[at - 1]) ? 1 : 0);
    put('breaks+1', breaksOff(runs[at + 1]) ? 1 : 0);
    put('copy-1', runs[at - 1]?.hash === runs[at - 2]?.hash ? 1 : 0);
    put('copy+1', runs[at + 1]?.hash === runs[at + 2]?.hash ? 1 : 0);
    put('separators-1', runs[at - 1]?.separators ?? -1);
    put('separators+1', runs[at + 1]?.separators ?? -1);
    put('linked-1', runs[at - 1]?.links ?? -1);
    put('linked+1', runs[at + 1]?.links ?? -1);
    put('keptTopic', t(at));
    put('topic-1', t(at - 1));
    put('topic+1', t(at + 1));
    put('topicNear', topicOf(at - 2, at + 3));
    put('topicSoFar', topicOf(0, at));
    put('topicRest', topicOf(at, length));
    put('topicCards', topicInGroup(at));
    put('topicMean', topicOf(0, length));
    put('topicSection', topicOf(start, end));
    put('excerptBelow', topics.between(at, at + 1) * (chars(at) < chars(at + 1) ? 1 : -1));
    const cardHere = cardBox(at);
    put(
      'alikeSpan',
      cardHere && parent ? (cardHere.endRun - cardHere.firstRun) / Math.max(1, parent.endRun - parent.firstRun) : -1,
    );
    put('reach', allKept ? keptChars(at) / allKept : 0);
    put('sRole', inRole(at));
    put('sOuter', inOuter(at));
    put('sTagHere', inTagHere(at));
    put('sTagPage', inTagPage(at));
    put('topicRole', topicInRole(at));
    before += keptChars(at);
    since = kept(at) ? 0 : Math.min(99, since + 1);
  }
  return rows;
}
