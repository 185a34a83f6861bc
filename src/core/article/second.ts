/** Knows what can be said of each run once every run has a first score: the second pass's facts. */
import { COLUMN } from './fact-list.ts';
import type { RunBone, Skeleton } from './skeleton.ts';
import { vocabulary } from './vocabulary.ts';
import { CLOSING, COLON, STOP } from './words.ts';

/** The facts of the second pass, in the order of their columns, which follow those of the first. */
export const SECOND = [
  ...['s', 's-1', 's+1', 's-2', 's+2', 's-3', 's+3', 's3', 's8', 's20', 'sParent', 'sGrand', 'sGreat', 'sGreat2'],
  ...[
    'sCard',
    'sCards',
    'sShape',
    'sSection',
    'sHeading',
    'sPage',
    'sCopy',
    'keptBefore',
    'keptAfter',
    'sinceKept',
    'untilKept',
  ],
  ...['breaks', 'breaks-1', 'breaks+1', 'copy-1', 'copy+1', 'separators-1', 'separators+1', 'linked-1', 'linked+1'],
  ...[
    'keptTopic',
    'topic-1',
    'topic+1',
    'topicNear',
    'topicSoFar',
    'topicRest',
    'topicCards',
    'topicMean',
    'topicSection',
  ],
  ...['excerptBelow', 'alikeSpan', 'reach', 'sRole', 'sOuter', 'sTagHere', 'sTagPage', 'topicRole'],
] as const;

/** A fact's name. */
export type SecondFact = (typeof SECOND)[number];

const AT = new Map<string, number>(SECOND.map((name, at) => [name, at]));
/** A line this long that ends without a stop breaks off (characters). */
const BREAKS_AFTER = 60;

/** Whether a run stops in the middle: long, and no stop, closing sign or colon at its end. */
export function breaksOff(run: RunBone | undefined): boolean {
  return (
    run !== undefined && run.chars > BREAKS_AFTER && run.last !== STOP && run.last !== CLOSING && run.last !== COLON
  );
}

/** Weighted means over stretches of runs. */
function means(
  length: number,
  weight: (at: number) => number,
  value: (at: number) => number,
): (from: number, to: number) => number {
  const weights = new Float64Array(length + 1);
  const values = new Float64Array(length + 1);
  for (let at = 0; at < length; at++) {
    const one = weight(at);
    weights[at + 1] = (weights[at] ?? 0) + one;
    values[at + 1] = (values[at] ?? 0) + one * value(at);
  }
  return (from, to) => {
    const start = Math.max(0, from);
    const end = Math.min(length, to);
    const total = end > start ? (weights[end] ?? 0) - (weights[start] ?? 0) : 0;
    return total > 0 ? ((values[end] ?? 0) - (values[start] ?? 0)) / total : -1;
  };
}

/** Gathers weighted means by key. */
function grouped(
  length: number,
  key: (at: number) => number,
  weight: (at: number) => number,
  value: (at: number) => number,
): (at: number) => number {
  const sums = new Map<number, [number, number]>();
  for (let at = 0; at < length; at++) {
    const one = weight(at);
    const sum = sums.get(key(at));
    if (sum) {
      sum[0] += one;
      sum[1] += one * value(at);
    } else sums.set(key(at), [one, one * value(at)]);
  }
  return (at) => {
    const sum = sums.get(key(at));
    return sum && sum[0] > 0 ? sum[1] / sum[0] : -1;
  };
}

/** The nearest box, itself included, that has siblings of its make. */
function cards(bones: Skeleton): { card: Int32Array; group: Int32Array } {
  const groups = new Map<string, number>();
  const sizes: number[] = [];
  const ids = bones.boxes.map((box) => {
    if (box.chars === 0) return -1;
    const key = `${box.parent} ${box.shape}`;
    const id = groups.get(key) ?? groups.size;
    groups.set(key, id);
    sizes[id] = (sizes[id] ?? 0) + 1;
    return id;
  });
  const card = new Int32Array(bones.boxes.length).fill(-1);
  bones.boxes.forEach((box, at) => {
    const id = ids[at] ?? -1;
    card[at] = id >= 0 && (sizes[id] ?? 0) > 1 ? at : box.parent >= 0 ? (card[box.parent] ?? -1) : -1;
  });
  return { card, group: Int32Array.from(ids) };
}

