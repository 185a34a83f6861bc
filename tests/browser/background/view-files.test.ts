/** Imports and backups over a real IndexedDB: all or nothing, no duplicates, no deletions. */
import type { Sender } from '../../../src/adapters/browser/channel.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupDays, fullBackup, lostRecords } from '../../../src/adapters/store/read/backups.ts';
import { backUpDay } from '../../../src/adapters/store/write/backups.ts';
import { LibraryDatabase } from '../../../src/adapters/store/database.ts';
import { viewAnswers } from '../../../src/background/answers.ts';
import { runMaintenance } from '../../../src/background/daily.ts';
import { tick } from '../../../src/core/library/clock.ts';
import { exported } from '../../fakes/exported.ts';
import type { Result } from '../../../src/core/result.ts';
import { type Given, givenDay, givenFile, givenLost } from '../../../src/views/library/taking/given.ts';
import { take } from '../../../src/views/library/taking/take.ts';
import { articleOf } from '../../fakes/article-of.ts';
import { stage } from '../../fakes/stage.ts';

const DAY_MS = 86_400_000;
const view: Sender = { trusted: true, url: 'chrome-extension://fake/library/index.html', incognito: false };
let db: LibraryDatabase;
let nowMs: number;
let views: ReturnType<typeof viewAnswers>;
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
/** Imports a file as the library page does. */
const taken = async (given: Promise<Result<Given>>, dry = false) => {
  const { added, changed, same } = value(await take(value(await given), { dry }));
  return { added, changed, same };
};
const csvFile = (text: string) => new File([text], 'notes.csv');
const clear = () => Promise.all([db.notes.clear(), db.entries.clear(), db.articles.clear()]);

beforeEach(() => {
  nowMs = Date.UTC(2026, 5, 1, 12);
  db = new LibraryDatabase(`test-${crypto.randomUUID()}`);
  views = viewAnswers(means());
  stage.clear();
  stage.background.set('library.take', (body) => views['library.take'](body, view));
});
afterEach(async () => {
  await new Promise((told) => setTimeout(told, 30));
  await db.delete();
});

