/** The judge's weights.json: the product predicts the same as the training script. */
import { describe, expect, it } from 'vitest';
import { RUN_FEATURE_NAMES } from '../../../../../src/core/article/judge/features/feature-list.ts';
import { REFINED_FEATURE_NAMES } from '../../../../../src/core/article/judge/features/refined-feature-list.ts';
import { STRAY_FEATURE_NAMES } from '../../../../../src/core/article/judge/features/stray-feature-list.ts';
import { decode, predict } from '../../../../../src/core/tree-ensemble.ts';
import stored from '../../../../../src/core/article/judge/weights.json';
import vectors from '../../../../fixtures/judge-vectors.json';

/** Tolerance of scores, because the script adds in another order. */
const AS_GOOD_AS_EQUAL = 6;

describe('the weights of the judge', () => {
  it("were trained on the product's features, in the same order", () => {
    expect(stored.features).toEqual({
      run: [...RUN_FEATURE_NAMES],
      refined: [...REFINED_FEATURE_NAMES],
      stray: [...STRAY_FEATURE_NAMES],
    });
  });

  it('score stored rows as the training script did', () => {
    for (const name of ['contentFirstLook', 'contentRefined', 'strayFirstLook', 'strayRefined'] as const) {
      const forest = decode(stored[name]);
      for (const { features, score01 } of vectors[name]) {
        expect(predict(forest, Float32Array.from(features))).toBeCloseTo(score01, AS_GOOD_AS_EQUAL);
      }
      expect(new Set(vectors[name].map(({ score01 }) => score01.toFixed(3))).size).toBeGreaterThan(5);
    }
  });

  it('have words of several scripts', () => {
    const words = Object.keys(stored.words).join(' ');
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u])
      expect(words).toMatch(script);
  });
});
