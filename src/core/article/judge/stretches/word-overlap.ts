/** How far the words of one stretch of lines stand in the rest of the article, in any script. Rare words weigh more. */
import type { Snapshot } from '../snapshot.ts';
import type { Lines } from './lines.ts';

/** Words of one line that are looked at, from its start. */
const MOST_WORDS = 120;

/** Answers about the words of a page's lines. All shares are 0–1, -1 where there are no words. */
export interface Overlap {
  /** Share of a stretch's words that stand in the other lines. `lines` are indexes of lines. */
  withRest(lines: ArrayLike<number>): number;
  /**
   * How many of the words that stand in several lines stand both in a stretch and outside it, against how many would if
   * lines were strewn at random (1); below about 0.6 the stretch speaks of something else. `share` of the lines is its.
   */
  crossing(lines: ArrayLike<number>, share: number): number;
  /** Share of the words of lines `[from, to)` that stand in `[otherFrom, otherTo)`. */
  between(from: number, to: number, otherFrom: number, otherTo: number): number;
  /** Share of a line's words that stand in any other line, its neighbours included. */
  line: Float64Array;
  /** Share of the words of the shorter of a line and the next that stand in the longer. */
  next: Float64Array;
  /** Share of a line's words that stand in the document's title. */
  title: Float64Array;
  /** How many lines begin with the same word as the line. */
  sameStart: Int32Array;
}

/** Words of more lines than this share tell nothing about the topic; of fewer than two, nothing about crossing. */
const COMMON01 = 0.3;
const FEWEST_COMMON = 4;

/** Counts the words of all lines once. Linear in the page's words. */
export function overlapOf(snapshot: Snapshot, lines: Lines): Overlap {
  const { count } = lines;
  const numbers = new Map<number, number>();
  const spread: number[] = [];
  const ids: Int32Array[] = [];
  const starts = new Map<number, number>();
  const seen: number[] = [];
  for (let at = 0; at < count; at++) {
    const words = snapshot.runs[lines.runs[at] ?? -1]?.words ?? new Int32Array(0);
    const own: number[] = [];
    for (let index = 0; index < words.length && index < MOST_WORDS; index++) {
      const word = words[index] ?? 0;
      let id = numbers.get(word);
      if (id === undefined) {
        id = spread.push(0) - 1;
        numbers.set(word, id);
        seen.push(-1);
      }
      if (seen[id] === at) continue;
      seen[id] = at;
      spread[id] = (spread[id] ?? 0) + 1;
      own.push(id);
    }
    ids.push(Int32Array.from(own));
    const [first] = words;
    if (first !== undefined) starts.set(first, (starts.get(first) ?? 0) + 1);
  }
  const weight = Float64Array.from(spread, (times) => Math.log(1 + count / times));
  const marks = new Int32Array(spread.length);
  const held = new Int32Array(spread.length);
  let stamp = 0;
  const idsOf = (at: number) => ids[at] ?? new Int32Array(0);
  /** Share of the marked words that `test` finds. */
  const shareOf = (list: ArrayLike<number>, test: (id: number) => boolean) => {
    stamp++;
    let [all, found] = [0, 0];
    for (let index = 0; index < list.length; index++)
      for (const id of idsOf(list[index] ?? 0)) {
        if (marks[id] === stamp) continue;
        marks[id] = stamp;
        all += weight[id] ?? 0;
        if (test(id)) found += weight[id] ?? 0;
      }
    return all > 0 ? found / all : -1;
  };
  const mostLines = Math.max(FEWEST_COMMON, count * COMMON01);
  const isTelling = (times: number) => times > 1 && times <= mostLines;
  const byTimes = new Float64Array(Math.floor(mostLines) + 2);
  spread.forEach((times, id) => {
    if (isTelling(times)) byTimes[times] = (byTimes[times] ?? 0) + (weight[id] ?? 0);
  });
  const crossing = (list: ArrayLike<number>, share: number) => {
    count1(list, 1);
    stamp++;
    let observed = 0;
    for (let index = 0; index < list.length; index++)
      for (const id of idsOf(list[index] ?? 0)) {
        if (marks[id] === stamp) continue;
        marks[id] = stamp;
        const times = spread[id] ?? 0;
        if (isTelling(times) && times > (held[id] ?? 0)) observed += weight[id] ?? 0;
      }
    count1(list, -1);
    let expected = 0;
    for (let times = 2; times < byTimes.length; times++)
      expected += (byTimes[times] ?? 0) * (1 - (1 - share) ** times - share ** times);
    return expected > 0 ? Math.min(3, observed / expected) : -1;
  };
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  const count1 = (list: ArrayLike<number>, by: 1 | -1) => {
    for (let index = 0; index < list.length; index++)
      for (const id of idsOf(list[index] ?? 0)) held[id] = (held[id] ?? 0) + by;
  };
  const withRest = (list: ArrayLike<number>) => {
    count1(list, 1);
    const share = shareOf(list, (id) => (spread[id] ?? 0) > (held[id] ?? 0));
    count1(list, -1);
    return share;
  };
  const between = (from: number, to: number, otherFrom: number, otherTo: number) => {
    const other = range(Math.max(0, otherFrom), Math.min(count, otherTo));
    count1(other, 1);
    const share = shareOf(range(Math.max(0, from), Math.min(count, to)), (id) => (held[id] ?? 0) > 0);
    count1(other, -1);
    return share;
  };
  const titles = new Set(Array.from(snapshot.title.words, (word) => numbers.get(word) ?? -1));
  const next = new Float64Array(count).fill(-1);
  for (let at = 0; at + 1 < count; at++) {
    const shorter = idsOf(at).length < idsOf(at + 1).length ? at : at + 1;
    const longer = shorter === at ? at + 1 : at;
    next[at] = between(shorter, shorter + 1, longer, longer + 1);
  }
  return {
    withRest,
    crossing,
    between,
    line: Float64Array.from({ length: count }, (_, at) => shareOf([at], (id) => (spread[id] ?? 0) > 1)),
    title: Float64Array.from({ length: count }, (_, at) => shareOf([at], (id) => titles.has(id))),
    next,
    sameStart: Int32Array.from(
      { length: count },
      (_, at) => starts.get(snapshot.runs[lines.runs[at] ?? -1]?.words[0] ?? 0) ?? 0,
    ),
  };
}
