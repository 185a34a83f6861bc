/**
 * Reads pages for which users of other tools reported a fault, and tells for each whether Lede reads it correctly. Each
 * folder is one report: `page.html`, and `expect.json` with what the article must contain and must not contain.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SCORER } from './parts/corpora.mjs';
import { bundle, openPages } from './parts/served.mjs';

const KINDS = new Set(['extraction', 'metadata']);

/** Runs in the page. */
async function ask({ id, url }) {
  const { articleOf } = await import('/entry.js');
  return articleOf(await (await fetch(`/html/${encodeURIComponent(id)}`)).text(), url);
}

const dayOf = (time) => time?.slice(0, 10) ?? null;

/** The differences from the report's expectation, one line each. */
function faultsOf(expected, article) {
  const tree = JSON.stringify(article.tree);
  const pictures = tree.match(/"tag":"img"/g)?.length ?? 0;
  const faults = [
    ...(expected.must ?? []).filter((words) => !article.text.includes(words)).map((words) => `missing: ${words}`),
    ...(expected.mustNot ?? []).filter((words) => article.text.includes(words)).map((words) => `kept: ${words}`),
    ...(expected.shown ?? []).filter((words) => !tree.includes(words)).map((words) => `not shown: ${words}`),
  ];
  const told = { title: article.title, byline: article.byline ?? null, date: dayOf(article.publishedTime) };
  for (const [name, value] of Object.entries(told))
    if (name in expected && expected[name] !== value) faults.push(`${name}: ${value}`);
  if (expected.images !== undefined && expected.images !== pictures) faults.push(`pictures: ${pictures}`);
  return faults;
}

/** Exits with 1 if Lede still has a reported fault. The first argument names the folder. */
export async function run({ rest }) {
  const folder = resolve(rest[0] ?? join(dirname(SCORER), '..', 'reports'));
  const isReport = (id) => existsSync(join(folder, id, 'page.html'));
  const ids = existsSync(folder) ? readdirSync(folder).toSorted().filter(isReport) : [];
  if (ids.length === 0) console.log(`No reports at ${folder}. Nothing measured.`);
  const html = (id) => join(folder, id, 'page.html');
  const pages = await openPages({ html, entry: await bundle('bench/parts/reports-face.ts'), peers: false });
  let [read, failed] = [0, 0];
  for (const id of ids) {
    const expected = JSON.parse(readFileSync(join(folder, id, 'expect.json'), 'utf8'));
    if (!KINDS.has(expected.kind)) continue;
    read++;
    const article = await pages.evaluate(ask, { id, url: expected.url });
    const faults = article ? faultsOf(expected, article) : ['no article'];
    if (faults.length > 0) failed++;
    console.log(`${id}: ${faults.length > 0 ? faults.join('; ') : 'holds'}`);
  }
  await pages.close();
  console.log(`${read} reports, ${failed} with a fault`);
  return failed > 0 ? 1 : 0;
}
