/**
 * Learns which sentences are worth showing: `node train/key-points/worth.mjs --corpus DIR [--more FILE] [--check]`. The
 * training data are the articles of ratings-dev (and of `--more`, in the same format), read from their stored pages
 * with the built core. Writes src/core/digest/key-points/worth/worth-weights.json; `--check` compares with it instead
 * and fails if the forests differ. Seeds are fixed, so the same input gives the same forests. `npm run bench -- points`
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
import { averagedLogistic } from '../sparse-logistic.mjs';
import { growLevelWise } from '../trees/level-wise.mjs';

const TOP = join(import.meta.dirname, '../..');
const FILE = join(TOP, 'src', 'core', 'digest', 'key-points', 'worth', 'worth-weights.json');
const load = async (name) => (await runnerImport(join(TOP, 'src', 'core', 'digest', name))).module;

/** Number of folds of sites for measuring. The first forest's out-of-fold answers use the same folds. */
const FOLDS = 5;
const SEED = 14;
const ALONE = { trees: 160, depth: 4, rate: 0.07, l2: 5, minChild: 25, share: 0.4 };
const WORTH = { trees: 220, depth: 4, rate: 0.06, l2: 5, minChild: 25, share: 0.4 };

const { parseSentences } = await load('key-points/candidates.ts');
const { rankingContextOf } = await load('key-points/ranking-context.ts');
const { ranked } = await load('key-points/policy.ts');
const { KEY_POINT_WEIGHTS } = await load('key-points/key-points-weights.ts');
const { worthFeatures } = await load('key-points/worth/worth.ts');
const { NGRAM_BUCKETS, decodeNgrams, encodeNgrams, ngramFeatures } = await load('key-points/worth/ngrams.ts');
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

/** The two questions: can the sentence be read alone (rated 1 or 2), and is it worth showing (2)? */
const QUESTIONS = [(mark) => mark >= 1, (mark) => mark === 2];

/** The models of words and letters for both questions, as they are stored. */
function learnNgrams(lessons, seed) {
  const rows = lessons.flatMap(({ features }) => features.map(({ buckets }) => buckets));
  return QUESTIONS.map((asks) => {
    const labels = lessons.flatMap(({ marks }) => marks.map((mark) => Number(asks(mark))));
    return encodeNgrams(averagedLogistic({ rows, labels, size: NGRAM_BUCKETS, seed }));
  });
}

/** The rows of one lesson: form, content, and the answers of the word models. */
function rowsOf({ features }, models) {
  const ngrams = ngramFeatures(
    features.map(({ buckets }) => buckets),
    models,
  );
  return features.map(({ form, content }, i) => [...form, ...content, ...ngrams[i]]);
}

function growAlone(lessons, rows, seed) {
  const labels = lessons.flatMap(({ marks }) => marks.map((mark) => Number(mark >= 1)));
  return growLevelWise({ rows: lessons.flatMap((one) => rows.get(one)), labels, seed, ...ALONE });
}

/**
 * Learns the models of words and both forests. A forest learns from the answers of earlier models on sites that those
 * were not trained on, because that is how it meets new pages.
 */
export function learnWorth(lessons, seed = SEED) {
  const parts = partsOf(lessons);
  const inside = (k) => lessons.filter(({ site }) => parts.get(site) === k);
  const outside = (k) => lessons.filter(({ site }) => parts.get(site) !== k);
  const rows = new Map();
  for (let k = 0; k < FOLDS; k++) {
    const models = learnNgrams(outside(k), seed + k + 1).map(decodeNgrams);
    for (const one of inside(k)) rows.set(one, rowsOf(one, models));
  }
  const answered = new Map();
  for (let k = 0; k < FOLDS; k++) {
    const alone = decode(growAlone(outside(k), rows, seed + k + 1));
    for (const one of inside(k)) {
      answered.set(
        one,
        rows.get(one).map((row) => [...row, predict(alone, Float32Array.from(row))]),
      );
    }
  }
  const labels = lessons.flatMap(({ marks }) => marks.map((mark) => Number(mark === 2)));
  return {
    alone: growAlone(lessons, rows, seed),
    worth: growLevelWise({ rows: lessons.flatMap((one) => answered.get(one)), labels, seed, ...WORTH }),
    ngrams: learnNgrams(lessons, seed),
  };
}

/** Every lesson with forests that were not grown on its site: `[{ lesson, forests }]`. */
export function heldOut(lessons, folds = FOLDS) {
  const parts = partsOf(lessons, folds);
  return Array.from({ length: folds }, (_, k) => {
    const { alone, worth, ngrams } = learnWorth(
      lessons.filter(({ site }) => parts.get(site) !== k),
      SEED + 100 * (k + 1),
    );
    const forests = { alone: decode(alone), worth: decode(worth), ngrams: ngrams.map(decodeNgrams) };
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
  const learned = learnWorth(lessons);
  if (values.check) {
    const same = sameAsStored(learned);
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
  writeFileSync(FILE, weightsText({ made: record, ...learned }));
  console.log(`Written: ${FILE}`);
}
