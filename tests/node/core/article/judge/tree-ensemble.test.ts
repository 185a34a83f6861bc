/** trees: the product asks the learned forests as the script that grew them does. */
import { describe, expect, it } from 'vitest';
import { RUN_FEATURES } from '../../../../../src/core/article/judge/features/feature-list.ts';
import { REFINED_FEATURES } from '../../../../../src/core/article/judge/features/refined-features.ts';
import { STRAY_FEATURES } from '../../../../../src/core/article/judge/features/stray-features.ts';
import {
  type EncodedTreeEnsemble,
  CUTS,
  OFFSET,
  predict,
  decode,
} from '../../../../../src/core/article/judge/tree-ensemble.ts';
import stored from '../../../../../src/core/article/judge/weights.json';
import vectors from '../../../../fixtures/judge-vectors.json';

/** Scores agree to this much: the script adds up in another order. */
const AS_GOOD_AS_EQUAL = 6;

describe('decode and predict', () => {
  const leaf = (value: number) => -1 - (Math.round(value * 100) + OFFSET);
  const forest: EncodedTreeEnsemble = {
    base: 0,
    cuts: [[0.5], [2, 4]],
    trees: [[0 * CUTS, leaf(-1), 1 * CUTS + 1, leaf(0.25), leaf(2)], [leaf(0.5)]],
  };

  it('goes left up to the threshold, right beyond it, and adds the trees', () => {
    const odds = (...features: number[]) => {
      const score = predict(decode(forest), Float32Array.from(features), 0);
      return Math.log(score / (1 - score));
    };
    expect(odds(0.5, 9)).toBeCloseTo(-0.5);
    expect(odds(0.6, 4)).toBeCloseTo(0.75);
    expect(odds(0.6, 5)).toBeCloseTo(2.5);
  });
});

describe('the shipped forests', () => {
  it('were grown on the features that the product gathers, in their order', () => {
    expect(stored.features).toEqual({
      run: [...RUN_FEATURES],
      refined: [...REFINED_FEATURES],
      stray: [...STRAY_FEATURES],
    });
  });

  it('score stored rows as the script that grew them did', () => {
    for (const name of ['contentFirstLook', 'contentRefined', 'strayFirstLook', 'strayRefined'] as const) {
      const forest = decode(stored[name]);
      for (const { features, score01 } of vectors[name]) {
        expect(predict(forest, Float32Array.from(features), 0)).toBeCloseTo(score01, AS_GOOD_AS_EQUAL);
      }
      expect(new Set(vectors[name].map(({ score01 }) => score01.toFixed(3))).size).toBeGreaterThan(5);
    }
  });

  it('hold words of several scripts', () => {
    const words = Object.keys(stored.words).join(' ');
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u])
      expect(words).toMatch(script);
  });
});