describe('an import', () => {
  it('adds its items once, can be previewed, and is one undo step', async () => {
    await add('kept', 'mine');
    const text = (await exported('json', await all(), nowMs))[0]?.text ?? '';
    expect(await taken(givenFile(new File([text], 'x.jsonld'), nowMs))).toEqual({ added: 0, changed: 0, same: 2 });
    const csv = 'Highlight,URL,Note\nfrom elsewhere,https://news.example/a,theirs\nsecond,https://news.example/b,\n';
    const given = () => givenFile(csvFile(csv), nowMs);
    expect(await taken(given(), true)).toEqual({ added: 3, changed: 0, same: 1 });
    expect(await db.notes.count()).toBe(1);
    expect(await taken(given())).toEqual({ added: 3, changed: 0, same: 1 });
    expect(await taken(given())).toEqual({ added: 0, changed: 0, same: 4 });
    expect(await db.entries.count()).toBe(2);
    expect(value(await views['change.undo'](null, view))).toEqual({ undone: 'library.import' });
    expect((await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined)).toMatchObject([
      { text: 'mine' },
    ]);
  });

  it('takes the valid lines of a file and reports the invalid one', async () => {
    const text = 'Highlight,URL\nfine,https://news.example/c\nbad,javascript:alert(1)\n';
    const given = value(await givenFile(csvFile(text), nowMs));
    expect(given.problems).toEqual([{ line: 3, reason: 'no-address', field: 'URL' }]);
    expect(await taken(Promise.resolve({ ok: true, value: given }))).toEqual({ added: 2, changed: 0, same: 0 });
    expect(await givenFile(csvFile('Highlight,URL\nbad,nowhere\n'), nowMs)).toMatchObject({ ok: false });
  });

  it('of a hostile file with a known address erases, renames and replaces nothing', async () => {
    const note = await add('kept', 'my own precious words');
    const before = await all();
    const late = tick(undefined, nowMs + DAY_MS - 60_000, 'zzzz');
    const entry = { ...before.entries[0], id: 'attacker', url: 'https://evil.example/login', title: 'Your bank' };
    const same = {
      ...before.entries[0],
      id: 'attacker-2',
      title: 'Your bank',
      deletedAt: 1,
      aliases: ['https://evil.example/'],
    };
    const clocks = { deletedAt: late, url: late, title: late, urlKey: late };
    const article = { ...before.articles[0], article: articleOf('Words that were never there.', { url: note.url }) };
    const hostileNote = {
      ...note,
      text: '',
      deletedAt: 1,
      textSeen: { ...note.textSeen, zzzz: late },
      clocks: { text: late, deletedAt: late },
    };
    const file = {
      ...{ '@context': 'x', items: [{ 'lede:note': { ...hostileNote, entryId: 'attacker-2' } }] },
      'lede:entries': [
        { ...entry, clocks },
        { ...same, clocks },
      ],
      'lede:articles': [{ ...article, entryId: 'attacker-2', keptAt: 9e15 }],
    };
    const given = givenFile(new File([JSON.stringify(file)], 'x.jsonld'), nowMs);
    await taken(given);
    const after = await all();
    expect(after.articles[0]).toEqual(before.articles[0]);
    expect(await db.entries.get(note.entryId)).toEqual(before.entries[0]);
    expect(await db.notes.get(note.id)).toMatchObject({ entryId: note.entryId, url: note.url });
    const kept = await db.notes.get(note.id);
    expect(kept?.deletedAt).toBeUndefined();
    expect([kept?.text, ...Object.values(kept?.alts ?? {})]).toContain('my own precious words');
    await runMaintenance({ ...means(), nowMs: () => nowMs + 40 * DAY_MS });
    expect(await db.notes.get(note.id)).toMatchObject({ entryId: note.entryId });
  });

  it('recognises items in the bin by words or address, whatever their ids in the file', async () => {
    const note = await add('kept', 'mine');
    const csv = 'Highlight,URL,Note\nkept,https://news.example/a,\n';
    const binned = async (text = csv) => value(await take(value(await givenFile(csvFile(text), nowMs)), { dry: true }));
    expect(await binned()).toMatchObject({ binned: { entries: [], notes: [] } });
    value(await views['note.delete']({ ids: [note.id] }, view));
    expect(await binned()).toMatchObject({ added: 0, same: 2, binned: { entries: [], notes: [note.id] } });
    value(await views['entry.delete']({ ids: [note.entryId] }, view));
    expect(await binned()).toMatchObject({ added: 0, binned: { entries: [note.entryId], notes: [note.id] } });
    const more = `${csv}new,https://news.example/a,\n`; // its article is restored with it
    expect(await binned(more)).toMatchObject({ added: 1, binned: { entries: [], notes: [note.id] } });
  });

  it('of an article in the bin restores it, so that its notes can be found', async () => {
    const note = await add('old');
    value(await views['entry.delete']({ ids: [note.entryId] }, view));
    await taken(givenFile(csvFile('Highlight,URL,Note\nnew,https://news.example/a,precious\n'), nowMs));
    expect((await db.entries.get(note.entryId))?.deletedAt).toBeUndefined();
    nowMs += 40 * DAY_MS;
    await runMaintenance(means());
    expect(await db.notes.toArray()).toMatchObject([{ text: 'precious' }]);
  });

  it('in many pieces is one step to undo and redo, articles included', async () => {
    await add('mine');
    const before = await all();
    const rows = Array.from(
      { length: 700 },
      (_, index) => `passage ${index},https://news.example/${index % 90},n${index}`,
    );
    const text = ['Highlight,URL,Note', ...rows].join('\n');
    const given = value(await givenFile(csvFile(text), nowMs));
    const article = articleOf('Kept with it.', { url: 'https://news.example/3' });
    const [third] = given.records.entries.filter(({ url }) => url.endsWith('/3'));
    given.records.articles.push({ entryId: third?.id ?? '', version: 2, keptAt: 5, article });
    expect(await taken(Promise.resolve({ ok: true, value: given }))).toEqual({ added: 790, changed: 0, same: 0 });
    expect(await db.journal.where('group').above('').count()).toBeGreaterThan(3);
    value(await views['change.undo'](null, view));
    const live = (await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
    expect(live).toEqual(before.notes);
    expect(await db.articles.toArray()).toEqual(before.articles);
    value(await views['change.redo'](null, view));
    expect((await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(701);
    expect(await db.articles.count()).toBe(2);
  });

  it('that is stopped keeps what it has imported, and reports its progress', async () => {
    const rows = Array.from({ length: 900 }, (_, index) => `passage ${index},https://news.example/${index}`);
    const given = value(await givenFile(csvFile(['Highlight,URL', ...rows].join('\n')), nowMs));
    const [life, shares]: [AbortController, number[]] = [new AbortController(), []];
    const told = (done01: number) => {
      shares.push(done01);
      if (shares.length === 3) life.abort();
    };
    expect(value(await take(given, { dry: false, told, signal: life.signal }))).toMatchObject({ stopped: true });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(await db.notes.count()).toBeGreaterThan(100);
    value(await views['change.undo'](null, view));
    expect((await db.notes.toArray()).filter(({ deletedAt }) => deletedAt === undefined)).toEqual([]);
  });
});

describe('two windows', () => {
  it('that edit an imported note without a date keep both texts', async () => {
    await taken(givenFile(csvFile('Highlight,URL,Note\nhello,https://news.example/z,original words\n'), nowMs));
    const [note] = await db.notes.toArray();
    const { id = '', clocks } = note ?? {};
    const textBase = clocks?.text ?? '';
    for (const text of ['written in window A', 'written in window B']) {
      value(await views['note.change']({ id, change: { text, textBase } }, view));
    }
    expect(await db.notes.toArray()).toMatchObject([{ text: 'written in window B' }]);
    expect(Object.values((await db.notes.get(id))?.alts ?? {})).toEqual(['written in window A']);
  });
});

describe('a backup', () => {
  it('restores what was lost, articles included, and removes nothing', async () => {
    await add('first', 'words');
    const zip = new File([value(await fullBackup(db, nowMs))], 'backup.zip');
    const before = await all();
    await clear();
    expect(await taken(givenFile(zip, nowMs), true)).toEqual({ added: 2, changed: 0, same: 0 });
    expect(await taken(givenFile(zip, nowMs))).toEqual({ added: 2, changed: 0, same: 0 });
    expect(await all()).toEqual(before);
    await add('made since');
    expect((await taken(givenFile(zip, nowMs))).same).toBeGreaterThanOrEqual(2);
    expect(await db.notes.count()).toBe(2);
    expect(await givenFile(new File(['PK nothing'], 'x.zip'), nowMs)).toMatchObject({ ok: false });
  });

  it('can be stopped while it is made', async () => {
    await add('first');
    const life = new AbortController();
    life.abort();
    expect(await fullBackup(db, nowMs, () => undefined, life.signal)).toMatchObject({ ok: false });
  });

  it('is made once a day and kept for seven days, and each day can be restored', async () => {
    const { id } = await add('first');
    for (let day = 0; day < 9; day += 1) {
      value(await views['note.change']({ id, change: { text: `day ${day}` } }, view));
      expect(value(await backUpDay(db, nowMs))).toBe(true);
      expect(value(await backUpDay(db, nowMs))).toBe(false);
      nowMs += DAY_MS;
    }
    const days = value(await backupDays(db));
    expect(days.map(({ order }) => order)).toEqual([9, 8, 7, 6, 5, 4, 3]);
    await clear();
    const [, , , , fifth] = days;
    if (!fifth) throw new Error('no day');
    expect((await taken(givenDay(fifth, nowMs, db))).added).toBe(2);
    expect(await db.notes.toArray()).toMatchObject([{ text: 'day 4' }]);
    expect(await db.articles.count()).toBe(1);
    expect(await givenDay({ ...fifth, order: 99 }, nowMs, db)).toMatchObject({ error: { kind: 'not-found' } });
  });

  it('is offered when the library is empty or new, with the newest changes added', async () => {
    await add('in the backup');
    expect(value(await backUpDay(db, nowMs))).toBe(true);
    const late = await add('written since', 'words of today');
    expect(value(await lostRecords(db, nowMs))).toBeNull();
    await db.delete();
    db = new LibraryDatabase(db.name);
    views = viewAnswers(means());
    expect(value(await lostRecords(db, nowMs))).toMatchObject({ notes: 2 });
    await add('the first of a new library');
    const lost = value(await lostRecords(db, nowMs));
    if (!lost) throw new Error('nothing found');
    await taken(givenLost(lost, nowMs, db));
    expect(await db.notes.get(late.id)).toMatchObject({ text: 'words of today' });
    expect(await db.notes.count()).toBe(3);
    value(await views['loss.answer'](null, view));
    expect(value(await lostRecords(db, nowMs))).toBeNull();
  });

  it('is offered from the newest changes alone if the library was lost before its first backup', async () => {
    await add('all there is');
    await db.delete();
    db = new LibraryDatabase(db.name);
    const lost = value(await lostRecords(db, nowMs));
    expect(lost).toMatchObject({ day: null, notes: 1 });
  });

  it('includes what was written between a first restore and a second loss', async () => {
    await add('in the backup');
    value(await backUpDay(db, nowMs));
    const renew = async () => {
      await db.delete();
      db = new LibraryDatabase(db.name);
      views = viewAnswers(means());
    };
    await renew();
    await add('written in between');
    await renew();
    expect(value(await lostRecords(db, nowMs))).toMatchObject({ notes: 2 });
    const lost = value(await lostRecords(db, nowMs));
    if (!lost) throw new Error('nothing found');
    await taken(givenLost(lost, nowMs, db));
    expect((await db.notes.toArray()).map(({ quote }) => quote.exact).toSorted()).toEqual([
      'in the backup',
      'written in between',
    ]);
    value(await views['loss.answer'](null, view));
    expect(value(await backupDays(db))[0]).toMatchObject({ notes: 2 });
  });

  it('keeps the articles of a lost library next to those of the new one', async () => {
    await add('old');
    value(await backUpDay(db, nowMs));
    await db.delete();
    db = new LibraryDatabase(db.name);
    views = viewAnswers(means());
    nowMs += DAY_MS;
    await add('new');
    value(await backUpDay(db, nowMs));
    const [, first] = value(await backupDays(db));
    if (!first) throw new Error('no day');
    await clear();
    await taken(givenDay(first, nowMs, db));
    expect(await db.articles.count()).toBe(1);
  });

  it('is made before items older than thirty days are erased from the bin', async () => {
    const { id } = await add('gone');
    value(await views['note.delete']({ ids: [id] }, view));
    nowMs += 29 * DAY_MS;
    await runMaintenance(means());
    expect(await db.notes.count()).toBe(1);
    nowMs += 2 * DAY_MS;
    await runMaintenance(means());
    expect(await db.notes.count()).toBe(0);
    const [latest] = value(await backupDays(db));
    expect(latest).toMatchObject({ notes: 1 });
  });
});
