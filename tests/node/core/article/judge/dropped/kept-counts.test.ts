/** keptCounts: what the first stage kept of a page, in numbers. */
import { describe, expect, it } from 'vitest';
import { keptCounts } from '../../../../../../src/core/article/judge/dropped/kept-counts.ts';
import { snapshotOf } from '../../../../../fakes/snapshot.ts';

const text = 'The river flooded the valley again and the wardens measured the water at the old bridge.';
const snapshot = snapshotOf([
  'body',
  ['nav', 'Home'],
  ['div', ['p', text], ['p', 'The river flooded the bakery.'], ['p', text]],
]);
const scores = Float32Array.from([0.1, 0.75, 0.25, 0.75]);
const look = (content: boolean[]) => ({
  content,
  content01: scores,
  firstLook01: scores,
  threshold: 0.5,
  names: () => 0,
  worst: () => 0,
  words: new Map<number, number>(),
});
const chars = snapshot.runs.map((run) => run.chars);

describe('keptCounts', () => {
  const kept = keptCounts(snapshot, look([false, true, false, true]));

  it('counts kept characters and runs before a run, in a box and on the page', () => {
    expect([0, 1, 2, 3].map(kept.charsBefore)).toEqual([0, 0, chars[1], chars[1]]);
    expect([0, 1, 2, 3].map(kept.runsBefore)).toEqual([0, 0, 1, 1]);
    expect(kept.charsIn({ firstRun: 1, endRun: 3 })).toBe(chars[1]);
    expect([kept.allRuns, kept.allChars]).toEqual([2, (chars[1] ?? 0) + (chars[3] ?? 0)]);
    expect([kept.meanScore, kept.prose]).toEqual([0.75, 1]);
  });

  it('gathers runs of one make and one text', () => {
    const [nav, first, , last] = snapshot.runs;
    expect(kept.make(2)).toMatchObject({ runs: 3, kept: kept.allChars, score: 1.75 });
    expect(kept.make(0)).toMatchObject({ runs: 1, kept: 0 });
    expect([nav, first, last].map((run) => run && kept.copies(run))).toEqual([1, 2, 2]);
  });

  it('compares words with those of kept runs', () => {
    expect(kept.overlap(1)).toBe(1);
    expect(kept.overlap(0)).toBe(0);
    expect(kept.overlap(2)).toBeGreaterThan(0.3);
    expect(kept.overlap(2)).toBeLessThan(1);
  });

  it('has something to say of a page of which nothing is kept', () => {
    const none = keptCounts(snapshot, look([false, false, false, false]));
    expect([none.allChars, none.meanScore, none.prose, none.overlap(1)]).toEqual([0, 0, 0, 0]);
  });
});
