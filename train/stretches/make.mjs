/**
 * Makes the weights that judge stretches from the corpora, in all steps: `node train/stretches/make.mjs --corpus DIR
 * [--also FILE …] [--scores FILE] [--check]`. DIR is a folder unpacked by `score.mjs unpack`; `--also` names more pages
 * with known teasers. Generates pages with fixed seeds, takes snapshots of all pages in Chromium, counts words, trains,
 * and writes src/core/article/judge/stretches/weights.json. The forest of the second look stays as it is, unless
 * `--scores` gives the scores of forests that did not learn from a page's site (see dropped.mjs). With --check it
 * writes nothing and reports whether the stored weights are the same. Takes about twenty minutes on two cores and 8 GB
 * of memory.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../../dev/ensure.mjs';
import { readArticles } from '../teaser-pages/articles.mjs';
import { weightsText } from '../trees/encode.mjs';
import { learnWords } from './words.mjs';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    also: { type: 'string', multiple: true, default: [] },
    scores: { type: 'string' },
    looked: { type: 'string' }, // a folder with existing snapshots, to try other trees quickly
    check: { type: 'boolean', default: false },
  },
});
const TOP = join(import.meta.dirname, '..', '..');
const CACHE = values.looked ?? join(TOP, '.cache', 'stretches');
const KEPT = join(TOP, 'src/core/article/judge/stretches/weights.json');
const DRAWN = { count: 4800, seed: 21 };
const MADE = { count: 1400, seed: 31 };
const ARTICLES_SEED = 5;
/** Maximum length of a short line in code units. Longer lines are prose, whose words say nothing about labels. */
const SHORT_LINE = 90;

const { corpus } = values;
if (!corpus || !existsSync(join(corpus, 'wcxb-dev'))) {
  console.error('Usage: node train/stretches/make.mjs --corpus DIR   (DIR: where the corpora are unpacked)');
  process.exit(2);
}
mkdirSync(CACHE, { recursive: true });
const at = (name) => join(CACHE, name);
const node = (...args) => {
  console.log(`▸ node ${args.join(' ')}`);
  if (run('node', ['--max-old-space-size=12000', ...args]) !== 0) process.exit(1);
};

if (!values.looked) {
  node('train/stretches/pages.mjs', corpus, at('drawn.pages.jsonl'), `${DRAWN.count}`, `${DRAWN.seed}`);
  node(
    'train/teaser-pages/main.mjs',
    at('tp'),
    ...['--corpus', corpus, '--count', `${MADE.count}`, '--seed', `${MADE.seed}`],
  );
  const known = ['teasers-dev', 'teasers2-dev'].map((name) => join(corpus, `${name}.jsonl`));
  node('train/judge/snapshots.mjs', corpus, at('real.jsonl'));
  node('train/judge/snapshots.mjs', corpus, at('drawn.jsonl'), at('drawn.pages.jsonl'));
  node('train/judge/snapshots.mjs', corpus, at('tp.jsonl'), at('tp/pages.jsonl'));
  node('train/judge/snapshots.mjs', corpus, at('known.jsonl'), ...known, ...values.also);
}
const prose = [...readArticles(corpus, ARTICLES_SEED).values()].flat().flatMap(({ title, blocks }) => {
  const short = blocks.filter(({ kind, text }) => kind === 'h' || text.length < SHORT_LINE).map(({ text }) => text);
  return [title, ...short];
});
const words = [0, 1, undefined].map((half) => learnWords(prose, half));
writeFileSync(at('words.json'), JSON.stringify(words));
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const stored = readJson(KEPT);
// The second look uses the stored words, so they are written first. The snapshots then see the words that the forests
// learn from.
const isNewWords = JSON.stringify(words[2]) !== JSON.stringify(stored.words);
if (isNewWords && values.check) {
  console.error(`${KEPT}: its words differ`);
  process.exit(1);
}
if (isNewWords) writeFileSync(KEPT, weightsText({ ...stored, words: words[2] }));
const made = ['drawn', 'tp', 'known'].map((name) => at(`${name}.jsonl`)).join();
node('train/stretches/train.mjs', made, at('real.jsonl'), at('words.json'), at('forests.json'));
if (values.scores)
  node('train/stretches/dropped.mjs', at('real.jsonl'), values.scores, at('words.json'), at('dropped.json'));

const learned = {
  words: words[2],
  ...readJson(at('forests.json')),
  dropped: values.scores ? readJson(at('dropped.json')) : stored.dropped,
};
const same = Object.keys(learned).every((key) => JSON.stringify(learned[key]) === JSON.stringify(stored[key]));
console.log(`${KEPT}: ${same ? 'the same' : 'differs'}`);
if (values.check && !same) process.exitCode = 1;
if (!values.check && !same) {
  const corpora = ['wcxb-dev', 'daniel-dev', 'keypoints-dev', 'teasers-dev', 'teasers2-dev'];
  const told = {
    command: 'train/stretches/make.mjs',
    seed: DRAWN.seed,
    corpora: [...corpora, ...(values.also.length ? [`first-sight pages, ${values.also.length} rounds`] : [])],
    date: new Date().toISOString().slice(0, 10),
    checked: false,
  };
  writeFileSync(KEPT, weightsText({ made: told, ...learned }));
}
