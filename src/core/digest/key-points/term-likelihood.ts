/**
 * Predicts how likely each word, and each pair of neighbouring words, is to occur in the author's own points, with two
 * small logistic models.
 */
import type { ParsedText } from './candidates.ts';

/** What a model looks at, word by word. Order is the order of the weights. */
export const WORD_FEATURES = [
  'one',
  'logCount',
  'once',
  'inTitle',
  'logHeadings',
  'sections',
  'early',
  'inFirst',
  'inFirstThree',
  'inLast',
  'share',
  'grammar',
  'grammarLogCount',
  'grammarInTitle',
  'letters',
  'name',
  'digit',
  'single',
  'singleLogCount',
  'singleInTitle',
  'singleGrammar',
  'titleEarly',
  'sectionedEarly',
  'sectionedLogCount',
  'sectionedInTitle',
  'longEarly',
  'longLogCount',
] as const;

/** What a model looks at, pair by pair. */
export const PAIR_FEATURES = [
  'one',
  'logCount',
  'once',
  'inTitle',
  'logHeadings',
  'early',
  'inFirst',
  'inFirstThree',
  'inLast',
  'grammarFirst',
  'grammarSecond',
  'grammarBoth',
  'logWords',
  'names',
  'single',
  'singleLogCount',
  'sectionedEarly',
  'sectionedLogCount',
  'longEarly',
] as const;

/** Words and pairs of an article, with their features. */
export interface Terms {
  /** By sentence: its units in order, and its pairs in order (pair k joins units k and k + 1). */
  words: number[][];
  pairs: number[][];
  wordCount: number;
  pairCount: number;
  /** By word and by pair, row after row. */
  wordFeatures: Float64Array;
  pairFeatures: Float64Array;
  members: Int32Array;
}

interface Tally {
  count: Float64Array;
  sentences: Float64Array;
  first: Float64Array;
  last: Float64Array;
  sections: Float64Array;
  lastSection: Float64Array;
}

function tally(size: number): Tally {
  const zeros = (): Float64Array => new Float64Array(size);
  return {
    count: zeros(),
    sentences: zeros(),
    first: zeros().fill(-1),
    last: zeros().fill(-1),
    sections: zeros(),
    lastSection: zeros().fill(-1),
  };
}

function note(t: Tally, id: number, sentence: number, section: number): void {
  t.count[id] = (t.count[id] ?? 0) + 1;
  if ((t.first[id] ?? 0) < 0) t.first[id] = sentence;
  if (t.last[id] !== sentence) t.sentences[id] = (t.sentences[id] ?? 0) + 1;
  t.last[id] = sentence;
  if (t.lastSection[id] !== section) {
    t.lastSection[id] = section;
    t.sections[id] = (t.sections[id] ?? 0) + 1;
  }
}

/** Letters after which a word counts as long. */
const LONG_WORD = 12;
/** Log of the sentences of a long article (150). */
const LONG_TEXT = 5;

