/**
 * What is done once a day: the rolling backup, and the bin's oldest things erased. Asked at every start of the worker,
 * which happens many times a day.
 */
import { backUpDay } from '../adapters/store/write/backups.ts';
import type { Dependencies } from './announce.ts';
import { BIN_MS, erase } from './bin.ts';

/** How long after the worker's start, so that whoever woke it is answered first: three seconds, in milliseconds. */
const AFTER_START_MS = 3_000;

/** Keeps house soon. A worker that is stopped before it came to it does so at its next start. */
export function scheduleMaintenance(dependencies: Dependencies, afterMs = AFTER_START_MS): void {
  setTimeout(() => void runMaintenance(dependencies), afterMs);
}

/** First the backup, so that what is erased was in one. */
export async function runMaintenance({ db, nowMs }: Dependencies): Promise<void> {
  const saved = await backUpDay(db, nowMs());
  if (saved.ok && saved.value) await erase(db, nowMs(), BIN_MS);
}
