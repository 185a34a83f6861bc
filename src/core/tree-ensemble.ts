/**
 * Gradient-boosted decision trees: one format for all learned weights, and one predictor. Grown by `train/trees/`.
 *
 * Method: J. Friedman, "Greedy function approximation: a gradient boosting machine", 2001 (logistic loss).
 */

/** Thresholds that one feature can have; forks are stored in this base. */
export const MOST_THRESHOLDS = 64;

/**
 * An ensemble as it is stored.
 *
 * Each tree is a list of whole numbers in preorder. A fork is `feature * MOST_THRESHOLDS + index` into
 * `thresholds[feature]`; its left branch follows, then its right one. A leaf is `-1 - index` into `leaves`.
 *
 * @example
 * // One tree: where feature 0 is at most 2, log-odds -3, else 3.
 * { base: 0, thresholds: [[2]], leaves: [-3, 3], trees: [[0, -1, -2]] }
 */
export interface EncodedTrees {
  /** Log-odds that every sum starts from. */
  base: number;
  /** One list for each feature, ascending; empty for a feature that no tree looks at. */
  thresholds: readonly (readonly number[])[];
  /** Log-odds that trees add. */
  leaves: readonly number[];
  trees: readonly (readonly number[])[];
}

/** An ensemble ready to predict: nodes of all trees in one list. `feature` is -1 for a leaf. */
export interface TreeEnsemble {
  base: number;
  /** Width of a row: features that the ensemble was grown on. */
  features: number;
  feature: Int16Array;
  threshold: Float32Array;
  /** Index of a fork's right branch; the left one follows the fork. */
  right: Int32Array;
  value: Float32Array;
  roots: Int32Array;
}

const LEAF = -1;

/** Decodes a stored ensemble. Linear in its nodes; done once, not for each page. */
export function decode({ base, thresholds, leaves, trees }: EncodedTrees): TreeEnsemble {
  const size = trees.reduce((sum, tree) => sum + tree.length, 0);
  const feature = new Int16Array(size).fill(LEAF);
  const threshold = new Float32Array(size);
  const right = new Int32Array(size);
  const value = new Float32Array(size);
  const roots = new Int32Array(trees.length);
  let at = 0;
  trees.forEach((tree, index) => {
    roots[index] = at;
    const forks: number[] = [];
    let open = -1;
    for (const code of tree) {
      if (open >= 0) right[open] = at;
      open = -1;
      if (code >= 0) {
        const column = Math.floor(code / MOST_THRESHOLDS);
        feature[at] = column;
        threshold[at] = thresholds[column]?.[code % MOST_THRESHOLDS] ?? 0;
        forks.push(at);
      } else {
        value[at] = leaves[-1 - code] ?? 0;
        open = forks.pop() ?? -1;
      }
      at++;
    }
  });
  return { base, features: thresholds.length, feature, threshold, right, value, roots };
}

/**
 * The probability, 0–1, of one row.
 *
 * @param rows features side by side, one row after the other, in the order that the ensemble was grown on; a feature at
 *   its threshold goes left. Single precision, as thresholds are: 0.7 is at most 0.7
 * @param start where the row begins
 */
export function predict(ensemble: TreeEnsemble, rows: Float32Array, start = 0): number {
  const { feature, threshold, right, value, roots } = ensemble;
  let sum = ensemble.base;
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree] ?? 0;
    for (let which = feature[at] ?? LEAF; which !== LEAF; which = feature[at] ?? LEAF) {
      at = (rows[start + which] ?? 0) <= (threshold[at] ?? 0) ? at + 1 : (right[at] ?? 0);
    }
    sum += value[at] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