/** Gathers the features. Linear. */
export function termFeatures(parsed: ParsedText): Terms {
  const { lexicon, candidates, headings, title } = parsed;
  // also the base of pair keys: small integers up to 46,340 words, which maps hold cheaply
  const wordCount = lexicon.names.length;
  const pairIds = new Map<number, number>();
  const firsts: number[] = [];
  const seconds: number[] = [];
  const pairsOf = (units: number[]): number[] => {
    const list: number[] = [];
    for (let k = 1; k < units.length; k++) {
      const a = units[k - 1] ?? 0;
      const b = units[k] ?? 0;
      const key = a * wordCount + b;
      let id = pairIds.get(key);
      if (id === undefined) {
        id = firsts.length;
        pairIds.set(key, id);
        firsts.push(a);
        seconds.push(b);
      }
      list.push(id);
    }
    return list;
  };
  const words = candidates.map((c) => c.units);
  const pairs = words.map(pairsOf);
  const pairCount = firsts.length;
  const known = (units: number[]): number[] => pairsOf(units).filter((id) => id < pairCount);
  const titlePairs = new Set(known(title));
  const pairHeadings = new Float64Array(pairCount);
  const wordHeadings = new Float64Array(wordCount);
  for (const heading of headings) {
    for (const id of new Set(heading)) wordHeadings[id] = (wordHeadings[id] ?? 0) + 1;
    for (const id of new Set(known(heading))) pairHeadings[id] = (pairHeadings[id] ?? 0) + 1;
  }
  const titleWords = new Set(title);
  const w = tally(wordCount);
  const p = tally(pairCount);
  candidates.forEach((c, i) => {
    for (const id of words[i] ?? []) note(w, id, i, c.section);
    for (const id of pairs[i] ?? []) note(p, id, i, c.section);
  });

  const n = Math.max(1, candidates.length);
  const sections = headings.length;
  const sectioned = sections > 2 ? 1 : 0;
  const long = Math.log(n) / LONG_TEXT;
  const wordFeatures = new Float64Array(wordCount * WORD_FEATURES.length);
  for (let id = 0; id < wordCount; id++) {
    const count = w.count[id] ?? 0;
    if (count === 0) continue;
    const logCount = Math.log(count);
    const grammar = lexicon.stop[id] ? 1 : 0;
    const titled = titleWords.has(id) ? 1 : 0;
    const first = w.first[id] ?? 0;
    const early = 1 / Math.sqrt(1 + first);
    const single = lexicon.single[id] ? 1 : 0;
    wordFeatures.set(
      [
        1,
        logCount,
        count === 1 ? 1 : 0,
        titled,
        Math.log(1 + (wordHeadings[id] ?? 0)),
        (w.sections[id] ?? 0) / sections,
        early,
        first === 0 ? 1 : 0,
        first < 3 ? 1 : 0,
        (w.last[id] ?? 0) === n - 1 ? 1 : 0,
        (w.sentences[id] ?? 0) / n,
        grammar,
        grammar * logCount,
        grammar * titled,
        Math.min(LONG_WORD, (lexicon.names[id] ?? '').length) / LONG_WORD,
        (lexicon.capitals[id] ?? 0) / count,
        lexicon.digit[id] ? 1 : 0,
        single,
        single * logCount,
        single * titled,
        single * grammar,
        titled * early,
        sectioned * early,
        sectioned * logCount,
        sectioned * titled,
        long * early,
        long * logCount,
      ],
      id * WORD_FEATURES.length,
    );
  }
  const pairFeatures = new Float64Array(pairCount * PAIR_FEATURES.length);
  const members = new Int32Array(pairCount * 2);
  for (let id = 0; id < pairCount; id++) {
    const a = firsts[id] ?? 0;
    const b = seconds[id] ?? 0;
    members[id * 2] = a;
    members[id * 2 + 1] = b;
    const count = p.count[id] ?? 0;
    const first = p.first[id] ?? 0;
    const ga = lexicon.stop[a] ? 1 : 0;
    const gb = lexicon.stop[b] ? 1 : 0;
    const single = lexicon.single[a] && lexicon.single[b] ? 1 : 0;
    pairFeatures.set(
      [
        1,
        Math.log(count),
        count === 1 ? 1 : 0,
        titlePairs.has(id) ? 1 : 0,
        Math.log(1 + (pairHeadings[id] ?? 0)),
        1 / Math.sqrt(1 + first),
        first === 0 ? 1 : 0,
        first < 3 ? 1 : 0,
        (p.last[id] ?? 0) === n - 1 ? 1 : 0,
        ga,
        gb,
        ga * gb,
        0, // log of both words' likelihood: filled in by `expectations`
        Math.min(1, (lexicon.capitals[a] ?? 0) / (w.count[a] || 1)) *
          Math.min(1, (lexicon.capitals[b] ?? 0) / (w.count[b] || 1)),
        single,
        single * Math.log(count),
        sectioned / Math.sqrt(1 + first),
        sectioned * Math.log(count),
        long / Math.sqrt(1 + first),
      ],
      id * PAIR_FEATURES.length,
    );
  }
  return { words, pairs, wordCount, pairCount, wordFeatures, pairFeatures, members };
}

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
