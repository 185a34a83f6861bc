/**
 * `npm run check`: everything CI runs, which is types, lint, format, dead code, all tests, sizes and the stores'
 * linter.
 */
import { ensurePackages, run } from './ensure.mjs';
import { close, sum } from './results.mjs';
import { test } from './test.mjs';

/** Steps that need no build, and steps that check the build of the tests. */
const BEFORE = ['typecheck', 'lint', 'format', 'knip'];
const AFTER = ['size', 'package:check'];

function step(name) {
  const begun = Date.now();
  console.log(`\n▸ ${name}`);
  const code = run('npm', ['run', '--silent', name]);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  return {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
    told: code === 0 ? [] : [`failed: ${name}`],
  };
}

ensurePackages();
const before = BEFORE.map(step);
console.log('\n▸ test');
const tests = await test();
const all = [...before, tests, ...AFTER.map(step)];
const counts = sum(all);
close({ ...counts, told: all.flatMap(({ told }) => told) });
process.exit(counts.failed > 0 ? 1 : 0);
