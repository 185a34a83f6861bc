/**
 * Labels the runs of a page that are in its truth, by aligning the page's words with the truth's words in order. Where
 * the truth is in another order, this is best effort.
 */

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;
export const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];
/** An anchor is a sequence of this many words that occurs exactly once on each side. */
const ANCHOR = 4;
/** Gaps up to this many cells (words × words) are aligned exactly. */
const MOST_CELLS = 20_000_000;

/** Longest common subsequence of `a[a0,a1)` and `b[b0,b1)`. Calls `mark` with the indices of each pair. */
function align(a, b, a0, a1, b0, b1, mark) {
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) mark(a0++, b0++);
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) mark(--a1, --b1);
  const n = a1 - a0,
    m = b1 - b0;
  if (n === 0 || m === 0 || n * m > MOST_CELLS) return;
  const width = m + 1;
  const table = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      table[i * width + j] =
        a[a0 + i] === b[b0 + j]
          ? table[(i + 1) * width + j + 1] + 1
          : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
  for (let i = 0, j = 0; i < n && j < m;) {
    if (a[a0 + i] === b[b0 + j] && table[i * width + j] === table[(i + 1) * width + j + 1] + 1)
      mark(a0 + i++, b0 + j++);
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i++;
    else j++;
  }
}

/** The anchors in the longest chain that is ascending on both sides. */
function anchors(a, b) {
  const index = (words) => {
    const map = new Map();
    for (let at = 0; at + ANCHOR <= words.length; at++) {
      const key = words.slice(at, at + ANCHOR).join(' ');
      map.set(key, map.has(key) ? -1 : at);
    }
    return map;
  };
  const ia = index(a),
    pairs = [];
  for (const [key, at] of index(b)) if (at >= 0 && (ia.get(key) ?? -1) >= 0) pairs.push([ia.get(key), at]);
  pairs.sort((x, y) => x[0] - y[0]);
  const tails = [],
    back = new Int32Array(pairs.length).fill(-1);
  pairs.forEach((pair, at) => {
    let lo = 0,
      hi = tails.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (pairs[tails[mid]][1] < pair[1]) lo = mid + 1;
      else hi = mid;
    }
    back[at] = lo > 0 ? tails[lo - 1] : -1;
    tails[lo] = at;
  });
  const chain = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = back[at]) chain.push(pairs[at]);
  return chain.reverse();
}

/** For each of the page's texts, the share of its words that are in the truth, 0–1. */
export function labels(texts, truth) {
  const a = [],
    owner = [];
  texts.forEach((text, run) => {
    for (const word of wordsOf(text)) {
      a.push(word);
      owner.push(run);
    }
  });
  const b = wordsOf(truth);
  const hit = new Uint8Array(a.length),
    used = new Uint8Array(b.length);
  const mark = (i, j) => {
    hit[i] = 1;
    used[j] = 1;
  };
  let a0 = 0,
    b0 = 0;
  for (const [i, j] of anchors(a, b)) {
    if (i < a0 || j < b0) continue;
    align(a, b, a0, i, b0, j, mark);
    for (let k = 0; k < ANCHOR; k++) mark(i + k, j + k);
    a0 = i + ANCHOR;
    b0 = j + ANCHOR;
  }
  align(a, b, a0, a.length, b0, b.length, mark);
  // Out of order: a run that was not aligned counts if all its words occur in a row in the rest of the truth.
  const totals = new Float64Array(texts.length),
    hits = new Float64Array(texts.length);
  owner.forEach((run, at) => {
    totals[run]++;
    hits[run] += hit[at];
  });
  const left = b.map((word, at) => (used[at] ? '\u0000' : word)).join(' ');
  const padded = ` ${left} `;
  return texts.map((text, run) => {
    const share = totals[run] ? hits[run] / totals[run] : 0;
    if (share >= 0.5 || totals[run] < 3) return share;
    return padded.includes(` ${wordsOf(text).join(' ')} `) ? 1 : share;
  });
}
