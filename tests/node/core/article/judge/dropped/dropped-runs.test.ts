/** predictDropped and isRecovered: prose is restored on less evidence than other lines; menus are skipped. */
import { describe, expect, it } from 'vitest';
import { isRecovered, predictDropped } from '../../../../../../src/core/article/judge/dropped/dropped-runs.ts';
import { DROPPED_WIDTH } from '../../../../../../src/core/article/judge/dropped/dropped-features.ts';
import weights from '../../../../../../src/core/article/judge/stretches/weights.json';
import { decode } from '../../../../../../src/core/tree-ensemble.ts';
import { snapshotOf } from '../../../../../fakes/snapshot.ts';

const text = 'The river flooded the valley again and the wardens measured the water at the old bridge of the town.';
const snapshot = snapshotOf([
  'body',
  ['nav', 'Home and garden'],
  ['p', text],
  ['p', `${text} It fell in March.`],
  ['p', 'A title of the river'],
]);
const [, , prose, title] = snapshot.runs;
const look = (content: boolean[]) => ({
  content,
  firstLook01: new Float32Array(4),
  content01: Float32Array.from([0.001, 0.9, 0.2, 0.2]),
  threshold: 0.5,
  names: () => 0,
  worst: () => 0,
  words: new Map<number, number>(),
});
const sure = decode({ base: 4, thresholds: [], leaves: [], trees: [] });

describe('predictDropped', () => {
  it('looks at what was dropped, except where the forest is sure', () => {
    const belongs = predictDropped(sure, snapshot, look([false, true, false, false]));
    expect([...belongs].map((one) => one > 0)).toEqual([false, false, true, true]);
  });
  it('looks at nothing if nothing was kept', () => {
    expect(predictDropped(sure, snapshot, look([false, false, false, false])).every((one) => one === 0)).toBe(true);
  });
  it('has weights for exactly the existing features', () => {
    expect(weights.dropped.thresholds.length).toBeGreaterThanOrEqual(DROPPED_WIDTH);
  });
});

describe('isRecovered', () => {
  it('requires less of prose than of other lines', () => {
    if (!prose || !title) throw new Error('no runs');
    expect([isRecovered(prose, 0.5), isRecovered(title, 0.5)]).toEqual([true, false]);
    expect([isRecovered(prose, 0.2), isRecovered(title, 0.9)]).toEqual([false, true]);
  });
});
