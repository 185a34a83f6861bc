/** Measures search over 10,000 notes and 2,000 articles of real text in one Chromium: time to index, time of each key stroke, and what is found. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { findBrowser } from '../tools/browsers.mjs';

const TOP = join(import.meta.dirname, '..');
const ARTICLES = 2_000;
const NOTES = 10_000;
/** Queries typed letter by letter, drawn from the texts themselves. */
const QUERIES = 120;

/** A generator that gives the same numbers every time (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Titles and texts of articles: the human transcripts of the corpora, in English, Greek, Chinese, Polish, Russian and more. */
function articlesOf(corpus) {
  const found = [];
  const wcxb = join(corpus, 'wcxb-dev', 'ground-truth');
  for (const name of existsSync(wcxb) ? readdirSync(wcxb) : []) {
    const { url, ground_truth: truth } = JSON.parse(readFileSync(join(wcxb, name), 'utf8'));
    if (truth.main_content)
      found.push({ url: url || `https://page.example/${name}`, title: truth.title || name, text: truth.main_content });
  }
  const daniel = join(corpus, 'daniel-dev', 'reference');
  for (const name of existsSync(daniel) ? readdirSync(daniel) : []) {
    const lines = readFileSync(join(daniel, name), 'utf8')
      .split('\n')
      .map((line) => line.replace(/<\/?p>/g, '').trim());
    found.push({
      url: `https://${name.split('_')[1]}/${name.slice(-40)}`,
      title: lines[0] ?? name,
      text: lines.join('\n'),
    });
  }
  return found;
}

function libraryOf(corpus, random) {
  const sources = [...new Map(articlesOf(corpus).map((one) => [one.url, one])).values()];
  const pick = (list) => list[Math.floor(random() * list.length)];
  const articles = Array.from({ length: ARTICLES }, (_unused, index) => ({
    ...sources[index % sources.length],
    id: `a${index}`,
  }));
  const sentences = sources.flatMap(({ text }) =>
    text.split(/(?<=[.!?。！？;])\s*|\n+/).filter((one) => one.length > 20),
  );
  const notes = Array.from({ length: NOTES }, (_unused, index) => ({
    id: `n${index}`,
    article: articles[Math.floor(random() * articles.length)],
    exact: pick(sentences).slice(0, 400),
    text: random() < 0.6 ? pick(sentences).slice(0, 200) : '',
  }));
  return { articles, notes, sentences };
}

/** One to three words in a row of some text, in any script. */
function queriesOf(sentences, random) {
  return Array.from({ length: QUERIES }, () => {
    const sentence = sentences[Math.floor(random() * sentences.length)];
    const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? ['a'];
    const start = Math.floor(random() * words.length);
    return words
      .slice(start, start + 1 + Math.floor(random() * 3))
      .join(' ')
      .slice(0, 30);
  });
}

