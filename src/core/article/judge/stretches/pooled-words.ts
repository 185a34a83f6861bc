/**
 * What the words of each of many stretches have in common with the rest of the article, worked out for all at once:
 * stretches that begin at the same line are grown line by line.
 */
import type { Stretch } from './candidates.ts';
import type { LineWords } from './word-overlap.ts';

/** One number for each stretch. Shares are 0–1, -1 if there are no words. */
export interface PooledWords {
  /** Share of its words that occur in the other lines. */
  rest: Float64Array;
  /**
   * Of the words in several lines, the number that occur both inside and outside, relative to the number expected if
   * lines were distributed at random (1), up to 3. Below about 0.6 the stretch is on another subject. -1 if no word is
   * informative.
   */
  crossing: Float64Array;
  /** Share of its first line's words that occur in its other lines, and in those outside. */
  firstOwn: Float64Array;
  firstRest: Float64Array;
  /** Share of its first two lines' words that occur in the three lines before. */
  before: Float64Array;
  /** Share of its last two lines' words that occur in the three lines after. */
  after: Float64Array;
  /** Share of the words of the two lines after it that occur in the three lines before it; -1 if it is scattered. */
  across: Float64Array;
}

/** Words of more lines than this share tell nothing about the topic; of fewer than two, nothing about crossing. */
const COMMON01 = 0.3;
const FEWEST_COMMON = 4;
const MOST_CROSSING = 3;
/** Number of lines that are compared at a border: inside and outside. */
const WITHIN = 2;
const OUTSIDE = 3;

/** Sums over the words of the lines held so far, kept up to date as lines are added. */
class Held {
  private all = 0;
  private found = 0;
  private observed = 0;
  /** How many of the held lines hold each word. */
  private readonly held: Int32Array;
  private readonly most: number;
  /** Total weight of the informative words, by the number of lines in which each occurs. */
  private readonly byTimes: Float64Array;

  constructor(
    private readonly words: LineWords,
    lineCount: number,
  ) {
    const { spread, weight } = words;
    this.held = new Int32Array(spread.length);
    this.most = Math.max(FEWEST_COMMON, lineCount * COMMON01);
    this.byTimes = new Float64Array(Math.floor(this.most) + 2);
    spread.forEach((times, id) => {
      if (this.tells(times)) this.byTimes[times] = (this.byTimes[times] ?? 0) + (weight[id] ?? 0);
    });
  }

  private tells(times: number): boolean {
    return times > 1 && times <= this.most;
  }

  add(line: number): void {
    const { held } = this;
    const { spread, weight } = this.words;
    for (const id of this.words.of(line)) {
      const now = (held[id] ?? 0) + 1;
      held[id] = now;
      const times = spread[id] ?? 0;
      const own = weight[id] ?? 0;
      if (now === 1) this.all += own;
      if (times === 1) continue;
      // The first time a word of other lines too is met it is found there; the last time it is found no longer.
      const change = now === 1 ? own : now === times ? -own : 0;
      if (change === 0) continue;
      this.found += change;
      if (this.tells(times)) this.observed += change;
    }
  }

  forget(lines: Int32Array, count: number): void {
    for (let index = 0; index < count; index++) for (const id of this.words.of(lines[index] ?? 0)) this.held[id] = 0;
    this.all = this.found = this.observed = 0;
  }

  rest(): number {
    return this.all > 0 ? this.found / this.all : -1;
  }

  /** Share of the words of one of the lines inside that occur in the other lines inside, and in those outside. */
  ofLine(line: number): { inside: number; outside: number } {
    const { spread, weight } = this.words;
    let [all, inside, outside] = [0, 0, 0];
    for (const id of this.words.of(line)) {
      const own = weight[id] ?? 0;
      const times = this.held[id] ?? 0;
      all += own;
      if (times > 1) inside += own;
      if ((spread[id] ?? 0) > times) outside += own;
    }
    return all > 0 ? { inside: inside / all, outside: outside / all } : { inside: -1, outside: -1 };
  }

