/**
 * `npm run bench -- points --corpus DIR [--more FILE] [--out FOLDER]`: what is shown as key points, by the ratings of
 * every sentence; lead, TextRank and LexRank beside it, and what a model that a person chose can make of the sentences
 * it is offered. Lede's forests learn from such ratings, so each article is judged here by forests that never saw its
 * site. `--unseen FILE` judges the articles of another file of ratings, from which nothing was learned, by the built-in
 * forests. `--questions FILE` writes what a language model is asked, one `{ id, system, user }` a line, and
 * `--answers FILE` measures its answers, one `{ id, answer }` a line: `{"id": "a/7", "answer": "{\"ids\": [4, 1]}"}`.
 */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { heldOut, lessonOf } from '../train/key-points/worth.mjs';
import { sample, score, unpacked } from './parts/corpora.mjs';
import { rivals } from './parts/key-point-rivals.mjs';
import { modelPoints } from './parts/point-model.mjs';
import { ratedArticles, ratingRows, scoreOf } from './parts/rated-articles.mjs';

const TOP = join(import.meta.dirname, '..');
const load = async (name) => (await runnerImport(join(TOP, 'src/core/digest/key-points', name))).module;
/** How many sentences a peer shows for an article for which Lede shows none. */
const SHOWN = 4;
const SCORES = ['worth', 'weak', 'bad', 'best', 'count'];

const mean = (list) => (list.length ? list.reduce((sum, x) => sum + x, 0) / list.length : NaN);

/** One line a language: the mean over its articles of each score, and the number of articles without points. */
function table(name, results) {
  const groups = new Map();
  for (const result of results) {
    for (const group of ['all', result.lang]) groups.set(group, [...(groups.get(group) ?? []), result]);
  }
  for (const [group, list] of groups) {
    const cells = SCORES.map((key) => mean(list.map((r) => r[key]).filter((x) => x !== null)).toFixed(2));
    const none = list.filter(({ count }) => count === 0).length;
    console.log([name.padEnd(18), group, String(list.length), ...cells, String(none)].join('\t'));
  }
}

/** The articles with forests that never saw their sites: `[{ lesson, forests }]`. */
async function judgedOf(folder, rows, { limit, more, unseen }) {
  if (unseen) {
    const { WORTH_FORESTS: forests } = await load('worth/worth.ts');
    const rated = await ratedArticles(folder, sample(rows, limit));
    return rated.map((one) => ({ lesson: lessonOf(one), forests }));
  }
  const others = more ? (ratingRows(more) ?? []) : [];
  const rated = await ratedArticles(folder, [...sample(rows, limit), ...others]);
  const tested = new Set(rows.map(({ id }) => id));
  return heldOut(rated.map(lessonOf)).filter(({ lesson }) => tested.has(lesson.row.id));
}

export async function run({ corpus, limit, out, more, unseen, questions, answers }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  const file = unseen ?? join(folder, 'ratings-dev.jsonl');
  const rows = ratingRows(file);
  if (!rows) {
    console.log(`${file} is not here. Nothing measured.`);
    return 0;
  }
  const { keyPoints } = await load('key-points.ts');
  const { parseSentences } = await load('candidates.ts');
  const judged = await judgedOf(folder, rows, { limit, more, unseen });
  const lede = judged.map(({ lesson, forests }) => keyPoints(lesson.article, forests).points.map(({ text }) => text));
  const shown = { Lede: lede };
  const { TextRank, LexRank } = await rivals();
  const lead = (article) => parseSentences(article).candidates.map(({ text }) => text);
  for (const [name, method] of Object.entries({ lead, TextRank, LexRank })) {
    shown[name] = judged.map(({ lesson }, i) => method(lesson.article).slice(0, lede[i].length || SHOWN));
  }
  Object.assign(shown, await modelPoints(judged, { questions, answers }));
  console.log(
    'Shares of the points shown, means of articles; ratings by a large language model (2 worth, 1 weak, 0 bad)',
  );
  console.log(['', 'articles', '', ...SCORES, 'none'].join('\t'));
  for (const [name, lists] of Object.entries(shown)) {
    const results = judged.map(({ lesson: { row } }, i) => ({ lang: row.lang, ...scoreOf(row, lists[i]) }));
    table(name, results);
  }
  if (out) {
    const predictions = Object.fromEntries(
      Object.entries(shown).map(([name, lists]) => [
        name,
        judged.map(({ lesson: { row } }, i) => ({ id: row.id, points: lists[i] })),
      ]),
    );
    score('ratings', file, predictions, out);
  }
  return 0;
}
