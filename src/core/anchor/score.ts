/** Judges a place: how likely it is the one that was marked. */
import type { Candidate } from './candidates.ts';

/** What is known besides the candidate. `far01`: how far from where it was, as a share of the text. */
export interface Circumstance {
  length: number;
  far01: number;
  copyAgrees: boolean;
}

/** Weights of the combined score. First values; see tools. */
const WEIGHTS = { words: 0.5, context: 0.25, other: 0.17, near: 0.05, position: 0.03 };
const SHORT = 16;

/** The score of a place, 0–1. */
export function scoreOf(c: Candidate, at: Circumstance): number {
  const most = Math.max(c.prefix01, c.suffix01);
  const least = Math.min(c.prefix01, c.suffix01);
  return (
    WEIGHTS.words * c.words01 +
    WEIGHTS.context * most +
    WEIGHTS.other * least +
    WEIGHTS.near * Math.max(c.nearPrefix01, c.nearSuffix01) +
    WEIGHTS.position * (1 - at.far01)
  );
}

/** Whether a place is good enough to show: a wrong place is worse than none. */
export function acceptable(c: Candidate, score: number, at: Circumstance): boolean {
  const context = Math.max(c.prefix01, c.suffix01);
  if (c.words01 < 0.5) return false;
  if (at.length < SHORT) return context >= 0.55;
  if (c.words01 === 1) return at.length > 40 || context >= 0.4;
  return score >= 0.62 || (c.words01 >= 0.8 && at.length >= 40 && context >= 0.4);
}
