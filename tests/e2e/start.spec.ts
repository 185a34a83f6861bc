/**
 * `npm start` without a display: opens the sample, clicks the real button, prints what Lede shows, and leaves no
 * process running.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';

/**
 * Timeout for a cold start, which loads Vite, Playwright and a browser and takes longer than ten seconds on a busy
 * machine.
 */
const COLD_MS = 40_000;

const TOP = join(import.meta.dirname, '../..');

function start(...words: string[]): ChildProcess {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, INIT_CWD: _from, ...env } = process.env;
  return spawn('node', ['dev/start.mjs', ...words], {
    cwd: TOP,
    env: { ...env, LEDE_BUILT: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Collects the output of a process. */
function listen(child: ChildProcess): { said: () => string; over: Promise<number | null> } {
  let said = '';
  child.stdout?.on('data', (data: Buffer) => (said += data.toString('utf8')));
  child.stderr?.on('data', (data: Buffer) => (said += data.toString('utf8')));
  return { said: () => said, over: new Promise((resolve) => child.on('exit', resolve)) };
}

/** The ids of all processes under this one. */
function under(pid: number): number[] {
  const rows = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/u).map(Number));
  const children = pairs.filter(([, parent]) => parent === pid).map(([child = 0]) => child);
  return children.flatMap((child) => [child, ...under(child)]);
}

test('prints title, outline, key points and hidden blocks, and takes a screenshot', async ({}, info) => {
  test.skip(process.platform !== 'linux', 'Only Linux runs without a display.');
  const kind = info.project.name;
  const picture = join(TOP, '.cache', `popup-${kind}.png`);
  rmSync(picture, { force: true });
  const { said, over } = listen(start(kind));
  expect(await over, said()).toBe(0);
  const { title } = partsOf(fixture('river.en'));
  for (const part of [title, 'Mar 9, 2025', '\nOutline\n', '\nKey points\n  1. ', '\nSet aside\n'])
    expect(said()).toContain(part);
  expect(existsSync(picture)).toBe(true);
});

test('opens a given file, and says in one line what it does not find', async ({}, info) => {
  test.skip(process.platform !== 'linux', 'Only Linux runs without a display.');
  const file = listen(start(info.project.name, 'tests/fixtures/articles/library.zh.txt'));
  expect(await file.over, file.said()).toBe(0);
  expect(file.said()).toContain(partsOf(fixture('library.zh')).title);

  const nothing = listen(start(info.project.name, 'no-such-file.html'));
  expect(await nothing.over).toBe(1);
  expect(nothing.said()).toContain('no-such-file.html is neither an address (http…) nor a file here.');
});

const ENDINGS: Record<string, (child: ChildProcess) => void> = {
  'Ctrl-C': (child) => child.kill('SIGINT'),
  'a reader that has gone, as in `npm start | head`,': (child) => child.stdout?.destroy(),
};
for (const [name, act] of Object.entries(ENDINGS)) {
  test(`${name} ends it and every process it started`, async ({}, info) => {
    test.skip(process.platform === 'win32', 'Signals are another matter on Windows.');
    const child = start(info.project.name);
    const { said, over } = listen(child);
    let born: number[] = [];
    const isGoing = () => {
      born = under(child.pid ?? 0);
      return said().includes('Clicking Lede') && born.length > 1;
    };
    await expect.poll(isGoing, { message: said(), timeout: COLD_MS }).toBe(true);
    act(child);
    expect(await over, said()).toBe(0);
    const left = () => born.filter((pid) => existsSync(`/proc/${pid}`));
    await expect.poll(left).toEqual([]);
  });
}
