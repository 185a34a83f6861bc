/** Imports and backups over a real IndexedDB: all or nothing, nothing doubled, nothing taken away. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpDay, backupDays, fullBackup } from '../../../src/adapters/store/write/backups.ts';
import type { Handlers, Sender } from '../../../src/adapters/browser/channel.ts';
import { LibraryDatabase } from '../../../src/adapters/store/database.ts';
import { viewAnswers } from '../../../src/background/answers.ts';
import { keepHouseNow } from '../../../src/background/daily.ts';
import { exportFiles } from '../../../src/core/library/export/export.ts';
import type { Result } from '../../../src/core/result.ts';
import type { FromView } from '../../../src/messages.ts';
import { articleOf } from '../../fakes/article-of.ts';

const DAY_MS = 86_400_000;
const view: Sender = { trusted: true, url: 'chrome-extension://fake/library/index.html', incognito: false };
let db: LibraryDatabase;
let nowMs: number;
let views: Handlers<FromView>;
const means = () => ({ db, nowMs: () => (nowMs += 1), newId: () => crypto.randomUUID() });
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail ?? ''}`);
  return result.value;
};
const add = async (exact: string, text = '') => {
  const article = articleOf('One line of an article.\nAnd another.', { url: 'https://news.example/a', title: 'A' });
  return value(
    await views['note.add'](
      { article, quote: { exact, prefix: '', suffix: '', start: 1 }, colour: 'pink', text },
      view,
    ),
  );
};
const all = async () => ({
  entries: await db.entries.toArray(),
  notes: await db.notes.toArray(),
  articles: await db.articles.toArray(),
});
const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

beforeEach(() => {
  nowMs = Date.UTC(2026, 5, 1, 12);
  db = new LibraryDatabase(`test-${crypto.randomUUID()}`);
  views = viewAnswers(means());
});
afterEach(async () => {
  await new Promise((told) => setTimeout(told, 30));
  await db.delete();
});

describe('an import', () => {
  it('adds once, can be tried first, and is one step to take back', async () => {
    await add('kept', 'mine');
    const text = exportFiles('json', await all(), nowMs)[0]?.text ?? '';
    expect(value(await views['library.import']({ name: 'x', text }, view))).toEqual({ added: 0, changed: 0, same: 2 });
    const csv = 'Highlight,URL,Note\nfrom elsewhere,https://news.example/a,theirs\nsecond,https://news.example/b,\n';
    const ask = { name: 'x.csv', text: csv };
    expect(value(await views['library.import']({ ...ask, dry: true }, view))).toEqual({
      added: 3,
      changed: 0,
      same: 1,
    });
    expect(await db.notes.count()).toBe(1);
    expect(value(await views['library.import'](ask, view))).toEqual({ added: 3, changed: 0, same: 1 });
    expect(value(await views['library.import'](ask, view))).toEqual({ added: 0, changed: 0, same: 4 });
    expect(await db.entries.count()).toBe(2);
    expect(value(await views['change.undo'](null, view))).toEqual({ undone: 'library.import' });
    expect((await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined)).toMatchObject([
      { text: 'mine' },
    ]);
  });

  it('of a file with one bad line changes nothing', async () => {
    await add('kept');
    const before = await all();
    const text = 'Highlight,URL\nfine,https://news.example/c\nbad,javascript:alert(1)\n';
    const answer = await views['library.import']({ name: 'x', text }, view);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'not-understood', detail: '3|no-address|URL' } });
    expect(await all()).toEqual(before);
  });
});

describe('a backup', () => {
  it('brings back what was lost, articles included, and takes nothing away', async () => {
    await add('first', 'words');
    const bytes = base64(value(await fullBackup(db, nowMs)));
    const before = await all();
    await db.notes.clear();
    await db.entries.clear();
    await db.articles.clear();
    expect(value(await views['backup.restore']({ bytes }, view))).toEqual({ added: 2, changed: 0, same: 0 });
    expect(await all()).toEqual(before);
    await add('made since');
    expect(value(await views['backup.restore']({ bytes }, view)).same).toBe(2);
    expect(await db.notes.count()).toBe(2);
    expect(await views['backup.restore']({ bytes: 'AAAA' }, view)).toMatchObject({ ok: false });
    expect(await views['backup.restore']({ bytes: '%%%' }, view)).toMatchObject({ ok: false });
  });

  it('is made once a day, seven days deep, and each day can be returned to', async () => {
    const { id } = await add('first');
    for (let day = 0; day < 9; day += 1) {
      value(await views['note.change']({ id, change: { text: `day ${day}` } }, view));
      expect(value(await backUpDay(db, nowMs))).toBe(true);
      expect(value(await backUpDay(db, nowMs))).toBe(false);
      nowMs += DAY_MS;
    }
    const days = value(await backupDays(db));
    expect(days.map(({ day }) => day)).toEqual(
      ['09', '08', '07', '06', '05', '04', '03'].map((day) => `2026-06-${day}`),
    );
    await db.notes.clear();
    await db.articles.clear();
    expect(value(await views['backup.restore']({ day: '2026-06-05' }, view)).added).toBe(1);
    expect(await db.notes.toArray()).toMatchObject([{ text: 'day 4' }]);
    expect(await db.articles.count()).toBe(1);
    expect(await views['backup.restore']({ day: '2026-05-01' }, view)).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  it('is made before the bin lets go of what has lain there for thirty days', async () => {
    const { id } = await add('gone');
    value(await views['note.delete']({ ids: [id] }, view));
    nowMs += 29 * DAY_MS;
    await keepHouseNow(means());
    expect(await db.notes.count()).toBe(1);
    nowMs += 2 * DAY_MS;
    await keepHouseNow(means());
    expect(await db.notes.count()).toBe(0);
    const [latest] = value(await backupDays(db));
    expect(latest).toMatchObject({ notes: 1 });
  });
});
