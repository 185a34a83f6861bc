/**
 * Grows trees leaf by leaf, the best split first, by gradient boosting on binned features (logistic loss, soft labels,
 * rows and columns sampled). For many rows; `level-wise.mjs` is for few.
 */
import { MOST_THRESHOLDS, encode } from './encode.mjs';

/**
 * Thresholds for each column of `rows` (`width` numbers a row): quantiles of a sample, rounded to three digits to save
 * space.
 */
export function thresholdsOf(rows, width, columns, rand) {
  const count = rows.length / width;
  const size = Math.min(count, 60_000);
  const picked = Array.from({ length: size }, () => Math.floor(rand() * count));
  return Array.from({ length: columns }, (_, column) => {
    const values = Float32Array.from(picked, (row) => rows[row * width + column]).sort();
    const thresholds = new Set();
    for (let at = 1; at < MOST_THRESHOLDS; at++)
      thresholds.add(Number(values[Math.floor((at * size) / MOST_THRESHOLDS)].toPrecision(3)));
    return [...thresholds].sort((a, b) => a - b);
  });
}

/** Bins of the rows listed in `use`, column by column. A bin is the number of thresholds below the value. */
export function binsOf(rows, width, thresholds, use) {
  return thresholds.map((list, column) => {
    const bins = new Uint8Array(use.length);
    const sharp = Float32Array.from(list);
    for (let at = 0; at < use.length; at++) {
      const value = rows[use[at] * width + column];
      let low = 0,
        high = sharp.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (value <= sharp[mid]) high = mid;
        else low = mid + 1;
      }
      bins[at] = low;
    }
    return bins;
  });
}

function bestSplit(node, columns, { lambda, minWeight }) {
  let best;
  const { gradient, weight } = node;
  const own = (gradient * gradient) / (weight + lambda);
  for (let c = 0; c < columns.length; c++) {
    let g = 0,
      h = 0;
    const base = c * MOST_THRESHOLDS;
    for (let bin = 0; bin < MOST_THRESHOLDS - 1; bin++) {
      g += node.g[base + bin];
      h += node.h[base + bin];
      if (h < minWeight) continue;
      const left = weight - h;
      if (left < minWeight) break;
      const gain = (g * g) / (h + lambda) + ((gradient - g) * (gradient - g)) / (left + lambda) - own;
      if (gain > (best?.gain ?? 1e-6)) best = { gain, c, bin };
    }
  }
  return best;
}

function fill(node, bins, columns, G, H) {
  node.g = new Float64Array(columns.length * MOST_THRESHOLDS);
  node.h = new Float64Array(columns.length * MOST_THRESHOLDS);
  const { rows } = node;
  for (let c = 0; c < columns.length; c++) {
    const column = bins[columns[c]],
      base = c * MOST_THRESHOLDS,
      { g, h } = node;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at],
        bin = base + column[row];
      g[bin] += G[row];
      h[bin] += H[row];
    }
  }
}

/** Grows one tree. Returns it as nested nodes and adds its values to `scores`. */
function grow(bins, columns, rows, G, H, options) {
  const total = (list) => {
    let g = 0,
      h = 0;
    for (const row of list) {
      g += G[row];
      h += H[row];
    }
    return { gradient: g, weight: h };
  };
  const root = { rows, ...total(rows) };
  fill(root, bins, columns, G, H);
  root.split = bestSplit(root, columns, options);
  const leaves = [root];
  while (leaves.length < options.leaves) {
    let at = -1;
    leaves.forEach((leaf, index) => {
      if (leaf.split && (at < 0 || leaf.split.gain > leaves[at].split.gain)) at = index;
    });
    if (at < 0) break;
    const node = leaves[at];
    const { c, bin } = node.split,
      column = bins[columns[c]];
    const left = new Int32Array(node.rows.length),
      right = new Int32Array(node.rows.length);
    let lefts = 0,
      rights = 0;
    for (const row of node.rows) {
      if (column[row] <= bin) left[lefts++] = row;
      else right[rights++] = row;
    }
    const make = (list) => ({ rows: list, ...total(list) });
    const l = make(left.slice(0, lefts)),
      r = make(right.slice(0, rights));
    const [small, large] = l.rows.length < r.rows.length ? [l, r] : [r, l];
    fill(small, bins, columns, G, H);
    large.g = node.g.map((value, index) => value - small.g[index]);
    large.h = node.h.map((value, index) => value - small.h[index]);
    node.g = node.h = undefined;
    l.split = bestSplit(l, columns, options);
    r.split = bestSplit(r, columns, options);
    Object.assign(node, { feature: columns[c], bin, left: l, right: r });
    leaves.splice(at, 1, l, r);
  }
  for (const leaf of leaves) {
    const value = (-leaf.gradient / (leaf.weight + options.lambda)) * options.rate;
    leaf.value = Math.max(-8, Math.min(8, Math.round(value * 100) / 100));
    leaf.rows = leaf.g = leaf.h = undefined;
  }
  return root;
}

