/**
 * Measures search over 10,000 notes and 2,000 articles of real text in one Chromium: time to index, time of each key
 * stroke, and what is found.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from './parts/chromium.mjs';
import { build } from 'vite';
import { measure } from './parts/library-measure.mjs';
import { ARTICLES, NOTES, libraryOf, queriesOf } from './parts/library-sources.mjs';
import { random as randomFrom } from '../train/random.mjs';

const TOP = join(import.meta.dirname, '..');
/** `npm run bench -- library [--corpus DIR]`. */
export async function run({ corpus = process.env.LEDE_CORPUS ?? join(TOP, '..', 'shared', 'corpus') }) {
  const random = randomFrom(20261123);
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
  const browser = await openChromium('--enable-precise-memory-info');
  try {
    const page = await browser.newPage();
    const queries = queriesOf(sentences, random);
    const letters = articles.reduce((sum, { text }) => sum + text.length, 0);
    const got = await page.evaluate(measure, { articles, notes, queries, face });
    const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
    console.log(
      `${ARTICLES} articles (${(letters / 1e6).toFixed(1)} million letters), ${NOTES} notes; ` +
        `Chromium ${browser.version()}`,
    );
    console.log(`first results, nothing indexed yet   ${ms(got.firstMs)}`);
    console.log(
      `titles and notes indexed in          ${ms(got.spent.notes)} of work (a search then: ${ms(got.whileIndexing)})`,
    );
    console.log(
      `articles indexed in                  ${ms(got.spent.articles)} of work, longest task ${ms(got.longest)}`,
    );
    console.log(
      `a key stroke (${got.strokes})                 p50 ${ms(got.search.p50)}, p95 ${ms(got.search.p95)}, ` +
        `p99 ${ms(got.search.p99)}, max ${ms(got.search.max)}`,
    );
    console.log(
      `the same by looking at each note     p50 ${ms(got.scan.p50)}, p95 ${ms(got.scan.p95)} (articles left out)`,
    );
    console.log(`one note changed                     p50 ${ms(got.update.p50)}, p95 ${ms(got.update.p95)}`);
    console.log(
      'found of what looking at each finds ' +
        ` ${got.recall.found} of ${got.recall.expected} (${got.recall.asked} queries), ${got.recall.extra} more`,
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
