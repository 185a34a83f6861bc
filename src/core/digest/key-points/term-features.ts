/** The features by which words, and pairs of neighbouring words, are told that the author's own points would use. */
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
  /** By pair: its two words, one after the other. */
  members: Int32Array;
}

/** Where words, or pairs, occur: by number. Sentences and sections are counted from 0; -1 for none. */
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

function addTo(t: Tally, id: number, sentence: number, section: number): void {
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

/** Numbers pairs of neighbouring words from 0 in the order in which they are first met. */
class PairNumbers {
  readonly firsts: number[] = [];
  readonly seconds: number[] = [];
  private readonly ids = new Map<number, number>();

  /** `wordCount` is the base of the keys: small integers up to 46,340 words, which maps hold cheaply. */
  constructor(private readonly wordCount: number) {}

  /** The numbers of a sentence's pairs, in order; new pairs get one. */
  add(units: readonly number[]): number[] {
    return this.keysOf(units).map((key, k) => {
      const known = this.ids.get(key);
      if (known !== undefined) return known;
      this.ids.set(key, this.firsts.length);
      this.seconds.push(units[k + 1] ?? 0);
      return this.firsts.push(units[k] ?? 0) - 1;
    });
  }

  /** The same for pairs that have a number. */
  known(units: readonly number[]): number[] {
    return this.keysOf(units).flatMap((key) => this.ids.get(key) ?? []);
  }

  private keysOf(units: readonly number[]): number[] {
    return units.slice(1).map((unit, k) => (units[k] ?? 0) * this.wordCount + unit);
  }
}

/** What is said of a whole article. */
interface Scope {
  /** Sentences, at least 1, and sections. */
  sentences: number;
  sections: number;
  /** 1 for an article of more than two sections. */
  sectioned: number;
  /** The log of its sentences as a share of that of a long article. */
  long: number;
}

function tallied(size: number, lists: readonly number[][], { candidates }: ParsedText): Tally {
  const counts = tally(size);
  candidates.forEach(({ section }, sentence) => {
    for (const id of lists[sentence] ?? []) addTo(counts, id, sentence, section);
  });
  return counts;
}

/** How many of the headings each word, or pair, stands in. */
function inHeadings(size: number, headings: readonly number[][]): Float64Array {
  const counts = new Float64Array(size);
  for (const heading of headings) for (const id of new Set(heading)) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** Rows of the features of all words, for `WORD_FEATURES`. */
function wordRows({ lexicon, title, headings }: ParsedText, t: Tally, scope: Scope): Float64Array {
  const { sentences, sections, sectioned, long } = scope;
  const size = lexicon.names.length;
  const titleWords = new Set(title);
  const headingCount = inHeadings(size, headings);
  const rows = new Float64Array(size * WORD_FEATURES.length);
  for (let id = 0; id < size; id++) {
    const count = t.count[id] ?? 0;
    if (count === 0) continue;
    const logCount = Math.log(count);
    const grammar = lexicon.stop[id] ? 1 : 0;
    const titled = titleWords.has(id) ? 1 : 0;
    const first = t.first[id] ?? 0;
    const early = 1 / Math.sqrt(1 + first);
    const single = lexicon.single[id] ? 1 : 0;
    rows.set(
      [
        1,
        logCount,
        count === 1 ? 1 : 0,
        titled,
        Math.log(1 + (headingCount[id] ?? 0)),
        (t.sections[id] ?? 0) / sections,
        early,
        first === 0 ? 1 : 0,
        first < 3 ? 1 : 0,
        (t.last[id] ?? 0) === sentences - 1 ? 1 : 0,
        (t.sentences[id] ?? 0) / sentences,
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
  return rows;
}

/** Rows of the features of all pairs, for `PAIR_FEATURES`; `wordCounts` says how often each word occurs. */
function pairRows(
  { lexicon, title, headings }: ParsedText,
  pairs: PairNumbers,
  t: Tally,
  wordCounts: Float64Array,
  { sentences, sectioned, long }: Scope,
): Float64Array {
  const size = pairs.firsts.length;
  const titlePairs = new Set(pairs.known(title));
  const headingCount = inHeadings(
    size,
    headings.map((heading) => pairs.known(heading)),
  );
  const capitalised = (word: number) => Math.min(1, (lexicon.capitals[word] ?? 0) / (wordCounts[word] || 1));
  const rows = new Float64Array(size * PAIR_FEATURES.length);
  for (let id = 0; id < size; id++) {
    const a = pairs.firsts[id] ?? 0;
    const b = pairs.seconds[id] ?? 0;
    const count = t.count[id] ?? 0;
    const first = t.first[id] ?? 0;
    const grammarFirst = lexicon.stop[a] ? 1 : 0;
    const grammarSecond = lexicon.stop[b] ? 1 : 0;
    const single = lexicon.single[a] && lexicon.single[b] ? 1 : 0;
    rows.set(
      [
        1,
        Math.log(count),
        count === 1 ? 1 : 0,
        titlePairs.has(id) ? 1 : 0,
        Math.log(1 + (headingCount[id] ?? 0)),
        1 / Math.sqrt(1 + first),
        first === 0 ? 1 : 0,
        first < 3 ? 1 : 0,
        (t.last[id] ?? 0) === sentences - 1 ? 1 : 0,
        grammarFirst,
        grammarSecond,
        grammarFirst * grammarSecond,
        0, // `logWords`, the log of both words' likelihood: filled in by `pairLikelihoods`
        capitalised(a) * capitalised(b),
        single,
        single * Math.log(count),
        sectioned / Math.sqrt(1 + first),
        sectioned * Math.log(count),
        long / Math.sqrt(1 + first),
      ],
      id * PAIR_FEATURES.length,
    );
  }
  return rows;
}

/** Gathers the features. Linear. */
export function termFeatures(parsed: ParsedText): Terms {
  const wordCount = parsed.lexicon.names.length;
  const sections = parsed.headings.length;
  const sentences = Math.max(1, parsed.candidates.length);
  const scope = { sentences, sections, sectioned: sections > 2 ? 1 : 0, long: Math.log(sentences) / LONG_TEXT };
  const numbers = new PairNumbers(wordCount);
  const words = parsed.candidates.map(({ units }) => units);
  const pairs = words.map((units) => numbers.add(units));
  const pairCount = numbers.firsts.length;
  const wordTally = tallied(wordCount, words, parsed);
  const pairTally = tallied(pairCount, pairs, parsed);
  return {
    words,
    pairs,
    wordCount,
    pairCount,
    wordFeatures: wordRows(parsed, wordTally, scope),
    pairFeatures: pairRows(parsed, numbers, pairTally, wordTally.count, scope),
    members: Int32Array.from({ length: pairCount * 2 }, (_, at) => {
      const list = at % 2 === 0 ? numbers.firsts : numbers.seconds;
      return list[at >> 1] ?? 0;
    }),
  };
}
