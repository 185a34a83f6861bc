/** Decides where a changed passage begins and ends: which rows of its alignment still belong to it. */
import { type Alignment, type Part, core, part } from './align.ts';

/** Letters changed at an end still belong to it, up to this many and this share of the passage; more are gone. */
export const EDGE = { letters: 14, share: 0.25 };

/**
 * The part of a passage's rows that is still there. Changed letters at an end belong to it if they are few, or if the
 * context follows right after them.
 */
export function standing(alignment: Alignment, begins: Uint8Array, first: number, last: number): Part | null {
  const middle = core(alignment, first, last);
  if (!middle) return null;
  const most = Math.min(EDGE.letters, EDGE.share * (last - first));
  const [before, after] = [middle.first - first, last - middle.last];
  const fore = before <= most || bracketed(alignment, first, -1, before, middle.start);
  const aft = after <= most || bracketed(alignment, last, 1, after, middle.end);
  return surviving(alignment, begins, first, fore ? first : middle.first, aft ? last : middle.last);
}

/**
 * Rows [from, to) without changed words at either end, because the text in their place is not the passage. `first` is
 * the row of the passage's first letter.
 */
function surviving(alignment: Alignment, begins: Uint8Array, first: number, from: number, to: number): Part | null {
  const isBegin = (row: number): boolean => begins[row - first] === 1;
  const survives = (start: number, end: number): boolean => {
    const word = part(alignment, start, end);
    if (!word) return false;
    const size = end - start;
    return word.same >= SURVIVES * size && word.end - word.start <= size * STRETCHED + 1;
  };
  let [start, end] = [from, to];
  while (start < end) {
    let next = start + 1;
    while (next < end && !isBegin(next)) next++;
    if (survives(start, next)) break;
    start = next;
  }
  while (end > start) {
    let before = end - 1;
    while (before > start && !isBegin(before)) before--;
    if (survives(before, end)) break;
    end = before;
  }
  return part(alignment, start, end);
}
/** Minimum share of a word's letters that are unchanged if the word survives. */
const SURVIVES = 0.6;

/** Whether the context outside row `edge` is as close to the certain letters as before, with `rows` letters between. */
function bracketed({ places, same }: Alignment, edge: number, step: 1 | -1, rows: number, sure: number): boolean {
  let run = 0;
  for (let k = 0; k < REACH; k++) {
    const row = step === 1 ? edge + k : edge - 1 - k;
    if (row < 0 || row >= same.length) return false;
    run = same[row] ? run + 1 : 0;
    if (run < RUN) continue;
    const place = (places[row] ?? 0) - step * k;
    const between = step === 1 ? place - sure : sure - 1 - place;
    return between <= rows * STRETCHED + ONE_WORD && between >= 0;
  }
  return false;
}
/** Number of consecutive unchanged letters, and how far into the context they are searched. */
const RUN = 4;
const REACH = 24;
/** Inserted words may stretch the distance by this share. */
const STRETCHED = 1.8;
const ONE_WORD = 12;
