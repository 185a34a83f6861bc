/**
 * How likely each sentence is to be worth showing, asked in two questions: can it be read alone, and is it what the
 * article says?
 */
import type { RankingContext } from '../greedy-choice.ts';
import { CONTENT_FEATURES, contentFeatureSteps } from './content-features.ts';
import { FORM_FEATURES, FormFeatures } from './form-features.ts';
import { decodeNgrams, NGRAM_FEATURES, type NgramModel, ngramBuckets, ngramFeatures } from './ngrams.ts';
import type { Ranked } from '../policy.ts';
import { faultOf, type Fault } from '../self-contained.ts';
import { type Steps, atOnce } from '../../steps.ts';
import { type TreeEnsemble, decode, predict } from '../../../tree-ensemble.ts';
import stored from './worth-weights.json';

/** The features of the first question: the form and the words of a sentence, and its position in the article. */
export const ALONE_FEATURES: readonly string[] = [...FORM_FEATURES, ...CONTENT_FEATURES, ...NGRAM_FEATURES];

/** What the second question looks at: the same, then the answer to the first. */
export const WORTH_FEATURES: readonly string[] = [...ALONE_FEATURES, 'alone01'];

/**
 * Forests grown by train/key-points/worth.mjs from sentences that were rated 0 (not to be shown), 1 (weak) or 2
 * (worth showing).
 */
export interface WorthForests {
  /** The sentence is rated 1 or 2: it can be read alone. */
  alone: TreeEnsemble;
  /** It is rated 2: it is also what the article says. */
  worth: TreeEnsemble;
  /** The same two questions asked of its words and letters alone; their answers are features of both forests. */
  ngrams: readonly NgramModel[];
}

export const WORTH_FORESTS: WorthForests = {
  alone: decode(stored.alone),
  worth: decode(stored.worth),
  ngrams: stored.ngrams.map(decodeNgrams),
};

/**
 * The assessment of a sentence: two probabilities (0–1), and `fault`, a reason why it cannot be read alone regardless
 * of them.
 */
export interface Worth {
  alone01: number;
  worth01: number;
  fault: Fault | null;
}

/** The features of every candidate, without `alone01` and those of its n-grams, the n-grams, and its fault. */
export interface WorthFeatures {
  form: number[];
  content: number[];
  buckets: number[];
  fault: Fault | null;
}

const SENTENCES_A_STEP = 40;

/** Computes the features of every candidate. Linear in the text. */
export function* worthFeatureSteps(
  context: RankingContext,
  order: readonly Ranked[],
  title: string,
): Steps<WorthFeatures[]> {
  const { candidates, language } = context.parsed;
  const faults: (Fault | null)[] = [];
  for (const [i, candidate] of candidates.entries()) {
    if (i % SENTENCES_A_STEP === 0) yield;
    faults.push(faultOf(candidate, language, title));
  }
  yield;
  const content = yield* contentFeatureSteps(
    context,
    order,
    faults.map((fault) => fault === null),
    title,
  );
  yield;
  const form = new FormFeatures(context.parsed, title, faults);
  const features: WorthFeatures[] = [];
  for (let i = 0; i < candidates.length; i++) {
    if (i % SENTENCES_A_STEP === 0) yield;
    features.push({
      form: form.of(i),
      content: content[i] ?? [],
      buckets: ngramBuckets(candidates[i]?.text ?? ''),
      fault: faults[i] ?? null,
    });
  }
  return features;
}

/** Judges the sentences of one article, in order. */
export function* worthsOf(features: readonly WorthFeatures[], forests: WorthForests = WORTH_FORESTS): Steps<Worth[]> {
  const ngrams = ngramFeatures(
    features.map(({ buckets }) => buckets),
    forests.ngrams,
  );
  const worths: Worth[] = [];
  for (const [i, { form, content, fault }] of features.entries()) {
    if (i % SENTENCES_A_STEP === 0) yield;
    const row = [...form, ...content, ...(ngrams[i] ?? [])];
    const alone01 = predict(forests.alone, Float32Array.from(row));
    worths.push({ alone01, worth01: predict(forests.worth, Float32Array.from([...row, alone01])), fault });
  }
  return worths;
}

/** Judges every candidate, in many small steps. */
export function* worthSteps(
  context: RankingContext,
  order: readonly Ranked[],
  title: string,
  forests: WorthForests = WORTH_FORESTS,
): Steps<Worth[]> {
  return yield* worthsOf(yield* worthFeatureSteps(context, order, title), forests);
}

/** The features of every candidate at once, for training. */
export function worthFeatures(context: RankingContext, order: readonly Ranked[], title: string): WorthFeatures[] {
  return atOnce(worthFeatureSteps(context, order, title));
}
