/** Puts together all that choosing sentences needs to know of an article. */
import type { Reading } from './candidates.ts';
import { centrality, rowsOf } from './centrality.ts';
import type { Field } from './choosing.ts';
import { conceptsOf } from './concepts.ts';
import { pairExpectations, termsOf, wordExpectations } from './expectation.ts';
import { standingFacts } from './facts.ts';

/** Weights of the word and pair models, in the order of their facts. */
export interface ExpectationWeights {
  words: readonly number[];
  pairs: readonly number[];
}

/** Linear in the article. */
export function fieldOf(reading: Reading, weights: ExpectationWeights): Field {
  const concepts = conceptsOf(reading);
  const vocabulary = reading.lexicon.names.length;
  const rows = rowsOf(concepts.topics, vocabulary);
  const { rank, middle } = centrality(rows, vocabulary);
  const terms = termsOf(reading);
  const words = wordExpectations(terms, weights.words);
  const pairs = pairExpectations(terms, words, weights.pairs);
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
