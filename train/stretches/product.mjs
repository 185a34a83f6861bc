/** The product's own judge, bundled for node, and stored pages read one at a time. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, '.cache', 'stretches');
const TAIL = 8;
const HEAD = 60;
const TRAILS = /(?:…|\.{2,}|。{2,})\s*[\])}»”"’]*\s*$/u;

let product;

export async function productCode() {
  const lib = { entry: join(import.meta.dirname, 'entry.ts'), formats: ['es'], fileName: () => 'judge.js' };
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: CACHE, emptyOutDir: false, target: 'es2022', minify: false, lib },
  });
  product = await import(join(CACHE, 'judge.js'));
  return product;
}

/** Yields pages as `snapshots.mjs` writes them. Fields that older files lack are computed from the text. */
export async function* storedPages(file) {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const page = JSON.parse(line);
    page.teasers ??= page.strangers;
    page.s.runs.forEach((run, at) => {
      run.words = Int32Array.from(run.words);
      run.quoted ??= /^["'“”„‟«»‘’‚‹›「『﹁﹃]/u.test(page.texts[at]);
      if (product && run.labelWords === undefined) Object.assign(run, product.labelOf(page.texts[at].slice(0, HEAD)));
      if (product) run.asks ??= product.ASKS.test(page.texts[at].slice(-TAIL));
      run.trails ??= TRAILS.test(page.texts[at].slice(-TAIL));
    });
    page.s.title.words = Int32Array.from(page.s.title.words);
    if (page.s.runs.length > 0) yield page;
  }
}
