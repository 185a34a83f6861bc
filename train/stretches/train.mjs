/**
 * Trains the forests that judge stretches: `node train/stretches/train.mjs MADE.jsonl,… REAL.jsonl WORDS.json
 * OUT.json`. MADE are pages with known teasers (those of `pages.mjs` first), REAL are pages of the corpora; all are in
 * the format of `judge/snapshots.mjs`. Takes about ten minutes and 4 GB of memory.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { random } from '../random.mjs';
import { binsOf, growLeafWise, thresholdsOf } from '../trees/leaf-wise.mjs';
import { INSERTED, OWN, labelsOf } from './labels.mjs';
import { productCode, storedPages } from './product.mjs';

const SEED = 11;
const FOREST = { leaves: 32, rate: 0.12, columnShare: 0.3, minWeight: 5 };
const TREES = { alone: 110, half: 70, surrounded: 140 };
/** Maximum number of stretches of one page that are learned from. */
const MOST = { drawn: 80, real: 30 };
/** Cost of an error on a stretch that is all inserted, on one that is all the article's own, and on a mixed one. */
const COST = { inserted: 1, own: 2, mixed: 2.5 };
/** Share of generated pages whose suspicions are blanked, so that the forest learns to work without them (0–1). */
const BLANKED = 0.25;
const BLANK = -2;
const SUSPICIONS = /stray|suspicion|contentLeast|content$/i;

const [, , made, real, wordsFile, out] = process.argv;
const code = await productCode();
const { STRETCH_WIDTH: WIDTH, STRETCH_FEATURE_NAMES: NAMES } = code;
const words = JSON.parse(readFileSync(wordsFile, 'utf8')).map(
  (odds) => new Map(Object.entries(odds).map(([word, tenths]) => [code.profile(word).words[0], tenths / 10])),
);
const rand = random(SEED);
const pages = [];

/** Generated pages of one half are judged with the words of the other half; see words.mjs. */
const wordsFor = ({ id }) => words[/^drawn-/.test(id) ? Number(id.split('-')[2]) % 2 : 2];

function evidenceOf(page) {
  const { content, scores } = code.scoreRuns(page.s);
  const lines = code.linesOf(page.s, content, { ...scores, words: wordsFor(page) });
  return lines.count < 3 ? undefined : code.evidenceOf(page.s, lines);
}

function shuffled(list) {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(rand() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}

async function learnFrom(file, most, isUsed) {
  for await (const page of storedPages(file)) {
    if (!isUsed(page)) continue;
    const made = evidenceOf(page);
    if (!made) continue;
    const labels = labelsOf(page);
    const own = { rows: [], answers: [], costs: [], stretches: [], count: made.lines.count };
    pages.push(own);
    const blanked = page.teasers && rand() < BLANKED;
    const order = shuffled(made.stretches.map((_, at) => at));
    for (const index of order.slice(0, most)) {
      const stretch = made.stretches[index];
      let [kept, inserted] = [0, 0];
      for (const line of stretch.lines) {
        const label = labels[made.lines.runs[line]];
        if (label === OWN) kept += made.lines.chars[line];
        else if (label === INSERTED) inserted += made.lines.chars[line];
      }
      if (kept + inserted === 0) continue;
      const row = new Float32Array(WIDTH);
      code.writeFeatures(made, index, row);
      if (blanked) NAMES.forEach((name, column) => SUSPICIONS.test(name) && (row[column] = BLANK));
      own.rows.push(row);
      own.stretches.push(stretch);
      own.answers.push(kept === 0 ? 1 : 0);
      own.costs.push(kept === 0 ? COST.inserted : inserted === 0 ? COST.own : COST.mixed);
    }
  }
}

const REAL_KINDS = new Set(['article', 'documentation', 'forum']);
for (const file of made.split(',')) await learnFrom(file, MOST.drawn, (page) => page.teasers !== undefined);
await learnFrom(
  real,
  MOST.real,
  (page) => page.set === 'daniel' || (page.set === 'wcxb' && REAL_KINDS.has(page.group)),
);
console.log(`${pages.length} pages, ${pages.reduce((sum, page) => sum + page.rows.length, 0)} stretches`);

/** Grows a forest on the stretches of some pages. `more` adds features of the surrounding stretches. */
function learn(some, trees, seed, more) {
  const width = WIDTH + (more ? code.SURROUNDING_WIDTH : 0);
  const count = some.reduce((sum, page) => sum + page.rows.length, 0);
  const table = new Float32Array(count * width);
  const [answers, costs] = [[], []];
  for (const page of some)
    page.rows.forEach((row, at) => {
      const start = answers.length * width;
      table.set(row, start);
      more?.(page, at, table.subarray(start + WIDTH));
      answers.push(page.answers[at]);
      costs.push(page.costs[at]);
    });
  const cuts = thresholdsOf(table, width, width, rand);
  const bins = binsOf(
    table,
    width,
    cuts,
    Int32Array.from(answers, (_, at) => at),
  );
  const settings = { ...FOREST, trees, rand: random(seed) };
  const grown = growLeafWise({
    ...settings,
    bins,
    thresholds: cuts,
    answer: Float32Array.from(answers),
    weights: Float32Array.from(costs),
  });
  return grown;
}

const alone = learn(pages, TREES.alone, SEED);
// Each half of the pages is first judged by a forest of the other half, because the product judges unseen pages too.
for (const half of [0, 1]) {
  const forest = code.decode(
    learn(
      pages.filter((_, at) => at % 2 !== half),
      TREES.half,
      SEED + 9 + half,
    ),
  );
  for (const page of pages.filter((_, at) => at % 2 === half)) {
    page.alone = Float32Array.from(page.rows, (row) => code.predict(forest, row, 0));
    page.around = code.lineProbabilities(page.stretches, page.alone, page.count);
  }
}
const surrounded = learn(pages, TREES.surrounded, SEED + 20, (page, at, row) =>
  code.writeSurrounding(page.stretches[at], page.alone[at], page.around, row),
);
writeFileSync(out, JSON.stringify({ alone, surrounded }));
