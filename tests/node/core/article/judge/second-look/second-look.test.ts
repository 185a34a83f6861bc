/** lookAgain and comesBack: prose comes back on less evidence than other lines, menus are not looked at. */
import { describe, expect, it } from 'vitest';
import { comesBack, lookAgain } from '../../../../../../src/core/article/judge/second-look/second-look.ts';
import { DROPPED_WIDTH } from '../../../../../../src/core/article/judge/second-look/dropped-features.ts';
import weights from '../../../../../../src/core/article/judge/stretches/weights.json';
import { unpack } from '../../../../../../src/core/article/judge/tree-ensemble.ts';
import { bonesOf } from '../../../../../fakes/bones.ts';

const text = 'The river flooded the valley again and the wardens measured the water at the old bridge of the town.';
const bones = bonesOf([
  'body',
  ['nav', 'Home and garden'],
  ['p', text],
  ['p', `${text} It fell in March.`],
  ['p', 'A title of the river'],
]);
const [, , prose, title] = bones.runs;
const look = (content: boolean[]) => ({
  ...{ content, first01: new Float32Array(4), content01: Float32Array.from([0.001, 0.9, 0.2, 0.2]), cut: 0.5 },
  ...{ names: () => 0, worst: () => 0, words: new Map<number, number>() },
});
const sure = unpack({ base: 4, cuts: [], trees: [] });

describe('lookAgain', () => {
  it('looks at what was dropped, but for what the forest is sure of', () => {
    const belongs = lookAgain(sure, bones, look([false, true, false, false]));
    expect([...belongs].map((one) => one > 0)).toEqual([false, false, true, true]);
  });
  it('looks at nothing where nothing was kept', () => {
    expect(lookAgain(sure, bones, look([false, false, false, false])).every((one) => one === 0)).toBe(true);
  });
  it('has weights for the features that there are', () => {
    expect(weights.dropped.cuts.length).toBeGreaterThanOrEqual(DROPPED_WIDTH);
  });
});

describe('comesBack', () => {
  it('asks less of prose than of other lines', () => {
    if (!prose || !title) throw new Error('no runs');
    expect([comesBack(prose, 0.5), comesBack(title, 0.5)]).toEqual([true, false]);
    expect([comesBack(prose, 0.2), comesBack(title, 0.9)]).toEqual([false, true]);
  });
});
