/**
 * `npm run package`: builds Lede for both browsers, lints the build, and writes the zips for the stores into release/.
 * With `--check` it makes them a second time from a fresh build and fails if a byte differs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOP, ensurePackages, run } from './ensure.mjs';

ensurePackages();
const { filesUnder, zipOf } = await import('./zip.mjs');
const RELEASE = join(TOP, 'release');
const { version } = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8'));
/** Instructions for reviewers of the Firefox store: how to build the Firefox zip from the source zip. */
const BUILD_STEPS = join(TOP, 'store/BUILD.md');

/** The project's source files: those that git tracks, or outside a checkout all files but generated ones. */
function sources() {
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: TOP, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (listed.status === 0 && listed.stdout) return listed.stdout.split('\0').filter(Boolean).sort();
  return filesUnder(TOP).filter((path) => !/^(?:node_modules|dist|release|test-results|\.cache|\.git)\//u.test(path));
}

/** Builds, and returns the bytes of each zip by its name. */
function make() {
  for (const mode of ['chrome', 'firefox'])
    if (run('npx', ['vite', 'build', '--mode', mode, '--logLevel', 'warn']) !== 0) process.exit(1);
  const built = (target) => zipOf(join(TOP, 'dist', target), filesUnder(join(TOP, 'dist', target)));
  return {
    [`lede-${version}-chrome.zip`]: built('chrome'),
    [`lede-${version}-firefox.zip`]: built('firefox'),
    [`lede-${version}-source.zip`]: zipOf(TOP, sources(), { 'BUILD.md': readFileSync(BUILD_STEPS, 'utf8') }),
  };
}

const sumOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
const zips = make();
if (run('node', ['dev/lint-extension.mjs']) !== 0) process.exit(1);
rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE, { recursive: true });
console.log('');
for (const [name, bytes] of Object.entries(zips)) {
  writeFileSync(join(RELEASE, name), bytes);
  console.log(`${name.padEnd(28)} ${(bytes.length / 1000).toFixed(1).padStart(8)} kB  sha256 ${sumOf(bytes)}`);
}
if (process.argv.includes('--check')) {
  const again = make();
  const differ = Object.keys(zips).filter((name) => sumOf(zips[name]) !== sumOf(again[name]));
  console.log(differ.length > 0 ? `Made twice, ${differ.join(', ')} differ.` : 'Made twice, the same byte for byte.');
  if (differ.length > 0) process.exit(1);
}
