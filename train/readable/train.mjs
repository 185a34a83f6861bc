/**
 * `node train/readable/train.mjs --corpus DIR [--write]`: learns from the features of a page whether there is a text to
 * read. Prints the weights, or with `--write` writes them to src/core/article/readable-weights.ts.
 *
 * Yes: wcxb's articles, documentation and forum threads, and daniel's news in five languages. No: collections, listings
 * and products. Service pages are left out, because some are texts and some are not. Sites are split into two halves by
 * name, and only one half is learned from. The method is full-batch logistic regression from zero, which is
 * deterministic.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { made } from '../made.mjs';
import { bundle, hostOf, openPages, readTruth } from '../../bench/parts/served.mjs';

export const YES = new Set(['article', 'documentation', 'forum', 'news']);
export const NO = new Set(['collection', 'listing', 'product']);
const STEPS = 4000;
const RATE = 0.3;
/** L2 regularisation. Chosen on the learning half, with a fifth of its sites left out. */
const SHRINK = 0.002;

/** All pages: `{id, url, type, file}`. */
export function pagesOf(corpus) {
  const wcxb = readTruth(join(corpus, 'wcxb-dev')).map((page) => ({
    ...page,
    file: join(corpus, 'wcxb-dev', 'html', `${page.id}.html`),
  }));
  const folder = join(corpus, 'daniel-dev', 'html');
  const news = readdirSync(folder)
    .toSorted()
    .map((id) => ({ id, url: `http://${id.split('_')[1]}/`, type: 'news', file: join(folder, id) }));
  return [...wcxb, ...news];
}

async function factsOf(pages) {
  const files = new Map(pages.map(({ id, file }) => [id, file]));
  const open = await openPages({ html: (id) => files.get(id), entry: await bundle('src/core/article/readable.ts') });
  const features = [];
  for (let at = 0; at < pages.length; at += 100)
    features.push(
      ...(await open.evaluate(
        async (ids) => {
          const { readableFeatures } = await import('/entry.js');
          const answers = [];
          for (const id of ids)
            answers.push(
              readableFeatures(
                new DOMParser().parseFromString(
                  await (await fetch(`/html/${encodeURIComponent(id)}`)).text(),
                  'text/html',
                ),
              ),
            );
          return answers;
        },
        pages.slice(at, at + 100).map(({ id }) => id),
      )),
    );
  await open.close();
  return features;
}

/** Learns weights on features scaled to mean 0 and deviation 1, and converts them to weights on the raw features. */
function learn(rows) {
  const width = rows[0].features.length;
  const mean = Array.from(
    { length: width },
    (_, k) => rows.reduce((sum, { features }) => sum + features[k], 0) / rows.length,
  );
  const spread = Array.from(
    { length: width },
    (_, k) => Math.sqrt(rows.reduce((sum, { features }) => sum + (features[k] - mean[k]) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map(({ features, yes, weight }) => ({
    x: features.map((feature, k) => (feature - mean[k]) / spread[k]),
    yes,
    weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const w = new Array(width + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array(width + 1).fill(0);
    for (const { x, yes, weight } of scaled) {
      const off = (1 / (1 + Math.exp(-(w[width] + x.reduce((sum, value, k) => sum + value * w[k], 0)))) - yes) * weight;
      for (let k = 0; k < width; k++) slope[k] += off * x[k];
      slope[width] += off;
    }
    for (let k = 0; k <= width; k++) w[k] -= RATE * (slope[k] / total + (k < width ? SHRINK * w[k] : 0));
  }
  const weights = w.slice(0, width).map((value, k) => value / spread[k]);
  return { weights, bias: w[width] - weights.reduce((sum, value, k) => sum + value * mean[k], 0) };
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { corpus: { type: 'string' }, write: { type: 'boolean', default: false } } });
  if (!values.corpus) {
    console.error('Name the folder where the corpora are unpacked: --corpus DIR');
    process.exit(2);
  }
  const pages = pagesOf(values.corpus).filter(({ type }) => YES.has(type) || NO.has(type));
  const features = await factsOf(pages);
  const all = pages
    .map((page, at) => ({ ...page, features: features[at], yes: YES.has(page.type) ? 1 : 0, half: hostOf(page).half }))
    .filter((row) => row.features.length);
  const seen = all.filter(({ half }) => half === 'tune');
  const share = (yes) => seen.filter((row) => row.yes === yes).length / seen.length;
  // Both answers have the same total weight, because the mix of pages in a corpus says nothing about the web.
  for (const row of seen) row.weight = 0.5 / share(row.yes);
  const { weights, bias } = learn(seen);
  const round = (value) => Number(value.toPrecision(4));
  const told = made({
    command: 'node train/readable/train.mjs --corpus DIR --write',
    seed: null,
    corpora: ['wcxb-dev, half of the sites', 'daniel-dev, half of the sites'],
  });
  const learned = { made: told, bias: round(bias), weights: weights.map(round) };
  const text = `/** Generated by train/readable/train.mjs: what each of the features of readable.ts weighs. */

/** Weights in the order of \`FEATURES\`; the sum starts at \`bias\`. */
export const READABLE_WEIGHTS = ${JSON.stringify(learned)};
`;
  const pretty = await format(text, { parser: 'typescript', printWidth: 120, singleQuote: true, trailingComma: 'all' });
  if (values.write) writeFileSync(join(import.meta.dirname, '../../src/core/article/readable-weights.ts'), pretty);
  else console.log(pretty);
  const sum = (row) => bias + row.features.reduce((total, feature, k) => total + feature * weights[k], 0);
  const unseen = all.filter(({ half }) => half === 'unseen');
  for (const least of [0.05, 0.1, 0.15, 0.2, 0.3, 0.5]) {
    const said = unseen.filter((row) => 1 / (1 + Math.exp(-sum(row))) >= least);
    const right = said.filter(({ yes }) => yes).length;
    console.log(
      `≥ ${least}: precision ${(right / said.length).toFixed(3)}, ` +
        `recall ${(right / unseen.filter(({ yes }) => yes).length).toFixed(3)} on sites not learned from`,
    );
  }
}
