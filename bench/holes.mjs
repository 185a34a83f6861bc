/**
 * Missing prose: paragraphs of the expected text of which less than half is extracted (wcxb-dev and daniel-dev), with
 * peers in the same run. Also prints what `isolate` and `daniel` print for the same texts.
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
