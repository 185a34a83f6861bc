/**
 * Orders the sentences of an article by importance, one at a time: each is scored by what it adds to the chosen ones.
 */
import type { ParsedText } from './candidates.ts';
import { GreedyChoice, type RankingContext, DYNAMIC_FEATURES } from './greedy-choice.ts';
import { LATER_FEATURES, STATIC_FEATURES } from './static-features.ts';
import { type TermLikelihoodWeights, rankingContextSteps } from './ranking-context.ts';
import { KEY_POINT_WEIGHTS } from './key-points-weights.ts';
import { type Steps, atOnce } from '../steps.ts';

/** How many sentences are chosen one by one; the rest follow by their score at that point. No caller needs more. */
const CHOSEN_MOST = 30;

/** A sentence with this cosine similarity to a chosen one is a copy of it and comes after all others. */
const COPY = 0.9;
const COPY_COST = 6;
const LIKEST = DYNAMIC_FEATURES.indexOf('likest');

/** The learned weights. Each list is in the order of its features. */
export interface KeyPointWeights extends TermLikelihoodWeights {
  /** What made a file of weights: command, seeds, corpora and date. For people only; no code reads it. */
  made?: { command: string; seed: readonly number[]; corpora: readonly string[]; date: string };
  statics: readonly number[];
  moving: readonly number[];
  later: readonly number[];
}

/** A ranked candidate: its index and its score when it was chosen. */
export interface Ranked {
  index: number;
  score: number;
}

/** Indices, among the static features, of those with a second weight for later choices. */
const LATER_AT = LATER_FEATURES.map((name) => STATIC_FEATURES.indexOf(name));

/**
 * Orders the candidates of an article, most important first. Each choice takes the sentence with the largest weighted
 * sum of features
 * (a log-linear policy; DECISIONS, "Key points"). Linear in the text: about 30 passes over its sentences.
 */
export function ranked(parsed: ParsedText, weights: KeyPointWeights = KEY_POINT_WEIGHTS): Ranked[] {
  return atOnce(rankedSteps(parsed, weights));
}

/** The same, a few passes a step. */
export function* rankedSteps(parsed: ParsedText, weights: KeyPointWeights = KEY_POINT_WEIGHTS): Steps<Ranked[]> {
  if (parsed.candidates.length === 0) return [];
  const context = yield* rankingContextSteps(parsed, weights);
  yield;
  return yield* rankedInSteps(context, weights);
}

/** The same, for a ranking context that already exists. */
export function* rankedInSteps(context: RankingContext, weights: KeyPointWeights = KEY_POINT_WEIGHTS): Steps<Ranked[]> {
  const n = context.parsed.candidates.length;
  const { statics } = context;
  const fixed = new Float64Array(n);
  const late = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const at = i * STATIC_FEATURES.length;
    let sum = 0;
    for (let k = 0; k < STATIC_FEATURES.length; k++) sum += (weights.statics[k] ?? 0) * (statics[at + k] ?? 0);
    fixed[i] = sum;
    sum = 0;
    for (let k = 0; k < LATER_AT.length; k++) sum += (weights.later[k] ?? 0) * (statics[at + (LATER_AT[k] ?? 0)] ?? 0);
    late[i] = sum;
  }
  const choosing = new GreedyChoice(context);
  const features = new Float64Array(DYNAMIC_FEATURES.length);
  const scoreOf = (i: number): number => {
    choosing.features(i, features, 0);
    let sum = (fixed[i] ?? 0) + choosing.later01() * (late[i] ?? 0);
    for (let k = 0; k < DYNAMIC_FEATURES.length; k++) sum += (weights.moving[k] ?? 0) * (features[k] ?? 0);
    return (features[LIKEST] ?? 0) > COPY ? sum - COPY_COST : sum;
  };
  const order: Ranked[] = [];
  while (order.length < Math.min(n, CHOSEN_MOST)) {
    let index = -1;
    let score = -Infinity;
    for (let i = 0; i < n; i++) {
      if (choosing.taken[i]) continue;
      const own = scoreOf(i);
      if (own > score) [index, score] = [i, own];
    }
    if (index < 0) break;
    order.push({ index, score });
    choosing.take(index);
    yield;
  }
  const rest: Ranked[] = [];
  for (let index = 0; index < n; index++) if (!choosing.taken[index]) rest.push({ index, score: scoreOf(index) });
  return [...order, ...rest.sort((a, b) => b.score - a.score || a.index - b.index)];
}
