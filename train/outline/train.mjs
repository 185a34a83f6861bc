/**
 * Grows the trees that find headings, their levels, and changes of topic: `node train/outline/train.mjs [--corpus DIR]
 * [--articles FILE] [--check]`, after `npx vite build --mode core`. Writes
 * src/core/digest/outline/outline-weights.json. The training data are the pages of wcxb-dev (CC-BY-4.0) whose HTML has
 * headings, of three sites in four: the tags are removed, and the trees learn to find them again. `--articles` caches
 * the articles, so that the next training is faster; `--check` only reports whether the files are what would be
 * written.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { heldOut, readArticles, withoutLines, withoutTags } from '../../bench/parts/articles.mjs';
import { unpacked, wcxb } from '../../bench/parts/corpora.mjs';
import { weightsText } from '../trees/encode.mjs';
import { growLevelWise } from '../trees/level-wise.mjs';

const DIGEST = join(import.meta.dirname, '../..', 'src', 'core', 'digest');
const KINDS = new Set(['article', 'documentation']);
/** Seed for sampling rows and features. */
const SEED = 1;
const LINES = { trees: 70, depth: 4, rate: 0.15 };
const LEVELS = { trees: 100, depth: 3, rate: 0.12, minChild: 15 };
/**
 * Levels are learned for lines that the first trees call a heading with at least this probability (outline-lines.ts).
 */
const SURE = 0.45;
const TOPICS = { trees: 80, depth: 4, rate: 0.1, minChild: 20 };
const DEEPEST = 3;
/** Longer blocks cannot be a repeated title (as in outline-lines.ts). In characters. */
const LONGEST_TITLE = 300;
/** Minimum number of headings and characters of a page from which changes of topic are learned. */
const TOPIC_PAGE = { headings: 3, characters: 2000 };

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, articles: { type: 'string' }, check: { type: 'boolean' } },
});

