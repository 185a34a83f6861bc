/**
 * The trees of real pages are valid HTML and have the article's text and nothing else. Reads the corpora, which are
 * outside the project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TOP = join(import.meta.dirname, '../../../../..');
const CORPUS = process.env.LEDE_CORPUS ?? join(TOP, '..', 'corpus');
/**
 * Number of pages of each corpus: enough for every kind of fault found so far. `npm run bench -- nesting` reads all of
 * them, which takes minutes.
 */
const PAGES = '40';
const isThere = existsSync(join(CORPUS, 'peers-dev.jsonl'));
if (!isThere) console.log(`Nesting is not checked on real pages: no unpacked corpora at ${CORPUS} (set LEDE_CORPUS).`);

it.skipIf(!isThere)('trees of real pages are valid and lossless', () => {
  const bench = ['bench/run.mjs', 'nesting', '--corpus', CORPUS, '--limit', PAGES];
  const said = spawnSync(process.execPath, bench, { cwd: TOP, encoding: 'utf8' }).stdout;
  const faults = Number(/, (\d+) with a fault/u.exec(said)?.[1]);
  expect(faults, said).toBe(0);
});
