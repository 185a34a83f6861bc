/**
 * Measures "is there an article here?": precision, recall and time, with Readability's own check on the same documents.
 */
import { existsSync, readFileSync } from 'node:fs';
import { NO, pagesOf, YES } from '../train/readable/train.mjs';
import { bundle, hostOf, openPages } from './parts/served.mjs';

async function ask(ids) {
  const { readable } = await import('/entry.js');
  const answers = [];
  for (const id of ids) {
    const document = new DOMParser().parseFromString(
      await (await fetch(`/html/${encodeURIComponent(id)}`)).text(),
      'text/html',
    );
    // The best of three runs, to exclude other load on the machine.
    const answer = { ms: { lede: Infinity, readability: Infinity } };
    for (let round = 0; round < 3; round++) {
      const first = performance.now();
      const { readable: yes, score01 } = readable(document);
      const second = performance.now();
      const peer = isProbablyReaderable(document);
      const third = performance.now();
      Object.assign(answer, { lede: yes, score01, readability: peer });
      answer.ms.lede = Math.min(answer.ms.lede, second - first);
      answer.ms.readability = Math.min(answer.ms.readability, third - second);
    }
    answers.push(answer);
  }
  return answers;
}

const percent = (share) => (Number.isNaN(share) ? '-' : share.toFixed(3));

/**
 * `npm run bench -- readable [--corpus DIR] [pages.jsonl]`: yes is right for articles, documentation, threads and news,
 * no for collections, listings and products; service pages count for neither. The file, of train/teaser-pages, adds
 * pages in more languages.
 */
export async function run({ corpus, limit, rest }) {
  const folder = corpus ?? '../shared/corpus';
  if (!existsSync(`${folder}/wcxb-dev`)) {
    console.error(`No pages in ${folder}. Unpack them and name the folder with --corpus.`);
    return 2;
  }
  const pages = pagesOf(folder).map((page) => ({
    ...page,
    group: page.type === 'news' ? `news ${/\.(\w+)$/.exec(new URL(page.url).hostname)?.[1]}` : page.type,
    half: hostOf(page).half,
  }));
  const made = rest[0]
    ? readFileSync(rest[0], 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  const texts = new Map(
    made.filter(({ contentType }) => contentType === 'text/html').map((page) => [`made/${page.id}`, page]),
  );
  for (const [id, page] of texts)
    pages.push({ id, url: page.url, type: 'article', group: `made ${page.lang}`, half: 'unseen' });
  const files = new Map(pages.map(({ id, file }) => [id, file]));
  const some = pages.slice(0, Number(limit ?? Infinity));
  const open = await openPages({
    html: (id) => files.get(id) ?? Buffer.from(''),
    text: (id) => texts.get(id)?.html,
    entry: await bundle('src/core/article/readable.ts'),
    peers: true,
  });
  const rows = [];
  for (let at = 0; at < some.length; at += 100) {
    const part = some.slice(at, at + 100);
    const answers = await open.evaluate(
      ask,
      part.map(({ id }) => id),
    );
    rows.push(...part.map((page, index) => ({ ...page, ...answers[index] })));
  }
  await open.close();
  for (const half of ['tune', 'unseen']) {
    const own = rows.filter((row) => row.half === half && !row.group.startsWith('made'));
    console.log(`\n${half} half: ${own.length} pages`);
    for (const name of ['lede', 'readability']) {
      const said = own.filter((row) => row[name] && (YES.has(row.type) || NO.has(row.type)));
      const right = said.filter(({ type }) => YES.has(type)).length;
      console.log(
        `${name.padEnd(12)} precision ${percent(right / said.length)}, ` +
          `recall ${percent(right / own.filter(({ type }) => YES.has(type)).length)}`,
      );
    }
  }
  console.log('\nshare of pages answered yes, unseen half\ngroup\tpages\tlede\treadability');
  for (const group of [...new Set(rows.map((row) => row.group))].toSorted()) {
    const own = rows.filter((row) => row.group === group && row.half === 'unseen');
    const share = (name) => percent(own.filter((row) => row[name]).length / own.length);
    if (own.length) console.log([group.padEnd(14), own.length, share('lede'), share('readability')].join('\t'));
  }
  for (const name of ['lede', 'readability']) {
    const ms = rows.map((row) => row.ms[name]).toSorted((a, b) => a - b);
    console.log(
      `${name}: median ${ms[ms.length >> 1].toFixed(2)} ms, ` +
        `p99 ${ms[Math.floor(ms.length * 0.99)].toFixed(2)}, most ${ms.at(-1).toFixed(2)}`,
    );
  }
  const slow = rows.toSorted((a, b) => b.ms.lede - a.ms.lede).slice(0, 3);
  console.log(`slowest: ${slow.map(({ id, ms }) => `${id} ${ms.lede.toFixed(1)}`).join(', ')}`);
  if (rest.includes('misses'))
    for (const row of rows)
      if (row.half === 'tune' && row.lede !== YES.has(row.type) && (YES.has(row.type) || NO.has(row.type)))
        console.log(row.type, row.id, row.ms.lede.toFixed(1), row.score01.toFixed(2), row.url);
  return 0;
}
