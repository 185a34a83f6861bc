/** Collects the data of an article that choosing sentences needs. */
import type { ParsedText } from './candidates.ts';
import { centrality, rowsOf } from './centrality.ts';
import type { RankingContext } from './greedy-choice.ts';
import { conceptsOf } from './concepts.ts';
import { termFeatures } from './term-features.ts';
import { pairLikelihoods, wordLikelihoods } from './term-likelihood.ts';
import { staticFeatures } from './static-features.ts';
import { type Steps, atOnce } from '../steps.ts';

/** Weights of the word and pair models, in the order of their features. */
export interface TermLikelihoodWeights {
  words: readonly number[];
  pairs: readonly number[];
}

/** Linear in the article. */
export function rankingContextOf(parsed: ParsedText, weights: TermLikelihoodWeights): RankingContext {
  return atOnce(rankingContextSteps(parsed, weights));
}

/** The same, a pass over its words a step. */
export function* rankingContextSteps(parsed: ParsedText, weights: TermLikelihoodWeights): Steps<RankingContext> {
  const concepts = conceptsOf(parsed);
  yield;
  const vocabulary = parsed.lexicon.names.length;
  const rows = rowsOf(concepts.topics, vocabulary);
  const { rank, middle } = centrality(rows, vocabulary);
  yield;
  const terms = termFeatures(parsed);
  yield;
  const words = wordLikelihoods(terms, weights.words);
  yield;
  const pairs = pairLikelihoods(terms, words, weights.pairs);
  yield;
  const statics = staticFeatures({ parsed, concepts, words, pairs, pairsOf: terms.pairs, rank, middle });
  return {
    parsed,
    concepts,
    rows,
    wordsOf: terms.words.map((list) => [...new Set(list)]),
    pairsOf: terms.pairs.map((list) => [...new Set(list)]),
    words,
    pairs,
    statics,
  };
}
