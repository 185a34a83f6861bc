/**
 * How well an outline is found after the page's own headings are removed: first the tags only, then the lines too; and
 * whether texts without sections get none.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { heldOut, readArticles, withoutLines, withoutTags } from './parts/articles.mjs';
import { daniel, sample, unpacked, wcxb } from './parts/corpora.mjs';
import { compareLines, flat, mean, windowDiff } from './parts/outline-score.mjs';
import { c99, equalPieces, textTiling } from './parts/topic-peers.mjs';

const KINDS = new Set(['article', 'documentation']);
const percent = (x) => x.toFixed(3);

/** Headings found again, and their levels, over pages that have two or more. */
function headingTable(rows) {
  console.log('\nHeadings found again, their tags removed (mean of pages; in brackets all lines together)');
  console.log(['pages of', 'pages', 'P', 'R', 'F1', 'level', 'level of all-1'].join('\t'));
  for (const [name, list] of groups(rows)) {
    const sum = (key) => list.reduce((n, row) => n + row[key], 0);
    const hits = sum('hits');
    const levels = list.filter((row) => row.hits > 0);
    console.log(
      [
        name,
        list.length,
        percent(hits / (hits + sum('wrong'))),
        percent(hits / (hits + sum('missed'))),
        `${percent(mean(list.map((row) => row.f1)))} (` +
          `${percent((2 * hits) / (2 * hits + sum('wrong') + sum('missed')))})`,
        `${percent(mean(levels.map((row) => row.agree / row.hits)))} (${percent(sum('agree') / hits)})`,
        `${percent(mean(levels.map((row) => row.ones / row.hits)))} (${percent(sum('ones') / hits)})`,
      ].join('\t'),
    );
  }
}

/** Rows by kind of page and by whether their site was held out of training; held out ones decide. */
function groups(rows) {
  const held = rows.filter((row) => row.heldOut);
  return [
    ['sites never trained on', held],
    ['… articles', held.filter((row) => row.type === 'article')],
    ['… documentation', held.filter((row) => row.type === 'documentation')],
    ['sites trained on', rows.filter((row) => !row.heldOut)],
  ];
}

/** A page counts for topics with this many boundaries and words at least. */
const TOPIC_PAGE = { boundaries: 2, words: 400 };

/** Everybody's cuts of one article without its heading lines. */
function cutsOf(article, truth, wordsBefore, topicTurns) {
  const texts = article.blocks.map((b) => article.text.slice(b.start, b.end));
  const words = wordsBefore.at(-1);
  const pieces = (length) => equalPieces(wordsBefore, Math.max(1, Math.round(words / length)));
  return {
    lede: topicTurns(article),
    'equal, mean section': pieces(MEAN_SECTION_WORDS),
    'equal, best length': pieces(BEST_PIECE_WORDS),
    'equal, true number': equalPieces(wordsBefore, truth.length + 1),
    TextTiling: textTiling(texts),
    C99: c99(texts),
    'C99, true number': c99(texts, { cuts: truth.length }),
    'no cut': [],
  };
}
/**
 * Words of a section on the sites trained on: the mean, and the length of piece that has the lowest WindowDiff there.
 */
const MEAN_SECTION_WORDS = 150;
const BEST_PIECE_WORDS = 350;

function topicTable(rows) {
  console.log(
    '\nTopic boundaries, heading lines removed: WindowDiff over words (0 is perfect), mean of pages; in ' +
      'brackets cuts a page',
  );
  const list = groups(rows);
  console.log(['', ...list.map(([name, rows]) => `${name} (${rows.length})`)].join('\t'));
  for (const name of Object.keys(rows[0].diff)) {
    const cell = (rows) =>
      `${percent(mean(rows.map((r) => r.diff[name])))} (${mean(rows.map((r) => r.cuts[name])).toFixed(1)})`;
    console.log([name, ...list.map(([, rows]) => cell(rows))].join('\t'));
  }
}

