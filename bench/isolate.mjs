/**
 * How cleanly an article comes out of real pages of seven kinds (WCXB development set), and how fast, peers in the same
 * run.
 */
import { join } from 'node:path';
import { compare } from './parts/compare.mjs';
import { sample, score, unpacked, wcxb } from './parts/corpora.mjs';

export async function run({ corpus, peers, limit, out }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  const predictions = await compare(sample(wcxb(folder), limit), { peers });
  if (limit) console.log('(a sample: pages left out count as empty below; compare F1 on the whole only)');
  score('wcxb', join(folder, 'wcxb-dev'), predictions, out);
  return 0;
}
