/** writeFeatures: one number for each documented feature, on the whole stretch and on the rest. */
import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../../../../../src/core/article/judge/stretches/candidates.ts';
import { evidenceOf } from '../../../../../../src/core/article/judge/stretches/evidence.ts';
import {
  STRETCH_FEATURES,
  STRETCH_FEATURE_NAMES,
  STRETCH_WIDTH,
  writeFeatures,
} from '../../../../../../src/core/article/judge/stretches/stretch-features.ts';
import { stretchPage } from '../../../../../fakes/stretch-page.ts';

function featuresOf(list: number[], period = 0): Map<string, number> {
  const { snapshot, lines } = stretchPage();
  const row = new Float32Array(STRETCH_WIDTH).fill(Number.NaN);
  const stretch: Stretch = { kind: 'repeated', period, lines: Int32Array.from(list) };
  writeFeatures(evidenceOf(snapshot, lines, [stretch]), 0, row);
  return new Map(STRETCH_FEATURE_NAMES.map((name, at) => [name, row[at] ?? Number.NaN]));
}

describe('writeFeatures', () => {
  it('writes every feature, and each has a line of documentation', () => {
    for (const value of featuresOf([2, 3, 4, 5, 6, 7], 2).values()) expect(value).not.toBeNaN();
    for (const told of Object.values(STRETCH_FEATURES)) expect(told.length).toBeGreaterThan(10);
  });

  it('sees that titles and excerpts repeat, and that their subject differs', () => {
    const teasers = featuresOf([2, 3, 4, 5, 6, 7], 2);
    expect(teasers.get('regular')).toBe(1);
    expect(teasers.get('in broken')).toBeCloseTo(0.5);
    expect(teasers.get('rest broken')).toBe(0);
    expect(teasers.get('crossing')).toBeLessThan(featuresOf([8, 9]).get('crossing') ?? 0);
  });

  it('gives the position of the stretch', () => {
    const tail = featuresOf([8, 9]);
    expect(tail.get('linesAfter')).toBe(0);
    expect(tail.get('linesBefore')).toBe(8);
    expect(tail.get('afterIn')).toBe(-1);
    expect(featuresOf([2, 4, 6]).get('scattered')).toBe(1);
  });
});