async function teachers() {
  if (values.articles && existsSync(values.articles)) {
    return readFileSync(values.articles, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }
  const folder = unpacked(values.corpus);
  if (!folder) process.exit(2);
  const pages = wcxb(folder).filter((page) => KINDS.has(page().truth._internal?.page_type?.primary));
  const list = [];
  for await (const { id, article } of readArticles(pages)) list.push({ id, article });
  if (values.articles) writeFileSync(values.articles, list.map((x) => JSON.stringify(x)).join('\n') + '\n');
  return list;
}

const load = async (name) => (await runnerImport(join(DIGEST, name))).module;
const { lineFeatures } = await load('outline/line-features.ts');
const { foundLines } = await load('outline/levels.ts');
const { levelFeatures, stepFeatures } = await load('outline/level-features.ts');
const { decode, predict } = (await runnerImport(join(DIGEST, '..', 'tree-ensemble.ts'))).module;
const { headingMarks, repeatsTitle } = await load('outline/headings.ts');
const { topicFeatures } = await load('outline/topics/topic-features.ts');

/**
 * The same page with long headings and nothing but paragraphs, as in translated and official texts, which are rare in
 * wcxb-dev. Each heading is joined with the next one by a comma.
 */
function wordier(article) {
  const words = (block) => article.text.slice(block.start, block.end);
  const headings = article.blocks.filter((block) => block.kind === 'heading');
  const blocks = [];
  let text = '';
  for (const block of article.blocks) {
    const at = headings.indexOf(block);
    if (at < 0 && block.kind !== 'paragraph') continue;
    if (text) text += '\n';
    const start = text.length;
    text +=
      at < 0 ? words(block) : `${words(block).replace(/[.:?!]$/, '')}, ${words(headings[(at + 1) % headings.length])}`;
    blocks.push({ ...block, start, end: text.length });
  }
  return { ...article, text, blocks };
}
/** Pages whose number of headings is divisible by this are also used in their wordier form. */
const WORDIER = 3;

const lines = { rows: [], labels: [], weights: [] };
const topics = { rows: [], labels: [], weights: [] };
const levels = { rows: [], depths: [], weights: [] };
const steps = { rows: [], from: [], to: [], weights: [] };
const pages = (await teachers()).filter(({ id, article }) => !heldOut(id, article.url));
const dressed = pages.filter(
  ({ article }) => article.blocks.filter((b) => b.kind === 'heading').length % WORDIER === 1,
);
for (const { article, plain } of [
  ...pages,
  ...dressed.map((page) => ({ plain: true, article: wordier(page.article) })),
]) {
  const depthAt = new Map(headingMarks(article).map((mark) => [mark.from, Math.min(DEEPEST, mark.depth)]));
  const bare = withoutTags(article);
  const rows = lineFeatures(bare);
  const starts = rows.map((row) => article.blocks[row.index].start);
  // A page with a single heading may have more that its HTML does not mark, so it is skipped. A page without headings
  // is kept: it shows lines that are not headings.
  if (depthAt.size === 1) continue;
  rows.forEach((row, i) => {
    const block = article.blocks[row.index];
    const isHeading = depthAt.has(starts[i]);
    if (!isHeading && (block.kind === 'heading' || (depthAt.size === 0 && (block.bold || block.size)))) return;
    lines.rows.push(row.features);
    lines.labels.push(isHeading ? 1 : 0);
    lines.weights.push(1 / Math.sqrt(Math.max(3, rows.length) / 10));
  });
  if (depthAt.size === 0 || plain) continue;
  const { article: silent, places } = withoutLines(article, new Set(depthAt.keys()));
  if (depthAt.size >= TOPIC_PAGE.headings && silent.text.length >= TOPIC_PAGE.characters) {
    const gaps = topicFeatures(silent);
    gaps.forEach((row, i) => {
      topics.rows.push(row);
      topics.labels.push(places.includes(silent.blocks[i + 1].start) ? 1 : 0);
      topics.weights.push(3 / Math.sqrt(gaps.length));
    });
  }
}
const headingTrees = growLevelWise({ ...lines, ...LINES });
const found = decode(headingTrees);
// Levels are learned on the lines that the first trees find, including false ones.
for (const { article } of pages) {
  const depthAt = new Map(headingMarks(article).map((mark) => [mark.from, Math.min(DEEPEST, mark.depth)]));
  if (depthAt.size < 2) continue;
  const { text } = article;
  const bare = withoutTags(article);
  const blocks = bare.blocks.filter(
    (b) => b.end - b.start > LONGEST_TITLE || !repeatsTitle(text.slice(b.start, b.end), article),
  );
  const rows = lineFeatures({ ...bare, blocks }).filter(
    ({ features }) => predict(found, Float32Array.from(features)) >= SURE,
  );
  const depths = rows.map(({ index }) => depthAt.get(blocks[index].start));
  const features = levelFeatures(foundLines({ text, blocks }, rows), article.title);
  const weight = 3 / Math.max(4, rows.length) ** 0.75;
  features.forEach((row, i) => {
    if (depths[i] === undefined) return;
    levels.rows.push(row);
    levels.depths.push(depths[i]);
    levels.weights.push(weight);
  });
  stepFeatures(features).forEach((row, i) => {
    if (i === 0 || depths[i] === undefined || depths[i - 1] === undefined) return;
    steps.rows.push(row);
    steps.from.push(depths[i - 1]);
    steps.to.push(depths[i]);
    steps.weights.push(weight);
  });
}
const deeper = [1, 2].map((depth) => {
  const those = levels.depths.map((_, i) => i).filter((i) => levels.depths[i] >= depth);
  return growLevelWise({
    rows: those.map((i) => levels.rows[i]),
    labels: those.map((i) => (levels.depths[i] > depth ? 1 : 0)),
    weights: those.map((i) => levels.weights[i]),
    ...LEVELS,
  });
});
/** Grows trees on the steps for which `allows` is true. `goes` gives their labels. */
const stepTrees = (allows, goes) => {
  const those = steps.rows.map((_, i) => i).filter((i) => allows(steps.from[i]));
  return growLevelWise({
    rows: those.map((i) => steps.rows[i]),
    labels: those.map((i) => (goes(steps.from[i], steps.to[i]) ? 1 : 0)),
    weights: those.map((i) => steps.weights[i]),
    ...LEVELS,
  });
};
const down = stepTrees(
  () => true,
  (from, to) => to > from,
);
const up = stepTrees(
  (from) => from > 1,
  (from, to) => to < from,
);
console.log(
  `${lines.rows.length} lines, ${lines.labels.filter(Boolean).length} of them ` +
    `headings; ${topics.rows.length} gaps, ${topics.labels.filter(Boolean).length} of them turns`,
);

const topicTrees = growLevelWise({ ...topics, ...TOPICS });
const file = join(DIGEST, 'outline', 'outline-weights.json');
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const written = (date) =>
  weightsText({
    made: {
      command: 'node train/outline/train.mjs --corpus DIR',
      seed: SEED,
      corpora: ['wcxb-dev, sites of three in four'],
      date,
    },
    headings: headingTrees,
    deeper,
    down,
    up,
    topics: topicTrees,
  });
if (values.check) {
  const same = written(JSON.parse(before).made.date) === before;
  console.log(`${file} is ${same ? '' : 'not '}what this script writes.`);
  process.exitCode = same ? 0 : 1;
} else writeFileSync(file, written(new Date().toISOString().slice(0, 10)));
