/**
 * `npm run bench -- keypoints [--peers]`: key points compared with the authors' own summaries, by set; how many can be
 * read alone; and the time it takes.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { articleOf, keyPointRows, rougeAtLength, unitsOf } from './parts/key-point-articles.mjs';
import { packages, rivals } from './parts/key-point-rivals.mjs';
import { faultsOf } from './parts/point-faults.mjs';

const TOP = join(import.meta.dirname, '..');
/** ROUGE-1 and ROUGE-2 to reach. */
const BARS = {
  kp: [0.345, 0.098],
  cnn: [0.312, 0.112],
  description: [0.292, 0.112],
  zh: [0.41, 0.285],
  ko: [0.75, 0.615],
  vi: [0.3, 0.162],
};
/** Pages an npm peer is run on: each costs seconds on a long one, and all read English only. */
const PEER_PAGES = { kp: 26, description: 60, cnn: 120 };
/** How many runs an article's time is the best of, to exclude other load on the machine. */
const RUNS = 3;
const LONG_TEXT = 220_000;

const median = (list, share = 0.5) =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const shown = ([r1, r2]) => `${r1.toFixed(3)}/${r2.toFixed(3)}`;
const mean = (pairs) => [0, 1].map((k) => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length);

function table(name, sets, results) {
  const cells = [...sets.keys()].map((set) => (results.get(set)?.length ? shown(mean(results.get(set))) : '-'));
  console.log([name.padEnd(14), ...cells.map((cell) => cell.padEnd(12))].join(' '));
}

async function measured(rank, rows, most = {}) {
  const results = new Map();
  const times = [];
  for (const { row, article } of rows) {
    const list = results.get(row.set) ?? [];
    results.set(row.set, list);
    if (list.length >= (most[row.set] ?? Infinity)) continue;
    const from = performance.now();
    const found = await rank(article);
    times.push(performance.now() - from);
    list.push(rougeAtLength(found, row.reference));
  }
  return { results, times };
}

/** Texts of the other corpora too, for what can be read alone: [name, language, article]. */
function moreTexts(folder) {
  const list = [];
  const daniel = join(folder, 'daniel-dev');
  if (existsSync(daniel)) {
    const languages = JSON.parse(readFileSync(join(daniel, 'languages.json'), 'utf8'));
    const codes = { Chinese: 'zh', English: 'en', Greek: 'el', Polish: 'pl', Russian: 'ru' };
    for (const id of readdirSync(join(daniel, 'reference'))) {
      const text = readFileSync(join(daniel, 'reference', id), 'utf8').replace(/<[^>]+>/g, '\n');
      const lang = codes[languages[id]] ?? languages[id];
      list.push([`daniel-dev ${lang}`, lang, articleOf({ id, title: '', article: text, lang })]);
    }
  }
  const wcxb = join(folder, 'wcxb-dev', 'ground-truth');
  if (existsSync(wcxb)) {
    for (const id of readdirSync(wcxb)) {
      const page = JSON.parse(readFileSync(join(wcxb, id), 'utf8'));
      const { title = '', main_content: article = '' } = page.ground_truth;
      list.push([
        `wcxb-dev ${page._internal?.page_type?.primary}`,
        'en',
        articleOf({ id, title: title ?? '', article, lang: 'en' }),
      ]);
    }
  }
  return list;
}

function readAlone(texts, keyPoints) {
  const groups = new Map();
  const faults = new Map();
  for (const [name, language, article] of texts) {
    const { points, authored } = keyPoints(article);
    const group = groups.get(name) ?? { pages: 0, authored: 0, none: 0, points: 0, faulty: 0 };
    groups.set(name, group);
    group.pages++;
    if (authored) {
      group.authored++;
      continue;
    }
    if (points.length === 0) group.none++;
    for (const point of points) {
      group.points++;
      const own = faultsOf(point, { language, title: article.title, article, others: points });
      if (own.length > 0) group.faulty++;
      for (const fault of own) faults.set(fault, [...(faults.get(fault) ?? []), point.text]);
    }
  }
  console.log(
    '\nRead alone (an independent check): pages, authors’ own lists, pages without points, points, points with a fault',
  );
  for (const [name, { pages, authored, none, points, faulty }] of groups)
    console.log(`${name.padEnd(24)} ${pages}\t${authored}\t${none}\t${points}\t${faulty}`);
  for (const [fault, list] of faults) console.log(`  ${fault}: ${list.length}, e.g. “${list[0].slice(0, 100)}”`);
}

