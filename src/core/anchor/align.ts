/** Aligns a passage with a stretch of text: which letter of the text stands for which of the passage (edit distance, both
 * ends of the text free; Sellers 1980). */

/** Where each letter of the passage stands, -1 where it is gone, and whether it stands there unchanged. */
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

/** Aligns `passage` with `text[from, to)`. O(passage × stretch): 0.2 ms for 250 × 350. */
export function align(passage: Uint16Array, text: Uint16Array, from: number, to: number): Alignment {
  const rows = passage.length;
  const columns = Math.max(0, to - from);
  const width = columns + 1;
  if (ways.length < rows * width) ways = new Uint8Array(rows * width * 2);
  if (costs.length < width) costs = new Int32Array(width * 2);
  costs.fill(0, 0, width);
  for (let i = 0; i < rows; i++) {
    const letter = passage[i] ?? 0;
    let diagonal = costs[0] ?? 0;
    let left = diagonal + 1;
    costs[0] = left;
    const row = i * width;
    ways[row] = LEFT_OUT;
    for (let j = 1; j < width; j++) {
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
  }
  let end = 0;
  for (let j = 1; j < width; j++) if ((costs[j] ?? 0) < (costs[end] ?? 0)) end = j;
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

/** The part of an alignment that rows [first, last) of the passage fill: the stretch of text, how many letters stand
 * unchanged, and the edits inside. Null where none of them stands anywhere. */
export function part(
  { places, same }: Alignment,
  first: number,
  last: number,
): { start: number; end: number; same: number; edits: number } | null {
  let [start, end, kept, filled] = [-1, -1, 0, 0];
  for (let i = first; i < last; i++) {
    const place = places[i] ?? -1;
    if (place < 0) continue;
    if (start < 0) start = place;
    end = place + 1;
    filled++;
    kept += same[i] ?? 0;
  }
  if (start < 0) return null;
  const putIn = end - start - filled;
  return { start, end, same: kept, edits: last - first - kept + putIn };
}
