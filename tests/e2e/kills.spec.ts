/**
 * Acknowledged notes are kept when the background is killed during saves, edits, imports, restores and migrations, and
 * now and then the whole browser. `LEDE_KILLS=500 npx playwright test kills` sets the number of kills.
 */
import { expect, test } from './harness/fixtures.ts';
import { emptyLibrary } from './harness/library.ts';
import type { Browser, Surface } from './harness/surface.ts';
import { isOver, keepWriting, library, lostOf, stopWriting, writing } from './harness/writing.ts';

/** Number of kills in one run, and how often the browser is killed too. */
const KILLS = Number(process.env.LEDE_KILLS ?? 24);
const BROWSER_EACH = 40;
/** Number of records of an older library, and of kills during its migration. */
const OLD_NOTES = 2_000;
const MIGRATIONS = Math.ceil(KILLS / 8);
/** Maximum time for one kill with its pause, in ms. */
const KILL_MS = 3_000;

test('nothing is lost when the background or the browser is killed during saves, edits, imports and restores', async ({
  lede,
  site,
}) => {
  test.setTimeout(60_000 + KILLS * KILL_MS);
  await emptyLibrary(lede);
  const [wanted, sum] = [new Map<string, string[]>(), { saves: 0, edits: 0, imports: 0 }];
  let [page, kills] = [await lede.page('options/index.html'), 0];
  const gather = async () => {
    const { acknowledged, counts } = await page.evaluate(writing);
    for (const [id, texts] of acknowledged) wanted.set(id, texts);
    for (const key of ['saves', 'edits', 'imports'] as const) sum[key] += counts[key];
  };
  // Kills alone prove nothing, so something is acknowledged between any two, on a slow machine too.
  const grown = async (from: number) =>
    expect
      .poll(async () => (await page.evaluate(writing)).acknowledged.length, { timeout: 30_000, intervals: [20] })
      .toBeGreaterThan(from);
  const begin = async () => {
    await page.evaluate(keepWriting, { site: site.origin });
    await grown(0);
  };
  await begin();
  while (kills < KILLS) {
    const { length } = (await page.evaluate(writing)).acknowledged;
    // A different moment each time, from the middle of the first transaction on.
    await new Promise((resolve) => setTimeout(resolve, 30 + ((kills * 37) % 220)));
    kills += 1;
    if (kills % BROWSER_EACH !== 0) {
      await lede.stopBackground();
      await grown(length);
      continue;
    }
    await gather();
    await lede.crash();
    page = await lede.page('options/index.html');
    await begin();
  }
  await page.evaluate(stopWriting);
  await expect.poll(() => page.evaluate(isOver), { timeout: 30_000 }).toBe(true);
  await gather();
  const { entries, notes } = await page.evaluate(library);
  const known = new Set(entries);
  expect(lostOf(wanted, notes)).toEqual([]);
  expect(notes.filter(({ entryId }) => !known.has(entryId))).toEqual([]);
  expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  expect(wanted.size).toBeGreaterThanOrEqual(kills);
  const said = `${kills} kills, ${wanted.size} notes of ${JSON.stringify(sum)}, 0 lost`;
  test.info().annotations.push({ type: 'measured', description: said });
  console.log(said);
  await page.close();
});

/** Installs an older library; repeats it if the background woke in between and created a current one. */
async function placeOld(lede: Browser, page: Surface): Promise<void> {
  for (let times = 0; ; times += 1) {
    await lede.stopBackground();
    try {
      return await page.evaluate(makeOld, OLD_NOTES);
    } catch (thrown) {
      if (times > 5 || !String(thrown).includes('VersionError')) throw thrown;
    }
  }
}

/** Runs in one of Lede's pages: installs a library in the format of the database's first version. */
async function makeOld(many: number): Promise<void> {
  await new Promise((done, refuse) => {
    const deleting = indexedDB.deleteDatabase('lede');
    deleting.onsuccess = done;
    deleting.onerror = refuse;
  });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('lede', 10); // the first version, as Dexie counts
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
    opening.onupgradeneeded = () => {
      const made = opening.result;
      for (const name of ['entries', 'notes', 'erased']) made.createObjectStore(name, { keyPath: 'id' });
      made.createObjectStore('articles', { keyPath: 'entryId' });
      made.createObjectStore('meta', { keyPath: 'key' });
      made.createObjectStore('passes', { keyPath: 'token' });
      made.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
    };
    opening.onsuccess = () => resolve(opening.result);
  });
  const putting = database.transaction(['entries', 'notes'], 'readwrite');
  const [entries, notes] = [putting.objectStore('entries'), putting.objectStore('notes')];
  const times = { addedAt: 1, changedAt: 1, openedAt: 1, createdAt: 1 };
  for (let at = 0; at < many; at += 1) {
    const url = `https://old.example/${at % 50}`;
    if (at < 50) {
      entries.put({ ...{ id: `e${at}`, version: 1, url, urlKey: url, title: 'Old', aliases: [], tags: [] }, ...times });
    }
    const quote = { exact: `passage ${at}`, prefix: '', suffix: '', start: at };
    const clocks = { text: '000000001.0000.d' };
    notes.put({
      ...{ id: `n${at}`, version: 1, entryId: `e${at % 50}`, url, quote, clocks, tags: [] },
      ...times,
      text: `old ${at}`,
    });
  }
  await new Promise((done, refuse) => {
    putting.oncomplete = done;
    putting.onerror = refuse;
  });
  database.close();
}

/** Runs in one of Lede's pages: wakes the background with a request that opens the database. */
function wake(): void {
  type Runtime = { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
  const { chrome, browser } = globalThis as unknown as { chrome: Runtime; browser?: Runtime };
  const message = { lede: 'ask', kind: 'note.delete', body: { ids: [] } };
  void (browser ?? chrome).runtime.sendMessage(message).catch(() => undefined);
}

test('nothing is lost when the background is killed during the migration of an older library', async ({ lede }) => {
  test.setTimeout(60_000 + MIGRATIONS * KILL_MS * 2);
  const page = await lede.page('options/index.html');
  const seen = { before: 0, after: 0 };
  for (let at = 0; at < MIGRATIONS; at += 1) {
    await placeOld(lede, page);
    await page.evaluate(wake);
    await new Promise((resolve) => setTimeout(resolve, (at * 173) % 1_500));
    await lede.stopBackground();
    const { version, notes, entries } = await page.evaluate(library);
    seen[version === 10 ? 'before' : 'after'] += 1;
    expect(entries).toHaveLength(50);
    expect(new Set(notes.map(({ text }) => text)).size).toBe(OLD_NOTES);
    expect(new Set(notes.map((note) => (note as unknown as { version: number }).version)).size).toBe(1);
  }
  const said = `${MIGRATIONS} kills while migrating: ${seen.before} before the end, ${seen.after} after it, 0 lost`;
  test.info().annotations.push({ type: 'measured', description: said });
  console.log(said);
  await page.evaluate(wake);
  await expect.poll(async () => (await page.evaluate(library)).version, { timeout: 20_000 }).toBeGreaterThan(10);
  const { notes } = await page.evaluate(library);
  expect(notes.filter(({ alts }) => typeof alts === 'object')).toHaveLength(OLD_NOTES);
  await page.close();
});
