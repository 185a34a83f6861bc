/** Labels the runs of a page that are strays among the article's own blocks: the truth for the stray forests. */

/** Neither a teaser nor part of the article; not learned from. */
const OTHER = 2;
/** Cost of an error on a run of a generated page, and on one of a real page. */
const MADE_ROW = 0.02;
const REAL_ROW = 0.01;
/** Leaves of each tree of these forests. */
const LEAVES = 18;

const squash = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * Returns `{answer, weights, thin, leaves}` for all runs. Also sets the other forests' `weights` of strays to 0, so
 * that they do not learn from them.
 */
export function strayLabels(pages, total, weights) {
  const label = new Uint8Array(total).fill(OTHER);
  const strayWeights = new Float32Array(total);
  for (const page of pages) {
    const runs = page.s.runs.length;
    if (!page.teasers) {
      if (!['article', 'documentation'].includes(page.group) && page.set !== 'daniel') continue;
      for (let at = 0; at < runs; at++) {
        if (page.labels[at] < 0.9) continue;
        label[page.from + at] = 0;
        strayWeights[page.from + at] = REAL_ROW;
      }
      continue;
    }
    const told = page.teasers.map(squash);
    const isTold = (text) =>
      told.some(
        (one) => one === text || (text.length > 20 && one.includes(text)) || (one.length > 8 && text.includes(one)),
      );
    const known = page.texts.map((text, at) => (page.labels[at] >= 0.5 ? 0 : isTold(squash(text)) ? 1 : OTHER));
    const firstBody = known.indexOf(0),
      lastKnown = known.findLastIndex((one) => one !== OTHER);
    known.forEach((one, at) => {
      // Unknown runs between the article's blocks and the teasers belong to the teasers: dates, labels and names.
      const value = one === OTHER && at > firstBody && at < lastKnown ? 1 : one;
      label[page.from + at] = value;
      if (value === OTHER) return;
      strayWeights[page.from + at] = MADE_ROW * (value === 1 && one === OTHER ? 0.5 : 1);
      if (value === 1) weights[page.from + at] = 0;
    });
  }
  const answer = Float32Array.from(label, (one) => (one === 1 ? 1 : 0));
  return { answer, weights: strayWeights, thin: 1, leaves: LEAVES };
}
