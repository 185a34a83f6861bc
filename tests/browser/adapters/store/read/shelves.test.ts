/**
 * The library as the page reads it: the latest entries first, everything in steps, and changes; also from a database
 * made before the index existed.
 */
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LibraryDatabase } from '../../../../../src/adapters/store/database.ts';
import { everyShelf, latestShelves, shelvesOfEntries } from '../../../../../src/adapters/store/read/shelves.ts';
import { newEntry, newNote } from '../../../../../src/core/library/change.ts';
import { tick } from '../../../../../src/core/library/clock.ts';
import { type Entry, type Note, RECORD_VERSION } from '../../../../../src/core/library/records.ts';
import type { Result } from '../../../../../src/core/result.ts';

const NOW_MS = Date.UTC(2026, 0, 1);
const stamp = { clock: tick(undefined, NOW_MS, 'd'), nowMs: NOW_MS };
const quote = { exact: 'x', prefix: '', suffix: '', start: 0 };
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};
const entry = (n: number, changedAt: number, change: Partial<Entry> = {}): Entry => ({
  ...newEntry(
    {
      ...{
        id: `e${n}`,
        urlKey: `k${n}`,
        aliases: [],
        parted: [],
        url: `https://a.example/${n}`,
        title: `T${n}`,
        tags: [],
      },
      addedAt: n,
      changedAt,
      openedAt: n,
      broughtBack: [],
    },
    RECORD_VERSION,
    stamp,
  ),
  ...change,
});
const note = (id: string, entryId: string, changedAt: number, change: Partial<Note> = {}): Note => ({
  ...newNote(
    {
      id,
      entryId,
      url: 'https://a.example/',
      quote,
      colour: 'yellow',
      text: '',
      tags: [],
      createdAt: changedAt,
      changedAt,
    },
    RECORD_VERSION,
    stamp,
  ),
  ...change,
});

let db: LibraryDatabase;
beforeEach(() => {
  db = new LibraryDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

it('returns the entries that changed last, or whose notes did, without those in the bin', async () => {
  const entries = Array.from({ length: 1_000 }, (_unused, n) => entry(n, 1_000 + n));
  entries[999] = entry(999, 5_000, { deletedAt: 5_000 });
  await db.entries.bulkPut(entries);
  const notes = Array.from({ length: 1_000 }, (_unused, n) => note(`n${n}`, `e${n}`, 500 + n));
  notes.push(note('late', 'e3', 9_000), note('gone', 'e4', 9_500, { deletedAt: 9_500 }));
  await db.notes.bulkPut(notes);
  const { shelves, total } = value(await latestShelves(db));
  expect(total).toBe(999);
  expect(shelves.slice(0, 4).map((one) => one.entry.id)).toEqual(['e3', 'e998', 'e997', 'e996']);
  expect(shelves[0]?.notes.map(({ id }) => id)).toEqual(['n3', 'late']);
  expect(shelves.length).toBeLessThan(50);
});

it('returns every shelf once, with all its notes, in any number of steps', async () => {
  await db.entries.bulkPut(Array.from({ length: 1_300 }, (_unused, n) => entry(n, n)));
  await db.notes.bulkPut(Array.from({ length: 2_600 }, (_unused, n) => note(`n${n}`, `e${n % 1_300}`, n)));
  const shelves = value(await everyShelf(new AbortController().signal, db));
  expect(new Set(shelves.map((one) => one.entry.id)).size).toBe(1_300);
  expect(shelves.every(({ notes }) => notes.length === 2)).toBe(true);
  await db.entries.put(entry(7, 9_999, { deletedAt: 1 }));
  expect(value(await shelvesOfEntries(['e7', 'e8', 'nowhere'], db)).map((one) => one.entry.id)).toEqual(['e8']);
});

it('reads everything in a database of an older Lede', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const older = new Dexie(name);
  older.version(1).stores({
    entries: 'id, urlKey, *aliases, *tags, fingerprint, addedAt, deletedAt',
    notes: 'id, entryId, *tags, createdAt, deletedAt',
    articles: 'entryId',
    journal: '++seq, *entryIds',
    erased: 'id',
    meta: 'key',
    passes: 'token, expiresAt',
  });
  older.version(2);
  await older.table('entries').bulkPut([entry(1, 10), entry(2, 20)]);
  await older.table('notes').put(note('n', 'e1', 30));
  older.close();
  const now = new LibraryDatabase(name);
  const { shelves } = value(await latestShelves(now));
  expect(shelves.map((one) => [one.entry.id, one.notes.length])).toEqual([
    ['e1', 1],
    ['e2', 0],
  ]);
  await now.delete();
});
