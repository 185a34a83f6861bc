/**
 * Search over a real database: it answers before the index is complete and follows additions, changes and deletions;
 * the address bar too.
 */
import type { Sender } from '../../../../../src/adapters/browser/channel.ts';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryDatabase } from '../../../../../src/adapters/store/database.ts';
import { openSearch } from '../../../../../src/adapters/store/read/searching.ts';
import { viewAnswers } from '../../../../../src/background/answers.ts';
import { createOmniboxCache } from '../../../../../src/background/omnibox-cache.ts';
import { suggestions } from '../../../../../src/background/omnibox.ts';
import type { Result } from '../../../../../src/core/result.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const view: Sender = { trusted: true, url: 'chrome-extension://fake/library/index.html', incognito: false };
let db: LibraryDatabase;
let views: ReturnType<typeof viewAnswers>;
let life: AbortController;
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.kind} ${result.error.detail ?? ''}`);
  return result.value;
};
const add = async (path: string, body: string, exact: string, text: string) => {
  const article = articleOf(body, { url: `https://news.example/${path}`, title: `About ${path}` });
  const ask = { article, quote: { exact, prefix: '', suffix: '', start: 0 }, colour: 'blue' as const, text };
  return value(await views['note.add'](ask, view));
};

beforeEach(() => {
  db = new LibraryDatabase(`test-${crypto.randomUUID()}`);
  views = viewAnswers({ db, nowMs: () => Date.now(), newId: () => crypto.randomUUID() });
  life = new AbortController();
});
afterEach(async () => {
  life.abort();
  await new Promise((told) => setTimeout(told, 50));
  await db.delete();
});

