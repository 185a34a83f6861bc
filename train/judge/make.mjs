/**
 * Makes the judge's weights from the corpora, in all steps: `node train/judge/make.mjs --corpus DIR [--check]`. DIR is
 * a folder unpacked by `score.mjs unpack`. Generates pages with fixed seeds, takes snapshots of all pages in Chromium,
 * trains, and writes src/core/article/judge/weights.json and tests/fixtures/judge-vectors.json. With --check it writes
 * nothing and reports whether the stored weights are the same. Takes about half an hour on two cores and 16 GB of
 * memory.
 */
import { copyFileSync, createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { run } from '../../dev/ensure.mjs';
import { DRAWN, MADE } from './made.mjs';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const TOP = join(import.meta.dirname, '..', '..');
const CACHE = join(TOP, '.cache', 'judge');
/**
 * Articles in these languages are generated from a few sentences, so different articles share most of their words. Only
 * one page in five is used.
 */
const WRITTEN = new Set(['ar', 'hi', 'ja', 'th']);
const EACH_WRITTEN = 5;

const corpus = values.corpus ?? process.env.LEDE_CORPUS_UNPACKED;
if (!corpus || !existsSync(join(corpus, 'wcxb-dev'))) {
  console.error('Usage: node train/judge/make.mjs --corpus DIR   (DIR: where the corpora are unpacked)');
  process.exit(2);
}
mkdirSync(CACHE, { recursive: true });
const at = (name) => join(CACHE, name);
const node = (...args) => {
  console.log(`▸ node ${args.join(' ')}`);
  if (run('node', ['--max-old-space-size=20000', ...args]) !== 0) process.exit(1);
};

async function fewerWritten(from, to) {
  const out = createWriteStream(to);
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(from) })) {
    line++;
    if (WRITTEN.has(JSON.parse(text).lang) && line % EACH_WRITTEN !== 0) continue;
    if (!out.write(`${text}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

node(
  'train/teaser-pages/main.mjs',
  at('made'),
  '--corpus',
  corpus,
  '--count',
  `${MADE.count}`,
  '--seed',
  `${MADE.seed}`,
);
await fewerWritten(at('made/pages.jsonl'), at('made.jsonl'));
node('train/judge/drawn-pages.mjs', corpus, at('drawn.jsonl'), `${DRAWN.count}`, `${DRAWN.seed}`);
node('train/judge/snapshots.mjs', corpus, at('real.snapshots.jsonl'));
node('train/judge/snapshots.mjs', corpus, at('made.snapshots.jsonl'), at('made.jsonl'));
node('train/judge/snapshots.mjs', corpus, at('drawn.snapshots.jsonl'), at('drawn.jsonl'));
const snapshots = ['real', 'made', 'drawn'].map((name) => at(`${name}.snapshots.jsonl`));
node('train/judge/train.mjs', ...snapshots, '--final', '--all', '--folds', '0');

for (const [made, kept] of [
  ['weights.json', 'src/core/article/judge/weights.json'],
  ['judge-vectors.json', 'tests/fixtures/judge-vectors.json'],
]) {
  const undated = (file) =>
    readFileSync(file, 'utf8')
      .trim()
      .replace(/"date":"[^"]*"/, '');
  const same = undated(at(made)) === undated(join(TOP, kept));
  console.log(`${kept}: ${same ? 'the same' : 'differs'}`);
  if (values.check && !same) process.exitCode = 1;
  if (!values.check && !same) copyFileSync(at(made), join(TOP, kept));
}
