/**
 * cohesionFeatures: what a line shares with the unsuspicious part of an article, and the patterns that lines repeat.
 */
import { describe, expect, it } from 'vitest';
import { cohesionFeatures } from '../../../../../../src/core/article/judge/features/cohesion-features.ts';
import {
  COHESION_FEATURE_NAMES,
  type CohesionFeature,
} from '../../../../../../src/core/article/judge/features/stray-feature-list.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

function featuresOf(body: Part, suspicion: readonly number[], title = '') {
  const snapshot = snapshotOf(body, title);
  const write = cohesionFeatures(snapshot, (at) => (suspicion[at] === undefined ? 0 : 1), Float32Array.from(suspicion));
  const rows = snapshot.runs.map((_, at) => {
    const row = new Map<CohesionFeature, number>();
    write(at, (feature, value) => row.set(feature, value));
    return row;
  });
  return (at: number, feature: CohesionFeature) => rows[at]?.get(feature) ?? NaN;
}
const river = 'The river flooded the valley again and the wardens measured the water at the old bridge.';
const flood = 'Wardens by the bridge say the river and its water will keep the valley under watch.';
const later = 'When the water of the river falls, the wardens of the valley mend the bridge.';
const cakes = 'Ten cakes to bake on a rainy weekend with butter, sugar and cinnamon.';
const page: Part = [
  'body',
  ['p', river],
  ['p', flood],
  ['p', cakes],
  ['p', cakes.replace('Ten', 'Nine')],
  ['p', later],
];

describe('cohesionFeatures', () => {
  it('gives every feature of every line', () => {
    const feature = featuresOf(page, [0, 0, 0.9, 0.9, 0]);
    for (const name of COHESION_FEATURE_NAMES)
      for (const at of [0, 1, 2, 3, 4]) expect(feature(at, name)).not.toBeNaN();
  });
  it('distinguishes a line of the article from a stray by the words of unsuspected lines', () => {
    const feature = featuresOf(page, [0, 0, 0.9, 0.9, 0]);
    expect(feature(4, 'pure')).toBeGreaterThan(feature(2, 'pure') + 0.2);
    expect(feature(2, 'pureUsual')).toBeLessThan(0);
    expect(feature(4, 'bridge-')).toBeGreaterThan(feature(3, 'bridge-'));
  });
  it('does not let strays vouch for each other', () => {
    const trusted = featuresOf(page, [0, 0, 0, 0, 0]);
    const suspected = featuresOf(page, [0, 0, 0.9, 0.9, 0]);
    expect(suspected(2, 'pure')).toBeLessThanOrEqual(trusted(2, 'pure'));
    expect(suspected(2, 'straysAbove')).toBe(0);
    expect(suspected(2, 'straysBelow')).toBe(1);
  });
  it('sees alternating titles and excerpts as one pattern', () => {
    const turns = Array.from({ length: 3 }, (_, at): Part[] => [
      ['p', `A title about matter ${'abc'[at]}`],
      ['p', `${river} ${at}.`],
    ]).flat();
    const feature = featuresOf(
      ['body', ['p', river], ['p', flood], ...turns],
      Array.from({ length: 8 }, () => 0.2),
    );
    expect(feature(4, 'chainPeriod')).toBe(2);
    expect(feature(4, 'chain')).toBeGreaterThanOrEqual(6);
    expect([feature(4, 'chainPlace'), feature(5, 'chainPlace')].toSorted()).toEqual([0, 1]);
  });
  it('gives nothing for lines outside the article', () => {
    const feature = featuresOf(['body', ['p', river], ['p', 'Home']], [0]);
    for (const name of COHESION_FEATURE_NAMES) expect(feature(1, name)).toBe(-1);
  });
});