describe('search over the library', () => {
  it('finds titles and notes at once, articles soon after, and changes made meanwhile', async () => {
    const note = await add('bridges', 'Steel and stone carry trains.', 'carry trains', '东京的桥');
    await add('gardens', 'Roses need water in summer.', 'Roses', 'for the balcony');
    const stages: string[] = [];
    const search = openSearch(() => stages.push(search.stage()), life.signal, db);
    await expect.poll(() => stages.includes('reading')).toBe(true);
    await expect.poll(() => search.stage()).toBe('all');
    expect([...new Set(stages)]).toEqual(['reading', 'notes', 'all']);
    const idsOf = (text: string) => search.find(text).map(({ id }) => id);
    expect(idsOf('东京')).toEqual([note.id]);
    expect(search.find('steel stone').map(({ kind, entryId }) => [kind, entryId])).toEqual([['entry', note.entryId]]);
    expect(search.entry(note.entryId)?.title).toBe('About bridges');

    value(await views['note.change']({ id: note.id, change: { text: 'now about viaducts' } }, view));
    await expect.poll(() => idsOf('viaduct')).toEqual([note.id]);
    expect(idsOf('东京')).toEqual([]);
    const later = await add('clouds', 'Cumulus means heap.', 'heap', '');
    await expect.poll(() => idsOf('cumulus')).toEqual([later.entryId]);
    value(await views['entry.delete']({ ids: [note.entryId] }, view));
    await expect.poll(() => idsOf('viaduct')).toEqual([]);
    expect(idsOf('steel')).toEqual([]);
    value(await views['entry.restore']({ ids: [note.entryId] }, view));
    await expect.poll(() => idsOf('steel')).toEqual([note.entryId]);
    expect(search.note(note.id)?.text).toBe('now about viaducts');
  });

  it('finds changes made since its records were read', async () => {
    const early = await add('bridges', 'Steel and stone.', 'stone', 'loud');
    const entries = await db.entries.toArray();
    const late = await add('clouds', 'Cumulus means heap.', 'heap', '');
    const known = { entries, notes: [early], changed: [late.entryId] };
    const search = openSearch(() => undefined, life.signal, db, known);
    await expect.poll(() => search.find('cumulus').map(({ id }) => id)).toEqual([late.entryId]);
    expect(search.find('loud').map(({ id }) => id)).toEqual([early.id]);
  });

  it('keeps the newer records when an older reading arrives late', async () => {
    const note = await add('bridges', 'Steel and stone.', 'stone', 'loud');
    const read = db.entries.bulkGet.bind(db.entries);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((done) => (letGo = done));
    vi.spyOn(db.entries, 'bulkGet').mockImplementationOnce((ids: readonly string[]) =>
      Dexie.Promise.resolve(read([...ids]).then((rows) => held.then(() => rows))),
    );
    const known = { entries: await db.entries.toArray(), notes: [note], changed: [note.entryId] };
    const search = openSearch(() => undefined, life.signal, db, known);
    await expect.poll(() => search.stage()).toBe('all');
    value(await views['note.change']({ id: note.id, change: { text: 'hushed' } }, view));
    // if the newer reading did not wait, it would be complete by now
    await new Promise((settled) => setTimeout(settled, 100));
    letGo();
    await expect.poll(() => search.find('hushed').map(({ id }) => id)).toEqual([note.id]);
    expect(search.find('loud')).toEqual([]);
    expect(search.note(note.id)?.text).toBe('hushed');
  });

  it('reports a failure of the database', async () => {
    const closed = new LibraryDatabase(`closed-${crypto.randomUUID()}`);
    closed.close({ disableAutoOpen: true });
    const search = openSearch(() => undefined, life.signal, closed);
    await expect.poll(() => search.stage()).toBe('failed');
    expect(search.find('anything')).toEqual([]);
  });

  it('answers the address bar with links to the exact passage, and nothing from the bin', async () => {
    const readCached = createOmniboxCache(db);
    const note = await add('bridges', 'Steel and stone.', 'carry <trains> & cars', 'loud');
    expect(await suggestions(readCached, 'loud')).toEqual([
      {
        content: 'https://news.example/bridges#:~:text=carry%20%3Ctrains%3E%20%26%20cars',
        description: 'loud — About bridges',
      },
    ]);
    expect((await suggestions(readCached, 'bridg')).map(({ content }) => content)).toEqual([
      'https://news.example/bridges',
    ]);
    value(await views['note.delete']({ ids: [note.id] }, view));
    expect(await suggestions(readCached, 'loud')).toEqual([]);
    expect(await suggestions(readCached, '')).toEqual([]);
  });

  it('reads the library once for all key presses in the address bar, and again after each change', async () => {
    const note = await add('bridges', 'Steel and stone.', 'stone', 'loud');
    const reading = vi.spyOn(db.notes, 'toArray');
    const readCached = createOmniboxCache(db);
    const found = async (text: string) => (await suggestions(readCached, text)).map(({ description }) => description);
    for (const typed of ['l', 'lo', 'lou', 'loud']) await found(typed);
    expect(await Promise.all([found('lou'), found('loud')])).toEqual([
      ['loud — About bridges'],
      ['loud — About bridges'],
    ]);
    expect(reading).toHaveBeenCalledTimes(1);
    value(await views['note.change']({ id: note.id, change: { text: 'hushed' } }, view));
    expect([await found('loud'), await found('hush')]).toEqual([[], ['hushed — About bridges']]);
    expect(reading).toHaveBeenCalledTimes(2);
    // As in another worker, after the one that made the copy was stopped.
    const other = viewAnswers({
      db: new LibraryDatabase(db.name),
      nowMs: () => Date.now(),
      newId: () => crypto.randomUUID(),
    });
    value(await other['entry.change']({ id: note.entryId, change: { title: 'Viaducts' } }, view));
    expect(await found('hush')).toEqual(['hushed — Viaducts']);
    value(await views['entry.delete']({ ids: [note.entryId] }, view));
    value(await views['bin.empty'](null, view));
    expect(await found('hush')).toEqual([]);
    value(await views['change.undo'](null, view));
    expect(await found('hush')).toEqual([]);
  });

  it('keeps no copy for the address bar that exceeds the limit', async () => {
    await add('bridges', 'Steel and stone.', 'stone', 'loud');
    const reading = vi.spyOn(db.notes, 'toArray');
    const readCached = createOmniboxCache(db, 10);
    expect(await suggestions(readCached, 'loud')).toHaveLength(1);
    expect(await suggestions(readCached, 'loud')).toHaveLength(1);
    expect(reading).toHaveBeenCalledTimes(2);
  });
});
