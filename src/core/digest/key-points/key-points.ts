/** The points of an article: its author's own where there are any, else the few sentences that say most and can be read alone. */
import type { Article } from '../../article/article.ts';
import { type Candidate, type Reading, readingOf, readingSteps } from './candidates.ts';
import type { KeyPoint } from '../digest.ts';
import { type Ranked, ranked, rankedSteps } from './policy.ts';
import { type Fault, faultOf } from './standing-alone.ts';
import { type Steps, atOnce } from '../steps.ts';
import { authorsTakeaways } from './takeaways.ts';

/** How many points an article of so many sentences gets: [sentences at least, points]. */
const HOW_MANY: readonly [number, number][] = [
  [150, 7],
  [80, 6],
  [35, 5],
  [15, 4],
  [0, 3],
];
/** Two sentences that share this much of their words (Jaccard) say the same. */
const SAME01 = 0.6;
/** Two sentences that share this much of what is left without names and numbers follow one template: "You can earn a … certificate". */
const TEMPLATE_SAME01 = 0.7;
const TEMPLATE_LEAST = 4;
/** … or this much of their topic words, or nearly all of the shorter one's; from this many words on (characters of Han, kana, Hangul). */
const TOPICS_SAME01 = 0.45;
const TOPICS_HELD01 = 0.8;
const TOPICS_LEAST = { words: 5, characters: 10 };
/** A sentence that shares this much with the title repeats it. */
const TITLE_SAME01 = 0.7;

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const id of a) if (b.has(id)) both++;
  return both / Math.max(1, a.size + b.size - both);
}

/** What a sentence says with the names and numbers taken out. */
function frameOf(reading: Reading, units: ReadonlySet<number>): Set<number> {
  const { capitals, digit } = reading.lexicon;
  return new Set([...units].filter((id) => !digit[id] && (capitals[id] ?? 0) === 0));
}

/** True where two sets of topic words tell of one thing: "X is the use of Y to sell", "Y is used in X to sell". */
function sameTopics(reading: Reading, a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const both = [...a].filter((id) => b.has(id));
  const dense = both.filter((id) => reading.lexicon.single[id]).length * 2 > both.length;
  if (both.length < (dense ? TOPICS_LEAST.characters : TOPICS_LEAST.words)) return false;
  return jaccard(a, b) >= TOPICS_SAME01 || both.length >= TOPICS_HELD01 * Math.min(a.size, b.size);
}

function sameFrame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return Math.min(a.size, b.size) >= TEMPLATE_LEAST && jaccard(a, b) >= TEMPLATE_SAME01;
}

function pointOf({ start, end, text }: Candidate, score01: number): KeyPoint {
  return { start, end, text, score01 };
}

/** Every candidate sentence, most important first; `score01` falls evenly from 1. Linear; see BENCHMARKS for its cost. */
export function rank(article: Article): KeyPoint[] {
  const reading = readingOf(article);
  const order = ranked(reading);
  return order.flatMap(({ index }, i) => {
    const candidate = reading.candidates[index];
    return candidate ? [pointOf(candidate, 1 - i / order.length)] : [];
  });
}

interface Points {
  points: KeyPoint[];
  authored: boolean;
}

/** 3–7 points by length, in document order, each an exact range that can be read alone; fewer where the article has no more such
 * sentences. `authored` where they are the author's own list. */
export function keyPoints(article: Article): Points {
  return atOnce(keyPointSteps(article));
}

/** The same, in many small steps. */
export function* keyPointSteps(article: Article): Steps<Points> {
  const own = authorsTakeaways(article);
  yield;
  if (own.length > 0) {
    const points = own.map(({ start, end }) => ({ start, end, text: article.text.slice(start, end), score01: 1 }));
    return { points, authored: true };
  }
  const reading = yield* readingSteps(article);
  const most = HOW_MANY.find(([least]) => reading.candidates.length >= least)?.[1] ?? 3;
  const order = yield* rankedSteps(reading);
  yield;
  const points = readableAlone(reading, order, most, article.title).map(([one, score01]) => pointOf(one, score01));
  return { points: points.sort((a, b) => a.start - b.start), authored: false };
}

/** The sentences offered to a language model: what `keyPoints` would choose from, most important first, and how many it would choose. */
export function pointCandidates(article: Article, offered: number): { candidates: KeyPoint[]; most: number } {
  const reading = readingOf(article);
  const most = HOW_MANY.find(([least]) => reading.candidates.length >= least)?.[1] ?? 3;
  return {
    candidates: readableAlone(reading, ranked(reading), offered, article.title).map(([one, score01]) =>
      pointOf(one, score01),
    ),
    most,
  };
}

/** Fewer points than this look like a slip: then what somebody said, and long sentences, may stand too. */
const POINTS_LEAST = 3;
const SOFT_FAULTS: ReadonlySet<Fault> = new Set(['speech', 'long']);

/** The first `most` sentences that can be read alone, repeat neither the title nor each other, most important first. */
function readableAlone(reading: Reading, order: Ranked[], most: number, heading: string): [Candidate, number][] {
  const title = new Set(reading.title);
  const chosen: [Candidate, number][] = [];
  const soft: [Candidate, number][] = [];
  const said: { units: ReadonlySet<number>; frame: ReadonlySet<number>; topics: ReadonlySet<number> }[] = [];
  const choose = (candidate: Candidate, score01: number): void => {
    const units = new Set(candidate.units);
    if (jaccard(units, title) >= TITLE_SAME01) return;
    const frame = frameOf(reading, units);
    const topics = new Set(candidate.units.filter((id) => !reading.lexicon.stop[id]));
    const repeats = (one: (typeof said)[number]) =>
      jaccard(units, one.units) >= SAME01 || sameFrame(frame, one.frame) || sameTopics(reading, topics, one.topics);
    if (said.some(repeats)) return;
    said.push({ units, frame, topics });
    chosen.push([candidate, score01]);
  };
  for (const [place, { index }] of order.entries()) {
    if (chosen.length >= most) return chosen;
    const candidate = reading.candidates[index];
    if (!candidate) continue;
    const score01 = 1 - place / order.length;
    const fault = faultOf(candidate, reading.language, heading);
    if (fault === null) choose(candidate, score01);
    else if (SOFT_FAULTS.has(fault)) soft.push([candidate, score01]);
  }
  for (const [candidate, score01] of soft) if (chosen.length < Math.min(most, POINTS_LEAST)) choose(candidate, score01);
  return chosen;
}
