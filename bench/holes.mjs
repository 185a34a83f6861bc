/**
 * Prose that is missing: paragraphs of the truth of which less than half comes out (wcxb-dev and daniel-dev), peers in
 * the same run. Prints what `isolate` and `daniel` print of the same texts, too.
 */
import { join } from 'node:path';
import { compare } from './parts/compare.mjs';
import { daniel, sample, score, unpacked, wcxb } from './parts/corpora.mjs';

export async function run({ corpus, peers, limit, out }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  for (const [kind, name, pages] of [
    ['wcxb', 'wcxb-dev', wcxb(folder)],
    ['daniel', 'daniel-dev', daniel(folder)],
  ]) {
    const predictions = await compare(sample(pages, limit), { peers });
    const within = out && join(out, name);
    if (limit) console.log('(a sample: pages left out count as holes below)');
    for (const one of [kind, 'holes']) score(one, join(folder, name), predictions, within);
  }
  return 0;
}
