/** Selects the sentences that become points together: worth showing, without repetition, from several sections. */
import type { Candidate, ParsedText } from './candidates.ts';
import type { Fault } from './self-contained.ts';
import type { Worth } from './worth/worth.ts';

/** The maximum number of points by length of the article: [minimum sentences, points]. */
const MOST: readonly [number, number][] = [
  [80, 6],
  [35, 5],
  [15, 4],
  [0, 3],
];
/**
 * A point is at least this likely to be readable alone, and to be worth showing. Chosen on held-out sites
 * (BENCHMARKS, "Key points").
 */
const ALONE_LEAST01 = 0.65;
const WORTH_LEAST01 = 0.3;
/** Up to this many points may be below that, because few articles have nothing worth showing. */
const FEW = { points: 2, alone01: 0.5, worth01: 0.15 };
/** Beyond those few, a point is at most this far, in log-odds, below the article's best sentence. */
const BEHIND_BEST_MOST = 2.2;
/** The weight of the first question's log-odds when they are added to the second's. */
const ALONE_WEIGHT = 1;
/** Log-odds a sentence loses for each point already taken from its section. */
const SAME_SECTION_COST = 0.25;
/** Faults that the two questions may overrule, because they are matters of degree. */
const SOFT_FAULTS: ReadonlySet<Fault> = new Set(['speech', 'long']);

/** Two sentences that share this much of their words (Jaccard) say the same. */
const SAME01 = 0.6;
/**
 * So do two that share this much after names and numbers are left out, for example "You can earn a … certificate"; and
 * the minimum number of words for this.
 */
const TEMPLATE_SAME01 = 0.7;
const TEMPLATE_LEAST = 4;
/** So do two that share this much of their topic words, or nearly all of the shorter one's, from this many words on. */
const TOPICS_SAME01 = 0.45;
const TOPICS_HELD01 = 0.8;
const TOPICS_LEAST = { words: 5, characters: 10 };
/** A sentence that shares this much with the title repeats it. */
const TITLE_SAME01 = 0.7;

/** The maximum number of points for an article with this many sentences. */
export function mostPoints(sentences: number): number {
  return MOST.find(([least]) => sentences >= least)?.[1] ?? 3;
}

const logOdds = (p: number): number => Math.log(Math.max(1e-6, p) / Math.max(1e-6, 1 - p));

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const id of a) if (b.has(id)) both++;
  return both / Math.max(1, a.size + b.size - both);
}

/** The words of a sentence in the three ways in which two sentences are compared. */
interface Said {
  units: ReadonlySet<number>;
  /** Without names and numbers. */
  frame: ReadonlySet<number>;
  topics: ReadonlySet<number>;
}

function saidBy({ lexicon }: ParsedText, candidate: Candidate): Said {
  const units = new Set(candidate.units);
  return {
    units,
    frame: new Set([...units].filter((id) => !lexicon.digit[id] && (lexicon.capitals[id] ?? 0) === 0)),
    topics: new Set(candidate.units.filter((id) => !lexicon.stop[id])),
  };
}

/** True if two sets of topic words say the same: "X is the use of Y to sell", "Y is used in X to sell". */
function sameTopics(parsed: ParsedText, a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const both = [...a].filter((id) => b.has(id));
  const dense = both.filter((id) => parsed.lexicon.single[id]).length * 2 > both.length;
  if (both.length < (dense ? TOPICS_LEAST.characters : TOPICS_LEAST.words)) return false;
  return jaccard(a, b) >= TOPICS_SAME01 || both.length >= TOPICS_HELD01 * Math.min(a.size, b.size);
}

function sameFrame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return Math.min(a.size, b.size) >= TEMPLATE_LEAST && jaccard(a, b) >= TEMPLATE_SAME01;
}

function sayTheSame(parsed: ParsedText, a: Said, b: Said): boolean {
  return jaccard(a.units, b.units) >= SAME01 || sameFrame(a.frame, b.frame) || sameTopics(parsed, a.topics, b.topics);
}

/**
 * A sentence that may be a point, with the score by which it is taken; `sure` if it is one even after the first few.
 */
interface Eligible {
  index: number;
  score: number;
  sure: boolean;
}

/** Sentences that may be points, best first. With `wide` only their form is checked. */
function eligible(worths: readonly Worth[], wide: boolean): Eligible[] {
  const scored = worths.flatMap(({ alone01, worth01, fault }, index): Eligible[] => {
    if (fault !== null && !SOFT_FAULTS.has(fault)) return [];
    if (!wide && (alone01 < FEW.alone01 || worth01 < FEW.worth01)) return [];
    const sure = wide || (alone01 >= ALONE_LEAST01 && worth01 >= WORTH_LEAST01);
    return [{ index, score: logOdds(worth01) + ALONE_WEIGHT * logOdds(alone01), sure }];
  });
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  const best = scored[0]?.score ?? 0;
  return scored.map((one) => ({ ...one, sure: one.sure && (wide || best - one.score <= BEHIND_BEST_MOST) }));
}

/**
 * Takes up to `most` sentences, best first, and returns indices of candidates. Each is worth showing, and none repeats
 * the title or another one. Sections without a point are preferred. Empty if no sentence is worth showing; with `wide`,
 * every sentence that can be read alone qualifies.
 */
export function selectPoints(parsed: ParsedText, worths: readonly Worth[], most: number, wide = false): number[] {
  const left = eligible(worths, wide);
  const title = new Set(parsed.title);
  const chosen: number[] = [];
  const said: Said[] = [];
  const taken = new Map<number, number>();
  const scoreNow = ({ index, score }: Eligible): number =>
    score - SAME_SECTION_COST * (taken.get(parsed.candidates[index]?.section ?? 0) ?? 0);
  while (chosen.length < most && left.length > 0) {
    let at = 0;
    left.forEach((one, k) => {
      if (scoreNow(one) > scoreNow(left[at] ?? one)) at = k;
    });
    const [next] = left.splice(at, 1);
    const candidate = next && parsed.candidates[next.index];
    if (!next || !candidate) break;
    if (!next.sure && chosen.length >= FEW.points) continue;
    const own = saidBy(parsed, candidate);
    if (jaccard(own.units, title) >= TITLE_SAME01 || said.some((other) => sayTheSame(parsed, own, other))) continue;
    said.push(own);
    chosen.push(next.index);
    taken.set(candidate.section, (taken.get(candidate.section) ?? 0) + 1);
  }
  return chosen;
}
