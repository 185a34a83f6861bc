/**
 * Textbook methods of topic segmentation, reimplemented from their papers: TextTiling, C99, and segments of equal
 * length. Each returns the indices of the blocks that begin a new segment.
 */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/**
 * Words of four letters or more, cut to seven, which replaces a stop list and a stemmer in every language. In scripts
 * without spaces, pairs of characters.
 *
 * Similar to Lede's own `comparableTerms`, but separate, so that a change of Lede does not change what it is compared
 * with.
 */
function termsOf(text) {
  return (text.toLowerCase().match(WORD) ?? []).flatMap((word) => {
    if (DENSE.test(word)) return Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2));
    return word.length > 3 ? [word.slice(0, 7)] : [];
  });
}

function cosine(a, b) {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (const [term, n] of a) {
    aa += n * n;
    dot += n * (b.get(term) ?? 0);
  }
  for (const n of b.values()) bb += n * n;
  return aa && bb ? dot / Math.sqrt(aa * bb) : 0;
}
const bagOf = (terms) => terms.reduce((bag, term) => bag.set(term, (bag.get(term) ?? 0) + 1), new Map());

/** Index of the block whose beginning is nearest to a word; never the first block. */
function nearest(wordsBefore, word) {
  let best = 1;
  for (let i = 1; i < wordsBefore.length - 1; i++)
    if (Math.abs(wordsBefore[i] - word) < Math.abs(wordsBefore[best] - word)) best = i;
  return best;
}

/** Segments of equal length. `wordsBefore[i]` is the number of words before block i; the last entry is the total. */
export function equalPieces(wordsBefore, pieces) {
  const words = wordsBefore.at(-1);
  return [
    ...new Set(
      Array.from({ length: Math.max(0, pieces - 1) }, (_, i) => nearest(wordsBefore, (words * (i + 1)) / pieces)),
    ),
  ];
}

/**
 * TextTiling (M. Hearst, 1997): pseudo-sentences of 20 words, blocks of 10 of them, and valleys deeper than the mean
 * minus half a standard deviation.
 */
export function textTiling(blocks, { sequence = 20, window = 10 } = {}) {
  const terms = blocks.flatMap((text, block) => termsOf(text).map((term) => ({ term, block })));
  const sequences = [];
  for (let i = 0; i < terms.length; i += sequence) sequences.push(terms.slice(i, i + sequence));
  const score = [];
  for (let gap = 1; gap < sequences.length; gap++) {
    const k = Math.min(window, gap, sequences.length - gap);
    const side = (from, to) => bagOf(sequences.slice(from, to).flatMap((s) => s.map((t) => t.term)));
    score.push(cosine(side(gap - k, gap), side(gap, gap + k)));
  }
  const smooth = score.map(
    (_, i) => (score[Math.max(0, i - 1)] + score[i] + score[Math.min(score.length - 1, i + 1)]) / 3,
  );
  const depth = smooth.map((here, i) => {
    let left = here;
    for (let j = i - 1; j >= 0 && smooth[j] >= left; j--) left = smooth[j];
    let right = here;
    for (let j = i + 1; j < smooth.length && smooth[j] >= right; j++) right = smooth[j];
    return left + right - 2 * here;
  });
  const mean = depth.reduce((a, b) => a + b, 0) / (depth.length || 1);
  const deviation = Math.sqrt(depth.reduce((a, b) => a + (b - mean) ** 2, 0) / (depth.length || 1));
  const cuts = new Set();
  depth.forEach((d, i) => {
    const valley = d > (depth[i - 1] ?? -1) && d >= (depth[i + 1] ?? -1);
    if (!valley || d < mean - deviation / 2) return;
    // Cut at the nearest beginning of a paragraph.
    const at = (i + 1) * sequence;
    const block = terms[Math.min(at, terms.length - 1)].block;
    const begins = terms.findIndex((t) => t.block === block);
    const next = terms.findIndex((t) => t.block > block);
    const cut = next > 0 && next - at < at - begins ? terms[next].block : block;
    if (cut > 0) cuts.add(cut);
  });
  return [...cuts];
}

/**
 * C99 (F. Choi, 2000) over paragraphs: cosines are ranked among their 11 × 11 neighbours, then the text is split where
 * the inside density grows most, until the growth is below the mean plus 1.2 standard deviations.
 */
export function c99(blocks, { mask = 11, c = 1.2, cuts: wanted } = {}) {
  const n = blocks.length;
  if (n < 3) return [];
  const bags = blocks.map((text) => bagOf(termsOf(text)));
  const similar = bags.map((a) => bags.map((b) => cosine(a, b)));
  const half = mask >> 1;
  const sum = Array.from({ length: n + 1 }, () => new Float64Array(n + 1));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let lower = 0;
      let seen = 0;
      for (let y = Math.max(0, i - half); y <= Math.min(n - 1, i + half); y++)
        for (let x = Math.max(0, j - half); x <= Math.min(n - 1, j + half); x++) {
          if (y === i && x === j) continue;
          seen++;
          if (similar[y][x] < similar[i][j]) lower++;
        }
      sum[i + 1][j + 1] = (seen ? lower / seen : 0) + sum[i][j + 1] + sum[i + 1][j] - sum[i][j];
    }
  }
  const inside = (a, b) => sum[b][b] - sum[a][b] - sum[b][a] + sum[a][a];
  const segments = [[0, n]];
  const chosen = [];
  const densities = [inside(0, n) / n ** 2];
  while (segments.length < Math.min(n, 200)) {
    let total = 0;
    let area = 0;
    for (const [a, b] of segments) {
      total += inside(a, b);
      area += (b - a) ** 2;
    }
    let best;
    segments.forEach(([a, b], at) => {
      for (let cut = a + 1; cut < b; cut++) {
        const d =
          (total - inside(a, b) + inside(a, cut) + inside(cut, b)) /
          (area - (b - a) ** 2 + (cut - a) ** 2 + (b - cut) ** 2);
        if (!best || d > best.d) best = { d, at, cut };
      }
    });
    if (!best) break;
    const [a, b] = segments[best.at];
    segments.splice(best.at, 1, [a, best.cut], [best.cut, b]);
    chosen.push(best.cut);
    densities.push(best.d);
  }
  if (wanted !== undefined) return chosen.slice(0, wanted);
  const growth = densities.slice(1).map((d, i) => d - densities[i]);
  const smooth = growth.map(
    (_, i) => ((growth[i - 1] ?? growth[i]) + 2 * growth[i] + (growth[i + 1] ?? growth[i])) / 4,
  );
  const mean = smooth.reduce((a, b) => a + b, 0) / (smooth.length || 1);
  const deviation = Math.sqrt(smooth.reduce((a, b) => a + (b - mean) ** 2, 0) / (smooth.length || 1));
  let keep = 0;
  while (keep < smooth.length && smooth[keep] > mean + c * deviation) keep++;
  return chosen.slice(0, keep);
}
