import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/core/anchor/candidates.ts';
import { SCORE_WEIGHTS } from '../../../../src/core/anchor/score-weights.ts';
import { type MatchContext, acceptable, scoreFeatures, scoreOf } from '../../../../src/core/anchor/score.ts';

const same: Candidate = {
  ...{ start: 100, end: 160, kept01: 1, own01: 1, by: 'exact', gap: 0, copy: { index: 0, count: 1 } },
  prefix01: 1,
  suffix01: 1,
  nearPrefix01: 1,
  nearSuffix01: 1,
};
const there: MatchContext = {
  ...{ length: 60, far01: 0, later01: 0.5, quoted: false, copy: { index: 0, count: 1 } },
  around: { most01: 1, least01: 1, about01: 1, rough01: 1, known: true },
};
const strange = { prefix01: 0.2, suffix01: 0.2, nearPrefix01: 0.1, nearSuffix01: 0.1 };
const nowhere = { most01: 0, least01: 0, about01: 0, rough01: 0, known: true };

describe('scoring a place', () => {
  it('has a feature for each weight', () => {
    expect(scoreFeatures(same, there)).toHaveLength(Object.keys(SCORE_WEIGHTS.weights).length);
  });

  it('is sure of the exact words in their place', () => {
    expect(scoreOf(same, there)).toBeGreaterThan(0.99);
  });

  it('trusts a unique long passage without any of its context', () => {
    expect(acceptable(same, scoreOf({ ...same, ...strange }, { ...there, length: 160, around: nowhere }))).toBe(true);
  });

  it('does not trust a word or two without any of their context', () => {
    const short = { ...same, ...strange, end: 106, copy: { index: 0, count: 9 } };
    const score = scoreOf(short, { ...there, length: 6, around: nowhere, copy: { index: 0, count: 3 } });
    expect(acceptable(short, score)).toBe(false);
  });

  it('scores a place lower the more its words changed, and the farther it is from landmarks', () => {
    const changed: Candidate = { ...same, kept01: 0.7, own01: 0.7, by: 'whole' };
    delete changed.copy;
    expect(scoreOf(changed, there)).toBeLessThan(scoreOf(same, there));
    expect(scoreOf(changed, { ...there, around: nowhere })).toBeLessThan(scoreOf(changed, there));
  });

  it('never accepts a place that lost most of its letters', () => {
    expect(acceptable({ ...same, kept01: 0.3 }, 0.99)).toBe(false);
  });

  it('scores imported quotes, which have no landmarks, by their context', () => {
    const unknown = { ...nowhere, known: false };
    expect(acceptable(same, scoreOf(same, { ...there, around: unknown }))).toBe(true);
  });
});
