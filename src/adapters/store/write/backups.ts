/** Keeps and makes backups: the last seven days in a database of their own, which a fault of the library's cannot touch, and a full file at any time. */
import Dexie, { type Table as Rows } from 'dexie';
import { type BackupWriter, readBackup, startBackup } from '../../../core/library/backup/backup.ts';
import type { KeptArticle, Records } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';
import { type LibraryDatabase, stored } from '../database.ts';

/** Days that are kept. */
const DAYS_KEPT = 7;
/** Articles read at once, so that they need not all lie in memory. */
const BATCH = 50;

/** One day's backup: entries and notes as a zip. */
export interface BackupDay {
  /** `2026-01-31`. */
  day: string;
  madeAt: number;
  entries: number;
  notes: number;
  bytes: Uint8Array;
}

/** Articles rarely change, so each is kept once beside the days, not in every one of them. */
class BackupDatabase extends Dexie {
  declare days: Rows<BackupDay, string>;
  declare articles: Rows<KeptArticle, string>;
  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ days: 'day', articles: 'entryId, keptAt' });
  }
}

/** The backups beside a library. */
function backupsOf(library: LibraryDatabase): BackupDatabase {
  return new BackupDatabase(`${library.name}-backups`);
}

/** Makes today's backup unless it is there, and lets go of the days before the last seven. Answers whether one was made. An empty library makes none, so that it never pushes a full one out. */
export function backUpDay(library: LibraryDatabase, nowMs: number): Promise<Result<boolean>> {
  return stored(async () => {
    const backups = backupsOf(library);
    try {
      const day = new Date(nowMs).toISOString().slice(0, 10);
      if (await backups.days.get(day)) return ok(false);
      const [entries, notes] = await Promise.all([library.entries.toArray(), library.notes.toArray()]);
      if (!entries.length) return ok(false);
      await copyArticles(library, backups);
      const bytes = startBackup({ entries, notes }, nowMs).finish();
      await backups.transaction('rw', backups.days, async () => {
        await backups.days.put({ day, madeAt: nowMs, entries: entries.length, notes: notes.length, bytes });
        const days = await backups.days.orderBy('day').primaryKeys();
        await backups.days.bulkDelete(days.slice(0, Math.max(0, days.length - DAYS_KEPT)));
      });
      return ok(true);
    } finally {
      backups.close();
    }
  });
}

/** The days there are, latest first, without their bytes. */
export function backupDays(library: LibraryDatabase): Promise<Result<Omit<BackupDay, 'bytes'>[]>> {
  return stored(async () => {
    const backups = backupsOf(library);
    try {
      const days = await backups.days.orderBy('day').reverse().toArray();
      return ok(days.map(({ day, madeAt, entries, notes }) => ({ day, madeAt, entries, notes })));
    } finally {
      backups.close();
    }
  });
}

/** The records of one of the days; `not-found` where it is not kept. */
export function backupOfDay(library: LibraryDatabase, day: string, nowMs: number): Promise<Result<Records>> {
  return stored(async () => {
    const backups = backupsOf(library);
    try {
      const kept = await backups.days.get(day);
      if (!kept) return fail('not-found');
      const records = readBackup(kept.bytes, nowMs);
      if (!records.ok) return records;
      const articles = await backups.articles.bulkGet(records.value.entries.map(({ id }) => id));
      return ok({ ...records.value, articles: articles.flatMap((article) => (article ? [article] : [])) });
    } finally {
      backups.close();
    }
  });
}

/** The whole library as one zip, articles included; for a view to offer as a download. */
export function fullBackup(library: LibraryDatabase, nowMs: number): Promise<Result<Uint8Array>> {
  return stored(async () => {
    const [entries, notes] = await Promise.all([library.entries.toArray(), library.notes.toArray()]);
    const writer: BackupWriter = startBackup({ entries, notes }, nowMs);
    const ids = await library.articles.toCollection().primaryKeys();
    for (let start = 0; start < ids.length; start += BATCH) {
      for (const article of await library.articles.bulkGet(ids.slice(start, start + BATCH))) {
        if (article) writer.addArticle(article);
      }
    }
    return ok(writer.finish());
  });
}

/** Copies articles that are new or changed. Those that left the library stay until the last day that names them has gone. */
async function copyArticles(library: LibraryDatabase, backups: BackupDatabase): Promise<void> {
  const since = (await backups.articles.orderBy('keptAt').last())?.keptAt ?? -1;
  const ids = await library.articles.toCollection().primaryKeys();
  const have = new Set(await backups.articles.toCollection().primaryKeys());
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = await library.articles.bulkGet(ids.slice(start, start + BATCH));
    const fresh = rows.flatMap((row) => (row && (row.keptAt > since || !have.has(row.entryId)) ? [row] : []));
    if (fresh.length) await backups.articles.bulkPut(fresh);
  }
  const oldest = (await backups.days.orderBy('day').first())?.madeAt;
  const present = new Set(ids);
  const gone = [...have].filter((id) => !present.has(id));
  const erased = await library.erased.bulkGet(gone);
  const over = gone.filter((_id, index) => (erased[index]?.erasedAt ?? 0) < (oldest ?? 0));
  await backups.articles.bulkDelete(over);
}
