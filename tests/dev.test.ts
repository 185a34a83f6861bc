/**
 * `npm test` cannot pass by accident: lost reports, suites that did not load, runners that ended badly and missing
 * browsers all count as failed.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { isRecent, minimumOf, versionOf } from '../dev/browsers.mjs';
import { filesUnder, zipOf } from '../dev/zip.mjs';
import { closingLine, playwrightCounts, playwrightTold, sum, vitestCounts, vitestTold } from '../dev/results.mjs';

const DEV = join(import.meta.dirname, '../dev');
const scratch = mkdtempSync(join(tmpdir(), 'lede-dev-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let files = 0;
function report(content: unknown): string {
  const file = join(scratch, `report-${files++}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const unit = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const stats = { expected: 5, flaky: 1, unexpected: 0, skipped: 2 };
const LOST = { passed: 0, failed: 1, skipped: 0 };

describe('the counts', () => {
  it('are taken from the reports', () => {
    expect(vitestCounts(report(unit))).toEqual({ passed: 7, failed: 0, skipped: 2 });
    expect(vitestCounts(report({ ...unit, numFailedTests: 3 })).failed).toBe(3);
    expect(playwrightCounts(report({ stats, errors: [] }))).toEqual({ passed: 6, failed: 0, skipped: 2 });
    expect(playwrightCounts(report({ stats: { ...stats, unexpected: 2 }, errors: [{}] })).failed).toBe(3);
  });
  it('count a suite that did not load as failed, and not twice one whose tests say so themselves', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    const told = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(vitestCounts(report({ ...unit, numFailedTests: 1, testResults: [unloaded, told] })).failed).toBe(2);
  });
  it('count a report that is missing or cut off as failed', () => {
    for (const count of [vitestCounts, playwrightCounts])
      for (const file of [join(scratch, 'none.json'), report('{"stats":'), report('')])
        expect(count(file)).toEqual(LOST);
  });
  it('list the tests that failed or needed a second go, each with the first line of its error', () => {
    const test = (status: string, ...failureMessages: string[]) => ({ status, fullName: 'a b', failureMessages });
    const testResults = [
      { name: '/x/tests/core/one.test.ts', status: 'failed', assertionResults: [test('failed', 'Error: no\n at x')] },
      { name: '/x/tests/two.test.ts', status: 'passed', assertionResults: [test('passed'), test('passed', 'late')] },
      { name: '/x/tests/three.test.ts', status: 'failed', message: 'does not load', assertionResults: [] },
    ];
    expect(vitestTold(report({ ...unit, testResults }))).toEqual([
      'failed: core/one.test.ts › a b — Error: no',
      'needed a second go: two.test.ts › a b — late',
      'failed: three.test.ts — does not load',
    ]);
    const spec = (status: string, ...results: object[]) => ({
      file: 'a.spec.ts',
      line: 3,
      title: 'opens',
      tests: [{ projectName: 'firefox', status, results }],
    });
    const specs = [spec('expected', {}), spec('flaky', { error: { message: '\u001b[31mlate\u001b[39m' } }, {})];
    const suites = [{ specs: [spec('unexpected', {})], suites: [{ specs }] }];
    expect(playwrightTold(report({ stats, errors: [{ message: 'no browser' }], suites }))).toEqual([
      'failed: outside any test — no browser',
      'failed: firefox › a.spec.ts:3 › opens',
      'needed a second go: firefox › a.spec.ts:3 › opens — late',
    ]);
    for (const lines of [vitestTold, playwrightTold]) expect(lines(join(scratch, 'none.json'))).toEqual([]);
  });
  it('add up, and end in one plain line', () => {
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
    const all = sum([{ passed: 2, failed: 0, skipped: 1 }, LOST, { passed: 3, failed: 1, skipped: 0 }]);
    expect(all).toEqual({ passed: 5, failed: 2, skipped: 1 });
    expect(closingLine(all)).toBe('5 passed, 2 failed');
  });
});

/**
 * A replacement for npm and npx: it records its arguments, writes the requested reports, and exits with the given code.
 */
const RUNNER =
  `#!${process.execPath}
const { appendFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync(process.env.ASKED, args.join(' ') + '\\n');
const out = args.find((one) => one.startsWith('--outputFile.json='));
if (out) writeFileSync(out.slice(18), ${JSON.stringify(JSON.stringify(unit))});
if (args[0] === 'playwright') ` +
  `writeFileSync(process.env.LEDE_E2E_JSON, ${JSON.stringify(JSON.stringify({ stats, errors: [] }))});
process.exit(args[0] === process.env.BREAKS ? 3 : 0);
`;

