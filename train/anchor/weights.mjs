/**
 * Learns the weights with which anchoring scores a place: `node train/anchor/weights.mjs --corpus DIR [--all]
 * [--check]` writes `src/core/anchor/score-weights.ts`. `--check` only reports whether the file is what would be
 * written. Learns from every second page of anchoring-dev, so that the others can be used for measuring; `--all` learns
 * from all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { made, undated } from '../made.mjs';

const here = import.meta.dirname;
const load = async (name) => (await runnerImport(join(here, '../../src/core/anchor', name))).module;
const { describeQuote } = await load('quote.ts');
const { rank, placeOf } = await load('locate.ts');
const { gramsOf } = await load('grams.ts');
const { scoreFeatures } = await load('score.ts');
const { SCORE_WEIGHTS } = await load('score-weights.ts');

/** Minimum overlap with the truth for a place to count as found (0–1, intersection over union). */
const FOUND = 0.8;
const MOST_PLACES = 30;
const FEWEST_KEPT = 0.3;
/**
 * Sample weights: for quotes that are gone (a wrong place is worse than a lost one), for quotes without a right place
 * among the candidates, and for texts that did not change.
 */
const SAMPLE = { gone: 3, unreachable: 0.7, unchanged: 0.2 };
const STEPS = 800;
const RATE = 0.08;
const DECAY = 4e-5;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: 'corpus' },
    all: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const pages = readFileSync(join(values.corpus, 'anchoring-dev.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .filter((_, i) => values.all || i % 2 === 0)
  .map((line) => JSON.parse(line));

function overlap(place, [start, end]) {
  const both = Math.max(0, Math.min(place.end, end) - Math.max(place.start, start));
  return both / (Math.max(place.end, end) - Math.min(place.start, start));
}

const samples = [];
for (const page of pages) {
  const quotes = page.quotes.map(({ start, end }) => describeQuote(page.text, start, end));
  for (const [variant, { text, truth }] of Object.entries(page.variants)) {
    const grams = gramsOf(text);
    truth.forEach((range, i) => {
      const rows = rank(grams, quotes[i])
        .filter(({ candidate }) => candidate.kept01 >= FEWEST_KEPT)
        .slice(0, MOST_PLACES)
        .map(({ candidate, context }) => ({
          features: scoreFeatures(candidate, context),
          right: range ? overlap(placeOf(grams, candidate, quotes[i]), range) >= FOUND : false,
        }));
      if (rows.length === 0) return;
      const hit = rows.some(({ right }) => right);
      const weight = !range ? SAMPLE.gone : !hit ? SAMPLE.unreachable : variant === 'identity' ? SAMPLE.unchanged : 1;
      samples.push({ rows, hit, weight });
    });
  }
}

// A softmax over all places and "none" (a place with sum 0), trained with Adam (Kingma & Ba 2015).
const names = Object.keys(SCORE_WEIGHTS.weights);
const weights = names.map(() => 0);
const [first, second] = [names.map(() => 0), names.map(() => 0)];
for (let step = 1; step <= STEPS; step++) {
  const slope = names.map(() => 0);
  let [loss, total] = [0, 0];
  for (const { rows, hit, weight } of samples) {
    const sums = rows.map(({ features }) => features.reduce((sum, value, i) => sum + value * weights[i], 0));
    const most = Math.max(0, ...sums);
    const shares = sums.map((sum) => Math.exp(sum - most));
    const none = Math.exp(-most);
    const all = none + shares.reduce((a, b) => a + b, 0);
    const right = hit ? rows.reduce((sum, row, k) => sum + (row.right ? shares[k] : 0), 0) : none;
    loss -= weight * Math.log(Math.max(1e-12, right / all));
    total += weight;
    rows.forEach((row, k) => {
      const wanted = hit && row.right ? shares[k] / right : 0;
      const push = weight * (shares[k] / all - wanted);
      row.features.forEach((value, i) => (slope[i] += push * value));
    });
  }
  weights.forEach((weight, i) => {
    const g = slope[i] / total + DECAY * weight;
    first[i] = 0.9 * first[i] + 0.1 * g;
    second[i] = 0.99 * second[i] + 0.01 * g * g;
    weights[i] -= (RATE * (first[i] / (1 - 0.9 ** step))) / (Math.sqrt(second[i] / (1 - 0.99 ** step)) + 1e-8);
  });
  if (step % 200 === 0) console.error(`${step}: loss ${(loss / total).toFixed(4)} of ${samples.length} samples`);
}

const FILE = join(here, '../../src/core/anchor/score-weights.ts');
const before = readFileSync(FILE, 'utf8');
const { command, seed, corpora, date } = made({
  command: `node train/anchor/weights.mjs --corpus DIR${values.all ? ' --all' : ''}`,
  seed: null,
  corpora: [`anchoring-dev, ${values.all ? 'all pages' : 'every second page'}`],
});
const text = `${before.slice(0, before.indexOf('export const'))}export const SCORE_WEIGHTS = {
  made: {
    command: '${command}',
    seed: ${JSON.stringify(seed)},
    corpora: ['${corpora.join("', '")}'],
    date: '${date}',
  },
  weights: {
${names.map((name, i) => `    ${name}: ${Number(weights[i].toFixed(2))},`).join('\n')}
  },
} as const;
`;
if (values.check) {
  const same = undated(before) === undated(text);
  console.log(`${FILE} is ${same ? '' : 'not '}what this script writes.`);
  process.exitCode = same ? 0 : 1;
} else writeFileSync(FILE, text);