  /** `share01` is the share of the article that is held. */
  crossing(share01: number): number {
    let expected = 0;
    let [inside, outside] = [share01, 1 - share01];
    for (let times = 2; times < this.byTimes.length; times++) {
      inside *= share01;
      outside *= 1 - share01;
      expected += (this.byTimes[times] ?? 0) * (1 - outside - inside);
    }
    return expected > 0 ? Math.min(MOST_CROSSING, this.observed / expected) : -1;
  }
}

const lastOf = ({ lines }: Stretch) => lines[lines.length - 1] ?? 0;
const isScattered = (stretch: Stretch) => lastOf(stretch) - (stretch.lines[0] ?? 0) + 1 !== stretch.lines.length;

/**
 * Pools the words of stretches. `share01` is the share of the article that a stretch makes up. Costs for each first
 * line what its longest stretch has of words.
 */
export function pooledWords(
  words: LineWords,
  lineCount: number,
  between: (from: number, to: number, otherFrom: number, otherTo: number) => number,
  stretches: readonly Stretch[],
  share01: (at: number) => number,
): PooledWords {
  const list = () => new Float64Array(stretches.length).fill(-1);
  const pooled: PooledWords = {
    rest: list(),
    crossing: list(),
    firstOwn: list(),
    firstRest: list(),
    before: list(),
    after: list(),
    across: list(),
  };
  const held = new Held(words, lineCount);
  const tell = (at: number) => {
    pooled.rest[at] = held.rest();
    pooled.crossing[at] = held.crossing(share01(at));
    const own = stretches[at]?.lines ?? new Int32Array(0);
    const { inside, outside } = held.ofLine(own[0] ?? 0);
    pooled.firstOwn[at] = own.length > 1 ? inside : -1;
    pooled.firstRest[at] = outside;
  };
  const known = new Map<number, number>();
  /** Asks once for each pair of borders. */
  const once = (from: number, to: number, otherFrom: number, otherTo: number) => {
    const key = ((from * (WITHIN + 1) + to - from) * 2 + (otherFrom < from ? 0 : 1)) * (lineCount + OUTSIDE) + otherTo;
    const before = known.get(key);
    if (before !== undefined) return before;
    const share = between(from, to, otherFrom, otherTo);
    known.set(key, share);
    return share;
  };
  const borders = (at: number, stretch: Stretch, scattered: boolean) => {
    const first = stretch.lines[0] ?? 0;
    const end = lastOf(stretch) + 1;
    if (first > 0) pooled.before[at] = once(first, Math.min(end, first + WITHIN), first - OUTSIDE, first);
    if (end < lineCount) pooled.after[at] = once(Math.max(first, end - WITHIN), end, end, end + OUTSIDE);
    if (first > 0 && end < lineCount && !scattered)
      pooled.across[at] = between(end, end + WITHIN, first - OUTSIDE, first);
  };
  const ranges: number[] = [];
  stretches.forEach((stretch, at) => {
    const scattered = isScattered(stretch);
    borders(at, stretch, scattered);
    if (!scattered) {
      ranges.push(at);
      return;
    }
    for (const line of stretch.lines) held.add(line);
    tell(at);
    held.forget(stretch.lines, stretch.lines.length);
  });
  const linesOf = (at: number) => stretches[at]?.lines ?? new Int32Array(0);
  ranges.sort((a, b) => (linesOf(a)[0] ?? 0) - (linesOf(b)[0] ?? 0) || linesOf(a).length - linesOf(b).length);
  ranges.forEach((at, index) => {
    const own = linesOf(at);
    const before = linesOf(ranges[index - 1] ?? -1);
    const grows = before.length > 0 && before[0] === own[0];
    if (!grows && before.length > 0) held.forget(before, before.length);
    for (let one = grows ? before.length : 0; one < own.length; one++) held.add(own[one] ?? 0);
    tell(at);
  });
  return pooled;
}
