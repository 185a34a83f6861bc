/**
 * Measures whether teasers inside an article's own container are removed, and nothing else is, with peers in the same
 * run. Files with other pages can be given after the bench's name. Pages without teasers, or whose template contains
 * `control`, must stay whole.
 */
import { join, resolve } from 'node:path';
import { compare } from './parts/compare.mjs';
import { sample, score, teasers, unpacked } from './parts/corpora.mjs';

/** A page counts as clean or whole if at least this share of the article's words is left (0–1). As in the scorer. */
const WHOLE01 = 0.99;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;
const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];

function recallOf(text, body) {
  const left = new Map();
  for (const word of wordsOf(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const truth = wordsOf(body);
  let found = 0;
  for (const word of truth) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    found++;
    left.set(word, count - 1);
  }
  return truth.length ? found / truth.length : 1;
}

/** Prints the shares of pages that come out clean (every teaser gone, the body whole) and of controls kept whole. */
function printSummary(pages, predictions) {
  for (const [name, rows] of Object.entries(predictions)) {
    const tally = { clean: [0, 0], whole: [0, 0] };
    rows.forEach(({ text }, at) => {
      const { truth } = pages[at];
      const squashed = text.replace(/\s+/g, ' ');
      const leaks = truth.teasers.some((one) => squashed.includes(one));
      const isControl = /control/.test(truth.template) || truth.teasers.length === 0;
      const sums = isControl ? tally.whole : tally.clean;
      sums[1]++;
      if (!leaks && recallOf(text, truth.body) >= WHOLE01) sums[0]++;
    });
    const share = ([some, all]) => (all ? `${(some / all).toFixed(3)} of ${all}` : 'none');
    console.log(`${name}: pages with teasers wholly clean ${share(tally.clean)}; controls whole ${share(tally.whole)}`);
  }
}

export async function run({ corpus, peers, limit, out, rest }) {
  const folder = rest[0] ? undefined : unpacked(corpus);
  if (!rest[0] && !folder) return 0;
  const files = rest[0]
    ? rest.map((file) => resolve(file))
    : ['teasers-dev', 'teasers2-dev'].map((name) => join(folder ?? '', `${name}.jsonl`));
  for (const file of files) {
    const readers = sample(teasers(file), limit);
    const predictions = await compare(readers, { peers });
    score('teasers', file, predictions, out);
    printSummary(
      readers.map((read) => read()),
      predictions,
    );
  }
  return 0;
}
