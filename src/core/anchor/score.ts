/**
 * Scores a place: how likely it is the passage. A logistic sum of features, with weights learned from pages whose true
 * places are known (`train/anchor/weights.mjs`).
 */
import type { Candidate } from './candidates.ts';
import type { Surroundings } from './landmarks.ts';
import { SCORE_WEIGHTS } from './score-weights.ts';

const WEIGHTS = SCORE_WEIGHTS.weights;

/** What a candidate is scored with besides itself. */
export interface MatchContext {
  /** Folded letters of the passage. */
  length: number;
  /** Distance from the old position, as a share of the text, 0–1. */
  far01: number;
  around: Surroundings;
  /**
   * Of the other places with the exact words and an equally good context, the share that come before this one, because
   * inserted copies (summaries, pull quotes) are mostly above the text that they repeat. 0.5 if there is no other
   * place.
   */
  later01: number;
  /** Which copy it was and of how many. */
  copy: { index: number; count: number };
  /** Whether the place is in quotation marks and the passage was not. */
  quoted: boolean;
}

/** Folded letters below which words alone say little, and above which more say nothing new. */
const SHORT = 40;
const LONG = 400;
/** Folded letters between two parts, above which more say nothing new. */
const WIDE_GAP = 1200;

/** Values that several features share. Without landmarks (imported quotes) the near context replaces the wide one. */
function surveyOf(c: Candidate, { length, around, copy }: MatchContext) {
  const most = Math.max(c.prefix01, c.suffix01);
  const least = Math.min(c.prefix01, c.suffix01);
  return {
    most,
    least,
    just: around.known ? around.most01 : most,
    justLeast: around.known ? around.least01 : least,
    about: around.known ? around.about01 : most,
    rough: around.known ? around.rough01 : most,
    short: Math.max(0, 1 - length / SHORT),
    copies: (c.copy?.count ?? 0) > 1,
    alone: c.copy?.count === 1 && copy.count === 1,
    fewer: c.copy !== undefined && c.copy.count < copy.count,
  };
}

/** The features of a place, each about 0–1, in the order of `SCORE_WEIGHTS`. */
export function scoreFeatures(c: Candidate, at: MatchContext): number[] {
  const s = surveyOf(c, at);
  const features: Record<keyof typeof WEIGHTS, number> = {
    bias: 1,
    kept: c.kept01,
    own: c.own01,
    veryWords: c.copy ? 1 : 0,
    most: s.most,
    least: s.least,
    near: Math.max(c.nearPrefix01, c.nearSuffix01),
    nearLeast: Math.min(c.nearPrefix01, c.nearSuffix01),
    just: s.just,
    rough: s.rough,
    short: s.short,
    shortMost: s.short * s.most,
    shortJust: s.short * s.just,
    keptMost: c.kept01 * s.most,
    gap: c.by === 'parted' ? 0 : Math.min(1, c.gap / at.length),
    far: at.far01,
    split: c.by === 'split' ? 1 : 0,
    long: Math.min(1, at.length / LONG),
    later: at.later01,
    quoted: at.quoted ? 1 : 0,
    sameCopy: s.copies && c.copy?.count === at.copy.count && c.copy.index === at.copy.index ? 1 : 0,
    sameIndex: s.copies && c.copy?.index === at.copy.index ? 1 : 0,
    roughJust: s.rough * s.just,
    aloneLong: s.alone ? 1 - s.short : 0,
    alone: s.alone ? 1 : 0,
    fewer: s.fewer ? 1 : 0,
    fewerMost: s.fewer ? s.most : 0,
    keptAbout: c.kept01 * s.about,
    keptLong: c.kept01 * (1 - s.short),
    justLeast: s.justLeast,
    about: s.about,
    copiesJustLeast: s.copies ? s.justLeast : 0,
    copiesRough: s.copies ? s.rough : 0,
    copiesAbout: s.copies ? s.about : 0,
    copiesLeast: s.copies ? s.least : 0,
    copiesJust: s.copies ? s.just : 0,
    contextOnly: Math.max(0, s.most - c.kept01),
    parted: c.by === 'parted' ? 1 : 0,
    partedLeast: c.by === 'parted' ? s.least : 0,
    partedGap: c.by === 'parted' ? Math.min(1, c.gap / WIDE_GAP) : 0,
    halved: c.halved01 === undefined ? 0 : 1,
    halvedNear: (c.halved01 ?? 0) * c.own01,
  };
  return Object.values(features);
}

/** The likelihood that a place is the passage, 0–1. */
export function scoreOf(c: Candidate, at: MatchContext): number {
  const features = scoreFeatures(c, at);
  const sum = Object.values(WEIGHTS).reduce<number>((total, weight, i) => total + weight * (features[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * A place less likely than this is not shown: a wrong place is worse than none. Chosen to balance quotes found against
 * quotes that are gone and must be refused (DECISIONS, Anchoring).
 */
const FLOOR = 0.35;
/** Nor is a place that keeps a smaller share of the letters: it would be another passage. */
const FEWEST_KEPT = 0.45;

/** The share for a whole line of a passage whose other lines are gone. */
const FEWEST_KEPT_LINES = 0.3;

/** Whether a place is good enough to show. */
export function acceptable(c: Candidate, score: number): boolean {
  return c.kept01 >= (c.halved01 === undefined ? FEWEST_KEPT : FEWEST_KEPT_LINES) && score >= FLOOR;
}
