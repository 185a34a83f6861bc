/** contentThreshold: the threshold with the best expected F1. */
import { describe, expect, it } from 'vitest';
import { contentThreshold } from '../../../../../src/core/article/judge/threshold.ts';

const kept = (scores: number[], chars = () => 100) => {
  const cut = contentThreshold(scores, chars);
  return scores.filter((score) => score > cut);
};

describe('contentThreshold', () => {
  it('separates sure from unsure lines on a clear page', () => {
    expect(kept([0.99, 0.98, 0.97, 0.99, 0.05, 0.02])).toEqual([0.99, 0.98, 0.97, 0.99]);
  });

  it('keeps doubtful lines if all are doubtful', () => {
    expect(kept([0.45, 0.42, 0.4, 0.02])).toEqual([0.45, 0.42, 0.4]);
  });

  it('never keeps an almost certain stray, and never drops what is surely the article', () => {
    expect(kept([0.1, 0.05, 0.02])).toEqual([]);
    expect(kept([0.99, 0.7, 0.65])).toContain(0.65);
  });

  it('is F1-best among all cuts of a page of mixed scores', () => {
    const scores = [0.9, 0.8, 0.62, 0.55, 0.5, 0.41, 0.33, 0.3, 0.28, 0.1];
    const all = scores.reduce((sum, score) => sum + score, 0);
    const expected = (list: number[]) => (2 * list.reduce((sum, score) => sum + score, 0)) / (list.length + all);
    const best = Math.max(...scores.map((_, at) => expected(scores.slice(0, at + 1))));
    expect(expected(kept(scores))).toBeCloseTo(best, 6);
  });
});
