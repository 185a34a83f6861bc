/**
 * Takes snapshots of pages in a real Chromium with the product's own code, and writes one line for each page: `{id,
 * set, site, group, s, texts, labels}`.
 */
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { build } from 'vite';
import { siteOf } from '../../bench/parts/articles.mjs';
import { openChromium } from '../../bench/parts/chromium.mjs';
import { daniel, teasers, wcxb } from '../../bench/parts/corpora.mjs';
import { labels } from './label.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, '.cache', 'judge');

async function bundle() {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: CACHE,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'entry.ts'),
        formats: ['iife'],
        name: 'LedeJudge',
        fileName: () => 'page.js',
      },
    },
  });
  return readFileSync(join(CACHE, 'page.js'), 'utf8');
}

function truthOf(set, page) {
  if (set === 'wcxb')
    return {
      snippets: page.truth.ground_truth,
      truth: page.truth.ground_truth.main_content ?? '',
      group: page.truth._internal?.page_type?.primary ?? '?',
      site: siteOf(page.url, page.url),
    };
  if (set === 'daniel')
    return {
      truth: page.truth.reference.replace(/<[^>]+>/g, ' '),
      group: page.truth.language,
      site: siteOf(page.url, page.url),
    };
  return {
    truth: page.truth.body,
    group: page.truth.template ?? `${page.truth.split ?? ''} ${page.truth.teasers.length ? 'teasers' : 'whole'}`,
    split: page.truth.split,
    kind: page.truth.shape,
    site: page.truth.source ?? page.id,
    teasers: page.truth.teasers,
    title: page.truth.title,
  };
}

/** Writes the file. `sets` is a list of [name, list of page readers]. */
export async function writeSnapshots(sets, file) {
  mkdirSync(CACHE, { recursive: true });
  const script = await bundle();
  const browser = await openChromium();
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.abort());
  await page.addScriptTag({ content: script });
  const out = createWriteStream(file);
  for (const [set, list] of sets) {
    let done = 0;
    for (const read of list) {
      const stored = read();
      const { truth, group, site, teasers, title, snippets, split, kind } = truthOf(set, stored);
      const json = await page.evaluate(({ html, contentType }) => globalThis.LedeJudge.look(html, contentType), stored);
      const { s, texts } = JSON.parse(json);
      const line = {
        id: stored.id,
        set,
        site,
        group,
        s,
        texts,
        labels: labels(texts, truth),
        truth: { text: truth, with: snippets?.with, without: snippets?.without },
        teasers,
        split,
        kind,
        title,
      };
      if (!out.write(JSON.stringify(line) + '\n')) await once(out, 'drain');
      if (++done % 200 === 0) console.error(`${set}: ${done} of ${list.length}`);
    }
  }
  out.end();
  await once(out, 'finish');
  await browser.close();
}

if (process.argv[1] === import.meta.filename) {
  const [, , folder, file, ...extra] = process.argv;
  const real = [
    ['wcxb', wcxb(folder)],
    ['daniel', daniel(folder)],
    ['teasers', teasers(join(folder, 'teasers-dev.jsonl'))],
  ];
  const sets = extra.length ? extra.map((path) => ['made', teasers(path)]) : real;
  await writeSnapshots(sets, file);
}
