/** trees: the product asks the learned forests as the script that grew them does. */
import { describe, expect, it } from 'vitest';
import { FIRST } from '../../../../../src/core/article/judge/features/feature-list.ts';
import { SECOND } from '../../../../../src/core/article/judge/features/refined-features.ts';
import { THIRD } from '../../../../../src/core/article/judge/features/stray-features.ts';
import { type StoredForest, CUTS, OFFSET, ask, unpack } from '../../../../../src/core/article/judge/tree-ensemble.ts';
import stored from '../../../../../src/core/article/judge/weights.json';
import vectors from '../../../../fixtures/judge-vectors.json';

/** Scores agree to this much: the script adds up in another order. */
const AS_GOOD_AS_EQUAL = 6;

describe('unpack and ask', () => {
  const leaf = (value: number) => -1 - (Math.round(value * 100) + OFFSET);
  const forest: StoredForest = {
    base: 0,
    cuts: [[0.5], [2, 4]],
    trees: [[0 * CUTS, leaf(-1), 1 * CUTS + 1, leaf(0.25), leaf(2)], [leaf(0.5)]],
  };

  it('goes left up to the threshold, right beyond it, and adds the trees', () => {
    const odds = (...facts: number[]) => {
      const score = ask(unpack(forest), Float32Array.from(facts), 0);
      return Math.log(score / (1 - score));
    };
    expect(odds(0.5, 9)).toBeCloseTo(-0.5);
    expect(odds(0.6, 4)).toBeCloseTo(0.75);
    expect(odds(0.6, 5)).toBeCloseTo(2.5);
  });
});

describe('the shipped forests', () => {
  it('were grown on the facts that the product gathers, in their order', () => {
    expect(stored.facts).toEqual({ first: [...FIRST], second: [...SECOND], third: [...THIRD] });
  });

  it('score stored rows as the script that grew them did', () => {
    for (const pass of ['first', 'second', 'third', 'fourth'] as const) {
      const forest = unpack(stored[pass]);
      for (const { facts, score01 } of vectors[pass]) {
        expect(ask(forest, Float32Array.from(facts), 0)).toBeCloseTo(score01, AS_GOOD_AS_EQUAL);
      }
      expect(new Set(vectors[pass].map(({ score01 }) => score01.toFixed(3))).size).toBeGreaterThan(5);
    }
  });

  it('hold words of several scripts', () => {
    const words = Object.keys(stored.words).join(' ');
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u])
      expect(words).toMatch(script);
  });
});
