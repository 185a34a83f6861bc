/** How a sentence relates to its article: whether it says what the article says. */
import type { RankingContext } from '../greedy-choice.ts';
import { lengthOf, STATIC_FEATURES } from '../static-features.ts';
import type { Ranked } from '../policy.ts';
import type { Steps } from '../../steps.ts';

const OWN = [
  'order', // place in the ranking, 0 for the most important
  'order01', // the same as a share of the candidates, 0–1
  'orderAmongSound', // place in the ranking among sentences without a fault
  'score', // score when chosen, against the best
  'lengthRank01', // share of the article's sentences that are shorter
  'middleRank01', // … that are less like the rest
  'titleRank01', // … that hold fewer of the title's words
  'wordsRank01', // … whose words are less likely to occur in a summary
  'lengthToMean', // length against the article's mean
  'likestBefore', // cosine with the most similar earlier sentence, 0–1
  'likestAfter',
  'titleTopics', // words of the title it holds
  'headingTopics', // words of its heading it holds
  'headingLength', // words of its heading; 0 without one
  'afterHeading', // sentences since the heading
  'sentences', // of the article, log
  'sections', // of the article
  'sectionLength', // sentences of its section
  'itemShare', // sentences of the article that are items, 0–1
  'shortShare', // sentences of the article under nine words, 0–1
  'meanLength', // of the article's sentences
  'titleLength',
  'titleDigit', // the title holds a number
  'titleQuestion',
  'place01',
  'fromEnd', // sentences to the end, log
] as const;

export const CONTENT_FEATURES: readonly string[] = [...OWN, ...STATIC_FEATURES.map((name) => `statics:${name}`)];

/** Share of values that are lower, for each. */
function ranks01(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const first = new Map<number, number>();
  sorted.forEach((value, k) => {
    if (!first.has(value)) first.set(value, k);
  });
  return values.map((value) => (first.get(value) ?? 0) / Math.max(1, values.length));
}

/**
 * One row of `CONTENT_FEATURES` a sentence. `order` as `ranked` gives it; `sound[i]` says that sentence i has no
 * fault.
 */
export function* contentFeatureSteps(
  context: RankingContext,
  order: readonly Ranked[],
  sound: readonly boolean[],
  title: string,
): Steps<number[][]> {
  const { parsed, statics } = context;
  const { candidates, lexicon, headings } = parsed;
  const n = candidates.length;
  const width = STATIC_FEATURES.length;
  const column = (name: (typeof STATIC_FEATURES)[number]): number[] => {
    const k = STATIC_FEATURES.indexOf(name);
    return candidates.map((_, i) => statics[i * width + k] ?? 0);
  };
  const places = new Array<number>(n).fill(n);
  const amongSound = new Array<number>(n).fill(n);
  const scores = new Array<number>(n).fill(0);
  let soundSoFar = 0;
  order.forEach(({ index, score }, place) => {
    places[index] = place;
    scores[index] = score - (order[0]?.score ?? 0);
    amongSound[index] = soundSoFar;
    if (sound[index]) soundSoFar++;
  });
  const lengths = candidates.map((c) => lengthOf(c, lexicon.single));
  const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, n);
  const lengthRanks = ranks01(lengths);
  const middleRanks = ranks01(column('middle'));
  const titleRanks = ranks01(column('titleShare'));
  const wordRanks = ranks01(column('wordMean'));
  const titleTopics = new Set(parsed.title.filter((id) => !lexicon.stop[id]));
  const headingTopics = headings.map((ids) => new Set(ids.filter((id) => !lexicon.stop[id])));
  const sectionLengths = new Map<number, number>();
  for (const { section } of candidates) sectionLengths.set(section, (sectionLengths.get(section) ?? 0) + 1);
  const itemShare = candidates.filter(({ kind }) => kind === 'item').length / Math.max(1, n);
  const shortShare = lengths.filter((length) => length < 9).length / Math.max(1, n);
  yield;
  const { before, after } = yield* likestSteps(context);
  yield;
  return candidates.map((c, i) => {
    const topics = new Set(c.units.filter((id) => !lexicon.stop[id]));
    const heading = headingTopics[c.section] ?? new Set();
    return [
      places[i] ?? n,
      (places[i] ?? n) / n,
      amongSound[i] ?? n,
      scores[i] ?? 0,
      lengthRanks[i] ?? 0,
      middleRanks[i] ?? 0,
      titleRanks[i] ?? 0,
      wordRanks[i] ?? 0,
      (lengths[i] ?? 0) / Math.max(1, mean),
      before[i] ?? 0,
      after[i] ?? 0,
      [...topics].filter((id) => titleTopics.has(id)).length,
      [...topics].filter((id) => heading.has(id)).length,
      heading.size,
      c.inSection,
      Math.log(1 + n),
      headings.length - 1,
      sectionLengths.get(c.section) ?? 0,
      itemShare,
      shortShare,
      mean,
      titleTopics.size,
      /\p{N}/u.test(title) ? 1 : 0,
      /[?？؟]/u.test(title) ? 1 : 0,
      i / n,
      Math.log(n - i),
      ...statics.subarray(i * width, (i + 1) * width),
    ];
  });
}

/** Sentences before it with which a sentence is compared, and sentences compared in one step. */
const NEAR = 40;
const SENTENCES_A_STEP = 100;

/** The cosine of each sentence with the most similar one before it, and after it, among its nearest forty. Linear. */
function* likestSteps({ rows }: RankingContext): Steps<{ before: number[]; after: number[] }> {
  const n = rows.ids.length;
  const maps = rows.ids.map((ids, i) => new Map(ids.map((id, k) => [id, rows.weights[i]?.[k] ?? 0])));
  const before = new Array<number>(n).fill(0);
  const after = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    if (i % SENTENCES_A_STEP === 0) yield;
    const ids = rows.ids[i] ?? [];
    const weights = rows.weights[i] ?? [];
    for (let j = Math.max(0, i - NEAR); j < i; j++) {
      const other = maps[j];
      let cosine = 0;
      for (let k = 0; k < ids.length; k++) cosine += (weights[k] ?? 0) * (other?.get(ids[k] ?? -1) ?? 0);
      if (cosine > (before[i] ?? 0)) before[i] = cosine;
      if (cosine > (after[j] ?? 0)) after[j] = cosine;
    }
  }
  return { before, after };
}
