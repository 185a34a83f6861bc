/** Decides when a backup is due, which backups may be deleted, and which one holds a lost library. */

/** What the name of a backup's file says, so that listing backups needs no reading. */
export interface BackupDay {
  /** The number of the backup, from 1; unlike the time it does not depend on the clock. */
  order: number;
  /** When it was made, by the clock at that time, in milliseconds. */
  madeAt: number;
  /** The random name that the library's database gave itself; a new database has another. */
  device: string;
  entries: number;
  notes: number;
  /** Records that had been erased for good by then: they are missing, but not lost. */
  erased: number;
}

/** Backups of at least this many days are kept. */
const DAYS_KEPT = 7;
/** The latest backup is kept for up to this many other libraries besides the current one. */
const LIBRARIES_KEPT = 3;
/** A backup with less than this share of the fullest one's records does not take its place. */
const FULL_SHARE01 = 0.8;
const NAME = /^(\d{1,9})_(\d{1,15})_([0-9a-z-]{1,40})_(\d{1,9})_(\d{1,9})_(\d{1,9})\.zip$/;

/** The name of a backup's file. */
export function nameOfDay({ order, madeAt, device, entries, notes, erased }: BackupDay): string {
  return `${[order, Math.max(0, Math.floor(madeAt)), device, entries, notes, erased].join('_')}.zip`;
}

/** The backup of a file's name; null if it is not one of ours. */
export function dayOfName(name: string): BackupDay | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, order, madeAt, device = '', entries, notes, erased] = match;
  return {
    order: Number(order),
    madeAt: Number(madeAt),
    device,
    entries: Number(entries),
    notes: Number(notes),
    erased: Number(erased),
  };
}

/** The date of a backup in UTC: `2026-01-31`. */
export function dateOfDay({ madeAt }: Pick<BackupDay, 'madeAt'>): string {
  return new Date(Math.min(madeAt, LAST_DATE_MS)).toISOString().slice(0, 10);
}
/** The end of year 9999: what a date can be written of. */
const LAST_DATE_MS = 253_402_300_799_999;

/** The backups sorted by order, latest first. */
export function latestFirst(days: readonly BackupDay[]): BackupDay[] {
  return days.toSorted((a, b) => b.order - a.order);
}

/**
 * Whether this library needs a backup: the latest is of another day (earlier or later: clocks are set), or of another
 * library.
 */
export function isBackupDue(days: readonly BackupDay[], nowMs: number, device: string): boolean {
  const [latest] = latestFirst(days);
  return !latest || latest.device !== device || dateOfDay(latest) !== dateOfDay({ madeAt: nowMs });
}

/**
 * The backups that may be deleted. Kept are the last seven days, the latest backup of other libraries (of one that was
 * lost, for example), and the fullest of all where every one of those days holds much less.
 */
export function surplusDays(days: readonly BackupDay[]): BackupDay[] {
  const [ordered, kept] = [latestFirst(days), new Set<BackupDay>()];
  const [dates, devices] = [new Set<string>(), new Set<string>()];
  for (const day of ordered) {
    const date = `${day.device} ${dateOfDay(day)}`;
    const isNewDevice = !devices.has(day.device) && devices.size <= LIBRARIES_KEPT;
    const isNewDate = !dates.has(date) && dates.size < DAYS_KEPT;
    if (isNewDevice || isNewDate) kept.add(day);
    dates.add(date);
    devices.add(day.device);
  }
  const fullest = fullestOf(ordered);
  if (fullest && [...kept].every((day) => everHeld(day) < everHeld(fullest) * FULL_SHARE01)) kept.add(fullest);
  return ordered.filter((day) => !kept.has(day));
}

/** What a library holds now, for `lostLibrary`. */
export interface Holdings {
  /** Its name; undefined if nothing was ever written. */
  device: string | undefined;
  entries: number;
  notes: number;
  erased: number;
}

/**
 * The backup of a lost library: the latest full one of another library, or of this one where nothing at all is left of
 * it. `answered` is the order up to which the person has answered the offer. Null if nothing was lost.
 */
export function lostLibrary(days: readonly BackupDay[], holds: Holdings, answered = 0): BackupDay | null {
  const isGone = holds.entries + holds.notes + holds.erased === 0;
  const lost = latestFirst(days).filter(
    (day) => day.order > answered && day.entries > 0 && (isGone || day.device !== holds.device),
  );
  const fullest = fullestOf(lost);
  return (fullest && lost.find((day) => everHeld(day) >= everHeld(fullest) * FULL_SHARE01)) ?? null;
}

/** The number of records that a backup holds or knows to be erased. */
function everHeld({ entries, notes, erased }: BackupDay): number {
  return entries + notes + erased;
}

/** The fullest, the latest of equals; the days latest first. */
function fullestOf(days: readonly BackupDay[]): BackupDay | undefined {
  return days.reduce<BackupDay | undefined>(
    (best, day) => (best === undefined || everHeld(day) > everHeld(best) ? day : best),
    undefined,
  );
}
