/**
 * stretchProbabilities: a stretch is judged as a whole, and prose needs more evidence than other lines to be removed.
 */
import { describe, expect, it } from 'vitest';
import { STRETCH_FROM01, stretchProbabilities } from '../../../../../../src/core/article/judge/stretches/stretches.ts';
import { decode } from '../../../../../../src/core/tree-ensemble.ts';
import weights from '../../../../../../src/core/article/judge/stretches/weights.json';
import { STRETCH_FEATURE_NAMES } from '../../../../../../src/core/article/judge/stretches/stretch-features.ts';
import { stretchPage } from '../../../../../fakes/stretch-page.ts';

const certain = (base: number) => decode({ base, thresholds: [], leaves: [], trees: [] });
const judged = (base: number, lines?: boolean[]) => {
  const { snapshot, content, scores } = stretchPage();
  return stretchProbabilities({ alone: certain(base), surrounded: certain(base) }, snapshot, lines ?? content, scores);
};

describe('stretchProbabilities', () => {
  it('gives nothing for lines that are not content, or for an article of two lines', () => {
    const content = Array.from({ length: 10 }, (_, at) => at > 4);
    expect([...judged(4, content).subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
    expect(judged(4, [true, true, ...Array.from({ length: 8 }, () => false)]).every((one) => one === 0)).toBe(true);
  });

  it('gives a line the highest probability of any stretch with it', () => {
    for (const one of judged(4)) expect(one).toBeGreaterThan(0.9);
    for (const one of judged(-4)) expect(one).toBeLessThan(STRETCH_FROM01);
  });

  it('has weights for exactly the existing features', () => {
    expect(weights.alone.thresholds.length).toBe(STRETCH_FEATURE_NAMES.length);
  });
});
