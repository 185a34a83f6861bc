/**
 * Keeps what was written where a fault of the database cannot reach it: the newest changes at once, everything after a
 * failure.
 */
import { NEWEST_MOST, newestKey } from '../../../core/library/backup/newest.ts';
import { clockParts } from '../../../core/library/clock.ts';
import type { Clock, Entry, Note } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';
import { hasMark, setMark, setValues } from '../../browser/local-values.ts';
import { type LibraryDatabase, isDiskFull } from '../database.ts';
import { backUpNow } from './backups.ts';

/** Set when the database failed to store, until a backup was made after it. */
const TROUBLE = 'storage-trouble';

/**
 * Whether the library may be written to. Not while the disk is full: Chromium throws a database away at its next start
 * where writing to it broke off. After a failure everything is backed up first, outside the database.
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

/** Remembers that the database failed. */
export function markTrouble(): Promise<void> {
  return setMark(TROUBLE, true);
}

/**
 * Keeps a change beside the last backup. One of many records is not kept so: a backup is made of it soon
 * (`backupWanted`).
 */
export async function keepNewest(clock: Clock, entries: Entry[], notes: Note[]): Promise<void> {
  const device = clockParts(clock)?.device;
  if (device === undefined || !isSmall(entries, notes) || entries.length + notes.length === 0) return;
  try {
    await setValues({ [newestKey(device, clock)]: { entries, notes } });
  } catch {
    await markTrouble();
  }
}

/** Whether a change is kept as one of the newest. */
export function isSmall(entries: readonly Entry[], notes: readonly Note[]): boolean {
  return entries.length + notes.length <= NEWEST_MOST;
}
