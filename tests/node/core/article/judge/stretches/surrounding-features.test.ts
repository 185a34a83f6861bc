/** writeSurrounding: earlier probabilities of a stretch's own lines and of those around it. */
import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../../../../../src/core/article/judge/stretches/candidates.ts';
import {
  SURROUNDING_FEATURES,
  SURROUNDING_WIDTH,
  lineProbabilities,
  writeSurrounding,
} from '../../../../../../src/core/article/judge/stretches/surrounding-features.ts';

const stretch = (...lines: number[]): Stretch => ({ kind: 'line', period: 0, lines: Int32Array.from(lines) });
const NAMES = Object.keys(SURROUNDING_FEATURES);

describe('lineProbabilities', () => {
  it('gives each line the highest probability of any stretch with it', () => {
    const { lines, going } = lineProbabilities([stretch(0, 1), stretch(1)], Float32Array.from([0.25, 0.75]), 3);
    expect([...lines]).toEqual([0.25, 0.75, 0]);
    expect(going).toBe(1);
  });
});

describe('writeSurrounding', () => {
  it('looks at the lines of the stretch, at its neighbours and at the rest', () => {
    const around = lineProbabilities([stretch(0), stretch(1), stretch(3)], Float32Array.from([0.5, 0.75, 0.25]), 4);
    const row = new Float32Array(SURROUNDING_WIDTH);
    writeSurrounding(stretch(1, 2), 0.5, around, row);
    const of = (name: string) => row[NAMES.indexOf(name)];
    expect([of('alone'), of('mean'), of('least'), of('most')]).toEqual([0.5, 0.375, 0, 0.75]);
    expect([of('before'), of('after'), of('before2'), of('rest')]).toEqual([0.5, 0.25, -1, 0.375]);
  });
});