/** One row of second facts a run, from the first scores (`score01`, by run) and the first facts. Linear in the page. */
export function secondFacts(bones: Skeleton, first: Float32Array, width: number, score01: Float32Array): Float32Array {
  const { runs, boxes } = bones;
  const length = runs.length;
  const rows = new Float32Array(length * SECOND.length);
  const s = (at: number) => score01[at] ?? -1;
  const chars = (at: number) => runs[at]?.chars ?? 0;
  const kept = (at: number) => s(at) > 0.5;
  const scoreOf = means(length, chars, s);
  const topics = vocabulary(runs, (at) => (kept(at) ? s(at) : 0));
  const topic = Float32Array.from(runs, (_, at) => topics.of(at));
  const t = (at: number) => topic[at] ?? -1;
  const keptChars = (at: number) => (kept(at) ? chars(at) : 0);
  const topicOf = means(length, keptChars, t);
  const { card, group } = cards(bones);
  const cardOf = (at: number) => card[runs[at]?.box ?? -1] ?? -1;
  const cardBox = (at: number) => boxes[cardOf(at)];
  const groupOf = (at: number) => (cardOf(at) >= 0 ? (group[cardOf(at)] ?? -1) : -1 - at);
  const inGroup = grouped(length, groupOf, chars, s);
  const topicInGroup = grouped(length, groupOf, chars, t);
  const ofShape = grouped(length, (at) => boxes[runs[at]?.box ?? -1]?.shape ?? 0, chars, s);
  const roleOf = (at: number) => {
    const index = cardOf(at);
    const bone = boxes[index];
    const place = bone ? Math.min(30, at - bone.firstRun) : 31;
    return bone ? ((group[index] ?? 0) * 32 + place) * 64 + tagOf(at) : -1 - at;
  };
  const tagOf = (at: number) => first[at * width + (COLUMN.get('tag') ?? 0)] ?? 0;
  const inRole = grouped(length, roleOf, chars, s);
  const topicInRole = grouped(length, roleOf, chars, t);
  const outerOf = (at: number) => {
    const outer = card[boxes[cardOf(at)]?.parent ?? -1] ?? -1;
    return outer >= 0 ? (group[outer] ?? -1) : -1 - at;
  };
  const inOuter = grouped(length, outerOf, chars, s);
  const grandOf = (at: number) => boxes[boxes[runs[at]?.box ?? -1]?.parent ?? -1]?.parent ?? -1;
  const inTagHere = grouped(length, (at) => grandOf(at) * 64 + tagOf(at), chars, s);
  const inTagPage = grouped(length, tagOf, chars, s);
  const copies = new Map<number, number>();
  runs.forEach((run, at) => copies.set(run.hash, Math.max(copies.get(run.hash) ?? -1, at < length ? s(at) : -1)));
  const copyScore = (at: number) => {
    const hash = runs[at]?.hash ?? 0;
    return (copies.get(hash) ?? -1) > s(at) ? (copies.get(hash) ?? -1) : 0;
  };
  const headings: number[] = [];
  const tag = COLUMN.get('heading') ?? 0;
  runs.forEach((_, at) => {
    if ((first[at * width + tag] ?? 0) > 0) headings.push(at);
  });
  const allKept = runs.reduce((sum, _, at) => sum + keptChars(at), 0);
  let before = 0;
  let since = 99;
  let section = -1;
  let row = 0;
  const put = (fact: SecondFact, value: number) => {
    rows[row + (AT.get(fact) ?? 0)] = value;
  };
  const until = new Int32Array(length + 1).fill(99);
  for (let at = length - 1; at >= 0; at--) until[at] = kept(at) ? 0 : Math.min(99, (until[at + 1] ?? 99) + 1);
  const overBox = (one: { firstRun: number; endRun: number } | undefined) =>
    one ? scoreOf(one.firstRun, one.endRun) : -1;
  for (let at = 0; at < length; at++) {
    const run = runs[at];
    if (!run) continue;
    row = at * SECOND.length;
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
