/**
 * How Lede reads the test pages of three peers (Readability, Defuddle, Postlight Parser): text, title, author, day,
 * elements kept, and what it loses that both peers keep.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './parts/compare.mjs';
import { sample, score, unpacked } from './parts/corpora.mjs';
import { lossesOf, printLosses } from './parts/losses.mjs';
import { markupKept } from './parts/markup.mjs';

const pagesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const withMetadata = (row) => ({
  ...row,
  title: row.meta.title,
  author: row.meta.byline ?? row.meta.author,
  date: row.meta.publishedTime ?? row.meta.published,
});

export async function run({ corpus, peers, limit, out, rest }) {
  const folder = rest[0] ? undefined : unpacked(corpus);
  if (!rest[0] && !folder) return 0;
  const file = rest[0] ?? join(folder ?? '', 'peers-dev.jsonl');
  const pages = sample(pagesOf(file), limit);
  const predictions = await compare(
    pages.map(({ id, url, html }) => () => ({ id, url, html, contentType: 'text/html' })),
    { peers },
  );
  const told = Object.entries(predictions).map(([name, rows]) => [name, rows.map(withMetadata)]);
  score('peers', file, Object.fromEntries(told), out);
  for (const [name, rows] of Object.entries(predictions)) {
    const { sums, short } = markupKept(pages, rows);
    const line = Object.entries(sums).map(([kind, [kept, all]]) => `${kind} ${kept} of ${all}`);
    console.log(`${name}, of Defuddle's expected pages: ${line.join(', ')}`);
    if (name === 'lede') console.log(`  lacking: ${short.join('; ')}`);
  }
  if (!peers) return 0;
  const textOf = (name, at) => predictions[name][at].text;
  const losses = pages.map(({ id, suite }, at) => {
    const texts = ['lede', 'readability', 'defuddle'].map((name) => [name, textOf(name, at)]);
    return { id, group: suite, ...lossesOf(Object.fromEntries(texts)) };
  });
  printLosses(losses);
  return 0;
}
