/** Loads snapshots with their folds by site, and computes the weights of their runs. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
export const FOLDS = 3;
/** The fold of made pages with a held-out shape, language or site. */
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

/** The fold of a site, from 0 up to `FOLDS`, by a hash of its name. */
export function foldOf(site) {
  let hash = 7;
  for (const letter of site) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
}

/** The pages of snapshot files, in order. Pages without text are left out. */
export async function load(files) {
  const pages = [];
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const page = JSON.parse(line);
      page.teasers ??= page.strangers; // the name in older files
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
 * The cost of an error on each run. On real pages it is the run's length relative to the truth's, so that each page
 * counts about once, and a short line costs at least as much as a snippet. On pages with known teasers it is constant.
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
 * Sets the weights of runs to 0 where corpora follow different conventions (titles, headings and captions in Daniel),
 * so that they are not learned from. `value(page, at, name)` is a run feature of a run.
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
