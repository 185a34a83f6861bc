/**
 * Pages on which users of other tools reported errors are read correctly. The pages are outside the project; similar
 * pages inside it are in tests/browser/core/article/rich-pages.test.ts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TOP = join(import.meta.dirname, '../../../..');
const CORPUS = process.env.LEDE_CORPUS ?? join(TOP, '../shared/corpus');
const folder = join(CORPUS, '../reports');
const isThere = existsSync(folder);
if (!isThere) console.log(`Reports of other tools' users are not read: none at ${folder}.`);

it.skipIf(!isThere)('no report of extraction or metadata holds against Lede', () => {
  const bench = ['bench/run.mjs', 'reports', folder];
  const said = spawnSync(process.execPath, bench, { cwd: TOP, encoding: 'utf8' }).stdout;
  expect(said).toMatch(/^[1-9]\d* reports, 0 with a fault$/mu);
});
