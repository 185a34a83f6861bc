/** Small boosted trees: how they are kept, and how they answer. Grown by `train/grow-trees.mjs`. */

/**
 * A forest over `facts` (their names, in order). Every tree is a full binary tree of `depth` levels: `splits` holds a fact's index and a threshold for
 * each inner node, level by level; `leaves` the log-odds it adds. A fact below or at its threshold goes left.
 */
export interface Forest {
  facts: readonly string[];
  depth: number;
  bias: number;
  trees: readonly { splits: readonly number[]; leaves: readonly number[] }[];
}

/** The probability, 0–1, that `facts` (values in the forest's order) belong to the sought class. O(trees × depth). */
export function probability01(forest: Forest, facts: readonly number[]): number {
  let sum = forest.bias;
  const inner = 2 ** forest.depth - 1;
  for (const { splits, leaves } of forest.trees) {
    let node = 0;
    while (node < inner) node = 2 * node + ((facts[splits[2 * node] ?? 0] ?? 0) <= (splits[2 * node + 1] ?? 0) ? 1 : 2);
    sum += leaves[node - inner] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
