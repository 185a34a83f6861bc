/** Trains the judge: `node tools/judge/train.mjs SKELETONS.jsonl … [--final]`. Without --final only measures on sites held out. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FOLDS, load, productFacts, weightsOf } from './data.mjs';
import { binsOf, cutsOf, growForest, pack, random } from './forest.mjs';
import { learnLeanings } from './leanings.mjs';
import { pageFigures, table } from './measure.mjs';

const SEED = 20261123;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    final: { type: 'boolean', default: false },
    first: { type: 'string', default: '90' },
    second: { type: 'string', default: '160' },
    leaves: { type: 'string', default: '24' },
    folds: { type: 'string', default: '0' }, // folds measured, e.g. 0,1
    threshold: { type: 'string', default: 'auto' },
    drop: { type: 'string', default: '' }, // facts left out, to see what they are worth
    sets: { type: 'string', default: 'wcxb:1,daniel:0.6,teasers:1,made:1' },
    out: { type: 'string', default: join(import.meta.dirname, '..', '..', '.cache', 'judge') },
    errors: { type: 'string' },
    scores: { type: 'string' }, // where first scores are kept between runs, to try second passes quickly
  },
});
/** Rows kept for the test that the product's predictor agrees. */
const VECTORS = 24;
const LEANINGS = { mostNames: 420, mostWords: 520 };
const facts = await productFacts();
const { FIRST, SECOND, firstFacts, secondFacts, profile } = facts;
const W1 = FIRST.length,
  W2 = SECOND.length,
  W = W1 + W2;
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
/** Runs whose truth differs between corpora by convention are not learned from. */
function ignoreConventions(rows) {
  const isTitle = FIRST.indexOf('isTitle'),
    heading = FIRST.indexOf('heading');
  for (const page of pages) {
    if (page.set !== 'daniel') continue;
    page.s.runs.forEach((run, at) => {
      const row = (page.from + at) * W;
      if (rows[row + isTitle] || rows[row + heading] === 1 || page.s.boxes[run.box].tag === 'figcaption')
        weights[page.from + at] = 0;
    });
  }
}

const hashed = (words) =>
  new Map([...words].map(([word, lean]) => [profile(word).words[0], lean]).filter(([hash]) => hash !== undefined));
const learn = (list) => learnLeanings(list, { ...LEANINGS, shortLine: facts.SHORT_LINE_WORDS });
const rows = new Float32Array(total * W);
function fillFirst(list, leanings) {
  const known = { names: leanings.names, words: hashed(leanings.words) };
  for (const page of list) {
    const first = firstFacts(page.s, known);
    page.first = first;
    for (let at = 0; at < page.s.runs.length; at++)
      rows.set(first.subarray(at * W1, (at + 1) * W1), (page.from + at) * W);
  }
}
function fillSecond(list, scores) {
  for (const page of list) {
    const own = Float32Array.from(page.s.runs, (_, at) => scores[page.from + at]);
    const second = secondFacts(page.s, page.first, W1, own);
    for (let at = 0; at < page.s.runs.length; at++)
      rows.set(second.subarray(at * W2, (at + 1) * W2), (page.from + at) * W + W1);
  }
}
const rowsWhere = (test) => {
  const list = [];
  for (let row = 0; row < total; row++) if (weights[row] > 0 && test(row)) list.push(row);
  return Int32Array.from(list);
};
const sigmoid = (x) => 1 / (1 + Math.exp(-x));

for (let f = 0; f < FOLDS; f++)
  fillFirst(
    pages.filter((page) => page.fold === f),
    learn(pages.filter((page) => page.fold !== f)),
  );
ignoreConventions(rows);
say('first facts');
const dropped = new Set(values.drop.split(',').filter(Boolean));
const blank = (cuts, names) => cuts.map((list, at) => (dropped.has(names[at]) ? [] : list));
const rand = random(SEED);
const cuts1 = blank(cutsOf(narrow(rows, W1), total, W1, rand), FIRST);
const bins1 = binsOf(narrow(rows, W1), total, W1, cuts1);
function narrow(all, width) {
  const out = new Float32Array(total * width);
  for (let row = 0; row < total; row++) out.set(all.subarray(row * W, row * W + width), row * width);
  return out;
}

