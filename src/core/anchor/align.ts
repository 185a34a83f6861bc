/**
 * Aligns a passage with a stretch of text: which letter of the text corresponds to which of the passage (edit distance,
 * both ends of the text free; Sellers 1980).
 */

/** The position of each letter of the passage, -1 if it is gone, and whether it is unchanged. */
export interface Alignment {
  places: Int32Array;
  same: Uint8Array;
  errors: number;
}

const SUBSTITUTED = 0;
const LEFT_OUT = 1;
const PUT_IN = 2;

let ways = new Uint8Array(1 << 16);
let costs = new Int32Array(1 << 10);

/** A cost greater than that of any alignment. */
const FAR = 1 << 28;

/**
 * Aligns `passage` with `text[from, to)`. Where a band is given, letter `i` of the passage is looked for in the `band`
 * letters from `from + i` on (twice the drift that edits may cause); the stretch is then longer than the passage.
 * O(passage × band or stretch): 0.2 ms for 250 × 350.
 */
export function align(passage: Uint16Array, text: Uint16Array, from: number, to: number, band = FAR): Alignment {
  const rows = passage.length;
  const width = Math.max(0, to - from) + 1;
  if (ways.length < rows * width) ways = new Uint8Array(rows * width * 2);
  if (costs.length < width) costs = new Int32Array(width * 2);
  costs.fill(0, 0, width);
  for (let i = 0; i < rows; i++) {
    const letter = passage[i] ?? 0;
    const first = band === FAR ? 1 : Math.min(width, i + 1);
    const end = Math.min(width, band === FAR ? width : i + band + 1);
    let diagonal = costs[first - 1] ?? 0;
    let left = band === FAR || i === 0 ? diagonal + 1 : FAR;
    costs[first - 1] = left;
    const row = i * width;
    ways[row + first - 1] = LEFT_OUT;
    for (let j = first; j < end; j++) {
      const above = costs[j] ?? 0;
      let cost = text[from + j - 1] === letter ? diagonal : diagonal + 1;
      let way = SUBSTITUTED;
      if (above + 1 < cost) {
        cost = above + 1;
        way = LEFT_OUT;
      }
      if (left + 1 < cost) {
        cost = left + 1;
        way = PUT_IN;
      }
      ways[row + j] = way;
      diagonal = above;
      left = cost;
      costs[j] = cost;
    }
    if (end < width) costs[end] = FAR; // right of the band: this row did not reach it
  }
  const reach = Math.min(width, band === FAR ? width : rows + band);
  let end = band === FAR ? 0 : rows;
  for (let j = end; j < reach; j++) if ((costs[j] ?? FAR) < (costs[end] ?? FAR)) end = j;
  return trace(passage, text, from, end, width);
}

function trace(passage: Uint16Array, text: Uint16Array, from: number, end: number, width: number): Alignment {
  const places = new Int32Array(passage.length).fill(-1);
  const same = new Uint8Array(passage.length);
  const errors = costs[end] ?? 0;
  let j = end;
  for (let i = passage.length - 1; i >= 0;) {
    const way = ways[i * width + j];
    if (way === PUT_IN) {
      j--;
      continue;
    }
    if (way === SUBSTITUTED) {
      j--;
      places[i] = from + j;
      same[i] = text[from + j] === passage[i] ? 1 : 0;
    }
    i--;
  }
  return { places, same, errors };
}

/** The stretch of text that rows [first, last) of a passage fill, and how many letters are unchanged. */
export interface Part {
  start: number;
  end: number;
  same: number;
  /** The rows of the first and last letter that count, half-open. */
  first: number;
  last: number;
}

/** The part of an alignment for rows [first, last) of the passage. Null if none of them was found. */
export function part({ places, same }: Alignment, first: number, last: number): Part | null {
  let [start, end, kept, from, to] = [-1, -1, 0, 0, 0];
  for (let i = first; i < last; i++) {
    const place = places[i] ?? -1;
    if (place < 0) continue;
    if (start < 0) [start, from] = [place, i];
    [end, to] = [place + 1, i + 1];
    kept += same[i] ?? 0;
  }
  return start < 0 ? null : { start, end, same: kept, first: from, last: to };
}

/** Share of rows [first, last) that are unchanged, minus insertions between them; 0.5 without rows. */
export function share(alignment: Alignment, first: number, last: number): number {
  if (last <= first) return 0.5;
  const found = part(alignment, first, last);
  if (!found) return 0;
  return found.same / Math.max(last - first, found.end - found.start);
}

/**
 * Score of a changed, deleted or inserted letter of a run; an unchanged one scores 1. Insertions count up to a bound,
 * so that a long one splits a passage only once.
 */
const CHANGED = -1;
const PUT_IN_EACH = -0.5;
const PUT_IN_MOST = -12;

/**
 * The run of rows within [first, last) with the greatest score (Kadane's algorithm). The rest is deleted or elsewhere.
 * Null if no row was found.
 */
export function core(alignment: Alignment, first: number, last: number): Part | null {
  const { places, same } = alignment;
  let [worth, from, best, bestFrom, bestTo, before] = [0, first, 0, -1, -1, -1];
  for (let i = first; i < last; i++) {
    const place = places[i] ?? -1;
    if (place >= 0 && before >= 0 && place > before + 1) {
      worth += Math.max(PUT_IN_MOST, PUT_IN_EACH * (place - before - 1));
    }
    if (place >= 0) before = place;
    if (worth <= 0) [worth, from] = [0, i];
    worth += same[i] ? 1 : CHANGED;
    if (worth > best) [best, bestFrom, bestTo] = [worth, from, i + 1];
  }
  return bestFrom < 0 ? null : part(alignment, bestFrom, bestTo);
}
