/**
 * Learns to rank sentences by importance: `node train/key-points/train.mjs [--corpus DIR] [--check] [--folds 5]`.
 * Writes src/core/digest/key-points/key-points-weights.ts. `--check` only reports whether that file is what would be
 * written; `--folds` measures on held-out articles and writes nothing. The training data are the articles of
 * keypoints-dev with their authors' summaries. Seeds are fixed, so the same corpus gives the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { articleOf, keyPointRows, pairKeys, rouge, unitsOf } from '../../bench/parts/key-point-articles.mjs';
import { logistic } from '../logistic.mjs';
import { made, undated } from '../made.mjs';
import { linearCongruential } from '../random.mjs';

const TOP = join(import.meta.dirname, '../..');
const FILE = join(TOP, 'src', 'core', 'digest', 'key-points', 'key-points-weights.ts');
const load = async (name) => (await runnerImport(join(TOP, 'src', 'core', 'digest', name))).module;
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, check: { type: 'boolean' }, folds: { type: 'string' } },
});

/**
 * Weight of each set by kind of page, shared among its articles by the square root of their number. Sets that are not
 * listed have weight 1.
 */
const SET_WEIGHT = { kp: 1.5, description: 1.5, cnn: 1.5, ko: 0.5, daniel: 0.7 };
/** The command that makes the weights, as their file states it. */
const COMMAND = 'node train/key-points/train.mjs --corpus DIR';
const SEEDS = [1, 2, 3, 4, 5, 6];
const EPOCHS = 12;
const RATE = 0.02;
const BATCH = 64;
const TOWARDS_ZERO = 3e-4;
/**
 * A candidate's gain is what it adds to ROUGE-1 + ROUGE-2, divided by its number of new units to this power. The target
 * of a step is the softmax of gain / best gain at temperature `GAIN_HEAT`.
 */
const GAIN_POWER = 0.4;
const GAIN_HEAT = 0.15;
const STEPS_MOST = 8;

/**
 * Added to the learned weights, in favour of covering the article's concepts. The short references of news and
 * descriptions teach too little of that. Chosen among thirty such vectors by cross-validation (BENCHMARKS, "Key
 * points").
 */
const COVERAGE = {
  logConcepts: 0.9,
  logLength: -0.67,
  logRank: 0.25,
  nearTop: 0.375,
  titleFresh: 0.25,
  noEnd: -0.125,
  laterLogConcepts: 0.48,
  laterSameSection: -0.3,
  'later:logLength': -0.4,
  'later:logRank': 0.4,
  'later:nearTop': 0.6,
  'later:noEnd': -0.2,
};

const { parseSentences } = await load('key-points/candidates.ts');
const { termFeatures, WORD_FEATURES, PAIR_FEATURES } = await load('key-points/term-features.ts');
const { wordLikelihoods, pairLikelihoods } = await load('key-points/term-likelihood.ts');
const { rankingContextOf } = await load('key-points/ranking-context.ts');
const { STATIC_FEATURES, LATER_FEATURES } = await load('key-points/static-features.ts');
const { GreedyChoice, DYNAMIC_FEATURES } = await load('key-points/greedy-choice.ts');
const NAMES = [...STATIC_FEATURES, ...DYNAMIC_FEATURES, ...LATER_FEATURES.map((name) => `later:${name}`)];
const LATER_AT = LATER_FEATURES.map((name) => STATIC_FEATURES.indexOf(name));
const WIDTH = NAMES.length;
const round = (list) => Array.from(list, (x) => Number(x.toFixed(3)));

/** The training articles, with what the models need of the truth. */
function teachers() {
  const rows = keyPointRows(values.corpus);
  if (!rows) {
    console.log('keypoints-dev.jsonl is not here: set --corpus or LEDE_CORPUS to the folder that holds it.');
    process.exit(2);
  }
  const counts = {};
  const list = rows
    .map((row) => {
      const parsed = parseSentences(articleOf(row));
      const terms = termFeatures(parsed);
      const said = parsed.lexicon.units(row.reference).all;
      counts[row.set] = (counts[row.set] ?? 0) + 1;
      return {
        set: row.set,
        fold: counts[row.set],
        parsed,
        terms,
        words: new Set(said),
        pairs: pairKeys(said),
        reference: unitsOf(row.reference),
        units: parsed.candidates.map((c) => unitsOf(c.text)),
      };
    })
    .filter(({ units, reference }) => units.length > 0 && reference.length >= 4);
  for (const one of list) one.weight = (SET_WEIGHT[one.set] ?? 1) / Math.sqrt(counts[one.set]);
  return list;
}

