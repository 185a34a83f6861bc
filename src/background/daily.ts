/**
 * Daily maintenance: the rolling backup, and erasing what is old in the bin. Checked at every start of the worker,
 * which happens many times a day.
 */
import { backUpDay } from '../adapters/store/write/backups.ts';
import type { Dependencies } from './announce.ts';
import { BIN_MS, erase } from './bin.ts';

/** Delay after the worker's start, so that the event that woke it is handled first: three seconds, in milliseconds. */
const AFTER_START_MS = 3_000;

/** Runs the maintenance soon. A worker that is stopped before that runs it at its next start. */
export function scheduleMaintenance(dependencies: Dependencies, afterMs = AFTER_START_MS): void {
  setTimeout(() => void runMaintenance(dependencies), afterMs);
}

/** The backup comes first, so that it holds what is erased. */
export async function runMaintenance({ db, nowMs }: Dependencies): Promise<void> {
  const saved = await backUpDay(db, nowMs());
  if (saved.ok && saved.value) await erase(db, nowMs(), BIN_MS);
}
