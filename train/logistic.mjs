/** Logistic regression by Newton's method. */

const ROUNDS = 12;
const TOWARDS_ZERO = 1e-3;
const SMALL = 1e-4;

/** Weights of `width` features from rows of `{features, hit: 0 | 1, weight}`. */
export function logistic(rows, width) {
  const b = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(width);
    const bend = new Float64Array(width * width);
    for (const { features, hit, weight } of rows) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += b[k] * features[k];
      const p = 1 / (1 + Math.exp(-sum));
      const error = weight * (hit - p);
      const curve = weight * p * (1 - p);
      for (let k = 0; k < width; k++) {
        const x = features[k];
        if (x === 0) continue;
        slope[k] += error * x;
        for (let j = 0; j <= k; j++) bend[k * width + j] += curve * x * features[j];
      }
    }
    const rowsOf = Array.from({ length: width }, (_, k) => [
      ...Array.from(
        { length: width },
        (_, j) => bend[Math.max(k, j) * width + Math.min(k, j)] + (k === j ? TOWARDS_ZERO : 0),
      ),
      slope[k] - TOWARDS_ZERO * b[k],
    ]);
    const change = solved(rowsOf);
    change.forEach((x, k) => (b[k] += x));
    if (Math.max(...change.map(Math.abs)) < SMALL) break;
  }
  return b;
}

/** Solves a system of linear equations by Gauss–Jordan elimination. */
function solved(a) {
  const n = a.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r][i]) > Math.abs(a[pivot][i])) pivot = r;
    [a[i], a[pivot]] = [a[pivot], a[i]];
    for (let r = 0; r < n; r++) {
      if (r === i || a[r][i] === 0) continue;
      const factor = a[r][i] / a[i][i];
      for (let c = i; c <= n; c++) a[r][c] -= factor * a[i][c];
    }
  }
  return a.map((row, i) => row[n] / row[i]);
}
