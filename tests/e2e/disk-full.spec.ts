/**
 * The disk is filled at many moments while notes are saved: acknowledged notes are there afterwards, or are offered and
 * restored completely. Only runs with `node dev/disk-full.mjs`, which gives the browser a small disk.
 */
import { closeSync, existsSync, openSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './harness/fixtures.ts';
import { say } from './harness/glance.ts';
import type { Surface } from './harness/surface.ts';
import { isOver, keepWriting, library, lostOf, stopWriting, writing } from './harness/writing.ts';

const DISK = process.env.LEDE_DISK ?? '';
const MOMENTS = Number(process.env.LEDE_MOMENTS ?? 50);
/** Numbers of bytes that are left free, in turn: none, too few for a write, enough for some. */
const LEFT = [0, 30_000, 0, 300_000, 1_000_000, 3_000_000];
/** Maximum length of a note in letters, so that a few notes fill the disk. */
const LETTERS = 20_000;
const filler = join(DISK, 'filler');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fills the disk except for this many bytes. */
function fill(left: number): void {
  const file = openSync(filler, 'a');
  const free = () => statfsSync(DISK).bavail * statfsSync(DISK).bsize;
  try {
    while (free() > left + 65_536) writeSync(file, Buffer.alloc(65_536, 1));
    for (const size of left === 0 ? [4096, 512, 64, 1] : []) fillUp(file, size);
  } catch {
    // Full earlier than planned, because the browser writes too.
  }
  closeSync(file);
}

function fillUp(file: number, size: number): void {
  try {
    for (;;) writeSync(file, Buffer.alloc(size, 1));
  } catch {
    // No space for a part of that size.
  }
}

const empty = () => existsSync(filler) && unlinkSync(filler);

/** The acknowledged notes that are not in the library. */
async function missing(page: Surface, wanted: ReadonlyMap<string, string[]>): Promise<string[]> {
  // The page itself opens the database first: a reader that comes before it would make an empty one.
  await expect.poll(() => page.count({ css: 'input[type=search]' }), { timeout: 30_000 }).toBeGreaterThan(0);
  return lostOf(wanted, (await page.evaluate(library)).notes);
}

/** Accepts the library's offer to restore. */
async function restore(page: Surface): Promise<void> {
  await expect.poll(() => page.count({ css: '.lost-library' }), { timeout: 30_000 }).toBeGreaterThan(0);
  await page.click({ role: 'button', name: say('library_restore') });
  await expect.poll(() => page.count({ css: '.lost-library' }), { timeout: 60_000 }).toBe(0);
}

/** Runs in one of Lede's pages: the names of the backups and of the newest changes, for finding the cause of a loss. */
async function whatIsKept(): Promise<object> {
  type Local = { storage: { local: { get: (key: null) => Promise<object> } } };
  const { chrome, browser } = globalThis as unknown as { chrome: Local; browser?: Local };
  const values = Object.keys(await (browser ?? chrome).storage.local.get(null));
  const own = await (await navigator.storage.getDirectory()).getDirectoryHandle('lede-backups');
  const files: Record<string, string[]> = {};
  for (const kind of ['days', 'newest']) {
    files[kind] = [];
    const folder = await own.getDirectoryHandle(kind, { create: true });
    for await (const name of (folder as unknown as { keys: () => AsyncIterable<string> }).keys()) {
      files[kind].push(name);
    }
  }
  return { values: values.filter((key) => key.startsWith('newest:')).length, ...files };
}

test('no acknowledged note is lost when the disk is filled again and again during saves', async ({ lede, site }) => {
  test.skip(!DISK, 'needs a small disk: node dev/disk-full.mjs');
  test.setTimeout(120_000 + MOMENTS * 12_000);
  const wanted = new Map<string, string[]>();
  const seen = { restarts: 0, offered: 0 };
  let page = await lede.page('options/index.html');
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    await page.evaluate(keepWriting, { site: site.origin, letters: LETTERS });
    await pause(150 + ((moment * 97) % 500));
    fill(LEFT[moment % LEFT.length] ?? 0);
    await pause(300 + ((moment * 61) % 600));
    const isLast = moment % 5 === 4;
    if (!isLast) empty();
    await page.evaluate(stopWriting);
    await expect.poll(() => page.evaluate(isOver), { timeout: 30_000 }).toBe(true);
    for (const [id, texts] of (await page.evaluate(writing)).acknowledged) wanted.set(id, texts);
    if (!isLast) continue;
    // The browser ends while the disk is full, and starts when there is room again.
    empty();
    await (moment % 10 === 9 ? lede.crash() : lede.restart());
    seen.restarts += 1;
    page = await lede.page('library/index.html');
    if ((await missing(page, wanted)).length > 0) {
      seen.offered += 1;
      await restore(page);
    }
    expect(await missing(page, wanted), JSON.stringify(await page.evaluate(whatIsKept))).toEqual([]);
    await page.close();
    page = await lede.page('options/index.html');
  }
  const { restarts, offered } = seen;
  console.log(
    `${MOMENTS} moments, ${restarts} restarts, ${wanted.size} notes acknowledged, 0 lost; offered ${offered}`,
  );
  await page.close();
});
