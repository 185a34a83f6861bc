/** Grows small boosted trees (logistic loss, Newton leaves; J. Friedman, "Greedy function approximation", 2001) for `core/digest/trees.ts`. Same rows, same seed, same forest. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function dice(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const BINS = 40;
const rounded = (x) => (Number.isFinite(x) ? Number(x.toPrecision(3)) : x);

/** Thresholds between quantiles of each fact, few enough to be read. */
function thresholdsOf(rows, fact) {
  const values = rows.map((row) => row[fact]).sort((a, b) => a - b);
  const cuts = new Set();
  for (let i = 1; i < BINS; i++) cuts.add(rounded(values[Math.floor((i * values.length) / BINS)]));
  cuts.delete(values.at(-1));
  return [...cuts].sort((a, b) => a - b);
}

/**
 * @param {{facts: string[], rows: number[][], labels: number[], weights?: number[], trees?: number, depth?: number, rate?: number, l2?: number, minChild?: number, seed?: number, share?: number}} options
 *   `labels` 0 or 1; `share` of facts tried for each tree
 * @returns a Forest
 */
export function growTrees({
  facts,
  rows,
  labels,
  weights,
  trees = 80,
  depth = 4,
  rate = 0.15,
  l2 = 3,
  minChild = 8,
  seed = 1,
  share = 0.7,
}) {
  const roll = dice(seed);
  const n = rows.length;
  const w = weights ?? rows.map(() => 1);
  const cuts = facts.map((_, f) => thresholdsOf(rows, f));
  const binned = facts.map((_, f) => {
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      let b = 0;
      while (b < cuts[f].length && rows[i][f] > cuts[f][b]) b++;
      out[i] = b;
    }
    return out;
  });
  const mean = labels.reduce((s, y, i) => s + y * w[i], 0) / w.reduce((s, x) => s + x, 0);
  const bias = rounded(Math.log(mean / (1 - mean)));
  const score = new Float64Array(n).fill(bias);
  const grad = new Float64Array(n);
  const hess = new Float64Array(n);
  const grown = [];
  const inner = 2 ** depth - 1;
  const g = new Float64Array(BINS + 1);
  const h = new Float64Array(BINS + 1);
  const c = new Int32Array(BINS + 1);
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]));
      grad[i] = (labels[i] - p) * w[i];
      hess[i] = Math.max(1e-6, p * (1 - p)) * w[i];
    }
    const tried = facts.map((_, f) => f).filter(() => roll() < share);
    const used = [];
    for (let i = 0; i < n; i++) if (roll() < 0.8) used.push(i);
    const splits = new Array(2 * inner).fill(0);
    const at = new Array(2 ** (depth + 1) - 1);
    at[0] = Int32Array.from(used);
    for (let node = 0; node < inner; node++) {
      const here = at[node] ?? [];
      let best = { gain: 1e-6, f: 0, b: -1 };
      let G = 0;
      let H = 0;
      for (const i of here) {
        G += grad[i];
        H += hess[i];
      }
      if (here.length >= 2 * minChild) {
        for (const f of tried) {
          g.fill(0);
          h.fill(0);
          c.fill(0);
          const bin = binned[f];
          for (let k = 0; k < here.length; k++) {
            const i = here[k];
            g[bin[i]] += grad[i];
            h[bin[i]] += hess[i];
            c[bin[i]]++;
          }
          let gl = 0;
          let hl = 0;
          let cl = 0;
          for (let b = 0; b < cuts[f].length; b++) {
            gl += g[b];
            hl += h[b];
            cl += c[b];
            if (cl < minChild || here.length - cl < minChild) continue;
            const gain = gl ** 2 / (hl + l2) + (G - gl) ** 2 / (H - hl + l2) - G ** 2 / (H + l2);
            if (gain > best.gain) best = { gain, f, b };
          }
        }
      }
      if (best.b < 0) {
        // No split helps: all go left, and both sides will hold the same answer.
        splits[2 * node] = 0;
        splits[2 * node + 1] = 1e9;
        at[2 * node + 1] = here;
        at[2 * node + 2] = new Int32Array(0);
        continue;
      }
      splits[2 * node] = best.f;
      splits[2 * node + 1] = cuts[best.f][best.b];
      at[2 * node + 1] = here.filter((i) => binned[best.f][i] <= best.b);
      at[2 * node + 2] = here.filter((i) => binned[best.f][i] > best.b);
    }
    const leaves = [];
    for (let leaf = 0; leaf <= inner; leaf++) {
      let G = 0;
      let H = 0;
      for (const i of at[inner + leaf] ?? []) {
        G += grad[i];
        H += hess[i];
      }
      leaves.push(rounded((rate * G) / (H + l2)));
    }
    for (let i = 0; i < n; i++) {
      let node = 0;
      while (node < inner) node = 2 * node + (rows[i][splits[2 * node]] <= splits[2 * node + 1] ? 1 : 2);
      score[i] += leaves[node - inner];
    }
    grown.push({ splits, leaves });
  }
  return { facts, depth, bias, trees: grown };
}