function costs(rows, keyPoints) {
  const best = rows.map(({ article }) => {
    let ms = Infinity;
    for (let run = 0; run < RUNS; run++) {
      const from = performance.now();
      keyPoints(article);
      ms = Math.min(ms, performance.now() - from);
    }
    return ms;
  });
  let text = '';
  const blocks = [];
  for (let i = 0; text.length < LONG_TEXT; i++) {
    const { article } = rows[i % rows.length];
    for (const block of article.blocks) {
      const start = text.length;
      text += `${article.text.slice(block.start, block.end)}\n`;
      blocks.push({ ...block, start, end: text.length - 1 });
    }
  }
  const long = {
    ...rows[0].article,
    text: text.slice(0, LONG_TEXT),
    blocks: blocks.filter(({ end }) => end <= LONG_TEXT),
  };
  let ms = Infinity;
  for (let run = 0; run < 2 * RUNS; run++) {
    const from = performance.now();
    keyPoints(long);
    ms = Math.min(ms, performance.now() - from);
  }
  console.log(
    `\nms an article (best of ${RUNS}): median ${median(best).toFixed(1)}, ` +
      `p95 ${median(best, 0.95).toFixed(1)}; ${LONG_TEXT.toLocaleString('en')} characters ${ms.toFixed(0)}`,
  );
  return best;
}

export async function run({ corpus, peers, limit, out }) {
  const all = keyPointRows(corpus);
  if (!all) {
    console.log(
      'keypoints-dev.jsonl is not here: set --corpus or LEDE_CORPUS to the folder that holds it. Nothing measured.',
    );
    return 0;
  }
  const { rank, keyPoints } = await import(join(TOP, 'dist', 'core', 'lede-core.js'));
  const every = limit ? Math.ceil(all.length / Number(limit)) : 1;
  const rows = all
    .filter((row, i) => i % every === 0 && unitsOf(row.reference).length >= 4)
    .map((row) => ({ row, article: articleOf(row) }));
  const sets = new Map();
  for (const { row } of rows) sets.set(row.set, (sets.get(row.set) ?? 0) + 1);
  console.log('ROUGE-1/ROUGE-2 F1 at the reference’s length');
  console.log([''.padEnd(14), ...[...sets].map(([set, n]) => `${set} (${n})`.padEnd(12))].join(' '));
  console.log(
    ['to reach'.padEnd(14), ...[...sets.keys()].map((set) => (BARS[set] ? shown(BARS[set]) : '-').padEnd(12))].join(
      ' ',
    ),
  );
  const lede = (article) => rank(article).map(({ text }) => text);
  table('Lede', sets, (await measured(lede, rows)).results);
  for (const [name, method] of Object.entries(await rivals()))
    table(name, sets, (await measured(method, rows)).results);
  if (peers) {
    const english = rows.filter(({ row }) => row.set in PEER_PAGES);
    console.log(`the same on the first pages of each English set (${Object.values(PEER_PAGES).join(', ')}):`);
    table('Lede', sets, (await measured(lede, english, PEER_PAGES)).results);
    for (const [name, method] of Object.entries(await packages())) {
      const { results, times } = await measured(method, english, PEER_PAGES);
      table(name, sets, results);
      console.log(`  ${name}: ms median ${median(times).toFixed(0)}, p95 ${median(times, 0.95).toFixed(0)}`);
    }
  }
  const ms = costs(rows, keyPoints);
  readAlone(
    [
      ...rows.map(({ row, article }) => [`keypoints-dev ${row.set}`, row.lang, article]),
      ...(corpus && !limit ? moreTexts(corpus) : []),
    ],
    keyPoints,
  );
  const folder = out ?? join(TOP, '.cache', 'keypoints');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'keypoints.jsonl');
  const lines = rows.map(({ row, article }, i) => {
    const points = keyPoints(article).points.slice(0, 5);
    return JSON.stringify({ id: row.id, points: points.map(({ text }) => text), ranked: lede(article), ms: ms[i] });
  });
  writeFileSync(file, lines.join('\n'));
  console.log(`\nFor score.mjs: ${file}`);
  return 0;
}
