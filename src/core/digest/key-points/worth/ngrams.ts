/**
 * The words, word pairs, openings and letter groups of a sentence as numbers, for a linear model with a table of fixed
 * size (K. Weinberger et al., "Feature hashing for large scale multitask learning", 2009).
 */
import { WIDE } from '../../../scripts.ts';

/** Numbers an n-gram is hashed to: what the table of weights has room for. */
export const NGRAM_BUCKETS = 4096;

/** A word (its apostrophes and hyphens apart), one Han, kana or Hangul character, or one mark. */
const TOKEN = new RegExp(`[${WIDE}]|[\\p{L}\\p{M}\\p{N}]+|[^\\s]`, 'gu');
const WORD = /^[\p{L}\p{M}]/u;
/** Words at a sentence's beginning that are also counted as its opening. */
const OPENING_WORDS = 3;
/** Letters of a group within a word, its two edges counted as one each. */
const LETTERS = { least: 3, most: 5 };

const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;

function extended(hash: number, text: string): number {
  let h = hash;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  return h;
}

/** Each kind of n-gram begins from a hash of its own. */
const WORD_SEED = extended(FNV_OFFSET, 'word');
const PAIR_SEED = extended(FNV_OFFSET, 'pair');
const OPENING_SEED = extended(FNV_OFFSET, 'opening');
const LETTERS_SEED = extended(FNV_OFFSET, 'letters');

/**
 * The buckets, 0 up to `NGRAM_BUCKETS`, of a sentence's n-grams, each once, in no order. Digits count as one digit.
 * O(length).
 */
export function ngramBuckets(text: string): number[] {
  const tokens =
    text
      .toLowerCase()
      .replace(/\p{N}+/gu, '0')
      .match(TOKEN) ?? [];
  const found = new Set<number>();
  const add = (hash: number): unknown => found.add((hash ^ (hash >>> 15)) & (NGRAM_BUCKETS - 1));
  let opening = OPENING_SEED;
  tokens.forEach((token, i) => {
    add(extended(WORD_SEED, token));
    if (i > 0) add(extended(extended(extended(PAIR_SEED, tokens[i - 1] ?? ''), ' '), token));
    if (i < OPENING_WORDS) {
      opening = extended(extended(opening, ' '), token);
      add(opening);
    }
    if (token.length < 2 || !WORD.test(token)) return;
    const padded = ` ${token} `;
    for (let from = 0; from + LETTERS.least <= padded.length; from++) {
      let hash = extended(LETTERS_SEED, padded.slice(from, from + LETTERS.least - 1));
      for (let to = from + LETTERS.least; to <= Math.min(padded.length, from + LETTERS.most); to++) {
        hash = Math.imul(hash ^ padded.charCodeAt(to - 1), FNV_PRIME);
        add(hash);
      }
    }
  });
  return [...found];
}

/** A linear model over buckets: the weight of each, and what is added to their sum. */
export interface NgramModel {
  weights: Float32Array;
  bias: number;
}

/** A stored model: a letter a bucket, `h` for 0, each letter after or before it one `step` more or less. */
export interface StoredNgramModel {
  step: number;
  bias: number;
  letters: string;
}

const ZERO_LETTER = 'h'.charCodeAt(0);
/** Steps on either side of zero. */
const MOST_STEPS = 7;
/** The largest weight told apart, in standard deviations of all weights. */
const RANGE_DEVIATIONS = 3;

/** Unpacks a stored model. */
export function decodeNgrams({ step, bias, letters }: StoredNgramModel): NgramModel {
  return { weights: Float32Array.from(letters, (letter) => (letter.charCodeAt(0) - ZERO_LETTER) * step), bias };
}

/** Packs weights, one a bucket, into 15 steps. Larger ones are cut to the range. */
export function encodeNgrams({ weights, bias }: NgramModel): StoredNgramModel {
  const deviation = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0) / weights.length);
  const step = Number(((RANGE_DEVIATIONS * deviation) / MOST_STEPS).toPrecision(4));
  const letterOf = (w: number): string =>
    String.fromCharCode(ZERO_LETTER + Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(w / step))));
  return { step, bias: Number(bias.toPrecision(4)), letters: Array.from(weights, letterOf).join('') };
}

/** Log-odds of a sentence, whose buckets share a weight of one (in squares). */
export function ngramLogOdds(buckets: readonly number[], { weights, bias }: NgramModel): number {
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] ?? 0;
  return bias + sum / Math.sqrt(Math.max(1, buckets.length));
}

/** For each of the two questions: the sentence's log-odds, those of its neighbours, and what it has beyond the mean. */
export const NGRAM_FEATURES: readonly string[] = ['alone', 'worth'].flatMap((question) =>
  ['own', 'before', 'after', 'beyondMean'].map((name) => `ngrams:${question}:${name}`),
);

/**
 * One row of `NGRAM_FEATURES` for each sentence of an article, in order. 0 stands for a neighbour that is not there.
 */
export function ngramFeatures(buckets: readonly (readonly number[])[], models: readonly NgramModel[]): number[][] {
  const columns = models.map((model) => buckets.map((own) => ngramLogOdds(own, model)));
  const means = columns.map((odds) => odds.reduce((sum, x) => sum + x, 0) / Math.max(1, odds.length));
  return buckets.map((_, i) =>
    columns.flatMap((odds, k) => {
      const own = odds[i] ?? 0;
      return [own, odds[i - 1] ?? 0, odds[i + 1] ?? 0, own - (means[k] ?? 0)];
    }),
  );
}
