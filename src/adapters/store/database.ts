/**
 * The library's database in the extension's origin (Dexie on IndexedDB): its tables, its versions, and what its
 * refusals mean.
 */
import Dexie, { type Table as Rows } from 'dexie';
import type { Step } from '../../core/library/journal.ts';
import { type MigrationStep, STEPS, type Table, migrate } from '../../core/library/migrate.ts';
import type { Entry, Erased, KeptArticle, Note } from '../../core/library/records.ts';
import { type Result, fail } from '../../core/result.ts';

/** The name of the database in the extension's origin. */
const NAME = 'lede';

/** One stored value, such as the latest clock, this device's name or the day of the last backup. */
interface Meta {
  key: string;
  value: string | number;
}

/** A note editor's one-time token: for one note, in one tab, for a short while. */
export interface EditorToken {
  token: string;
  noteId: string;
  tabId: number;
  expiresAt: number;
}

/** A record that waits to be synced: `notes <id>`, and a mark that changes with each of its changes. */
export interface Outgoing {
  name: string;
  mark: string;
  /** The version of Lede's records at which it was found that the server holds a newer one: it waits for an update. */
  heldAt?: number;
}

/**
 * Indices by table. Tags and aliases are found one by one; the rest of a record is never searched in the database. An
 * index may be added here alone: Dexie sees that an older database lacks it and makes it when it opens.
 */
const STORES = {
  entries: 'id, urlKey, *aliases, *tags, fingerprint, addedAt, changedAt, deletedAt',
  notes: 'id, entryId, *tags, createdAt, changedAt, deletedAt',
  articles: 'entryId',
  journal: '++seq, *entryIds, group',
  erased: 'id',
  meta: 'key',
  passes: 'token, expiresAt',
  outbox: 'name',
};
const RECORD_TABLES: readonly Table[] = ['entries', 'notes', 'articles'];

/** The databases that this context opened and did not close on purpose; these may be opened again after a fault. */
const inUse = new Set<LibraryDatabase>();

/** Thrown if the database was written by a newer version of Lede. */
class NewerLibrary extends Error {
  override name = 'NewerLibrary';
}

/** The open database. Only the background writes; views read through `store/read`. */
export class LibraryDatabase extends Dexie {
  declare entries: Rows<Entry, string>;
  declare notes: Rows<Note, string>;
  declare articles: Rows<KeptArticle, string>;
  declare journal: Rows<Step, number>;
  declare erased: Rows<Erased, string>;
  declare meta: Rows<Meta, string>;
  declare outbox: Rows<Outgoing, string>;

  /** One-time tokens of note editors. The table keeps the name that it had in the first version. */
  get editorTokens(): Rows<EditorToken, string> {
    return this.table('passes');
  }

  /**
   * `steps` are those of `core/library/migrate`; each runs inside the upgrade's one transaction: where one throws,
   * nothing has changed.
   */
  constructor(name: string = NAME, steps: readonly MigrationStep[] = STEPS) {
    // Strict: a note is acknowledged when it is on the disk, not when the browser means to write it (measured: about 1
    // ms more).
    super(name, { chromeTransactionDurability: 'strict' });
    inUse.add(this);
    this.on('ready', () => this.refuseNewer(), true);
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

  /**
   * Dexie opens a database of a later version too. Lede does not, because it would write records in its own format
   * among those of the newer version, which upgrades each record only once. (One version is ten of the browser's,
   * because Dexie uses the numbers in between for repairs.)
   */
  private refuseNewer(): void {
    if (this.backendDB().version >= (this.verno + 1) * 10) throw new NewerLibrary();
  }

  /** Closes the database; it is not opened again unless `disableAutoOpen` is false. */
  override close(options?: { disableAutoOpen: boolean }): void {
    if (options?.disableAutoOpen !== false) inUse.delete(this);
    super.close(options);
  }
}

/**
 * Runs database work and turns a throw into a `Result`. Where the browser has closed the connection (after a full disk,
 * for example) it is opened again and the work tried once more. Each piece of work is one transaction, so trying again
 * is safe.
 */
export async function stored<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (thrown) {
    if (!isClosed(thrown) || !(await reopened())) return failed(thrown);
  }
  try {
    return await work();
  } catch (thrown) {
    return failed(thrown);
  }
}

/**
 * Free disk space below which nothing is written, bytes: a browser may discard a database that ran out of space during
 * a write at its next start.
 */
export const ROOM_LEAST = 2_000_000;

/** Whether the disk has too little free space to write. Chromium counts free disk space into an extension's quota. */
export async function isDiskFull(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota !== undefined && usage !== undefined && quota - usage < ROOM_LEAST;
  } catch {
    return false; // a browser that does not say is assumed to have space
  }
}

/** The failure for an error of the database: no space, or no permission to store. */
async function failed(thrown: unknown): Promise<Result<never>> {
  const names = [thrown, inner(thrown)].map(nameOf);
  if (names.some((name) => name.startsWith('NewerLibrary'))) return fail('newer-library');
  const full = names.some((name) => /quota|full|no space/i.test(name)) || (await isDiskFull());
  return fail(full ? 'storage-full' : 'storage-refused', names[0] ?? '');
}

/** Whether the connection is lost, rather than this piece of work. */
function isClosed(thrown: unknown): boolean {
  return /^(?:DatabaseClosedError|OpenFailedError|InvalidStateError)/.test(nameOf(thrown));
}

/** Opens every database again that was closed by the browser; false if one cannot be. */
async function reopened(): Promise<boolean> {
  if (inUse.size === 0) return false;
  try {
    for (const db of inUse) {
      if (db.isOpen()) continue;
      Dexie.prototype.close.call(db, { disableAutoOpen: false });
      await db.open();
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Asks the browser never to evict the library when the disk is full. Firefox grants this to an extension; Chromium
 * exempts it by `unlimitedStorage` and has no such call in a worker.
 */
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