/** The path of a program that answers `--version` with this text, as a browser does. */
function browser(says: string): string {
  const path = join(scratch, says.replaceAll(' ', '-'));
  writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Runs dev/test.mjs in a temporary folder, where the runners always pass unless the test says otherwise. */
function runTests(env: Record<string, string>) {
  const top = mkdtempSync(join(scratch, 'top-'));
  for (const folder of ['dev', 'node_modules', 'bin']) mkdirSync(join(top, folder));
  for (const name of ['test', 'ensure', 'browsers', 'results'])
    copyFileSync(join(DEV, `${name}.mjs`), join(top, 'dev', `${name}.mjs`));
  writeFileSync(join(top, 'node_modules/.package-lock.json'), '{}');
  copyFileSync(join(DEV, '../manifest.json'), join(top, 'manifest.json'));
  for (const name of ['npm', 'npx']) {
    writeFileSync(
      join(top, 'bin', name),
      RUNNER.replace(
        'process.argv.slice(2)',
        name === 'npm' ? "['npm', ...process.argv.slice(2)]" : 'process.argv.slice(2)',
      ),
    );
    chmodSync(join(top, 'bin', name), 0o755);
  }
  const asked = join(top, 'asked.txt');
  const done = spawnSync(process.execPath, [join(top, 'dev/test.mjs')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(top, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      ASKED: asked,
      CHROME_PATH: browser('Chromium 999.0.1'),
      FIREFOX_PATH: browser('Mozilla Firefox 999.0'),
      ...env,
    },
  });
  return { ...done, lastLine: done.stdout.trim().split('\n').at(-1), asked: readFileSync(asked, 'utf8') };
}

describe('versions of browsers', () => {
  it("are compared with the manifest's minimum", () => {
    expect(minimumOf('firefox')).toBeGreaterThan(100);
    for (const kind of ['chromium', 'firefox'] as const) {
      expect(isRecent(kind, `${minimumOf(kind)}.0.1`)).toBe(true);
      expect(isRecent(kind, `${minimumOf(kind) - 1}.9`)).toBe(false);
      expect(isRecent(kind, null)).toBe(true);
    }
  });
  it("are read from a browser's own output", () => {
    expect(versionOf(process.execPath)).toBe(process.versions.node);
    expect(versionOf(join(scratch, 'no-such-browser'))).toBe(null);
  });
});

describe('zips', () => {
  const folder = (files: Record<string, string>, time: Date) => {
    const top = mkdtempSync(join(scratch, 'zip-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(top, dirname(path)), { recursive: true });
      writeFileSync(join(top, path), text);
      utimesSync(join(top, path), time, time);
    }
    return zipOf(top, filesUnder(top));
  };

  it('are the same byte for byte whatever the order and the times of the files', () => {
    const one = folder({ 'b/two.txt': 'two', 'a.txt': 'one' }, new Date(2001, 1, 1));
    const other = folder({ 'a.txt': 'one', 'b/two.txt': 'two' }, new Date(2026, 6, 6));
    expect(Buffer.compare(one, other)).toBe(0);
    expect(Object.keys(unzipSync(one))).toEqual(['a.txt', 'b/two.txt']);
  });
  it('differ where a file differs', () => {
    const now = new Date();
    expect(Buffer.compare(folder({ a: 'one' }, now), folder({ a: 'two' }, now))).not.toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('npm test', () => {
  const nowhere = join(scratch, 'no-such-browser');

  it('passes if everything is installed and every test passes', () => {
    const { status, lastLine, asked } = runTests({});
    expect([status, lastLine]).toEqual([0, '19 passed, 0 failed']);
    for (const part of ['--project=chromium', '--project=firefox', 'vitest run']) expect(asked).toContain(part);
    expect(asked).not.toContain('--project node');
  });
  it.each([
    ['CHROME_PATH', 'chromium'],
    ['FIREFOX_PATH', 'firefox'],
  ])('does not take a %s that leads nowhere for a browser: it says so and fails', (name, kind) => {
    const { status, lastLine, stderr, asked } = runTests({ [name]: nowhere });
    expect([status, lastLine]).toEqual([1, '13 passed, 1 failed']);
    expect(stderr).toContain(`${name} says ${nowhere}, and nothing is there.`);
    expect(asked).not.toContain(`--project=${kind}`);
    expect(asked.includes('--project node')).toBe(kind === 'chromium');
  });
  it('counts a Firefox that is too old as one failed check, and says in one line what is needed', () => {
    const path = browser('Mozilla Firefox 140.12.0esr');
    const { status, lastLine, stderr, asked } = runTests({ FIREFOX_PATH: path });
    expect([status, lastLine]).toEqual([1, '13 passed, 1 failed']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(
      /^Lede needs Firefox \d+ or newer; .* is 140\.12\.0\. Get it from https:.* set FIREFOX_PATH/u,
    );
    expect(stderr).toContain(path);
    expect(asked).not.toContain('--project=firefox');
  });
  it('accepts a browser that prints no version', () => {
    expect(runTests({ CHROME_PATH: browser('Chrome') }).lastLine).toBe('19 passed, 0 failed');
  });
  it('counts both browsers if both are missing', () => {
    const { status, lastLine } = runTests({ CHROME_PATH: nowhere, FIREFOX_PATH: nowhere });
    expect([status, lastLine]).toEqual([1, '7 passed, 2 failed']);
  });
  it.each([
    ['vitest', 1],
    ['playwright', 2],
  ])('fails where %s ends badly though its report says that all passed', (breaks, failed) => {
    const { status, lastLine } = runTests({ BREAKS: breaks });
    expect([status, lastLine]).toEqual([1, `19 passed, ${failed} failed`]);
  });
  it('fails if the build fails', () => {
    const { status, lastLine } = runTests({ BREAKS: 'npm' });
    expect([status, lastLine]).toEqual([1, '0 passed, 1 failed']);
  });
});
