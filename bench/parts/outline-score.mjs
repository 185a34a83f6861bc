/** Measures of an outline: headings found, matching levels, positions of boundaries (WindowDiff). */

/** Nodes of a tree in document order, with their depth from 1. */
export function flat(nodes, depth = 1) {
  return nodes.flatMap((node) => [{ ...node, depth }, ...flat(node.children, depth + 1)]);
}

/** `found` and `truth` map positions to depths. Returns counts and, among the lines found, the share at equal depth. */
export function compareLines(found, truth) {
  const hits = [...truth].filter(([start]) => found.has(start));
  const wrong = [...found.keys()].filter((start) => !truth.has(start)).length;
  return {
    hits: hits.length,
    wrong,
    missed: truth.size - hits.length,
    f1: (2 * hits.length) / (hits.length + wrong + truth.size || 1),
    agree: hits.length ? hits.filter(([start, depth]) => found.get(start) === depth).length : 0,
  };
}

/**
 * WindowDiff (L. Pevzner & M. Hearst, 2002) over words. A window half as wide as the mean true section slides over the
 * text one word at a time; the result is the share of its positions where both disagree on the number of boundaries
 * inside (0–1, 0 is perfect). `truth` and `found` are word positions, `words` is the length of the text.
 */
export function windowDiff(words, truth, found) {
  const k = Math.max(2, Math.round(words / (truth.length + 1) / 2));
  if (words <= k) return 0;
  const sums = (places) => {
    const sum = new Int32Array(words + 2);
    for (const at of places) sum[Math.max(0, Math.min(words, at)) + 1]++;
    for (let i = 1; i < sum.length; i++) sum[i] += sum[i - 1];
    return sum;
  };
  const a = sums(truth);
  const b = sums(found);
  let bad = 0;
  for (let i = 0; i + k <= words; i++) if (a[i + k + 1] - a[i + 1] !== b[i + k + 1] - b[i + 1]) bad++;
  return bad / (words - k + 1);
}

export const mean = (list) => (list.length ? list.reduce((a, b) => a + b, 0) / list.length : 0);
