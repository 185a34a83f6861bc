/**
 * Trains the forest that takes a second look at what the content forest drops: `node train/stretches/dropped.mjs
 * REAL.jsonl SCORES.jsonl WORDS.json OUT.json`. SCORES are the scores of a page's runs by forests that did not learn
 * from its site: `node train/judge/train.mjs … --folds 0,1,2 --errors SCORES.jsonl`. Takes about a minute.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { random } from '../random.mjs';
import { binsOf, growLeafWise, thresholdsOf } from '../trees/leaf-wise.mjs';
import { productCode, storedPages } from './product.mjs';

const FOREST = { trees: 120, leaves: 16, rate: 0.1, minWeight: 8, columnShare: 0.35, rand: random(5) };
/**
 * Runs up to the first value are clutter, from the second value on they belong to the article. Others are not learned
 * from. Share of words that are in the truth, 0–1.
 */
const [CLUTTER01, OWN01] = [0.1, 0.9];
/** Cost of losing a run of the article, relative to keeping a run of clutter. */
const LOSS = 3;
const SHORTEST = 12;
const WORTH_A_LOOK01 = 0.004;
const DANIEL_SHARE = 0.6;

const [, , real, scoresFile, wordsFile, out] = process.argv;
const code = await productCode();
const { DROPPED_WIDTH: WIDTH, DROPPED_NAMES: NAMES, RUN_WIDTH, COLUMN } = code;
const odds = Object.entries(JSON.parse(readFileSync(wordsFile, 'utf8'))[2]);
const words = new Map(odds.map(([word, tenths]) => [code.profile(word).words[0], tenths / 10]));
const scoresOf = new Map(
  readFileSync(scoresFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ id, runs }) => [id, runs]),
);
const [rows, answers, costs] = [[], [], []];
for await (const page of storedPages(real)) {
  const runs = scoresOf.get(page.id);
  if (!runs || page.set === 'teasers') continue;
  const content01 = Float32Array.from(runs, ([score]) => score);
  const content = code.contentOf(page.s, content01);
  const { runRows } = code.scoreRuns(page.s);
  const feature = (name) => (at) => runRows[at * RUN_WIDTH + COLUMN[name]];
  const threshold = code.contentThreshold(content01, (at) => page.s.runs[at].chars);
  const look = {
    content,
    content01,
    firstLook01: content01,
    threshold,
    names: feature('nameSum'),
    worst: feature('nameWorst'),
    words,
  };
  const write = code.droppedFeatures(page.s, look);
  const truth = page.s.runs.reduce((sum, run, at) => sum + (page.labels[at] >= 0.5 ? run.chars : 0), 0);
  page.s.runs.forEach((run, at) => {
    const label = page.labels[at];
    if (content[at] || run.chars < SHORTEST || content01[at] < WORTH_A_LOOK01) return;
    if (label > CLUTTER01 && label < OWN01) return;
    const row = new Float32Array(WIDTH);
    write(at, row);
    rows.push(row);
    answers.push(label >= OWN01 ? 1 : 0);
    const cost = 0.03 + Math.min(0.3, run.chars / (truth + 400));
    costs.push(cost * (label >= OWN01 ? LOSS : 1) * (page.set === 'daniel' ? DANIEL_SHARE : 1));
  });
}
const table = new Float32Array(rows.length * WIDTH);
rows.forEach((row, at) => table.set(row, at * WIDTH));
// The first-look score is left out, because it comes from a forest that learned from the page.
const cuts = thresholdsOf(table, WIDTH, WIDTH, random(3)).map((list, at) => (NAMES[at] === 'firstLook' ? [] : list));
const bins = binsOf(
  table,
  WIDTH,
  cuts,
  Int32Array.from(rows, (_, at) => at),
);
const grown = growLeafWise({
  ...FOREST,
  bins,
  thresholds: cuts,
  answer: Float32Array.from(answers),
  weights: Float32Array.from(costs),
});
writeFileSync(out, JSON.stringify(grown));