/** Learns the word model, then the pair model on top of it. */
function learnExpectations(list) {
  const rows = { words: [], pairs: [] };
  for (const { terms, words, weight } of list) {
    const width = WORD_FEATURES.length;
    const ids = [...Array(terms.wordCount).keys()].filter((id) => terms.wordFeatures[id * width] === 1);
    for (const id of ids) {
      const features = terms.wordFeatures.subarray(id * width, (id + 1) * width);
      rows.words.push({ features, hit: words.has(id) ? 1 : 0, weight: (50 * weight) / Math.sqrt(ids.length) });
    }
  }
  const words = round(logistic(rows.words, WORD_FEATURES.length));
  for (const { terms, pairs, weight } of list) {
    pairLikelihoods(terms, wordLikelihoods(terms, words), []);
    for (let id = 0; id < terms.pairCount; id++) {
      const features = terms.pairFeatures.subarray(id * PAIR_FEATURES.length, (id + 1) * PAIR_FEATURES.length);
      const hit = pairs.has(`${terms.members[2 * id]} ${terms.members[2 * id + 1]}`) ? 1 : 0;
      rows.pairs.push({ features, hit, weight: (50 * weight) / Math.sqrt(terms.pairCount) });
    }
  }
  return { words, pairs: round(logistic(rows.pairs, PAIR_FEATURES.length)) };
}

/** The choices of an oracle that knows the reference, and the gain of every candidate at each step. */
function stepsOf(one, context) {
  const choosing = new GreedyChoice(context);
  const steps = [];
  const total = one.reference.length;
  let cut = [];
  let now = 0;
  while (steps.length < STEPS_MOST && cut.length < total) {
    const left = one.units.map((_, i) => i).filter((i) => !choosing.taken[i]);
    const features = new Float32Array(left.length * WIDTH);
    const gains = left.map((i, k) => {
      const row = new Float64Array(WIDTH);
      row.set(context.statics.subarray(i * STATIC_FEATURES.length, (i + 1) * STATIC_FEATURES.length));
      choosing.features(i, row, STATIC_FEATURES.length);
      LATER_AT.forEach(
        (at, z) => (row[STATIC_FEATURES.length + DYNAMIC_FEATURES.length + z] = choosing.later01() * row[at]),
      );
      features.set(row, k * WIDTH);
      const more = cut.concat(one.units[i]).slice(0, total);
      const [r1, r2] = rouge(more, one.reference);
      return Math.max(0, r1 + r2 - now) / Math.max(4, more.length - cut.length) ** GAIN_POWER;
    });
    const best = Math.max(0, ...gains);
    if (best === 0) break;
    const target = gains.map((gain) => Math.exp((gain / best - 1) / GAIN_HEAT));
    const sum = target.reduce((a, b) => a + b, 0);
    steps.push({ features, target: target.map((x) => x / sum), weight: one.weight });
    const pick = left[gains.indexOf(best)];
    choosing.take(pick);
    cut = cut.concat(one.units[pick]).slice(0, total);
    const [r1, r2] = rouge(cut, one.reference);
    now = r1 + r2;
  }
  return steps;
}