/** Converts a grown node for `encode`: its bin becomes the threshold at the bin's upper end. */
function named(node, thresholds) {
  if (!node.left) return { value: node.value };
  const { feature, bin, left, right } = node;
  const threshold = thresholds[feature][bin];
  return { feature, threshold, left: named(left, thresholds), right: named(right, thresholds) };
}

/**
 * @param {object} options
 * @param {Uint8Array[]} options.bins rows already binned, column by column, as `binsOf` gives them
 * @param {number[][]} options.thresholds of each column, from `thresholdsOf`; an empty list leaves the column out
 * @param {Float32Array} options.answer labels, 0–1
 * @param {Float32Array} options.weights cost of an error on each row
 * @param {() => number} options.rand random source for sampling rows and columns, from 0 up to 1
 * @param {number} [options.trees]
 * @param {number} [options.leaves] of each tree, at most
 * @param {number} [options.rate] learning rate
 * @param {number} [options.lambda] regularisation of leaf values
 * @param {number} [options.minWeight] minimum sum of second derivatives of a branch
 * @param {number} [options.rowShare] of rows drawn for each tree (0–1)
 * @param {number} [options.columnShare] of features drawn for each tree (0–1)
 * @returns an ensemble as `src/core/tree-ensemble.ts` stores it
 */
export function growLeafWise({
  bins,
  thresholds,
  answer,
  weights,
  rand,
  trees = 100,
  leaves = 24,
  rate = 0.12,
  lambda = 4,
  minWeight = 3,
  rowShare = 0.5,
  columnShare = 0.3,
}) {
  const count = answer.length;
  let sumY = 0,
    sumW = 0;
  for (let row = 0; row < count; row++) {
    sumY += answer[row] * weights[row];
    sumW += weights[row];
  }
  const scale = count / sumW;
  const base = Number(Math.log(sumY / (sumW - sumY)).toFixed(4));
  const scores = new Float64Array(count).fill(base);
  const G = new Float64Array(count),
    H = new Float64Array(count);
  const grown = [];
  const picked = new Int32Array(count);
  for (let tree = 0; tree < trees; tree++) {
    let size = 0;
    for (let row = 0; row < count; row++) {
      if (rand() > rowShare) continue;
      const p = 1 / (1 + Math.exp(-scores[row])),
        w = weights[row] * scale;
      G[row] = w * (p - answer[row]);
      H[row] = Math.max(1e-6, w * p * (1 - p));
      picked[size++] = row;
    }
    const columns = bins
      .map((_, column) => column)
      .filter((column) => thresholds[column].length > 0 && rand() < columnShare);
    const root = grow(bins, columns, picked.slice(0, size), G, H, { leaves, rate, lambda, minWeight });
    for (let row = 0; row < count; row++) {
      let node = root;
      while (node.left) node = bins[node.feature][row] <= node.bin ? node.left : node.right;
      scores[row] += node.value;
    }
    grown.push(root);
  }
  return encode(
    base,
    grown.map((root) => named(root, thresholds)),
    bins.length,
  );
}
