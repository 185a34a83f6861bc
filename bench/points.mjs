/** `npm run bench -- points --corpus DIR`: what is shown as key points, by the ratings of every sentence; lead, TextRank and LexRank beside it. */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ratedArticles, ratingRows, scoreOf } from './parts/rated-articles.mjs';
import { rivals } from './parts/key-point-rivals.mjs';
import { sample, score, unpacked } from './parts/corpora.mjs';

const TOP = join(import.meta.dirname, '..');
/** Sentences a peer shows of an article of which Lede shows none. */
const SHOWN = 5;
const SCORES = ['worth', 'weak', 'bad', 'best', 'count'];

const mean = (list) => (list.length ? list.reduce((sum, x) => sum + x, 0) / list.length : NaN);

/** One line a language: the mean over its articles of each score, and the share of articles without points. */
function table(name, results) {
  const groups = new Map();
  for (const result of results) {
    for (const group of ['all', result.lang]) groups.set(group, [...(groups.get(group) ?? []), result]);
  }
  for (const [group, list] of groups) {
    const cells = SCORES.map((key) => mean(list.map((r) => r[key]).filter((x) => x !== null)).toFixed(2));
    const none = list.filter(({ count }) => count === 0).length;
    console.log([name.padEnd(10), group, String(list.length), ...cells, String(none)].join('\t'));
  }
}

export async function run({ corpus, limit, out }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  const file = join(folder, 'ratings-dev.jsonl');
  const rows = ratingRows(file);
  if (!rows) {
    console.log(`${file} is not here. Nothing measured.`);
    return 0;
  }
  const rated = await ratedArticles(folder, sample(rows, limit));
  const { keyPoints } = (await runnerImport(join(TOP, 'src/core/digest/key-points/key-points.ts'))).module;
  const lede = rated.map(({ article }) => keyPoints(article).points.map(({ text }) => text));
  const shown = { Lede: lede };
  const { TextRank, LexRank } = await rivals();
  const lead = await leadSentences();
  for (const [name, method] of Object.entries({ lead, TextRank, LexRank })) {
    shown[name] = rated.map(({ article }, i) => method(article).slice(0, lede[i].length || SHOWN));
  }
  console.log(
    'Shares of the points shown, means of articles; ratings by a large language model (2 worth, 1 weak, 0 bad)',
  );
  console.log(['', 'articles', '', ...SCORES, 'none'].join('\t'));
  for (const [name, lists] of Object.entries(shown)) {
    table(
      name,
      rated.map(({ row }, i) => ({ lang: row.lang, ...scoreOf(row, lists[i]) })),
    );
  }
  if (out) {
    const predictions = Object.fromEntries(
      Object.entries(shown).map(([name, lists]) => [
        name,
        rated.map(({ row }, i) => ({ id: row.id, points: lists[i] })),
      ]),
    );
    score('ratings', file, predictions, out);
  }
  return 0;
}

/** The first sentences of an article, headings and very short lines aside. */
async function leadSentences() {
  const { readingOf } = (await runnerImport(join(TOP, 'src/core/digest/key-points/candidates.ts'))).module;
  return (article) => readingOf(article).candidates.map(({ text }) => text);
}
