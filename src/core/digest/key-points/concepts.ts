/** What an article is about: how much each word and each pair of words contributes to its key points. */
import type { ParsedText } from './candidates.ts';

/**
 * The concepts of an article. A concept is a topic word, or a pair of neighbouring words that occurs more than once.
 */
export interface Concepts {
  /** By sentence: the distinct topic words, with repeats, and the distinct concepts (words, then pairs). */
  topics: number[][];
  ofSentence: number[][];
  /** By concept: its worth; words come first, ids as in the lexicon. */
  worth: Float64Array;
  /** By concept: a word (false) or a pair (true). */
  isPair: boolean[];
  /** By word: whether the title has it, and how many headings have it. */
  inTitle: boolean[];
  inHeadings: number[];
}

/* How a concept is weighed; values from a search over 66 pages with their authors' points (DECISIONS, "Key points"). */
const FREQUENCY_POWER = 0.6;
const ONCE = 0.3;
const TITLE_GAIN = 1.5;
const HEADING_GAIN = 0.8;
const HEADING_MOST = 1.5;
const SPREAD_GAIN = 0.8;
const EARLY_GAIN = 0.5;
const PAIR_WORTH = 0.6;

/** Weighs the concepts of an article. Linear. */
export function conceptsOf(parsed: ParsedText): Concepts {
  const { lexicon, candidates, headings } = parsed;
  const vocabulary = lexicon.names.length;
  const inTitle: boolean[] = new Array<boolean>(vocabulary).fill(false);
  for (const id of parsed.title) if (!lexicon.stop[id]) inTitle[id] = true;
  const inHeadings: number[] = new Array<number>(vocabulary).fill(0);
  for (const heading of headings) {
    for (const id of new Set(heading)) if (!lexicon.stop[id]) inHeadings[id] = (inHeadings[id] ?? 0) + 1;
  }

  const seen: Seen[] = Array.from({ length: vocabulary }, () => ({
    count: 0,
    first: -1,
    lastSection: -1,
    sections: 0,
  }));
  const pairIds = new Map<number, number>();
  const pairs: { seen: Seen; members: [number, number] }[] = [];
  const topics: number[][] = [];
  const pairsOf: number[][] = [];
  candidates.forEach((candidate, i) => {
    const own: number[] = [];
    const ownPairs: number[] = [];
    let previous = -1;
    for (const id of candidate.units) {
      if (lexicon.stop[id]) {
        previous = -1;
        continue;
      }
      own.push(id);
      note(seen[id], i, candidate.section);
      if (previous >= 0) {
        const key = previous * vocabulary + id;
        let pair = pairIds.get(key);
        if (pair === undefined) {
          pair = pairs.length;
          pairIds.set(key, pair);
          pairs.push({ seen: { count: 0, first: -1, lastSection: -1, sections: 0 }, members: [previous, id] });
        }
        note(pairs[pair]?.seen, i, candidate.section);
        ownPairs.push(pair);
      }
      previous = id;
    }
    topics.push(own);
    pairsOf.push(ownPairs);
  });

  const sections = headings.length;
  const worthOf = (s: Seen, titled: boolean, headed: number): number =>
    s.count === 0
      ? 0
      : (s.count === 1 ? ONCE : s.count ** FREQUENCY_POWER) *
        (1 + (titled ? TITLE_GAIN : 0)) *
        (1 + HEADING_GAIN * Math.min(HEADING_MOST, Math.sqrt(headed))) *
        (1 + (SPREAD_GAIN * s.sections) / sections) *
        (1 + EARLY_GAIN / (1 + Math.log(1 + s.first)));
  const worth: number[] = seen.map((s, id) => worthOf(s, inTitle[id] ?? false, inHeadings[id] ?? 0));
  const isPair: boolean[] = worth.map(() => false);
  const conceptOfPair = pairs.map(({ seen: s, members: [a, b] }) => {
    if (s.count < 2) return -1;
    worth.push(
      PAIR_WORTH *
        worthOf(s, (inTitle[a] ?? false) && (inTitle[b] ?? false), Math.min(inHeadings[a] ?? 0, inHeadings[b] ?? 0)),
    );
    isPair.push(true);
    return worth.length - 1;
  });
  const ofSentence = topics.map((own, i) => {
    const list = new Set(own);
    for (const pair of pairsOf[i] ?? []) {
      const concept = conceptOfPair[pair] ?? -1;
      if (concept >= 0) list.add(concept);
    }
    return [...list];
  });
  return { topics, ofSentence, worth: Float64Array.from(worth), isPair, inTitle, inHeadings };
}

interface Seen {
  count: number;
  first: number;
  lastSection: number;
  sections: number;
}

function note(s: Seen | undefined, sentence: number, section: number): void {
  if (!s) return;
  s.count++;
  if (s.first < 0) s.first = sentence;
  if (s.lastSection !== section) {
    s.lastSection = section;
    s.sections++;
  }
}
