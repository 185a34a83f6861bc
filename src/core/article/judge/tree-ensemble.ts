/** Knows how to ask a forest of small decision trees for a score. */

/** A forest as it is stored: `cuts[feature]` are thresholds; each tree is a list of numbers in preorder, a fork as
 * `feature * CUTS + cut` (at most the threshold goes left), a leaf as `-1 - (value + OFFSET)`, values in hundredths. */
export interface EncodedTreeEnsemble {
  base: number;
  cuts: number[][];
  trees: number[][];
}

/** Thresholds a feature can have; forks are stored in this base. */
export const CUTS = 64;
/** Added to a leaf's value so that it is never negative. */
export const OFFSET = 1024;
const LEAF = -1;

/** A forest ready to be asked. */
export interface TreeEnsemble {
  base: number;
  feature: Int16Array;
  cut: Float32Array;
  right: Int32Array;
  value: Float32Array;
  roots: Int32Array;
}

/** Unpacks a stored forest. A fork's left child follows it; `right` says where the other is. */
export function decode(stored: EncodedTreeEnsemble): TreeEnsemble {
  const size = stored.trees.reduce((sum, tree) => sum + tree.length, 0);
  const feature = new Int16Array(size).fill(LEAF);
  const cut = new Float32Array(size);
  const right = new Int32Array(size);
  const value = new Float32Array(size);
  const roots = new Int32Array(stored.trees.length);
  let at = 0;
  stored.trees.forEach((tree, index) => {
    roots[index] = at;
    const waiting: number[] = [];
    let next = -1;
    for (const code of tree) {
      if (next >= 0) right[next] = at;
      next = -1;
      if (code >= 0) {
        feature[at] = Math.floor(code / CUTS);
        cut[at] = stored.cuts[feature[at] ?? 0]?.[code % CUTS] ?? 0;
        waiting.push(at);
      } else {
        value[at] = (-1 - code - OFFSET) / 100;
        next = waiting.pop() ?? -1;
      }
      at++;
    }
  });
  return { base: stored.base, feature, cut, right, value, roots };
}

/** The score of a row, as a probability. */
export function predict(forest: TreeEnsemble, features: Float32Array, row: number): number {
  const { feature, cut, right, value, roots } = forest;
  let sum = forest.base;
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree] ?? 0;
    for (let which = feature[at] ?? LEAF; which !== LEAF; which = feature[at] ?? LEAF) {
      at = (features[row + which] ?? 0) <= (cut[at] ?? 0) ? at + 1 : (right[at] ?? 0);
    }
    sum += value[at] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
