/**
 * The features of a sentence that do not depend on earlier choices: position, form, and relation to the title, the
 * headings and the rest.
 */
import { leansBack } from '../language/anaphora.ts';
import type { Candidate, ParsedText } from './candidates.ts';
import type { Concepts } from './concepts.ts';

/** Features of a sentence that do not change while sentences are chosen. Order is the order of the weights. */
export const STATIC_FEATURES = [
  'logLength',
  'short',
  'long',
  'logRank',
  'middle',
  'nearTop',
  'logPlace',
  'place01',
  'lastTenth',
  'first',
  'second',
  'firstSection',
  'lastSection',
  'opensSection',
  'logInSection',
  'opensParagraph',
  'aloneInParagraph',
  'titleShare',
  'titleAlike',
  'headingShare',
  'ownHeading',
  'item',
  'question',
  'colon',
  'startsQuote',
  'holdsQuote',
  'digit',
  'percent',
  'noEnd',
  'leansBack',
  'speaker',
  'exclaims',
  'names',
  'marks',
  'topicShare',
  'wordMean',
  'pairMean',
  'sectionsNearTop',
  'sectionsLogPlace',
  'sectionsMiddle',
  'sectionsLogLength',
  'denseNearTop',
  'denseLogLength',
  'longTextNearTop',
] as const;

/** The features with a second weight for later choices (`GreedyChoice.later01`). */
export const LATER_FEATURES = [
  'logLength',
  'short',
  'long',
  'logRank',
  'middle',
  'nearTop',
  'logPlace',
  'place01',
  'firstSection',
  'lastSection',
  'opensSection',
  'opensParagraph',
  'headingShare',
  'ownHeading',
  'item',
  'noEnd',
  'leansBack',
  'names',
  'topicShare',
  'wordMean',
  'pairMean',
  'denseLogLength',
] as const satisfies readonly (typeof STATIC_FEATURES)[number][];

/**
 * A Han, kana or Hangul character reads as this much of a word (median over our corpora of characters a word,
 * inverted).
 */
const CHARACTER = 0.6;
/** Words: under the first a sentence is short, over the second long. */
const SHORT = 9;
const LONG = 30;
/** How fast the advantage of an early position decays. */
const PLACE_POWER = 0.6;

const SPEAKER: Record<string, RegExp> = {
  en: /\b(?:I|I'm|I’m|I've|I’ve|my|we|our|us)\b/,
  zh: /我/u,
  ru: /(?:^|\s)(?:я|мы|мой|наш)(?:\s|$)/iu,
};

/** Length in words, characters of unspaced scripts counted as less. */
export function lengthOf(candidate: Candidate, single: readonly boolean[]): number {
  let length = 0;
  for (const id of candidate.units) length += single[id] ? CHARACTER : 1;
  return Math.max(1, length);
}

/** What the features are taken from. */
export interface StaticInputs {
  parsed: ParsedText;
  concepts: Concepts;
  words: Float64Array;
  pairs: Float64Array;
  pairsOf: number[][];
  rank: Float64Array;
  middle: Float64Array;
}

/** One row of `STATIC_FEATURES` a sentence. Linear. */
export function staticFeatures(inputs: StaticInputs): Float64Array {
  const { parsed, concepts } = inputs;
  const { candidates, lexicon, headings, language } = parsed;
  const n = candidates.length;
  const features = new Float64Array(n * STATIC_FEATURES.length);
  const title = new Set(parsed.title.filter((id) => !lexicon.stop[id]));
  const headingSets = headings.map((heading) => new Set(heading.filter((id) => !lexicon.stop[id])));
  const sectioned = headings.length > 2 ? 1 : 0;
  const speaker = SPEAKER[language];
  const longText = Math.log(1 + n) / 5;
  candidates.forEach((c, i) => {
    const { text, units } = c;
    const topics = new Set(concepts.topics[i]);
    const heading = headingSets[c.section] ?? new Set();
    let titled = 0;
    let headed = 0;
    let own = 0;
    for (const id of topics) {
      if (title.has(id)) titled++;
      if ((concepts.inHeadings[id] ?? 0) > 0) headed++;
      if (heading.has(id)) own++;
    }
    let wordSum = 0;
    let names = 0;
    let single = 0;
    for (const id of units) {
      wordSum += inputs.words[id] ?? 0;
      if (lexicon.single[id]) single++;
      if ((lexicon.capitals[id] ?? 0) > 0) names++;
    }
    const dense = single > units.length / 2 ? 1 : 0;
    let pairSum = 0;
    for (const id of inputs.pairsOf[i] ?? []) pairSum += inputs.pairs[id] ?? 0;
    const length = lengthOf(c, lexicon.single);
    const logLength = Math.log(Math.max(6, length));
    const size = Math.max(1, topics.size);
    const nearTop = 1 / (1 + i) ** PLACE_POWER;
    const logPlace = Math.log(1 + i);
    const middle = inputs.middle[i] ?? 0;
    features.set(
      [
        logLength,
        Math.max(0, SHORT - length) / SHORT,
        Math.max(0, length - LONG) / LONG,
        Math.log(0.15 + (inputs.rank[i] ?? 0)),
        middle,
        nearTop,
        logPlace,
        i / n,
        i >= n * 0.9 ? 1 : 0,
        i === 0 ? 1 : 0,
        i === 1 ? 1 : 0,
        c.section === 0 ? 1 : 0,
        sectioned && c.section === headings.length - 1 ? 1 : 0,
        c.inSection === 0 ? 1 : 0,
        Math.log(1 + c.inSection),
        c.opensParagraph ? 1 : 0,
        c.paragraphLength === 1 ? 1 : 0,
        title.size > 0 ? titled / title.size : 0,
        titled / Math.max(1, title.size + size - titled),
        headed / size,
        own / Math.max(1, heading.size),
        c.kind === 'item' ? 1 : 0,
        /[?？؟][”"’')）」』]*$/u.test(text) ? 1 : 0,
        /[:：]$/u.test(text) ? 1 : 0,
        /^["“„«「『]/u.test(text) ? 1 : 0,
        /["“”„«»「」『』]/u.test(text) ? 1 : 0,
        /\p{N}/u.test(text) ? 1 : 0,
        /%|％|percent|процент|phần trăm/u.test(text) ? 1 : 0,
        c.ends ? 0 : 1,
        leansBack(text, language) ? 1 : 0,
        speaker?.test(text) ? 1 : 0,
        /[!！]/u.test(text) ? 1 : 0,
        names / Math.max(1, units.length),
        /[|{}<>=\\^~]|https?:|www\./u.test(text) ? 1 : 0,
        topics.size / Math.max(1, units.length),
        wordSum / Math.max(1, units.length),
        pairSum / Math.max(1, units.length),
        sectioned * nearTop,
        sectioned * logPlace,
        sectioned * middle,
        sectioned * logLength,
        dense * nearTop,
        dense * logLength,
        longText * nearTop,
      ],
      i * STATIC_FEATURES.length,
    );
  });
  return features;
}
