/** Loads snapshots and turns them into rows of features with labels, weights and folds by site. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
export const FOLDS = 3;
/** The fold of made pages whose shape, language or site is held out. */
export const HELD = 9;

/** The product's own features, bundled for node. */
export async function productFeatures() {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(ROOT, '.cache', 'judge'),
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: { entry: join(import.meta.dirname, 'features-entry.ts'), formats: ['es'], fileName: () => 'features.js' },
    },
  });
  return import(join(ROOT, '.cache', 'judge', 'features.js'));
}

/** The fold of a site: a hash of its name. */
export function foldOf(site) {
  let hash = 7;
  for (const letter of site) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
}

/** Pages of snapshot files, in order. */
export async function load(files) {
  const pages = [];
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const page = JSON.parse(line);
      page.teasers ??= page.strangers; // as older files name them
      for (const run of page.s.runs) run.words = Int32Array.from(run.words);
      page.s.title.words = Int32Array.from(page.s.title.words);
      page.fold =
        page.split && page.split !== 'train' ? HELD : foldOf((page.site ?? page.id).split('.').slice(-2).join('.'));
      if (page.s.runs.length > 0) pages.push(page);
    }
  }
  return pages;
}

/**
 * How much an error on each run costs: its words against the truth's, so that each page counts about once; a line at
 * the least as a snippet does.
 */
export function weightsOf(page, share) {
  const truth = page.s.runs.reduce((sum, run, at) => sum + page.labels[at] * Math.min(run.chars, 2000), 0);
  const teasers = page.teasers !== undefined;
  return page.s.runs.map((run) => {
    const cost = teasers ? 0.02 : Math.min(1, (Math.min(run.chars, 1500) + 15) / (truth + 400));
    return share * Math.min(0.5, cost);
  });
}

/**
 * Sets the weights of runs to 0 whose truth differs between corpora by convention, so that they are not learned from.
 * `value(page, at, name)` is a run feature of a run.
 */
export function ignoreConventions(pages, weights, value) {
  for (const page of pages) {
    if (page.set !== 'daniel') continue;
    page.s.runs.forEach((run, at) => {
      const isCaption = page.s.boxes[run.box].tag === 'figcaption';
      if (value(page, at, 'isTitle') || value(page, at, 'heading') === 1 || isCaption) weights[page.from + at] = 0;
    });
  }
}
