/**
 * Trains the judge: `node train/judge/train.mjs SNAPSHOTS.jsonl … [--final]`. Without --final it only measures on
 * held-out sites.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FOLDS, HELD, ignoreConventions, load, productFeatures, weightsOf } from './data.mjs';
import { random } from '../random.mjs';
import { weightsText } from '../trees/encode.mjs';
import { binsOf, growLeafWise, thresholdsOf } from '../trees/leaf-wise.mjs';
import { learnTokenLogOdds } from './token-log-odds.mjs';
import { madeBy } from './made.mjs';
import { pageFigures, table } from './measure.mjs';
import { strayLabels } from './stray-labels.mjs';

const SEED = 20261123;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    final: { type: 'boolean', default: false },
    'content-first-look': { type: 'string', default: '80' }, // trees of each ensemble
    'content-refined': { type: 'string', default: '180' },
    leaves: { type: 'string', default: '22' },
    rate: { type: 'string', default: '0.12' },
    thin: { type: 'string', default: '3.5' }, // rows that cost less than this many mean costs are sampled
    all: { type: 'boolean', default: false }, // the final forests also learn from held-out made pages
    folds: { type: 'string', default: '0' }, // folds measured, e.g. 0,1
    'stray-first-look': { type: 'string', default: '80' },
    'stray-refined': { type: 'string', default: '200' },
    drop: { type: 'string', default: '' }, // features left out, to measure their value
    sets: { type: 'string', default: 'wcxb:1,daniel:0.6,teasers:2,made:0.3' },
    out: { type: 'string', default: join(import.meta.dirname, '..', '..', '.cache', 'judge') },
    errors: { type: 'string' },
    scores: { type: 'string' }, // file that keeps first-look scores between runs
  },
});
/** Number of rows stored for the test that the product predicts the same. */
const VECTORS = 24;
const LOG_ODDS = { mostNames: 420, mostWords: 520 };
const features = await productFeatures();
const {
  RUN_FEATURE_NAMES,
  REFINED_FEATURE_NAMES,
  STRAY_FEATURE_NAMES,
  runFeatures,
  refinedFeatures,
  strayFeatures,
  profile,
} = features;
const [W1, W2, W3] = [RUN_FEATURE_NAMES.length, REFINED_FEATURE_NAMES.length, STRAY_FEATURE_NAMES.length];
const [W12, W] = [W1 + W2, W1 + W2 + W3];
const shares = Object.fromEntries(
  values.sets
    .split(',')
    .map((pair) => pair.split(':'))
    .map(([name, share]) => [name, Number(share)]),
);
const started = Date.now();
const say = (text) => console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${text}`);

const pages = (await load(positionals)).filter((page) => (shares[page.set] ?? 0) > 0);
let total = 0;
for (const page of pages) {
  page.from = total;
  total += page.s.runs.length;
}
say(`${pages.length} pages, ${total} runs`);
const answer = new Float32Array(total),
  weights = new Float32Array(total),
  fold = new Uint8Array(total);
for (const page of pages) {
  const cost = weightsOf(page, shares[page.set]);
  page.labels.forEach((label, at) => {
    answer[page.from + at] = label > 0.9 ? 1 : label < 0.1 ? 0 : label;
    weights[page.from + at] = cost[at];
    fold[page.from + at] = page.fold;
  });
}
const strayTruth = strayLabels(pages, total, weights);

const hashed = (words) =>
  new Map([...words].map(([word, lean]) => [profile(word).words[0], lean]).filter(([hash]) => hash !== undefined));
const learn = (list) => learnTokenLogOdds(list, { ...LOG_ODDS, shortLine: features.SHORT_LINE_WORDS });
const rows = new Float32Array(total * W);
function fillRunFeatures(list, logOdds) {
  const known = { names: logOdds.names, words: hashed(logOdds.words) };
  for (const page of list) {
    const own = runFeatures(page.s, known);
    page.runRows = own;
    for (let at = 0; at < page.s.runs.length; at++)
      rows.set(own.subarray(at * W1, (at + 1) * W1), (page.from + at) * W);
  }
}
function fillRefinedFeatures(list, scores) {
  for (const page of list) {
    const own = Float32Array.from(page.s.runs, (_, at) => scores[page.from + at]);
    const refined = refinedFeatures(page.s, page.runRows, W1, own);
    page.runRows = undefined;
    for (let at = 0; at < page.s.runs.length; at++)
      rows.set(refined.subarray(at * W2, (at + 1) * W2), (page.from + at) * W + W1);
  }
}
const started1 = random(SEED);

/**
 * Grows a forest on the rows for which `test` is true. Rows that cost little are sampled in proportion to their cost,
 * and get a higher weight in return.
 */
function learnForest(
  cuts,
  test,
  seed,
  trees,
  truth = { answer, weights, thin: Number(values.thin), leaves: Number(values.leaves) },
) {
  const { answer, weights, thin, leaves } = truth;
  const rand = random(seed);
  const candidates = [];
  let sum = 0;
  for (let row = 0; row < total; row++) {
    if (weights[row] === 0 || !test(row)) continue;
    candidates.push(row);
    sum += weights[row];
  }
  const usual = (sum / candidates.length) * thin;
  const use = [],
    cost = [];
  for (const row of candidates) {
    const chance = Math.min(1, weights[row] / usual);
    if (rand() >= chance) continue;
    use.push(row);
    cost.push(weights[row] / chance);
  }
  const bins = binsOf(rows, W, cuts, use);
  const grown = growLeafWise({
    bins,
    thresholds: cuts,
    answer: Float32Array.from(use, (row) => answer[row]),
    weights: Float32Array.from(cost),
    rand,
    trees,
    leaves,
    rate: Number(values.rate),
  });
  const forest = features.decode(grown);
  return { encoded: grown, size: use.length, predict: (row) => features.predict(forest, rows, row * W) };
}

/** Whether a page is scored by fold `f`'s forests, which did not learn from it; held-out pages belong to fold 0. */
const inFold = (own, f) => own === f || (f === 0 && own === HELD);
for (let f = 0; f < FOLDS; f++) {
  fillRunFeatures(
    pages.filter((page) => inFold(page.fold, f)),
    learn(pages.filter((page) => page.fold !== f && page.fold !== HELD)),
  );
}
ignoreConventions(pages, weights, (page, at, name) => rows[(page.from + at) * W + RUN_FEATURE_NAMES.indexOf(name)]);
say('run features');
const dropped = new Set(values.drop.split(',').filter(Boolean));
const blank = (cuts, names) => cuts.map((list, at) => (dropped.has(names[at]) ? [] : list));
const cuts1 = blank(thresholdsOf(rows, W, W1, started1), RUN_FEATURE_NAMES);
const scores1 = new Float64Array(total);
const stored = values.scores && existsSync(values.scores) ? JSON.parse(readFileSync(values.scores, 'utf8')) : undefined;
if (stored?.length === total) stored.forEach((score, row) => (scores1[row] = score));
else {
  for (let f = 0; f < FOLDS; f++) {
    const forest = learnForest(
      cuts1,
      (row) => !inFold(fold[row], f) && fold[row] !== HELD,
      SEED + f,
      Number(values['content-first-look']),
    );
    for (let row = 0; row < total; row++) if (inFold(fold[row], f)) scores1[row] = forest.predict(row);
    say(`content at first look without fold ${f}, ${forest.size} rows`);
  }
  if (values.scores) {
    writeFileSync(values.scores, JSON.stringify(Array.from(scores1, (score) => Math.round(score * 1e4) / 1e4)));
  }
}
fillRefinedFeatures(pages, scores1);
function fillStrayFeatures(list, scores) {
  for (const page of list) {
    const runs = page.s.runs.length;
    const both = new Float32Array(runs * W12);
    for (let at = 0; at < runs; at++)
      both.set(rows.subarray((page.from + at) * W, (page.from + at) * W + W12), at * W12);
    const stray = strayFeatures(
      page.s,
      both,
      Float32Array.from(page.s.runs, (_, at) => scores[page.from + at]),
    );
    for (let at = 0; at < runs; at++) rows.set(stray.subarray(at * W3, (at + 1) * W3), (page.from + at) * W + W12);
  }
}
const cuts2 = blank(thresholdsOf(rows, W, W12, started1), [...RUN_FEATURE_NAMES, ...REFINED_FEATURE_NAMES]);
say('refined features');
const suspicion = new Float64Array(total);
for (let f = 0; f < FOLDS; f++) {
  const forest = learnForest(
    cuts2,
    (row) => !inFold(fold[row], f) && fold[row] !== HELD,
    SEED + 20 + f,
    Number(values['stray-first-look']),
    strayTruth,
  );
  for (let row = 0; row < total; row++) if (inFold(fold[row], f)) suspicion[row] = forest.predict(row);
  say(`suspicions without fold ${f}, ${forest.size} rows`);
}
fillStrayFeatures(pages, suspicion);
const cuts3 = blank(thresholdsOf(rows, W, W, started1), [
  ...RUN_FEATURE_NAMES,
  ...REFINED_FEATURE_NAMES,
  ...STRAY_FEATURE_NAMES,
]);
const heldOut = values.folds.split(',').filter(Boolean).map(Number);
const scores2 = new Float64Array(total),
  scores3 = new Float64Array(total);
for (const f of heldOut) {
  const without = (row) => fold[row] !== f && fold[row] !== HELD;
  const forest = learnForest(cuts2, without, SEED + 50 + f, Number(values['content-refined']));
  const other = learnForest(cuts3, without, SEED + 70 + f, Number(values['stray-refined']), strayTruth);
  for (let row = 0; row < total; row++) {
    if (fold[row] !== f && fold[row] !== HELD) continue;
    scores2[row] = forest.predict(row);
    scores3[row] = other.predict(row);
  }
  say(`refined content and strays without fold ${f}, ${forest.size} and ${other.size} rows`);
}
if (heldOut.length) report('sites held out', (page) => heldOut.includes(page.fold) || page.fold === HELD);

/** The group of a page in the tables. Made pages are grouped by seen or unseen shape, language and site. */
function groupOf(page) {
  if (page.set !== 'made') return page.group;
  return `${page.fold === HELD ? 'unseen' : 'seen shapes'} ${page.teasers.length ? 'teasers' : 'whole'}`;
}

function report(title, which) {
  const list = pages.filter(which).map((page) => {
    const own = Float32Array.from(page.texts, (_, at) => scores2[page.from + at]);
    const stray01 = Float32Array.from(page.texts, (_, at) => scores3[page.from + at]);
    const content = features.contentOf(page.s, own);
    const goes = features.straysOf(page.s, content, stray01);
    const keep = (at) => content[at] && !goes[at];
    const text = page.texts.filter((_, at) => keep(at)).join('\n');
    const figures = pageFigures(page.set, text, page.truth, page.teasers);
    const runs = page.texts.map((line, at) => [
      Number(own[at].toFixed(2)),
      Number(stray01[at].toFixed(2)),
      keep(at) ? 1 : 0,
      Number(page.labels[at].toFixed(2)),
      page.s.boxes[page.s.runs[at].box].tag,
      line.slice(0, 90),
    ]);
    return { id: page.id, set: page.set, group: groupOf(page), kind: page.kind, ...figures, runs };
  });
  console.log(`\n${title}\n${table(list).join('\n')}`);
  if (values.errors) writeFileSync(values.errors, list.map((row) => JSON.stringify(row)).join('\n'));
}

if (values.final) {
  const logOdds = learn(pages);
  const everyone = values.all ? () => true : (row) => fold[row] !== HELD;
  const one = learnForest(cuts1, everyone, SEED + 90, Number(values['content-first-look']));
  say('content at first look, all');
  const two = learnForest(cuts2, everyone, SEED + 91, Number(values['content-refined']));
  say('refined content, all');
  const three = learnForest(cuts2, everyone, SEED + 92, Number(values['stray-first-look']), strayTruth);
  const four = learnForest(cuts3, everyone, SEED + 93, Number(values['stray-refined']), strayTruth);
  say('strays, all');
  mkdirSync(values.out, { recursive: true });
  const asset = {
    made: madeBy(SEED),
    features: { run: RUN_FEATURE_NAMES, refined: REFINED_FEATURE_NAMES, stray: STRAY_FEATURE_NAMES },
    names: Object.fromEntries(logOdds.names),
    words: Object.fromEntries(logOdds.words),
    contentFirstLook: one.encoded,
    contentRefined: two.encoded,
    strayFirstLook: three.encoded,
    strayRefined: four.encoded,
  };
  writeFileSync(join(values.out, 'weights.json'), weightsText(asset));
  // Rows with the trainer's own scores. The product must give the same scores.
  const picked = Array.from({ length: VECTORS }, () => Math.floor(started1() * total));
  const vectors = (width, predict) =>
    picked.map((row) => ({
      features: Array.from(rows.subarray(row * W, row * W + width)),
      score01: predict(row),
    }));
  writeFileSync(
    join(values.out, 'judge-vectors.json'),
    JSON.stringify({
      contentFirstLook: vectors(W1, one.predict),
      contentRefined: vectors(W12, two.predict),
      strayFirstLook: vectors(W12, three.predict),
      strayRefined: vectors(W, four.predict),
    }),
  );
  say('written');
}
