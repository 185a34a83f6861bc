/**
 * Features of cohesion: which runs share words with the unsuspicious part of the article, and which are part of a
 * repeated pattern. They are the last columns of the stray features.
 */
import { COHESION_FEATURE_NAMES, type CohesionFeature } from './stray-feature-list.ts';
import type { SnapshotRun, Snapshot } from '../snapshot.ts';
import { weightedMeans } from '../../../prefix-sums.ts';
import { vocabulary } from './vocabulary.ts';
import { CLOSING, COLON, STOP } from './text-profile.ts';

type Put = (feature: CohesionFeature, value: number) => void;

/** A line with more words than this is not a title. */
const TITLE_WORDS = 30;
/** Patterns that repeat after one to four blocks are looked for. */
const LONGEST_PERIOD = 4;
/** Unsuspicious blocks on each side that a block may carry on from, or lead on to. */
const BRIDGE = 3;
/** From this suspicion on a block counts as a stray here (0–1). */
const STRAY = 0.5;

/** The kind of a block in a pattern: a title, a sentence or more, a short line of digits. */
function formOf(run: SnapshotRun, tag: string): number {
  const ended = run.last === STOP || run.last === CLOSING || run.last === COLON;
  const scrap = run.chars < 30 && run.digits * 3 >= run.chars;
  const form = scrap ? 0 : ended ? 1 : run.words.length > TITLE_WORDS ? 2 : 3;
  return form * 3 + (run.linkChars * 2 > run.chars ? 1 : 0) + (tag === 'li' ? 100 : /^h[1-6]$/.test(tag) ? 200 : 0);
}

interface Chain {
  period: Int8Array;
  length: Int32Array;
  from: Int32Array;
}

/**
 * The longest stretch around each block in which every block has the same form as the one `period` blocks before; a
 * sequence of one form has period 1.
 */
function chains(forms: Int32Array): Chain {
  const size = forms.length;
  const chain = { period: new Int8Array(size), length: new Int32Array(size), from: new Int32Array(size) };
  for (let period = LONGEST_PERIOD; period >= 1; period--) {
    for (let start = 0; start + period < size;) {
      let end = start + period;
      while (end < size && forms[end] === forms[end - period]) end++;
      let mixed = period === 1;
      for (let at = start + 1; at < start + period; at++) mixed ||= forms[at] !== forms[start];
      if (end - start >= 2 * period && mixed) {
        for (let at = start; at < end; at++) {
          if (end - start <= (chain.length[at] ?? 0)) continue;
          chain.length[at] = end - start;
          chain.period[at] = period;
          chain.from[at] = start;
        }
      }
      start = Math.max(start + 1, end - period + 1);
    }
  }
  return chain;
}

/**
 * Returns a writer of these features. `content` is 1 where a run belongs to the article or its teasers; other runs do
 * not count as neighbours. Linear in the page except for the words looked at twice.
 */
export function cohesionFeatures(
  snapshot: Snapshot,
  content: (at: number) => number,
  suspicion: Float32Array,
): (at: number, put: Put) => void {
  const { runs, boxes } = snapshot;
  const order: number[] = [];
  const position = new Int32Array(runs.length).fill(-1);
  runs.forEach((_, at) => {
    if (!content(at)) return;
    position[at] = order.length;
    order.push(at);
  });
  const size = order.length;
  const run = (one: number) => runs[order[one] ?? -1];
  const t = Float64Array.from(order, (at) => suspicion[at] ?? 0);
  const chars = Float64Array.from(order, (at) => runs[at]?.chars ?? 0);
  const pureOf = vocabulary(runs, (at) => ((position[at] ?? -1) >= 0 ? 1 - (suspicion[at] ?? 0) : 0));
  const strayOf = vocabulary(runs, (at) =>
    (position[at] ?? -1) >= 0 && (suspicion[at] ?? 0) > 0.3 ? (suspicion[at] ?? 0) : 0,
  );
  const pure = Float64Array.from(order, (at) => pureOf.of(at));
  const clean = Float64Array.from(chars, (one, at) => one * (1 - (t[at] ?? 0)));
  const meanPure = weightedMeans(clean, pure);
  const anyPure = weightedMeans(chars, pure);
  const meanT = weightedMeans(new Float64Array(size).fill(1), t);
  const share = weightedMeans(new Float64Array(size).fill(1), clean);
  const usual = meanPure(0, size);
  const all = share(0, size) * size;
  const forms = Int32Array.from(order, (at) => {
    const run = runs[at];
    return run ? formOf(run, boxes[run.box]?.tag ?? '') : -1;
  });
  const chain = chains(forms);
  const title = new Set(snapshot.title.words);
  const streak = (from: number, step: 1 | -1) => {
    let length = 0;
    for (let one = from + step; one >= 0 && one < size && (t[one] ?? 0) >= STRAY; one += step) length++;
    return length;
  };
  const bridge = (from: number, step: 1 | -1) => {
    let best = 0;
    let seen = 0;
    for (let one = from + step; one >= 0 && one < size && seen < BRIDGE && Math.abs(one - from) < 40; one += step) {
      if ((t[one] ?? 0) >= STRAY) continue;
      seen++;
      best += pureOf.between(order[from] ?? 0, order[one] ?? 0);
    }
    return seen ? best / seen : -1;
  };
  const pair = (one: number, other: number) => {
    const a = chars[one] ?? 0;
    const b = chars[other] ?? 0;
    return a + b > 0 ? ((pure[one] ?? 0) * a + (pure[other] ?? 0) * b) / (a + b) : -1;
  };
  const mean2 = (a: number, b: number) => {
    const values = [a, b].filter((one) => one >= 0 && one < size).map((one) => t[one] ?? 0);
    return values.length ? values.reduce((sum, one) => sum + one, 0) / values.length : -1;
  };
  return (at, put) => {
    const one = position[at] ?? -1;
    if (one < 0) {
      for (const feature of COHESION_FEATURE_NAMES) put(feature, -1);
      return;
    }
    const p = (step: number) => (one + step >= 0 && one + step < size ? (pure[one + step] ?? -1) : -1);
    put('pure', p(0));
    put('pureUsual', p(0) - usual);
    put('pure-1', p(-1));
    put('pure+1', p(1));
    put('pure-2', p(-2));
    put('pure+2', p(2));
    put('pureNear', anyPure(one - 2, one + 3));
    put('strayOverlap', strayOf.of(at));
    put('bridge-', bridge(one, -1));
    put('bridge+', bridge(one, 1));
    put('pairBelow', one + 1 < size ? pair(one, one + 1) - usual : -1);
    put('pairAbove', one > 0 ? pair(one, one - 1) - usual : -1);
    put('tOdd', mean2(one - 1, one + 1));
    put('tEven', mean2(one - 2, one + 2));
    const length = chain.length[one] ?? 0;
    const from = chain.from[one] ?? 0;
    put('chain', length);
    put('chainPeriod', chain.period[one] ?? 0);
    put('chainPure', length ? anyPure(from, from + length) - usual : -1);
    put('chainT', length ? meanT(from, from + length) : -1);
    put('chainPlace', length ? (one - from) % Math.max(1, chain.period[one] ?? 1) : -1);
    put('pureBefore', all ? (share(0, one) * one) / all : 0);
    put('pureAfter', all ? (share(one + 1, size) * (size - one - 1)) / all : 0);
    put('straysBelow', streak(one, 1));
    put('straysAbove', streak(one, -1));
    put('pureTitle', run(one) ? pureOf.ofWords(at, title) : 0);
  };
}
