/**
 * Learns which sentences are worth showing: `node train/key-points/worth.mjs --corpus DIR [--more FILE] [--check]`. The
 * training data are the articles of ratings-dev (and of `--more`, in the same format), read from their stored pages
 * with the built core. Writes src/core/digest/key-points/worth-weights.json; `--check` compares with it instead and
 * fails if the forests differ. Seeds are fixed, so the same input gives the same forests. `npm run bench -- points`
 * measures on held-out sites.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { finder, ratedArticles, ratingRows } from '../../bench/parts/rated-articles.mjs';
import { made } from '../made.mjs';
import { weightsText } from '../trees/encode.mjs';
import { growLevelWise } from '../trees/level-wise.mjs';

const TOP = join(import.meta.dirname, '../..');
const FILE = join(TOP, 'src', 'core', 'digest', 'key-points', 'worth-weights.json');
const load = async (name) => (await runnerImport(join(TOP, 'src', 'core', 'digest', name))).module;

/** Number of folds of sites for measuring. The first forest's out-of-fold answers use the same folds. */
const FOLDS = 5;
const SEED = 14;
const ALONE = { trees: 100, depth: 4, rate: 0.1, l2: 5, minChild: 15, share: 0.5 };
const WORTH = { trees: 140, depth: 4, rate: 0.08, l2: 5, minChild: 15, share: 0.5 };

const { parseSentences } = await load('key-points/candidates.ts');
const { rankingContextOf } = await load('key-points/ranking-context.ts');
const { ranked } = await load('key-points/policy.ts');
const { KEY_POINT_WEIGHTS } = await load('key-points/key-points-weights.ts');
const { worthFeatures } = await load('key-points/worth.ts');
const { decode, predict } = (await runnerImport(join(TOP, 'src', 'core', 'tree-ensemble.ts'))).module;

/** A rated article with the features and ratings of its sentences. A sentence that was not rated counts as 0. */
export function lessonOf({ row, article, site }) {
  const parsed = parseSentences(article);
  const find = finder(row);
  const where = parsed.candidates.map(({ text }) => find(text));
  return {
    row,
    article,
    site,
    where,
    marks: where.map((i) => (i < 0 ? 0 : row.ratings[i])),
    features: worthFeatures(rankingContextOf(parsed, KEY_POINT_WEIGHTS), ranked(parsed), article.title),
  };
}

/**
 * Maps each site to a fold from 0 up to `folds`. The largest sites come first, each to the fold with fewest articles.
 */
export function partsOf(lessons, folds = FOLDS) {
  const counts = new Map();
  for (const { site } of lessons) counts.set(site, (counts.get(site) ?? 0) + 1);
  const parts = new Map();
  const sizes = new Array(folds).fill(0);
  for (const [site, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const part = sizes.indexOf(Math.min(...sizes));
    parts.set(site, part);
    sizes[part] += count;
  }
  return parts;
}

const rowsOf = (lessons, of) => lessons.flatMap((one) => one.features.map((f, i) => of(f, one.marks[i], one, i)));

function growAlone(lessons, seed) {
  const rows = rowsOf(lessons, (f) => [...f.form, ...f.content]);
  const labels = rowsOf(lessons, (_, mark) => Number(mark >= 1));
  return growLevelWise({ rows, labels, seed, ...ALONE });
}

/** Grows both forests. The second learns from the first one's answers on sites that the first was not grown on. */
export function learnWorth(lessons, seed = SEED) {
  const parts = partsOf(lessons);
  const inner = Array.from({ length: FOLDS }, (_, k) =>
    decode(
      growAlone(
        lessons.filter(({ site }) => parts.get(site) !== k),
        seed + k + 1,
      ),
    ),
  );
  const rows = rowsOf(lessons, (f, _, { site }) => [
    ...f.form,
    ...f.content,
    predict(inner[parts.get(site)], Float32Array.from([...f.form, ...f.content])),
  ]);
  const labels = rowsOf(lessons, (_, mark) => Number(mark === 2));
  return {
    alone: growAlone(lessons, seed),
    worth: growLevelWise({ rows, labels, seed, ...WORTH }),
  };
}

/** Every lesson with forests that were not grown on its site: `[{ lesson, forests }]`. */
export function heldOut(lessons, folds = FOLDS) {
  const parts = partsOf(lessons, folds);
  return Array.from({ length: folds }, (_, k) => {
    const { alone, worth } = learnWorth(
      lessons.filter(({ site }) => parts.get(site) !== k),
      SEED + 100 * (k + 1),
    );
    const forests = { alone: decode(alone), worth: decode(worth) };
    return lessons.filter(({ site }) => parts.get(site) === k).map((lesson) => ({ lesson, forests }));
  }).flat();
}

/** The rated articles of both files as lessons. */
export async function lessonsFrom(corpus, more) {
  const rows = ratingRows(join(corpus, 'ratings-dev.jsonl'));
  if (!rows) throw new Error(`ratings-dev.jsonl is not in ${corpus}`);
  const others = more ? (ratingRows(more) ?? []) : [];
  return (await ratedArticles(corpus, [...rows, ...others])).map(lessonOf);
}

/** Whether the stored forests are equal to those just grown. */
function sameAsStored(forests) {
  const stored = JSON.parse(readFileSync(FILE, 'utf8'));
  return Object.entries(forests).every(([name, forest]) =>
    isDeepStrictEqual(stored[name], JSON.parse(JSON.stringify(forest))),
  );
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { corpus: { type: 'string' }, more: { type: 'string' }, check: { type: 'boolean' } },
  });
  const lessons = await lessonsFrom(values.corpus, values.more);
  const { alone, worth } = learnWorth(lessons);
  if (values.check) {
    const same = sameAsStored({ alone, worth });
    console.log(same ? `${FILE} holds these forests.` : `${FILE} holds other forests.`);
    process.exit(same ? 0 : 1);
  }
  const digest = createHash('sha256').update(readFileSync(join(values.corpus, 'ratings-dev.jsonl')));
  if (values.more) digest.update(readFileSync(values.more));
  const teachers = `${lessons.length} articles, ${lessons.reduce((sum, { marks }) => sum + marks.length, 0)} sentences`;
  const record = {
    ...made({
      command: 'node train/key-points/worth.mjs --corpus DIR --more FILE',
      seed: SEED,
      corpora: ['ratings-dev', ...(values.more ? ['further ratings by the same rubric'] : []), teachers],
    }),
    sha256: digest.digest('hex'),
  };
  writeFileSync(FILE, weightsText({ made: record, alone, worth }));
  console.log(`Written: ${FILE}`);
}