/** Texts that have no sections: an outline of them would be noise. */
async function* quiet(folder, { amountOf, wordsOf }) {
  const here = join(import.meta.dirname, '..', 'tests', 'fixtures', 'quiet');
  const { module } = await runnerImport(join(import.meta.dirname, '..', 'tests', 'fakes', 'article-of.ts'));
  for (const file of readdirSync(here).toSorted()) {
    for (const text of readFileSync(join(here, file), 'utf8').split(/^=+$/m)) {
      yield { set: file.replace(/\.txt$/, ''), id: text.trim().slice(0, 40), article: module.articleOf(text) };
    }
  }
  let news = 0;
  for await (const { id, truth, article } of readArticles(daniel(folder))) {
    const words = wordsOf(amountOf(article.text));
    if (words < 30 || words >= SHORT_NEWS_WORDS || article.blocks.some((b) => b.kind === 'heading')) continue;
    yield { set: `short news, ${truth.language}`, id, article };
    if (++news >= MOST_NEWS) return;
  }
}
const SHORT_NEWS_WORDS = 300;
const MOST_NEWS = 400;

/** The pages' articles: read again, or as `train/outline/train.mjs --articles FILE` has kept them. */
async function* articlesOf(pages, file) {
  if (!file) {
    yield* readArticles(pages);
    return;
  }
  const kept = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { id, article } = JSON.parse(line);
    kept.set(id, article);
  }
  for (const page of pages) {
    const { id, truth } = page();
    const article = kept.get(id);
    if (article) yield { id, truth, article };
  }
}

/** `npm run bench -- outline [FILE]` */
export async function run({ corpus, limit, rest }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  const load = async (name) =>
    (await runnerImport(join(import.meta.dirname, '..', 'src', 'core', 'digest', name))).module;
  const { outlineOf } = await load('outline/outline.ts');
  const { topicTurns } = await load('outline/topics/topics.ts');
  const reading = await load('reading-time.ts');
  const pages = sample(
    wcxb(folder).filter((page) => KINDS.has(page().truth._internal?.page_type?.primary)),
    limit,
  );
  const lines = [];
  const topics = [];
  const times = [];
  for await (const { id, truth, article } of articlesOf(pages, rest[0])) {
    const type = truth._internal.page_type.primary;
    const own = flat(outlineOf(article)).filter((node) => node.source === 'heading');
    if (own.length < 2) continue;
    const bare = withoutTags(article);
    const begun = performance.now();
    const guessed = flat(outlineOf(bare)).filter((node) => node.source === 'typographic');
    times.push(performance.now() - begun);
    const depths = new Map(own.map((node) => [node.start, node.depth]));
    const result = compareLines(new Map(guessed.map((node) => [node.start, node.depth])), depths);
    const ones = guessed.filter((node) => depths.get(node.start) === 1).length;
    const row = { id, type, heldOut: heldOut(id, article.url) };
    lines.push({ ...row, ones, ...result });

    const { article: silent, places } = withoutLines(article, new Set(depths.keys()));
    const before = [0];
    for (const b of silent.blocks) {
      before.push(before.at(-1) + reading.wordsOf(reading.amountOf(silent.text.slice(b.start, b.end))));
    }
    const cuts = silent.blocks.map((b, i) => (places.includes(b.start) ? i : 0)).filter(Boolean);
    if (cuts.length < TOPIC_PAGE.boundaries || before.at(-1) < TOPIC_PAGE.words) continue;
    const all = cutsOf(silent, cuts, before, topicTurns);
    const inWords = (list) => list.map((i) => before[i]);
    topics.push({
      ...row,
      diff: Object.fromEntries(
        Object.entries(all).map(([name, list]) => [name, windowDiff(before.at(-1), inWords(cuts), inWords(list))]),
      ),
      cuts: { ...Object.fromEntries(Object.entries(all).map(([name, list]) => [name, list.length])) },
    });
  }
  headingTable(lines);
  times.sort((a, b) => a - b);
  console.log(
    `outline: median ${times[times.length >> 1]?.toFixed(1)} ms, ` +
      `p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms (node)`,
  );
  topicTable(topics);

  console.log('\nTexts without sections: how many are shown an outline');
  const sets = new Map();
  for await (const { set, id, article } of quiet(folder, reading)) {
    const shown = outlineOf(article);
    const row = sets.get(set) ?? { texts: 0, noisy: [] };
    row.texts++;
    if (shown.length) row.noisy.push(`${id}: ${shown.map((node) => node.label.slice(0, 30)).join(' | ')}`);
    sets.set(set, row);
  }
  for (const [set, { texts, noisy }] of sets)
    console.log([set, `${noisy.length} of ${texts}`, ...noisy.slice(0, 3)].join('\t'));
  return 0;
}
