/** Encodes grown trees as `src/core/tree-ensemble.ts` reads them. */

/** Maximum number of thresholds of a feature, as in `src/core/tree-ensemble.ts`. */
export const MOST_THRESHOLDS = 64;

/**
 * The stored form of an ensemble: only the thresholds and leaf values that its trees use.
 *
 * @param base log-odds that every sum starts from
 * @param trees nested nodes: `{ feature, threshold, left, right }` (at most the threshold goes left), or `{ value }`
 * @param width number of features of a row
 */
export function encode(base, trees, width) {
  const used = Array.from({ length: width }, () => new Set());
  const values = new Set();
  const visit = (node) => {
    if (!node.left) {
      values.add(node.value);
      return;
    }
    used[node.feature].add(node.threshold);
    visit(node.left);
    visit(node.right);
  };
  trees.forEach(visit);
  const ascending = (set) => [...set].sort((a, b) => a - b);
  const thresholds = used.map(ascending);
  const leaves = ascending(values);
  const codeOf = new Map(leaves.map((value, index) => [value, -1 - index]));
  if (thresholds.some((list) => list.length > MOST_THRESHOLDS)) throw new Error('a feature has too many thresholds');
  const preorder = (node) =>
    node.left
      ? [
          node.feature * MOST_THRESHOLDS + thresholds[node.feature].indexOf(node.threshold),
          ...preorder(node.left),
          ...preorder(node.right),
        ]
      : [codeOf.get(node.value)];
  return { base, thresholds, leaves, trees: trees.map(preorder) };
}

/** The text of a weights file: one key or tree on each line, so that a diff is readable. */
export function weightsText(weights) {
  const isTrees = (value) => value !== null && typeof value === 'object' && Array.isArray(value.trees);
  const lines = (list, text) => `[\n${list.map(text).join(',\n')}\n]`;
  const text = (value) => {
    if (isTrees(value)) {
      const { trees, ...rest } = value;
      return `${JSON.stringify(rest).slice(0, -1)},"trees":${lines(trees, (tree) => JSON.stringify(tree))}}`;
    }
    return Array.isArray(value) && value.some(isTrees) ? lines(value, text) : JSON.stringify(value);
  };
  const keys = Object.entries(weights).map(([key, value]) => `${JSON.stringify(key)}: ${text(value)}`);
  return `{\n${keys.join(',\n')}\n}\n`;
}
