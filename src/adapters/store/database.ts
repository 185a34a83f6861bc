/** The library's database in the extension's origin (Dexie on IndexedDB): its tables, its versions, and what its refusals mean. */
import Dexie, { type Table as Rows } from 'dexie';
import type { Step } from '../../core/library/journal.ts';
import { type MigrationStep, STEPS, type Table, migrate } from '../../core/library/migrate.ts';
import type { Entry, Erased, KeptArticle, Note } from '../../core/library/records.ts';
import { type Failure, type Result, fail } from '../../core/result.ts';

/** The name of the database in the extension's origin. */
const NAME = 'lede';

/** One remembered value: the latest clock, this device's name, the day of the last backup. */
interface Meta {
  key: string;
  value: string | number;
}

/** A note editor's one-time pass: for one note, in one tab, for a short while. */
export interface Pass {
  token: string;
  noteId: string;
  tabId: number;
  expiresAt: number;
}

/** Indices by table. Tags and aliases are found one by one; the rest of a record is never searched in the database. An index may be
 * added here alone: Dexie sees that an older database lacks it and makes it when it opens. */
const STORES = {
  entries: 'id, urlKey, *aliases, *tags, fingerprint, addedAt, changedAt, deletedAt',
  notes: 'id, entryId, *tags, createdAt, changedAt, deletedAt',
  articles: 'entryId',
  journal: '++seq, *entryIds',
  erased: 'id',
  meta: 'key',
  passes: 'token, expiresAt',
};
const RECORD_TABLES: readonly Table[] = ['entries', 'notes', 'articles'];

/** The open database. Only the background writes; views read through `reading.ts`. */
export class LibraryDatabase extends Dexie {
  declare entries: Rows<Entry, string>;
  declare notes: Rows<Note, string>;
  declare articles: Rows<KeptArticle, string>;
  declare journal: Rows<Step, number>;
  declare erased: Rows<Erased, string>;
  declare meta: Rows<Meta, string>;
  declare passes: Rows<Pass, string>;

  /** `steps` are those of `core/library/migrate`; each runs inside the upgrade's one transaction: where one throws, nothing has changed. */
  constructor(name: string = NAME, steps: readonly MigrationStep[] = STEPS) {
    // Strict: a note is acknowledged when it is on the disk, not when the browser means to write it (measured: about 1 ms more).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores(STORES);
    for (const step of steps) {
      this.version(step.from + 1).upgrade(async (transaction) => {
        for (const table of RECORD_TABLES) {
          if (!step[table]) continue;
          const rows: unknown[] = await transaction.table(table).toArray();
          const raised = rows.map((row) => migrate(table, row, [step]));
          await transaction.table(table).bulkPut(raised.flatMap((one) => (one.ok ? [one.value] : [])));
        }
      });
    }
  }
}

/** What a throw of the database means to a person: no room, or no leave to store. */
export function storageFailure(thrown: unknown): Failure {
  const names = [thrown, inner(thrown)].map(nameOf);
  const kind = names.some((name) => /quota|full/i.test(name)) ? 'storage-full' : 'storage-refused';
  return { kind, detail: names[0] ?? '' };
}

/** Runs database work and turns a throw into a `Result`. */
export async function stored<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (thrown) {
    const { kind, detail } = storageFailure(thrown);
    return fail(kind, detail);
  }
}

/** Asks the browser never to throw the library away when the disk is full. Firefox says yes to an extension; Chromium has exempted it by `unlimitedStorage` and offers no such call to a worker. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

function inner(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'inner' in thrown ? thrown.inner : undefined;
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error || thrown instanceof DOMException
    ? `${thrown.name} ${thrown.message}`.slice(0, 200)
    : '';
}
