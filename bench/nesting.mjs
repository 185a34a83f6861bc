/**
 * Walks the trees of every page of every corpus and names each fault of nesting, and each word that tree and text do
 * not share.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { daniel, sample, teasers, unpacked, wcxb } from './parts/corpora.mjs';
import { bundle, openPages } from './parts/served.mjs';

/** Pages read in one tab. */
const BATCH = 50;
const MOST_NAMED = 20;

/** Runs in the page. */
async function ask(pages) {
  const { nestingOf } = await import('/entry.js');
  const faults = [];
  for (const { id, url } of pages) {
    const html = await (await fetch(`/html/${encodeURIComponent(id)}`)).text();
    faults.push({ id, faults: nestingOf(html, url) });
  }
  return faults;
}

const lines = (file) => (existsSync(file) ? teasers(file) : []);

/** Exits with 1 where a tree has a fault. */
export async function run({ corpus, limit }) {
  const folder = unpacked(corpus);
  if (!folder) return 0;
  const corpora = {
    'wcxb-dev': existsSync(join(folder, 'wcxb-dev')) ? wcxb(folder) : [],
    'daniel-dev': existsSync(join(folder, 'daniel-dev')) ? daniel(folder) : [],
    'peers-dev': lines(join(folder, 'peers-dev.jsonl')),
    'teasers2-dev': lines(join(folder, 'teasers2-dev.jsonl')),
  };
  const texts = new Map();
  const pages = await openPages({
    html: () => '',
    text: (id) => texts.get(id),
    entry: await bundle('bench/parts/nesting-face.ts'),
    peers: false,
  });
  let [read, faulty] = [0, 0];
  for (const [name, all] of Object.entries(corpora)) {
    const some = sample(all, limit);
    const kinds = new Map();
    for (let at = 0; at < some.length; at += BATCH) {
      const batch = some.slice(at, at + BATCH).map((page) => page());
      for (const { id, html } of batch) texts.set(id, html);
      const answers = await pages.evaluate(
        ask,
        batch.map(({ id, url }) => ({ id, url: URL.canParse(url) ? url : 'https://page.example/' })),
      );
      texts.clear();
      await pages.renew();
      for (const { id, faults } of answers) {
        if (faults) read++;
        if (faults?.length) faulty++;
        for (const fault of faults ?? []) kinds.set(fault, [...(kinds.get(fault) ?? []), id]);
      }
    }
    console.log(`${name}: ${some.length} pages`);
    for (const [fault, ids] of kinds) console.log(`  ${fault}: ${ids.length} (${ids.slice(0, MOST_NAMED).join(', ')})`);
  }
  await pages.close();
  console.log(`${read} articles, ${faulty} with a fault`);
  return faulty > 0 ? 1 : 0;
}
