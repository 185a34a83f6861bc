/** Puts together all that choosing sentences needs to know of an article. */
import type { Reading } from './candidates.ts';
import { centrality, rowsOf } from './centrality.ts';
import type { Field } from './choosing.ts';
import { conceptsOf } from './concepts.ts';
import { pairExpectations, termsOf, wordExpectations } from './expectation.ts';
import { standingFacts } from './features.ts';
import { type Steps, atOnce } from '../steps.ts';

/** Weights of the word and pair models, in the order of their facts. */
export interface ExpectationWeights {
  words: readonly number[];
  pairs: readonly number[];
}

/** Linear in the article. */
export function fieldOf(reading: Reading, weights: ExpectationWeights): Field {
  return atOnce(fieldSteps(reading, weights));
}

/** The same, a pass over its words a step. */
export function* fieldSteps(reading: Reading, weights: ExpectationWeights): Steps<Field> {
  const concepts = conceptsOf(reading);
  yield;
  const vocabulary = reading.lexicon.names.length;
  const rows = rowsOf(concepts.topics, vocabulary);
  const { rank, middle } = centrality(rows, vocabulary);
  yield;
  const terms = termsOf(reading);
  yield;
  const words = wordExpectations(terms, weights.words);
  yield;
  const pairs = pairExpectations(terms, words, weights.pairs);
  yield;
  const standing = standingFacts({ reading, concepts, words, pairs, pairsOf: terms.pairs, rank, middle });
  return {
    reading,
    concepts,
    rows,
    wordsOf: terms.words.map((list) => [...new Set(list)]),
    pairsOf: terms.pairs.map((list) => [...new Set(list)]),
    words,
    pairs,
    standing,
  };
}
