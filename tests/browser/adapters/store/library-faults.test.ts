/** Storage failures lose no data: full disks, refusals, a crash between any two steps, failing migrations. */
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sender } from '../../../../src/adapters/browser/channel.ts';
import { LibraryDatabase } from '../../../../src/adapters/store/database.ts';
import { backupDays } from '../../../../src/adapters/store/read/backups.ts';
import { pageAnswers, viewAnswers } from '../../../../src/background/answers.ts';
import { readImport } from '../../../../src/core/library/import/import.ts';
import { STEPS } from '../../../../src/core/library/migrate.ts';
import type { Result } from '../../../../src/core/result.ts';
import { articleOf } from '../../../fakes/article-of.ts';
import { stage } from '../../../fakes/stage.ts';
import { VERSION_1 } from '../../../fixtures/records/version-1.ts';

const page: Sender = { trusted: false, url: 'https://news.example/a', tabId: 3, incognito: false };
const view: Sender = { trusted: true, url: 'chrome-extension://fake/popup/index.html', incognito: false };
const quote = (exact: string) => ({ exact, prefix: '', suffix: '', start: 0 });
const article = articleOf('A first line of it.\nA second line of it.', { url: page.url, title: 'Kept' });

let db: LibraryDatabase;
let name: string;
/** Whether the browser refuses to open the database. */
let failOpen = false;
/** Makes the n-th write to the database from now on throw, and every later one. */
let failAt: { writes: number; thrown: () => unknown } | null;

function open(): LibraryDatabase {
  const opened = new LibraryDatabase(name);
  opened.on(
    'ready',
    () => {
      if (failOpen) throw new Dexie.OpenFailedError('no room for the backing store');
    },
    true,
  );
  opened.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core) => ({
      ...core,
      table: (table) => {
        const inner = core.table(table);
        return {
          ...inner,
          mutate: (request) => {
            if (failAt && --failAt.writes < 0) return Promise.reject(failAt.thrown());
            return inner.mutate(request);
          },
        };
      },
    }),
  });
  return opened;
}
const means = () => ({ db, nowMs: () => Date.UTC(2026, 5, 1), newId: () => crypto.randomUUID() });
const everything = async () => {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
};
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

beforeEach(() => {
  stage.clear();
  failAt = null;
  name = `faults-${crypto.randomUUID()}`;
  db = open();
});
afterEach(async () => {
  failAt = null;
  await new Promise((told) => setTimeout(told, 30));
  await db.delete();
});

describe('a save', () => {
  const saves = (): Record<string, () => Promise<Result<unknown>> | Result<unknown>> => {
    const pages = pageAnswers(means());
    const views = viewAnswers(means());
    return {
      'highlight.add': () => pages['highlight.add']({ quote: quote('new'), colour: 'blue', article }, page),
      'highlight.delete': async () =>
        pages['highlight.delete']({ ids: (await db.notes.toArray()).map(({ id }) => id) }, page),
      'note.change': async () =>
        views['note.change'](
          { id: (await db.notes.toArray())[0]?.id ?? '', change: { text: 'changed', tags: ['t'] } },
          view,
        ),
      'entry.delete': async () =>
        views['entry.delete']({ ids: (await db.entries.toArray()).map(({ id }) => id) }, view),
      'library.take': () => {
        const file = readImport('Highlight,URL\none,https://a.example/1\ntwo,https://a.example/2\n', 1);
        const records = value(file).records;
        return views['library.take']({ records, trust: 'fill', group: crypto.randomUUID() }, view);
      },
      'change.undo': () => views['change.undo'](null, view),
    };
  };

  it('that dies between any two of its steps changes nothing, and works when it is repeated', async () => {
    for (const kind of Object.keys(saves())) {
      for (const exact of ['first', 'second']) {
        value(await pageAnswers(means())['highlight.add']({ quote: quote(exact), colour: 'pink', article }, page));
      }
      const before = await everything();
      let steps = 0;
      for (let worked = false; !worked; steps += 1) {
        failAt = { writes: steps, thrown: () => new Dexie.AbortError('the worker is gone') };
        const answer = await saves()[kind]?.();
        failAt = null;
        worked = answer?.ok ?? false;
        if (worked) break;
        expect(answer).toMatchObject({ ok: false, error: { kind: 'storage-refused' } });
        expect(await everything(), `${kind} after step ${steps}`).toEqual(before);
      }
      expect(steps, kind).toBeGreaterThan(1);
      expect(await everything()).not.toEqual(before);
      await db.delete();
      db = open();
    }
  }, 30_000);

  it('reports a full disk or a refusal by the browser, and keeps what was there', async () => {
    const { id } = value(await pageAnswers(means())['highlight.add']({ quote: quote('kept'), colour: 'pink' }, page));
    const faults: [() => unknown, string][] = [
      [() => new DOMException('no room', 'QuotaExceededError'), 'storage-full'],
      [() => new Dexie.QuotaExceededError('no room'), 'storage-full'],
      [
        () => new Dexie.AbortError('Transaction aborted', new DOMException('full', 'QuotaExceededError')),
        'storage-full',
      ],
      [() => new DOMException('broken', 'UnknownError'), 'storage-refused'],
      [() => new DOMException('not here', 'SecurityError'), 'storage-refused'],
    ];
    for (const [thrown, kind] of faults) {
      failAt = { writes: 0, thrown };
      const change = { id, change: { text: 'a draft' } };
      expect(await viewAnswers(means())['note.change'](change, view)).toMatchObject({ ok: false, error: { kind } });
      failAt = null;
      expect(await db.notes.toArray()).toMatchObject([{ text: '', colour: 'pink' }]);
    }
  });

  it('is refused before it touches the database while the disk is full, and works again later', async () => {
    const { id } = value(await pageAnswers(means())['highlight.add']({ quote: quote('kept'), colour: 'pink' }, page));
    const before = await everything();
    const room = vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ quota: 500_000, usage: 499_000 });
    const change = { id, change: { text: 'a draft' } };
    const answer = await viewAnswers(means())['note.change'](change, view);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'storage-full' } });
    expect(await everything()).toEqual(before);
    room.mockRestore();
    expect(await viewAnswers(means())['note.change'](change, view)).toMatchObject({ ok: true });
  });

  it('reopens a connection that the browser closed, and succeeds at once', async () => {
    value(await pageAnswers(means())['highlight.add']({ quote: quote('first'), colour: 'pink' }, page));
    db.close({ disableAutoOpen: false });
    failOpen = true;
    expect(await db.open().catch((thrown: Error) => thrown.name)).toBe('OpenFailedError');
    failOpen = false;
    value(await pageAnswers(means())['highlight.add']({ quote: quote('second'), colour: 'pink' }, page));
    expect(await db.notes.count()).toBe(2);
  });

  it('waits after a storage failure until a backup outside the database has everything', async () => {
    const { id } = value(await pageAnswers(means())['highlight.add']({ quote: quote('kept'), colour: 'pink' }, page));
    failAt = { writes: 0, thrown: () => new DOMException('broken', 'UnknownError') };
    const change = { id, change: { text: 'a draft' } };
    expect(await viewAnswers(means())['note.change'](change, view)).toMatchObject({ ok: false });
    failAt = null;
    expect(value(await backupDays(db))).toEqual([]);
    expect(await viewAnswers(means())['note.change'](change, view)).toMatchObject({ ok: true });
    expect(value(await backupDays(db))).toMatchObject([{ notes: 1 }]);
  });

  it('to a database that cannot be opened returns an error and does not throw', async () => {
    db.close({ disableAutoOpen: true });
    const answers = [
      await pageAnswers(means())['page.plan']({}, page),
      await pageAnswers(means())['highlight.add']({ quote: quote('x'), colour: 'blue' }, page),
      await viewAnswers(means())['bin.empty'](null, view),
      await viewAnswers(means())['editor.open']({ token: 'x' }, view),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { kind: 'storage-refused' } });
  });
});

