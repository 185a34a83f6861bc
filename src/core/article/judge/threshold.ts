/** Chooses the score from which a run is kept, for each page, to maximise the expected F1 of its text. */

/** Runs weigh by their length. The threshold of a page stays within these scores (0–1). */
const LEAST = 0.25;
const MOST = 0.6;

/**
 * The score from which keeping runs gives the highest expected F1 of the page's text (weights are characters): on a
 * sure page about one half, on a doubtful one less, because there the loss of a block costs more than a stray (Lewis
 * 1995: the best cut is half the best F). Sorts once.
 */
export function contentThreshold(score01: ArrayLike<number>, chars: (at: number) => number): number {
  const order: number[] = [];
  let expected = 0;
  for (let at = 0; at < score01.length; at++) {
    const score = score01[at] ?? 0;
    expected += score * chars(at);
    if (score >= LEAST) order.push(at);
  }
  order.sort((a, b) => (score01[b] ?? 0) - (score01[a] ?? 0));
  let hits = 0;
  let size = 0;
  let best = 0;
  let cut = MOST;
  for (const at of order) {
    const score = score01[at] ?? 0;
    hits += score * chars(at);
    size += chars(at);
    const f1 = (2 * hits) / (size + expected);
    if (f1 > best) {
      best = f1;
      cut = score;
    }
  }
  return Math.min(MOST, cut - 1e-6);
}