const options = { leaves: Number(values.leaves) };
const scores1 = new Float64Array(total);
const stored = values.scores && existsSync(values.scores) ? JSON.parse(readFileSync(values.scores, 'utf8')) : undefined;
if (stored?.length === total) stored.forEach((score, row) => (scores1[row] = score));
else
  for (let f = 0; f < FOLDS; f++) {
    const { scores } = growForest({
      bins: bins1,
      cuts: cuts1,
      answer,
      weights,
      use: rowsWhere((row) => fold[row] !== f),
      rand: random(SEED + f),
      trees: Number(values.first),
      ...options,
    });
    for (let row = 0; row < total; row++) if (fold[row] === f) scores1[row] = sigmoid(scores[row]);
    say(`first forest without fold ${f}`);
  }
report(
  'first pass',
  (row) => scores1[row],
  () => true,
);
fillSecond(pages, scores1);
const cuts2 = blank(cutsOf(rows, total, W, rand), [...FIRST, ...SECOND]);
const bins2 = binsOf(rows, total, W, cuts2);
say('second facts');
const heldOut = values.folds
  .split(',')
  .map(Number)
  .filter((f) => f >= 0);
const scores2 = new Float64Array(total);
for (const f of heldOut) {
  const { scores } = growForest({
    bins: bins2,
    cuts: cuts2,
    answer,
    weights,
    use: rowsWhere((row) => fold[row] !== f),
    rand: random(SEED + 50 + f),
    trees: Number(values.second),
    ...options,
  });
  for (let row = 0; row < total; row++) if (fold[row] === f) scores2[row] = sigmoid(scores[row]);
  say(`second forest without fold ${f}`);
}
if (heldOut.length) {
  for (const threshold of values.threshold.split(',').map((one) => (one === 'auto' ? one : Number(one))))
    report(
      `second pass, threshold ${threshold}`,
      (row) => scores2[row],
      (page) => heldOut.includes(page.fold),
      threshold,
    );
}

function report(title, scoreOf, which, threshold = 'auto') {
  const list = pages.filter(which).map((page) => {
    const own = page.texts.map((_, at) => scoreOf(page.from + at));
    const cut = threshold === 'auto' ? facts.cutoff(own, (at) => page.s.runs[at].chars) : threshold;
    const text = page.texts.filter((_, at) => own[at] > cut).join('\n');
    return {
      id: page.id,
      set: page.set,
      group: page.group,
      ...pageFigures(page.set, text, page.truth, page.strangers),
    };
  });
  console.log(`\n${title}\n${table(list).join('\n')}`);
  if (values.errors && title.startsWith('second')) {
    const out = pages.filter(which).map((page) => ({
      id: page.id,
      set: page.set,
      group: page.group,
      f1: list.find((row) => row.id === page.id)?.f1,
      runs: page.texts.map((text, at) => [
        Number(scoreOf(page.from + at).toFixed(2)),
        Number(page.labels[at].toFixed(2)),
        page.s.boxes[page.s.runs[at].box].tag,
        text.slice(0, 90),
      ]),
    }));
    writeFileSync(values.errors, out.map((row) => JSON.stringify(row)).join('\n'));
  }
}

if (values.final) {
  const leanings = learn(pages);
  const everything = rowsWhere(() => true);
  const one = growForest({
    bins: bins1,
    cuts: cuts1,
    answer,
    weights,
    use: everything,
    rand: random(SEED + 90),
    trees: Number(values.first),
    ...options,
  });
  say('first forest, all');
  const two = growForest({
    bins: bins2,
    cuts: cuts2,
    answer,
    weights,
    use: everything,
    rand: random(SEED + 91),
    trees: Number(values.second),
    ...options,
  });
  say('second forest, all');
  mkdirSync(values.out, { recursive: true });
  const asset = {
    facts: { first: FIRST, second: SECOND },
    names: Object.fromEntries(leanings.names),
    words: Object.fromEntries(leanings.words),
    first: pack(one, cuts1),
    second: pack(two, cuts2),
  };
  writeFileSync(join(values.out, 'weights.json'), JSON.stringify(asset));
  // Rows with the scores that the trainer itself gives them: the product must give the same.
  const picked = Array.from({ length: VECTORS }, () => Math.floor(rand() * total));
  const vectors = (width, scores) =>
    picked.map((row) => ({
      facts: Array.from(rows.subarray(row * W, row * W + width)),
      score01: sigmoid(scores[row]),
    }));
  writeFileSync(
    join(values.out, 'judge-vectors.json'),
    JSON.stringify({ first: vectors(W1, one.scores), second: vectors(W, two.scores) }),
  );
  say('written');
}
