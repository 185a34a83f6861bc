/** The weekly copy in the downloads folder: made only if wanted, allowed and due, and reported when it is complete. */
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeSettings } from '../../../../../src/adapters/browser/settings.ts';
import { LibraryDatabase } from '../../../../../src/adapters/store/database.ts';
import { saveWeeklyCopy, scheduleWeeklyCopy } from '../../../../../src/views/parts/saving/weekly-copy.ts';
import { viewAnswers } from '../../../../../src/background/answers.ts';
import { articleOf } from '../../../../fakes/article-of.ts';
import { stage } from '../../../../fakes/stage.ts';

const NOW_MS = Date.UTC(2026, 5, 1, 12);
const DAY_MS = 86_400_000;
const view = { trusted: true, url: 'chrome-extension://fake/library/index.html', incognito: false };
let db: LibraryDatabase;

beforeEach(async () => {
  stage.clear();
  stage.origins.push('downloads');
  db = new LibraryDatabase();
  const answers = viewAnswers({ db, nowMs: () => NOW_MS, newId: () => crypto.randomUUID() });
  stage.background.set('backup.saved', () => answers['backup.saved'](null, view));
  await changeSettings({ weeklyCopy: true });
  await answers['entry.keep']({ article: articleOf('<p>Words that are kept.</p>') }, view);
});
afterEach(() => db.delete());

it('has the library, is in its own folder, and is due again after a week', async () => {
  expect(await saveWeeklyCopy(NOW_MS)).toBe('saved');
  const [copy] = stage.downloads;
  expect(copy?.filename).toBe('Lede/lede-backup-2026-06-01.zip');
  const files = unzipSync(new Uint8Array((await copy?.bytes.arrayBuffer()) ?? new ArrayBuffer(0)));
  expect(Object.keys(files).length).toBeGreaterThan(0);
  expect(await saveWeeklyCopy(NOW_MS + 6 * DAY_MS)).toBe(null);
  expect(await saveWeeklyCopy(NOW_MS + 8 * DAY_MS)).toBe('saved');
});

it('is looked for again in a page that stays open for days', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'], now: NOW_MS });
  const [failed, life] = [vi.fn(), new AbortController()];
  scheduleWeeklyCopy(failed, life.signal);
  const copies = async (atMs: number) => {
    vi.setSystemTime(NOW_MS + atMs);
    await vi.advanceTimersByTimeAsync(3_600_000);
    for (let turn = 0; turn < 50; turn += 1) await vi.advanceTimersByTimeAsync(10);
    return stage.downloads.length;
  };
  await vi.waitFor(async () => expect(await copies(0)).toBe(1));
  await vi.waitFor(async () => expect(await copies(8 * DAY_MS)).toBe(2));
  expect(failed).not.toHaveBeenCalled();
  stage.downloadState = 'interrupted';
  await vi.waitFor(async () => expect(await copies(16 * DAY_MS)).toBeGreaterThan(3)); // tried again, told once
  expect(failed).toHaveBeenCalledOnce();
  life.abort();
  vi.useRealTimers();
});

it('does not count as saved if the disk is full, and is tried again', async () => {
  stage.downloadState = 'interrupted';
  expect(await saveWeeklyCopy(NOW_MS)).toBe('failed');
  stage.downloadState = 'complete';
  expect(await saveWeeklyCopy(NOW_MS)).toBe('saved');
});

it('is made only if the person wants it, the browser allows it and the library is not empty', async () => {
  stage.origins = [];
  expect(await saveWeeklyCopy(NOW_MS)).toBe(null);
  stage.origins = ['downloads'];
  await changeSettings({ weeklyCopy: false });
  expect(await saveWeeklyCopy(NOW_MS)).toBe(null);
  await changeSettings({ weeklyCopy: true });
  await db.entries.clear();
  expect(await saveWeeklyCopy(NOW_MS)).toBe(null);
  expect(stage.downloads).toEqual([]);
});
