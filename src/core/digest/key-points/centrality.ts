/** How central each sentence is to the rest: PageRank on the cosine of sentences, without ever building their graph.
 * With rows of X the normalised tf·isf vectors, the graph is X·Xᵀ; one step of the walk is two sparse products, so
 * the whole is linear
 * in the text where LexRank (Erkan & Radev 2004) is quadratic in its sentences. Same result to the last digit
 * (tests/node/core/digest/key-points/centrality.test.ts).
 */

/** Damping: the probability of following a similarity instead of jumping anywhere (Brin & Page 1998). */
const DAMPING = 0.85;
/** Iterations: with this damping the remaining change is 0.85³⁰, under 1 %. */
const ROUNDS = 30;

/**
 * Sparse rows: `ids[i][k]` is a word, `weights[i][k]` its share of the row, whose length is 1 (0 for a row of
 * function words).
 */
export interface Rows {
  ids: number[][];
  weights: number[][];
}

/** tf · log(1 + n/sf) rows, length 1. `topics[i]` lists the topic words of sentence i, with repeats. */
export function rowsOf(topics: number[][], vocabulary: number): Rows {
  const df = new Float64Array(vocabulary);
  const counts = topics.map((list) => {
    const count = new Map<number, number>();
    for (const id of list) count.set(id, (count.get(id) ?? 0) + 1);
    for (const id of count.keys()) df[id] = (df[id] ?? 0) + 1;
    return count;
  });
  const n = topics.length;
  const ids: number[][] = [];
  const weights: number[][] = [];
  for (const count of counts) {
    const row: number[] = [];
    const w: number[] = [];
    let square = 0;
    for (const [id, tf] of count) {
      const weight = tf * Math.log(1 + n / (df[id] ?? 1));
      row.push(id);
      w.push(weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    ids.push(row);
    weights.push(w.map((x) => x / length));
  }
  return { ids, weights };
}

/** y = X·v for one row. */
function dot(rows: Rows, i: number, v: Float64Array): number {
  const ids = rows.ids[i] ?? [];
  const w = rows.weights[i] ?? [];
  let sum = 0;
  for (let k = 0; k < ids.length; k++) sum += (w[k] ?? 0) * (v[ids[k] ?? 0] ?? 0);
  return sum;
}

/** v += factor · row i. */
function spread(rows: Rows, i: number, factor: number, v: Float64Array): void {
  const ids = rows.ids[i] ?? [];
  const w = rows.weights[i] ?? [];
  for (let k = 0; k < ids.length; k++) {
    const id = ids[k] ?? 0;
    v[id] = (v[id] ?? 0) + factor * (w[k] ?? 0);
  }
}

/** PageRank, and cosine to the middle of the text, both divided by their largest value. Linear. */
export function centrality(rows: Rows, vocabulary: number): { rank: Float64Array; middle: Float64Array } {
  const n = rows.ids.length;
  const sum = new Float64Array(vocabulary);
  for (let i = 0; i < n; i++) spread(rows, i, 1, sum);
  const middle = new Float64Array(n);
  const filled = new Float64Array(n); // 1 for rows with words: what a row's cosine with itself is
  for (let i = 0; i < n; i++) {
    filled[i] = (rows.ids[i] ?? []).length > 0 ? 1 : 0;
    middle[i] = dot(rows, i, sum);
  }
  const degree = middle.map((x, i) => Math.max(1e-9, x - (filled[i] ?? 0)));
  let rank = new Float64Array(n).fill(1 / Math.max(1, n));
  const flow = new Float64Array(vocabulary);
  for (let round = 0; round < ROUNDS; round++) {
    flow.fill(0);
    for (let i = 0; i < n; i++) spread(rows, i, (rank[i] ?? 0) / (degree[i] ?? 1), flow);
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const own = ((filled[i] ?? 0) * (rank[i] ?? 0)) / (degree[i] ?? 1);
      next[i] = (1 - DAMPING) / n + DAMPING * Math.max(0, dot(rows, i, flow) - own);
    }
    rank = next;
  }
  return { rank: scaled(rank), middle: scaled(middle) };
}

/** Cosine of every row with row `chosen`. */
export function likeness(rows: Rows, chosen: number, vocabulary: number): Float64Array {
  const v = new Float64Array(vocabulary);
  spread(rows, chosen, 1, v);
  const alike = new Float64Array(rows.ids.length);
  for (let i = 0; i < alike.length; i++) alike[i] = dot(rows, i, v);
  return alike;
}

function scaled(values: Float64Array): Float64Array {
  const most = values.reduce((a, b) => Math.max(a, b), 0) || 1;
  return values.map((x) => x / most);
}
