/**
 * The source of an import: a file of notes, a backup, or what is left of a lost library. It is read here; the
 * background only gets small pieces.
 */
import { articlesOfDay, openDay, sliceableBlob } from '../../../adapters/store/read/backups.ts';
import { LibraryDatabase } from '../../../adapters/store/database.ts';
import type { Lost } from '../../../adapters/store/read/backups.ts';
import { gathered, openBackup } from '../../../core/library/backup/backup.ts';
import type { BackupDay } from '../../../core/library/backup/days.ts';
import { withNewest } from '../../../core/library/backup/newest.ts';
import { IMPORT_LIMIT } from '../../../core/library/import/import.ts';
import type { Trust } from '../../../core/library/import/plan.ts';
import { type Problem, refuse, unlessEmpty } from '../../../core/library/import/problem.ts';
import type { KeptArticle, Records } from '../../../core/library/records.ts';
import { type Result, ok } from '../../../core/result.ts';
import { readFile } from './read-file.ts';

/** Read and ready to be taken. */
export interface Given {
  trust: Trust;
  /** Entries and notes, and the articles of a file of notes. */
  records: Records;
  /** Articles of a backup, read on demand. */
  articles: () => AsyncGenerator<KeptArticle[]>;
  /** How many batches of those there are, about. */
  articleBatches: number;
  /** Items of the file that are not taken. */
  problems: Problem[];
}

/** Reads a file that the person chose. */
export async function givenFile(file: File, nowMs: number): Promise<Result<Given>> {
  if (await isZip(file)) return givenBackup(file, nowMs);
  if (file.size > IMPORT_LIMIT) return refuse(1, 'too-large');
  const reading = await readFile(file, nowMs);
  return reading.ok ? ok({ trust: 'fill', ...reading.value, articles: none, articleBatches: 0 }) : reading;
}

/** Reads one of the backups kept inside the browser. */
export async function givenDay(day: BackupDay, nowMs: number, library = new LibraryDatabase()): Promise<Result<Given>> {
  const backup = await openDay(library, day, nowMs);
  if (!backup.ok) return backup;
  const { records, problems } = await gathered(backup.value.records());
  const ids = records.entries.map(({ id }) => id);
  const articles = () => articlesOfDay(library, ids, day.madeAt);
  return ok({ trust: 'restore', records, problems, articles, articleBatches: Math.ceil(ids.length / 10) });
}

/** Reads what is left of a lost library. */
export async function givenLost(
  { day, newest }: Lost,
  nowMs: number,
  library = new LibraryDatabase(),
): Promise<Result<Given>> {
  const given = day ? await givenDay(day, nowMs, library) : null;
  if (given && !given.ok) return given;
  const empty: Records = { entries: [], notes: [], articles: [] };
  return ok({
    ...(given?.value ?? { trust: 'restore', problems: [], articles: none, articleBatches: 0 }),
    records: withNewest(given?.value.records ?? empty, newest),
  });
}

async function givenBackup(file: Blob, nowMs: number): Promise<Result<Given>> {
  const backup = await openBackup(sliceableBlob(file), nowMs);
  if (!backup.ok) return backup;
  const { articles, articlePieces } = backup.value;
  const reading = unlessEmpty(await gathered(backup.value.records()));
  if (!reading.ok) return reading;
  const read = async function* () {
    for await (const piece of articles()) yield piece.records.articles;
  };
  return ok({ trust: 'restore', ...reading.value, articles: read, articleBatches: articlePieces });
}

async function* none(): AsyncGenerator<KeptArticle[]> {
  // A file of notes brings its articles with its records.
}

/** By its first letters, whatever the file is called. */
async function isZip(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return head[0] === 0x50 && head[1] === 0x4b;
}
