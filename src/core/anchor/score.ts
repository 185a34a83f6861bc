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
  const just = around.known ? around.most01 : most;
  const justLeast = around.known ? around.least01 : least;
  const about = around.known ? around.about01 : most;
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
    justLeast,
    about,
    c.copy && c.copy.count > 1 ? justLeast : 0,
    c.copy && c.copy.count > 1 ? rough : 0,
    c.copy && c.copy.count > 1 ? about : 0,
    c.copy && c.copy.count > 1 ? least : 0,
    c.copy && c.copy.count > 1 ? just : 0,
    Math.max(0, most - c.kept01),
  ];
}

/** First guesses, in the order of `factsOf`; trained ones follow. */
const WEIGHTS = [-5.36, 0.23, 0.2, 1.26, -0.25, 1.71, -0.05, 1.54, 2.58, 0.18, -7.56, 4.28, 2.33, 2.66, -3.06, 0.76, 0.17, 4.11, 0.93, -3.83, 3.6, -0.81, -1.71, 1.71, 1.87, -0.03, 3.12, -0.87, 0.33, -1.84, -5.45];

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
