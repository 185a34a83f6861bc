/**
 * How cleanly news articles come out in Chinese, English, Greek, Polish and Russian (Daniel development set), peers in
 * the same run.
 */
import { join } from 'node:path';
import { compare } from './parts/compare.mjs';
import { daniel, sample, score, unpacked } from './parts/corpora.mjs';

export async function run({ corpus, peers, limit, out }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  const predictions = await compare(sample(daniel(folder), limit), { peers });
  score('daniel', join(folder, 'daniel-dev'), predictions, out);
  return 0;
}