describe('a migration', () => {
  /** Creates a database of version 1. */
  const old = async () => {
    const first = new LibraryDatabase(name, []);
    await first.table('entries').bulkPut(VERSION_1.entries);
    await first.table('notes').bulkPut(VERSION_1.notes);
    await first.table('articles').bulkPut(VERSION_1.articles);
    first.close();
  };

  it('converts every old record to the current format', async () => {
    await old();
    expect(await db.notes.orderBy('id').toArray()).toMatchObject([
      { id: 'n1', version: 2, text: 'old words', alts: {}, textSeen: { old: '000000020.0001.old' } },
      { id: 'n2', version: 2 },
    ]);
    expect(await db.entries.toArray()).toMatchObject([{ version: 2, parted: [], tags: ['kept'] }]);
  });

  it('that throws halfway changes nothing, and the next one finds everything', async () => {
    await old();
    let seen = 0;
    const breaking = STEPS.map((step) => ({
      ...step,
      notes: (record: Record<string, unknown>) => {
        seen += 1;
        if (seen > 1) throw new Error('a bug in the step');
        return step.notes?.(record) ?? record;
      },
    }));
    const broken = new LibraryDatabase(name, breaking);
    await expect(broken.open()).rejects.toThrow();
    broken.close();
    expect(seen).toBe(2);
    const untouched = new LibraryDatabase(name, []);
    expect(await untouched.table('entries').toArray()).toEqual(VERSION_1.entries);
    expect(await untouched.table('notes').orderBy('id').toArray()).toEqual(VERSION_1.notes);
    untouched.close();
    expect(await db.notes.count()).toBe(2);
    expect(await db.entries.toArray()).toMatchObject([{ version: 2 }]);
  });
});

describe('a database of a newer Lede', () => {
  /** Upgrades the database as the next version would, with a record of an unknown format. */
  const newer = async () => {
    const next = new LibraryDatabase(name, [...STEPS, { from: 2 }]);
    await next.table('notes').put({ id: 'n1', version: 3, entryId: 'e1', words: ['of', 'tomorrow'] });
    next.close();
  };

  it('is neither read nor written, and one sentence says so', async () => {
    await newer();
    const views = viewAnswers(means());
    const answers = [
      await views['note.add']({ article, quote: quote('A first'), colour: 'pink', text: 'mine' }, view),
      await views['change.undo'](null, view),
      await pageAnswers(means())['page.plan']({}, page),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { kind: 'newer-library' } });
    db.close();
    const next = new LibraryDatabase(name, [...STEPS, { from: 2 }]);
    expect(await next.table('notes').toArray()).toEqual([
      { id: 'n1', version: 3, entryId: 'e1', words: ['of', 'tomorrow'] },
    ]);
    next.close();
  });

  it('that appears while an older Lede is open stops that one in the same way', async () => {
    const views = viewAnswers(means());
    const add = () => views['note.add']({ article, quote: quote('A first'), colour: 'pink', text: 'mine' }, view);
    value(await add());
    await newer();
    expect(await add()).toMatchObject({ ok: false, error: { kind: 'newer-library' } });
    const next = new LibraryDatabase(name, [...STEPS, { from: 2 }]);
    expect(await next.table('notes').count()).toBe(2);
    next.close();
  });
});
