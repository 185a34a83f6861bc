/**
 * What views read of the library, directly from the database and without writing. Each query is repeated after
 * `library.changed`.
 */
import { countTags } from '../../../core/library/tags.ts';
import type { Entry, KeptArticle, Note } from '../../../core/library/records.ts';
import { entryOfKeys } from '../../../core/library/address/entry-of.ts';
import { type Result, ok } from '../../../core/result.ts';
import { type BackupDay } from '../../../core/library/backup/days.ts';
import { hear } from '../../browser/channel.ts';
import { LibraryDatabase, stored } from '../database.ts';
import { type Lost, backupDays, fullBackup, lostRecords } from './backups.ts';

let opened: LibraryDatabase | undefined;
const db = () => (opened ??= new LibraryDatabase());
const live = <R extends { deletedAt?: number }>(records: R[]) =>
  records.filter(({ deletedAt }) => deletedAt === undefined);
const inText = (a: Note, b: Note) => a.quote.start - b.quote.start || a.createdAt - b.createdAt;

/** The live entry of an address, by any address it is known under; null if nothing is kept. */
export function entryOf(url: string, canonicalUrl?: string): Promise<Result<Entry | null>> {
  return stored(async () => {
    // Loads the Public Suffix List: 90 kB that no view should wait for before its first paint.
    const { keysOf } = await import('../../../core/library/address/keys-of.ts');
    const keys = keysOf(url, canonicalUrl);
    const found = [
      ...(await db().entries.where('urlKey').anyOf(keys).toArray()),
      ...(await db().entries.where('aliases').anyOf(keys).distinct().toArray()),
    ];
    return ok(entryOfKeys(live(found), keys) ?? null);
  });
}

/** The entry with this id, also if it is in the bin; null if there is none. */
export function entryById(id: string): Promise<Result<Entry | null>> {
  return stored(async () => ok((await db().entries.get(id)) ?? null));
}

/** The note with this id, also if it is in the bin; null if there is none. */
export function noteById(id: string): Promise<Result<Note | null>> {
  return stored(async () => ok((await db().notes.get(id)) ?? null));
}

/** The live notes of an entry, in the order of the text. */
export function notesOf(entryId: string): Promise<Result<Note[]>> {
  return stored(async () => ok(live(await db().notes.where('entryId').equals(entryId).toArray()).toSorted(inText)));
}

/** The article kept for an entry, or null. */
export function articleOf(entryId: string): Promise<Result<KeptArticle | null>> {
  return stored(async () => ok((await db().articles.get(entryId)) ?? null));
}

/** What is in the bin, latest deleted first. Notes that were deleted with their entry are listed too. */
export function binned(): Promise<Result<{ entries: Entry[]; notes: Note[] }>> {
  return stored(async () =>
    ok({
      entries: await db().entries.orderBy('deletedAt').reverse().toArray(),
      notes: await db().notes.orderBy('deletedAt').reverse().toArray(),
    }),
  );
}

/** Every tag in use with its number of entries and notes, most used first. */
export function allTags(): Promise<Result<{ tag: string; count: number }[]>> {
  return stored(async () => ok(countTags([...(await db().entries.toArray()), ...(await db().notes.toArray())])));
}

/** Reads now and after every change of the library (of one entry if `entryId` is given), and passes each result on. */
export function follow<T>(
  read: () => Promise<T>,
  seen: (reading: T) => void,
  signal: AbortSignal,
  entryId?: string,
): void {
  let latest = 0;
  const again = async () => {
    latest += 1;
    const turn = latest;
    const reading = await read();
    if (turn === latest && !signal.aborted) seen(reading); // an older result never replaces a newer one
  };
  hear(
    'library.changed',
    ({ entryIds }) => {
      if (entryId === undefined || entryIds.includes(entryId)) void again();
    },
    signal,
  );
  void again();
}

/**
 * How the library is backed up: the days kept inside the browser, when the person last saved one outside, and whether
 * to remind them.
 */
export interface BackupState {
  days: BackupDay[];
  savedOutsideAt: number | null;
  due: boolean;
}

/** Notes from which on losing them would hurt enough to be reminded. */
const REMIND_NOTES = 20;
/** How long a backup outside the browser counts as recent: thirty days, in milliseconds. */
const REMIND_AFTER_MS = 30 * 86_400_000;

/**
 * The state of backups at `nowMs`. `due` if there is something worth saving that no backup outside the browser holds.
 */
export function backupState(nowMs: number): Promise<Result<BackupState>> {
  return stored(async () => {
    const days = await backupDays(db());
    const saved = (await db().meta.get('savedOutsideAt'))?.value;
    const savedOutsideAt = typeof saved === 'number' ? saved : null;
    const fresh = await db()
      .notes.where('createdAt')
      .above(savedOutsideAt ?? 0)
      .count();
    const old = savedOutsideAt === null || nowMs - savedOutsideAt > REMIND_AFTER_MS;
    return ok({ days: days.ok ? days.value : [], savedOutsideAt, due: old && fresh >= REMIND_NOTES });
  });
}

/**
 * The whole library as one zip, for the person to save; tell the background `backup.saved` when they have. As
 * `fullBackup`.
 */
export function backupFile(nowMs: number, told: (done01: number) => void, signal: AbortSignal): Promise<Result<Blob>> {
  return fullBackup(db(), nowMs, told, signal);
}

/** What is left of a lost library, to be offered in an empty one; null if nothing was lost. */
export function lostLibraryNow(nowMs: number): Promise<Result<Lost | null>> {
  return lostRecords(db(), nowMs);
}

/** How much is kept: live entries and notes, kept articles, and what is in the bin. Counts only, reads no records. */
export function amounts(): Promise<Result<{ entries: number; notes: number; articles: number; binned: number }>> {
  return stored(async () => {
    const [entries, notes, articles, binnedEntries, binnedNotes] = await Promise.all([
      db().entries.count(),
      db().notes.count(),
      db().articles.count(),
      db().entries.orderBy('deletedAt').count(),
      db().notes.orderBy('deletedAt').count(),
    ]);
    const binned = binnedEntries + binnedNotes;
    return ok({ entries: entries - binnedEntries, notes: notes - binnedNotes, articles, binned });
  });
}
