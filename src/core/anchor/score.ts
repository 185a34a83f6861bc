/** Judges a place: how likely it is the one that was marked. */
import type { Candidate } from './candidates.ts';
import type { Surroundings } from './landmarks.ts';

/** What is known besides the candidate itself. */
export interface Circumstance {
  /** Folded letters of the passage. */
  length: number;
  /** How far from where it was, as a share of the text, 0–1. */
  far01: number;
  around: Surroundings;
  /** Share of the other places with the very words, as good a context and as many landmarks that stand before this one: copies
   * set into a page (summaries, pulled quotes) mostly stand above what they repeat. 0.5 where there is no other. */
  later01: number;
  /** Which copy it was and of how many. */
  copy: { index: number; count: number };
  /** The place stands in quote marks that the passage did not stand in. */
  quoted: boolean;
}

/** The facts a place is judged by, each about 0–1. */
export function factsOf(c: Candidate, { length, far01, around, later01, copy, quoted }: Circumstance): number[] {
  const [most, least] = [Math.max(c.prefix01, c.suffix01), Math.min(c.prefix01, c.suffix01)];
  const near = Math.max(c.nearPrefix01, c.nearSuffix01);
  const nearLeast = Math.min(c.nearPrefix01, c.nearSuffix01);
  const short = Math.max(0, 1 - length / 40);
  const just = around.known ? around.just01 : most;
  const rough = around.known ? around.rough01 : most;
  return [
    1,
    c.kept01,
    c.own01,
    c.kept01 === 1 && c.gap === 0 && c.by === 'exact' ? 1 : 0,
    most,
    least,
    near,
    nearLeast,
    just,
    rough,
    short,
    short * most,
    short * just,
    c.kept01 * most,
    Math.min(1, c.gap / length),
    far01,
    c.by === 'split' ? 1 : 0,
    Math.min(1, length / 400),
    later01,
    quoted ? 1 : 0,
    c.copy && c.copy.count > 1 && c.copy.count === copy.count && c.copy.index === copy.index ? 1 : 0,
    c.copy && c.copy.count > 1 && c.copy.index === copy.index ? 1 : 0,
    rough * just,
    Math.max(0, most - c.kept01),
  ];
}

/** First guesses, in the order of `factsOf`; trained ones follow. */
const WEIGHTS = [-5.29, 0.36, -0.09, 1.34, -0.22, 2.71, -0.16, 1.24, 2.81, 1.95, -6.98, 4.46, 1.99, 2.62, -3.17, 0.13, 0.01, 4.11, 1.08, -3.59, 3.71, -0.85, -1.06, -5.18];

/** How likely a place is the one, 0–1. */
export function scoreOf(c: Candidate, at: Circumstance): number {
  const sum = factsOf(c, at).reduce((total, fact, i) => total + fact * (WEIGHTS[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** A place less likely than this is not shown: a wrong place is worse than none. */
const FLOOR = 0.5;

/** Whether a place is good enough to show. */
export function acceptable(c: Candidate, score: number): boolean {
  return c.kept01 >= 0.45 && score >= FLOOR;
}
