/**
 * Logistic regression on rows of set bits, by averaged stochastic gradient descent (L. Bottou, "Stochastic gradient
 * descent tricks", 2012; B. Polyak & A. Juditsky, "Acceleration of stochastic approximation by averaging", 1992).
 */
import { random } from './random.mjs';

const EPOCHS = 15;
const L2 = 1e-4;
/** The first learning rate, which falls as 1 / (L2 × steps). */
const FIRST_RATE = 10;
/** The bias learns this much slower than the weights, as in scikit-learn's SGDClassifier for sparse rows. */
const BIAS_SHARE = 0.01;

/**
 * @param {object} options
 * @param {number[][]} options.rows numbers of the bits that are set, each below `size`; a row's bits share one length
 * @param {number[]} options.labels 0 or 1
 * @param {number} options.size weights
 * @param {number} options.seed the same rows and seed give the same weights
 * @returns `{ weights: Float32Array, bias: number }`: log-odds are bias + sum of weights / √bits
 */
export function averagedLogistic({ rows, labels, size, seed }) {
  const roll = random(seed);
  const weights = new Float64Array(size);
  // The average of all steps is (sum of steps' weights) / steps; kept by the moment each weight last changed.
  const sums = new Float64Array(size);
  let scale = 1;
  let scales = 0;
  let bias = 0;
  let biases = 0;
  let steps = 0;
  const start = 1 / (FIRST_RATE * L2);
  const order = rows.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(roll() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const bits = rows[i];
      const value = 1 / Math.sqrt(Math.max(1, bits.length));
      let sum = 0;
      for (const bit of bits) sum += weights[bit];
      const rate = 1 / (L2 * (start + steps));
      const error = labels[i] - 1 / (1 + Math.exp(-(bias + sum * scale * value)));
      scale *= 1 - rate * L2;
      const change = (rate * error * value) / scale;
      for (const bit of bits) {
        weights[bit] += change;
        sums[bit] -= change * scales;
      }
      bias += rate * error * BIAS_SHARE;
      scales += scale;
      biases += bias;
      steps++;
    }
  }
  return {
    weights: Float32Array.from(weights, (w, bit) => (w * scales + sums[bit]) / steps),
    bias: biases / steps,
  };
}
