/**
 * Trains the forest that judges stretches: `node train/stretches/train.mjs DRAWN.jsonl REAL.jsonl WORDS.json OUT.json`.
 * DRAWN are pages of `pages.mjs`, REAL those of the corpora, both as `judge/skeletons.mjs` writes them. About five
 * minutes and 2 GB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { binsOf, cutsOf, growForest, pack, random } from '../judge/forest.mjs';
import { INSERTED, OWN, labelsOf } from './labels.mjs';
import { productCode, storedPages } from './product.mjs';

const SEED = 11;
const FOREST = { trees: 240, leaves: 32, rate: 0.12, columnShare: 0.3, minWeight: 5 };
/** Stretches of one page that are learned from. */
const MOST = { drawn: 110, real: 40 };
/** What an error costs: on a stretch that is inserted as a whole, on one of the article's, on one that is both. */
const COST = { inserted: 1, own: 1.5, mixed: 2 };
/** Share of drawn pages whose suspicions are blanked, so that the forest learns to do without them. */
const BLANKED = 0.2;
const BLANK = -2;
const SUSPICIONS = /strange|suspicion|contentLeast|content$/i;

const [, , drawn, real, wordsFile, out] = process.argv;
const code = await productCode();
const { STRETCH_WIDTH: WIDTH, STRETCH_FEATURE_NAMES: NAMES } = code;
const words = JSON.parse(readFileSync(wordsFile, 'utf8')).map(
  (odds) => new Map(Object.entries(odds).map(([word, tenths]) => [code.profile(word).words[0], tenths / 10])),
);
const rand = random(SEED);
const rows = [];
const answers = [];
const costs = [];

/** Drawn pages of one half are judged by the words of the other; see words.mjs. */
const wordsFor = ({ id }) => words[/^drawn-/.test(id) ? Number(id.split('-')[2]) % 2 : 2];

function stretchesOf(page) {
  const { content, scores } = code.opinion(page.s);
  const lines = code.linesOf(page.s, content, { ...scores, words: wordsFor(page) });
  if (lines.count < 3) return undefined;
  const overlap = code.overlapOf(page.s, lines);
  const usual = code.usualOf(page.s, lines, overlap);
  return { lines, overlap, usual, stretches: code.candidatesOf(page.s, lines, overlap) };
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
    const made = stretchesOf(page);
    if (!made) continue;
    const labels = labelsOf(page);
    const blanked = page.strangers && rand() < BLANKED;
    for (const stretch of shuffled(made.stretches).slice(0, most)) {
      let [own, inserted] = [0, 0];
      for (const line of stretch.lines) {
        const label = labels[made.lines.runs[line]];
        if (label === OWN) own += made.lines.chars[line];
        else if (label === INSERTED) inserted += made.lines.chars[line];
      }
      if (own + inserted === 0) continue;
      const row = new Float32Array(WIDTH);
      code.writeFeatures(page.s, made.lines, made.overlap, made.usual, stretch, row);
      if (blanked) NAMES.forEach((name, column) => SUSPICIONS.test(name) && (row[column] = BLANK));
      rows.push(row);
      answers.push(own === 0 ? 1 : 0);
      costs.push(own === 0 ? COST.inserted : inserted === 0 ? COST.own : COST.mixed);
    }
  }
}

const REAL_KINDS = new Set(['article', 'documentation', 'forum']);
await learnFrom(drawn, MOST.drawn, (page) => page.id.startsWith('drawn-'));
await learnFrom(
  real,
  MOST.real,
  (page) => page.set === 'daniel' || (page.set === 'wcxb' && REAL_KINDS.has(page.group)),
);
console.log(`${rows.length} stretches, ${answers.filter(Boolean).length} of them inserted`);
const table = new Float32Array(rows.length * WIDTH);
rows.forEach((row, at) => table.set(row, at * WIDTH));
const cuts = cutsOf(table, WIDTH, WIDTH, rand);
const grown = growForest({
  ...FOREST,
  bins: binsOf(
    table,
    WIDTH,
    cuts,
    Int32Array.from(rows, (_, at) => at),
  ),
  cuts,
  answer: Float32Array.from(answers),
  weights: Float32Array.from(costs),
  rand: random(SEED + 1),
});
writeFileSync(out, JSON.stringify(pack(grown, cuts)));
