/** Sums and means over any stretch of a list in constant time, after one pass over it (prefix sums). */

/**
 * Prepares sums of `value(at)` for `at` from 0 up to `length`.
 *
 * @returns the sum over `[from, to)`; what lies outside the list counts as 0
 */
export function sums(length: number, value: (at: number) => number): (from: number, to: number) => number {
  const before = new Float64Array(length + 1);
  for (let at = 0; at < length; at++) before[at + 1] = (before[at] ?? 0) + value(at);
  return (from, to) =>
    (before[Math.min(length, Math.max(0, to))] ?? 0) - (before[Math.min(length, Math.max(0, from))] ?? 0);
}

/**
 * Prepares means of `value`, weighted by `weight`, of equal lengths.
 *
 * @returns the mean over `[from, to)`, clipped to the list; -1 if nothing there has weight
 */
export function weightedMeans(
  weight: ArrayLike<number>,
  value: ArrayLike<number>,
): (from: number, to: number) => number {
  const { length } = weight;
  const weights = new Float64Array(length + 1);
  const values = new Float64Array(length + 1);
  for (let at = 0; at < length; at++) {
    const one = weight[at] ?? 0;
    weights[at + 1] = (weights[at] ?? 0) + one;
    values[at + 1] = (values[at] ?? 0) + one * (value[at] ?? 0);
  }
  return (from, to) => {
    const start = Math.max(0, from);
    const end = Math.min(length, to);
    const total = end > start ? (weights[end] ?? 0) - (weights[start] ?? 0) : 0;
    return total > 0 ? ((values[end] ?? 0) - (values[start] ?? 0)) / total : -1;
  };
}
