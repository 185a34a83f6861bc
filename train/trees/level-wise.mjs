/**
 * Grows trees level by level to a fixed depth by gradient boosting (logistic loss, Newton leaves; J. Friedman, "Greedy
 * function approximation", 2001). For few rows (up to about 50,000) with hard labels; `leaf-wise.mjs` is for more.
 */
import { random } from '../random.mjs';
import { encode } from './encode.mjs';

const BINS = 40;
const rounded = (x) => (Number.isFinite(x) ? Number(x.toPrecision(3)) : x);

/** Thresholds between quantiles of a feature, rounded to three digits, ascending. */
function thresholdsOf(rows, feature) {
  const values = rows.map((row) => row[feature]).sort((a, b) => a - b);
  const cuts = new Set();
  for (let i = 1; i < BINS; i++) cuts.add(rounded(values[Math.floor((i * values.length) / BINS)]));
  cuts.delete(values.at(-1));
  return [...cuts].sort((a, b) => a - b);
}

/** Threshold of a node without a useful split: all its rows go left. */
const ALL_LEFT = 1e9;

/** Converts a full binary tree from arrays, level by level, to the nested nodes that `encode` takes. */
function nested({ splits, leaves }) {
  const inner = leaves.length - 1;
  const node = (at) => {
    if (at >= inner) return { value: leaves[at - inner] };
    const [feature, threshold] = [splits[2 * at], splits[2 * at + 1]];
    if (threshold === ALL_LEFT) return node(2 * at + 1);
    return { feature, threshold, left: node(2 * at + 1), right: node(2 * at + 2) };
  };
  return node(0);
}

/**
 * @param {object} options
 * @param {number[][]} options.rows one list of numbers for each example
 * @param {number[]} options.labels 0 or 1
 * @param {number[]} [options.weights] cost of an error on each row; 1 if left out
 * @param {number} [options.trees]
 * @param {number} [options.depth] number of split levels
 * @param {number} [options.rate] learning rate
 * @param {number} [options.l2] regularisation of leaf values
 * @param {number} [options.minChild] minimum number of rows of a branch
 * @param {number} [options.seed] the same rows and seed give the same trees
 * @param {number} [options.share] of features tried for each tree (0–1)
 * @returns an ensemble as `src/core/tree-ensemble.ts` stores it
 */
export function growLevelWise({
  rows,
  labels,
  weights,
  trees = 80,
  depth = 4,
  rate = 0.15,
  l2 = 3,
  minChild = 8,
  seed = 1,
  share = 0.7,
}) {
  const roll = random(seed);
  const n = rows.length;
  const columns = Array.from({ length: rows[0].length }, (_, f) => f);
  const w = weights ?? rows.map(() => 1);
  const cuts = columns.map((f) => thresholdsOf(rows, f));
  const binned = columns.map((f) => {
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      let b = 0;
      while (b < cuts[f].length && rows[i][f] > cuts[f][b]) b++;
      out[i] = b;
    }
    return out;
  });
  const mean = labels.reduce((s, y, i) => s + y * w[i], 0) / w.reduce((s, x) => s + x, 0);
  const bias = rounded(Math.log(mean / (1 - mean)));
  const score = new Float64Array(n).fill(bias);
  const grad = new Float64Array(n);
  const hess = new Float64Array(n);
  const grown = [];
  const inner = 2 ** depth - 1;
  const g = new Float64Array(BINS + 1);
  const h = new Float64Array(BINS + 1);
  const c = new Int32Array(BINS + 1);
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]));
      grad[i] = (labels[i] - p) * w[i];
      hess[i] = Math.max(1e-6, p * (1 - p)) * w[i];
    }
    const tried = columns.filter(() => roll() < share);
    const used = [];
    for (let i = 0; i < n; i++) if (roll() < 0.8) used.push(i);
    const splits = new Array(2 * inner).fill(0);
    const at = new Array(2 ** (depth + 1) - 1);
    at[0] = Int32Array.from(used);
    for (let node = 0; node < inner; node++) {
      const here = at[node] ?? [];
      let best = { gain: 1e-6, f: 0, b: -1 };
      let G = 0;
      let H = 0;
      for (const i of here) {
        G += grad[i];
        H += hess[i];
      }
      if (here.length >= 2 * minChild) {
        for (const f of tried) {
          g.fill(0);
          h.fill(0);
          c.fill(0);
          const bin = binned[f];
          for (let k = 0; k < here.length; k++) {
            const i = here[k];
            g[bin[i]] += grad[i];
            h[bin[i]] += hess[i];
            c[bin[i]]++;
          }
          let gl = 0;
          let hl = 0;
          let cl = 0;
          for (let b = 0; b < cuts[f].length; b++) {
            gl += g[b];
            hl += h[b];
            cl += c[b];
            if (cl < minChild || here.length - cl < minChild) continue;
            const gain = gl ** 2 / (hl + l2) + (G - gl) ** 2 / (H - hl + l2) - G ** 2 / (H + l2);
            if (gain > best.gain) best = { gain, f, b };
          }
        }
      }
      if (best.b < 0) {
        // No split helps, so all rows go left and the node becomes its left branch.
        splits[2 * node] = 0;
        splits[2 * node + 1] = ALL_LEFT;
        at[2 * node + 1] = here;
        at[2 * node + 2] = new Int32Array(0);
        continue;
      }
      splits[2 * node] = best.f;
      splits[2 * node + 1] = cuts[best.f][best.b];
      at[2 * node + 1] = here.filter((i) => binned[best.f][i] <= best.b);
      at[2 * node + 2] = here.filter((i) => binned[best.f][i] > best.b);
    }
    const leaves = [];
    for (let leaf = 0; leaf <= inner; leaf++) {
      let G = 0;
      let H = 0;
      for (const i of at[inner + leaf] ?? []) {
        G += grad[i];
        H += hess[i];
      }
      leaves.push(rounded((rate * G) / (H + l2)));
    }
    for (let i = 0; i < n; i++) {
      let node = 0;
      while (node < inner) node = 2 * node + (rows[i][splits[2 * node]] <= splits[2 * node + 1] ? 1 : 2);
      score[i] += leaves[node - inner];
    }
    grown.push({ splits, leaves });
  }
  return encode(bias, grown.map(nested), columns.length);
}
