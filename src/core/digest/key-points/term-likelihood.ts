/**
 * Predicts how likely each word, and each pair of neighbouring words, is to occur in the author's own points, with two
 * small logistic models.
 */
import { PAIR_FEATURES, type Terms, WORD_FEATURES } from './term-features.ts';

function logistic(features: Float64Array, at: number, weights: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (features[at + k] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

const LOG_WORDS = PAIR_FEATURES.indexOf('logWords');

/** The likelihood of every word, 0–1. */
export function wordLikelihoods(terms: Terms, weights: readonly number[]): Float64Array {
  const found = new Float64Array(terms.wordCount);
  for (let id = 0; id < found.length; id++)
    found[id] = logistic(terms.wordFeatures, id * WORD_FEATURES.length, weights);
  return found;
}

/** The likelihood of every pair, 0–1; fills the pair features that depend on the words'. */
export function pairLikelihoods(terms: Terms, words: Float64Array, weights: readonly number[]): Float64Array {
  const found = new Float64Array(terms.pairCount);
  for (let id = 0; id < found.length; id++) {
    const at = id * PAIR_FEATURES.length;
    const both = (words[terms.members[id * 2] ?? 0] ?? 0) * (words[terms.members[id * 2 + 1] ?? 0] ?? 0);
    terms.pairFeatures[at + LOG_WORDS] = Math.log(both + 1e-4);
    found[id] = logistic(terms.pairFeatures, at, weights);
  }
  return found;
}
