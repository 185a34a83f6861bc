/** Keeps copies that a fault of the database cannot reach: the newest changes at once, everything after a failure. */
import { NEWEST_MOST, newestKey } from '../../../core/library/backup/newest.ts';
import { clockParts } from '../../../core/library/clock.ts';
import type { Clock, Entry, Note } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';
import { hasMark, setMark, setValues } from '../../browser/local-values.ts';
import { type LibraryDatabase, isDiskFull } from '../database.ts';
import { backupFolder } from '../backup-folder.ts';
import { newestFile } from '../read/backups.ts';
import { backUpNow } from './backups.ts';

/** Set when the database failed to store, until a backup was made after it. */
const TROUBLE = 'storage-trouble';
/** Set when storage failed for the first time since the browser was started. */
const FAILED = 'storage-failed';

/**
 * Whether the library may be written to. Not while the disk is full: Chromium discards a database at its next start if
 * a write to it broke off. After a failure everything is backed up first, outside the database.
 */
export async function mayWrite(db: LibraryDatabase, nowMs: number): Promise<Result<null>> {
  const [isFull, isTroubled] = await Promise.all([isDiskFull(), hasMark(TROUBLE)]);
  if (isFull) return fail('storage-full', 'no room on the disk');
  if (!isTroubled) return ok(null);
  const saved = await backUpNow(db, nowMs);
  if (!saved.ok && saved.error.kind === 'storage-full') return saved;
  await setMark(TROUBLE, false);
  return ok(null);
}

/** Marks that storage has failed, so that the next write makes a full backup first. */
export async function markTrouble(): Promise<void> {
  await Promise.all([TROUBLE, FAILED].map((mark) => setMark(mark, true)));
}

/**
 * Keeps a change with the last backup; false if that failed. A change of many records is not kept: it gets a backup
 * soon (`backupWanted`). After a storage failure, each change is also kept as a file until the browser ends, because
 * the browser writes logs, and data after a truncated record may be lost at its next start.
 */
export async function keepNewest(db: LibraryDatabase, clock: Clock, change: SmallChange): Promise<boolean> {
  const device = clockParts(clock)?.device;
  const { entries, notes } = change;
  if (device === undefined || !isSmall(entries, notes) || entries.length + notes.length === 0) return true;
  const key = newestKey(device, clock);
  const isKept = await succeeds(() => setValues({ [key]: change }));
  if (!isKept) await markTrouble();
  if (isKept && !(await hasMark(FAILED))) return true;
  const isFiled = await succeeds(async () => {
    const folder = await backupFolder(db.name, 'newest');
    await folder.write(newestFile(key), new Blob([JSON.stringify(change)]));
  });
  return isFiled || isKept;
}

/** The records of one change. */
interface SmallChange {
  entries: Entry[];
  notes: Note[];
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

/** Whether a change is kept as one of the newest. */
export function isSmall(entries: readonly Entry[], notes: readonly Note[]): boolean {
  return entries.length + notes.length <= NEWEST_MOST;
}