/** Runs in the page. */
async function measure({ articles, notes, queries, face }) {
  const lede = await import(face);
  const { createSearch, parseQuery, scan } = lede;
  const at = Date.UTC(2026, 0, 1);
  const entryOf = ({ id, url, title }, index) => ({
    ...{
      id,
      version: 2,
      urlKey: lede.urlKey(url),
      aliases: [],
      parted: [],
      url,
      title,
      tags: index % 7 ? [] : ['later'],
    },
    ...{ addedAt: at + index, changedAt: at, openedAt: at, broughtBack: [], clocks: {} },
  });
  const noteOf = ({ id, article, exact, text }, index) => ({
    ...{
      id,
      version: 2,
      entryId: article.id,
      url: article.url,
      quote: { exact, prefix: '', suffix: '', start: index },
    },
    ...{ colour: 'yellow', text, alts: {}, textSeen: {}, tags: [], createdAt: at + index, changedAt: at, clocks: {} },
  });
  const entries = articles.map(entryOf);
  const marks = notes.map(noteOf);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const things = [
    ...entries.map((entry) => ({ entry })),
    ...marks.map((note) => ({ entry: byId.get(note.entryId), note })),
  ];
  const quantile = (times, share) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
  const timed = (run) => {
    const start = performance.now();
    const value = run();
    return { ms: performance.now() - start, value };
  };
  const strokes = queries.flatMap((query) => Array.from(query, (_unused, index) => query.slice(0, index + 1)));

  const first = timed(() => scan(things, parseQuery(queries[0]), 50));
  const search = createSearch();
  let longest = 0;
  const spent = { notes: 0, articles: 0 };
  const each = async (list, kind, add) => {
    for (let index = 0; index < list.length;) {
      const slice = performance.now();
      while (index < list.length && performance.now() - slice < 12) add(list[index], index++);
      const took = performance.now() - slice;
      spent[kind] += took;
      longest = Math.max(longest, took);
      await new Promise((next) => setTimeout(next));
    }
  };
  await each(entries, 'notes', (entry) => search.putEntry(entry));
  await each(marks, 'notes', (note) => search.putNote(note));
  const whileIndexing = timed(() => search.find(parseQuery(queries[0]), 50)).ms;
  await each(entries, 'articles', (entry, index) => search.putEntry(entry, articles[index].text));

  const typed = strokes.map((text) => timed(() => search.find(parseQuery(text), 200)));
  const scanned = strokes.slice(0, 300).map((text) => timed(() => scan(things, parseQuery(text), 200)));
  const updates = marks
    .slice(0, 100)
    .map((note) => timed(() => search.putNote({ ...note, text: `${note.text} once more` })).ms);
  for (const note of marks.slice(0, 100)) search.putNote(note);
  const records = {
    entries,
    notes: marks,
    articles: articles.map(({ id, url, title, text }) => ({
      ...{ entryId: id, version: 2, keptAt: at },
      article: {
        ...{ url, title, text, removed: [], tree: { tag: 'div', children: [{ tag: 'p', children: [text] }] } },
        blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
      },
    })),
  };
  const nothing = { entries: [], notes: [], articles: [] };
  const now = at + 1e9;
  const ways = {};
  const passed = (answer) => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  };
  for (const format of ['json', 'csv', 'markdown']) {
    const out = timed(() => lede.exportFiles(format, { ...records, articles: [] }, now));
    ways[format] = { out: out.ms, mb: out.value.reduce((sum, { text }) => sum + text.length, 0) / 1e6 };
    if (format === 'markdown') continue;
    const back = timed(() => lede.planImport(nothing, passed(lede.readImport(out.value[0].text, now)), now));
    const again = timed(() => lede.planImport(records, passed(lede.readImport(out.value[0].text, now)), now));
    Object.assign(ways[format], {
      back: back.ms,
      added: back.value.added,
      again: again.value.added + again.value.changed,
    });
  }
  const zipped = timed(() => {
    const writer = lede.startBackup(records, now);
    for (const article of records.articles) writer.addArticle(article);
    return writer.finish();
  });
  const unzipped = timed(() => lede.planImport(nothing, passed(lede.readBackup(zipped.value, now)), now));
  ways.backup = { out: zipped.ms, mb: zipped.value.length / 1e6, back: unzipped.ms, added: unzipped.value.added };
  const recall = { asked: 0, expected: 0, found: 0, extra: 0 };
  const whole = [
    ...entries.map((entry, index) => ({ entry, body: articles[index].text })),
    ...things.slice(entries.length),
  ];
  for (const text of queries.slice(0, 40)) {
    const expected = new Set(scan(whole, parseQuery(text)).map(({ id }) => id));
    if (!expected.size) continue;
    const found = search.find(parseQuery(text), 1e9).map(({ id }) => id);
    recall.asked += 1;
    recall.expected += expected.size;
    recall.found += found.filter((id) => expected.has(id)).length;
    recall.extra += found.filter((id) => !expected.has(id)).length;
  }
  const times = typed.map(({ ms }) => ms);
  const slow = typed
    .map(({ ms }, index) => [ms, strokes[index]])
    .toSorted((a, b) => b[0] - a[0])
    .slice(0, 8);
  return {
    things: search.size(),
    strokes: strokes.length,
    firstMs: first.ms,
    whileIndexing,
    spent,
    longest,
    search: {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      max: Math.max(...times),
    },
    scan: {
      p50: quantile(
        scanned.map(({ ms }) => ms),
        0.5,
      ),
      p95: quantile(
        scanned.map(({ ms }) => ms),
        0.95,
      ),
    },
    update: { p50: quantile(updates, 0.5), p95: quantile(updates, 0.95) },
    recall,
    ways,
    slow,
    heapMb: (performance.memory?.usedJSHeapSize ?? 0) / 1e6,
  };
}

