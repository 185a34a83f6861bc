/**
 * The key points of an article: the author's own list if there is one, else the few most important sentences that can
 * be read alone.
 */
import type { Article } from '../../article/article.ts';
import { type Candidate, parseSentences, parseSentenceSteps } from './candidates.ts';
import type { KeyPoint } from '../digest.ts';
import { rankingContextSteps } from './ranking-context.ts';
import { KEY_POINT_WEIGHTS } from './key-points-weights.ts';
import { ranked, rankedInSteps } from './policy.ts';
import { mostPoints, selectPoints } from './selection.ts';
import { type Steps, atOnce } from '../steps.ts';
import { authorsTakeaways } from './takeaways.ts';
import { trimRange } from './trim-range.ts';
import { type WorthForests, WORTH_FORESTS, worthSteps } from './worth/worth.ts';

function pointOf({ start, end, text }: Candidate, score01: number): KeyPoint {
  return { start, end, text, score01 };
}

/** A point of the author's own list, without the bullet or number before it. */
function authorsPoint(text: string, range: { start: number; end: number }): KeyPoint {
  const { from, to } = trimRange(text.slice(range.start, range.end));
  const [start, end] = [range.start + from, range.start + to];
  return { start, end, text: text.slice(start, end), score01: 1 };
}

/**
 * Every candidate sentence, most important first; `score01` falls in even steps from 1. Linear time; BENCHMARKS has the
 * cost.
 */
export function rank(article: Article): KeyPoint[] {
  const parsed = parseSentences(article);
  const order = ranked(parsed);
  return order.flatMap(({ index }, i) => {
    const candidate = parsed.candidates[index];
    return candidate ? [pointOf(candidate, 1 - i / order.length)] : [];
  });
}

interface Points {
  points: KeyPoint[];
  authored: boolean;
}

/**
 * Up to six points, depending on the article's length, in document order. Each is an exact range that can be read
 * alone. There are fewer, or none, if the article has no more such sentences. `authored` if they are the author's own
 * list. `score01` is the probability that a sentence is worth showing.
 */
export function keyPoints(article: Article, forests: WorthForests = WORTH_FORESTS): Points {
  return atOnce(keyPointSteps(article, forests));
}

/** The same, in many small steps. */
export function* keyPointSteps(article: Article, forests: WorthForests = WORTH_FORESTS): Steps<Points> {
  const own = authorsTakeaways(article);
  yield;
  if (own.length > 0) {
    return { points: own.map((range) => authorsPoint(article.text, range)), authored: true };
  }
  const { points } = yield* selectedSteps(article, forests);
  return { points: points.sort((a, b) => a.start - b.start), authored: false };
}

/** The best sentences, best first: up to `offered`, or as many as the article gets. */
function* selectedSteps(
  article: Article,
  forests: WorthForests,
  offered?: number,
): Steps<{ points: KeyPoint[]; most: number }> {
  const parsed = yield* parseSentenceSteps(article);
  const most = mostPoints(parsed.candidates.length);
  if (parsed.candidates.length === 0) return { points: [], most };
  const context = yield* rankingContextSteps(parsed, KEY_POINT_WEIGHTS);
  const order = yield* rankedInSteps(context);
  yield;
  const worths = yield* worthSteps(context, order, article.title, forests);
  const points = selectPoints(parsed, worths, offered ?? most, offered !== undefined).flatMap((index) => {
    const candidate = parsed.candidates[index];
    return candidate ? [pointOf(candidate, worths[index]?.worth01 ?? 0)] : [];
  });
  return { points, most };
}

/**
 * The sentences offered to a language model (at most `offered`, the most promising first), and how many points the
 * article gets. Sentences that cannot be a point by their form, repeat another sentence or repeat the title are left
 * out.
 */
export function pointCandidates(
  article: Article,
  offered: number,
  forests: WorthForests = WORTH_FORESTS,
): { candidates: KeyPoint[]; most: number } {
  const { points, most } = atOnce(selectedSteps(article, forests, offered));
  return { candidates: points, most };
}
