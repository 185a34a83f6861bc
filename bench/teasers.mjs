/** Whether teasers set into an article's own container go, and nothing else does, peers in the same run. A file of other pages may be named after the bench. */
import { join, resolve } from 'node:path';
import { compare } from './parts/compare.mjs';
import { sample, score, teasers, unpacked } from './parts/corpora.mjs';

export async function run({ corpus, peers, limit, out, rest }) {
  const folder = rest[0] ? undefined : unpacked(corpus);
  if (!rest[0] && !folder) return 0;
  const file = rest[0] ? resolve(rest[0]) : join(folder ?? '', 'teasers-dev.jsonl');
  const predictions = await compare(sample(teasers(file), limit), { peers });
  score('teasers', file, predictions, out);
  return 0;
}