/** `npm run bench -- library [--corpus DIR]`. */
export async function run({ corpus = process.env.LEDE_CORPUS ?? join(TOP, '..', 'shared', 'corpus') }) {
  const random = numbers(20261123);
  const { articles, notes, sentences } = libraryOf(corpus, random);
  if (!sentences.length) {
    console.log(`No unpacked corpora in ${corpus}: nothing measured. Give the folder with --corpus.`);
    return 0;
  }
  const out = join(TOP, '.cache', 'bench-library');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: out,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'parts', 'library-face.ts'), formats: ['es'], fileName: () => 'face.js' },
    },
  });
  const face = `data:text/javascript;base64,${readFileSync(join(out, 'face.js')).toString('base64')}`;
  const executablePath = findBrowser('chromium');
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--enable-precise-memory-info',
    ],
  });
  try {
    const page = await browser.newPage();
    const queries = queriesOf(sentences, random);
    const letters = articles.reduce((sum, { text }) => sum + text.length, 0);
    const got = await page.evaluate(measure, { articles, notes, queries, face });
    const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
    console.log(
      `${ARTICLES} articles (${(letters / 1e6).toFixed(1)} million letters), ${NOTES} notes; Chromium ${browser.version()}`,
    );
    console.log(`first results, nothing indexed yet   ${ms(got.firstMs)}`);
    console.log(
      `titles and notes indexed in          ${ms(got.spent.notes)} of work (a search then: ${ms(got.whileIndexing)})`,
    );
    console.log(
      `articles indexed in                  ${ms(got.spent.articles)} of work, longest task ${ms(got.longest)}`,
    );
    console.log(
      `a key stroke (${got.strokes})                 p50 ${ms(got.search.p50)}, p95 ${ms(got.search.p95)}, p99 ${ms(got.search.p99)}, max ${ms(got.search.max)}`,
    );
    console.log(
      `the same by looking at each note     p50 ${ms(got.scan.p50)}, p95 ${ms(got.scan.p95)} (articles left out)`,
    );
    console.log(`one note changed                     p50 ${ms(got.update.p50)}, p95 ${ms(got.update.p95)}`);
    console.log(
      `found of what looking at each finds  ${got.recall.found} of ${got.recall.expected} (${got.recall.asked} queries), ${got.recall.extra} more`,
    );
    console.log(`memory                               ${got.heapMb.toFixed(0)} MB`);
    for (const [name, { out: outMs, mb, back, added, again }] of Object.entries(got.ways)) {
      const returned = back === undefined ? '' : `, back into an empty library ${ms(back)} (${added} added)`;
      const twice = again === undefined ? '' : `; into the same one ${again} differ`;
      console.log(`${name.padEnd(9)} out ${ms(outMs)}, ${mb.toFixed(1)} million letters or MB${returned}${twice}`);
    }
    console.log(`slowest: ${got.slow.map(([time, text]) => `${JSON.stringify(text)} ${ms(time)}`).join(', ')}`);
  } finally {
    await browser.close();
  }
  return 0;
}
