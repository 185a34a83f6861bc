/** The points of an article: its author's own where there are any, else the few sentences that say most and can be read alone. */
import type { Article } from '../article/article.ts';
import { readingOf, type Reading } from './candidates.ts';
import type { KeyPoint } from './digest.ts';
import { ranked, type Ranked } from './policy.ts';
import { faultOf } from './readable-alone.ts';
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
/** A sentence that shares this much with the title repeats it. */
const TITLE_SAME01 = 0.7;

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const id of a) if (b.has(id)) both++;
  return both / Math.max(1, a.size + b.size - both);
}

function pointOf(reading: Reading, { index }: Ranked, score01: number): KeyPoint[] {
  const c = reading.candidates[index];
  return c ? [{ start: c.start, end: c.end, text: c.text, score01 }] : [];
}

/** Every candidate sentence, most important first; `score01` falls evenly from 1. Linear; see BENCHMARKS for its cost. */
export function rank(article: Article): KeyPoint[] {
  const reading = readingOf(article);
  const order = ranked(reading);
  return order.flatMap((one, i) => pointOf(reading, one, 1 - i / order.length));
}

/** 3–7 points by length, in document order, each an exact range that can be read alone; fewer where the article has no more such
 * sentences. `authored` where they are the author's own list. */
export function keyPoints(article: Article): { points: KeyPoint[]; authored: boolean } {
  const own = authorsTakeaways(article);
  if (own.length > 0) {
    const points = own.map(({ start, end }) => ({ start, end, text: article.text.slice(start, end), score01: 1 }));
    return { points, authored: true };
  }
  const reading = readingOf(article);
  const order = ranked(reading);
  const most = HOW_MANY.find(([least]) => reading.candidates.length >= least)?.[1] ?? 3;
  const title = new Set(reading.title);
  const chosen: KeyPoint[] = [];
  const said: ReadonlySet<number>[] = [];
  for (const [place, one] of order.entries()) {
    if (chosen.length >= most) break;
    const c = reading.candidates[one.index];
    if (!c || faultOf(c, reading.language) !== null) continue;
    const units = new Set(c.units);
    if (jaccard(units, title) >= TITLE_SAME01 || said.some((other) => jaccard(units, other) >= SAME01)) continue;
    said.push(units);
    chosen.push(...pointOf(reading, one, 1 - place / order.length));
  }
  return { points: chosen.sort((a, b) => a.start - b.start), authored: false };
}
