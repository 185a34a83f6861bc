/**
 * `npm test`: packages, browsers, builds, then every test in node, in Chromium and, end to end, in Chromium and
 * Firefox.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TOP, ensureBrowser, ensureFonts, ensurePackages, run, runBeside } from './ensure.mjs';
import { close, playwrightCounts, playwrightTold, sum, vitestCounts, vitestTold } from './results.mjs';

const OUT = join(TOP, '.cache/results');

/**
 * Runs all tests and returns `{passed, failed, skipped, told}`. `told` has a line for each test that failed or needed a
 * second go. A missing browser counts as a failure and is reported on stderr.
 */
export async function test() {
  ensurePackages();
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  ensureFonts();
  const browsers = ['chromium', 'firefox'].map((kind) => ({ kind, path: ensureBrowser(kind) }));
  const missing = browsers.filter(({ path }) => !path);
  const found = Object.fromEntries(
    browsers
      .filter(({ path }) => path)
      .map(({ kind, path }) => [kind === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH', path]),
  );
  const env = { ...found, CI: 'true' };
  if (run('npm', ['run', '--silent', 'build'], env) !== 0)
    return { passed: 0, failed: 1 + missing.length, skipped: 0, told: ['failed: the build'] };

  const unit = join(OUT, 'vitest.json');
  const withChromium = !missing.some(({ kind }) => kind === 'chromium');
  const only = withChromium ? [] : ['--project', 'node'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unit}`];
  const unitCode = run('npx', ['vitest', 'run', ...only, ...reporters], env);
  const counts = [accountFor(vitestCounts(unit), unitCode)];
  const told = vitestTold(unit);

  const endToEnd = browsers.filter(({ path }) => path).map(({ kind }) => runEndToEnd(kind, env));
  for (const { report, code } of await Promise.all(endToEnd)) {
    counts.push(accountFor(playwrightCounts(report), code));
    told.push(...playwrightTold(report));
  }
  counts.push({ passed: 0, failed: missing.length, skipped: 0 });
  return { ...sum(counts), told };
}

/** Runs the end-to-end tests of one browser. Both browsers run in parallel, because the tests mostly wait for them. */
async function runEndToEnd(kind, env) {
  const report = join(OUT, `${kind}.json`);
  const args = ['playwright', 'test', `--project=${kind}`, `--output=test-results/${kind}`];
  const code = await runBeside('npx', args, { ...env, LEDE_BUILT: '1', LEDE_E2E_JSON: report });
  return { report, code };
}

/** Counts one failure if a runner exits with an error although no test failed. */
function accountFor(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const counts = await test();
  close(counts);
  process.exit(counts.failed > 0 ? 1 : 0);
}