/** Softmax regression over each step's candidates (Adam; Kingma & Ba 2015). */
function learnPolicy(steps, seed) {
  const random = linearCongruential(seed);
  const w = new Float64Array(WIDTH);
  for (const [name, value] of Object.entries(COVERAGE)) w[NAMES.indexOf(name)] = value;
  const m = new Float64Array(WIDTH);
  const v = new Float64Array(WIDTH);
  const mean = steps.reduce((sum, step) => sum + step.weight, 0) / steps.length;
  const order = [...steps];
  let t = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let from = 0; from < order.length; from += BATCH) {
      const slope = new Float64Array(WIDTH);
      for (const { features, target, weight } of order.slice(from, from + BATCH)) {
        const scores = target.map((_, k) => {
          let sum = 0;
          for (let f = 0; f < WIDTH; f++) sum += w[f] * features[k * WIDTH + f];
          return sum;
        });
        const most = Math.max(...scores);
        const exp = scores.map((x) => Math.exp(x - most));
        const all = exp.reduce((a, b) => a + b, 0);
        target.forEach((q, k) => {
          const d = ((q - exp[k] / all) * weight) / mean / BATCH;
          for (let f = 0; f < WIDTH; f++) slope[f] += d * features[k * WIDTH + f];
        });
      }
      t++;
      for (let f = 0; f < WIDTH; f++) {
        const g = slope[f] - TOWARDS_ZERO * w[f];
        m[f] = 0.9 * m[f] + 0.1 * g;
        v[f] = 0.999 * v[f] + 0.001 * g * g;
        const step = RATE * (1 - epoch / EPOCHS);
        w[f] += (step * (m[f] / (1 - 0.9 ** t))) / (Math.sqrt(v[f] / (1 - 0.999 ** t)) + 1e-8);
      }
    }
  }
  return w;
}

function learn(list) {
  const expectations = learnExpectations(list);
  const steps = list.flatMap((one) => stepsOf(one, rankingContextOf(one.parsed, expectations)));
  const sum = new Float64Array(WIDTH);
  for (const seed of SEEDS) learnPolicy(steps, seed).forEach((x, i) => (sum[i] += x / SEEDS.length));
  for (const [name, value] of Object.entries(COVERAGE)) sum[NAMES.indexOf(name)] += value;
  const w = round(sum);
  const statics = w.slice(0, STATIC_FEATURES.length);
  const moving = w.slice(STATIC_FEATURES.length, STATIC_FEATURES.length + DYNAMIC_FEATURES.length);
  return { ...expectations, statics, moving, later: w.slice(STATIC_FEATURES.length + DYNAMIC_FEATURES.length) };
}

/** The text of the weights file: one weight a line, with the name of its feature. */
function fileOf(weights) {
  const features = {
    words: WORD_FEATURES,
    pairs: PAIR_FEATURES,
    statics: STATIC_FEATURES,
    moving: DYNAMIC_FEATURES,
    later: LATER_FEATURES,
  };
  const part = ([name, list]) =>
    `  ${name}: [\n${list.map((x, i) => `    ${x}, // ${features[name][i]}\n`).join('')}  ],\n`;
  const { command, seed, corpora, date } = made({ command: COMMAND, seed: SEEDS, corpora: ['keypoints-dev'] });
  return `/** What each feature weighs when sentences are chosen. Written by train/key-points/train.mjs; not by hand. */
import type { KeyPointWeights } from './policy.ts';

export const KEY_POINT_WEIGHTS: KeyPointWeights = {
  made: {
    command: '${command}',
    seed: [${seed.join(', ')}],
    corpora: ['${corpora.join(`', '`)}'],
    date: '${date}',
  },
${Object.entries(weights).map(part).join('')}};
`;
}

if (values.folds) {
  const { ranked } = await load('key-points/policy.ts');
  const list = teachers();
  const folds = Number(values.folds);
  const sets = {};
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(list.filter((one) => one.fold % folds !== fold));
    for (const one of list.filter(({ fold: own }) => own % folds === fold)) {
      const units = ranked(one.parsed, weights).flatMap(({ index }) => one.units[index]);
      const [r1, r2] = rouge(units.slice(0, one.reference.length), one.reference);
      const set = (sets[one.set] ??= { n: 0, r1: 0, r2: 0 });
      set.n++;
      set.r1 += r1;
      set.r2 += r2;
    }
  }
  for (const [name, { n, r1, r2 }] of Object.entries(sets)) {
    console.log(`${name.padEnd(12)} ${n}\t${(r1 / n).toFixed(3)}\t${(r2 / n).toFixed(3)}`);
  }
} else {
  const text = fileOf(learn(teachers()));
  if (!values.check) writeFileSync(FILE, text);
  else if (undated(readFileSync(FILE, 'utf8')) !== undated(text)) {
    console.log(`${FILE} is not what this script writes.`);
    process.exit(1);
  }
  console.log(values.check ? 'The weights are what this script writes.' : `Written: ${FILE}`);
}
