/** Reads the backups inside the browser and the newest changes, and makes a backup file of the whole library. */
import { type Backup, openBackup, piecesOf, startBackup } from '../../../core/library/backup/backup.ts';
import { type BackupDay, dayOfName, latestFirst, lostLibrary, nameOfDay } from '../../../core/library/backup/days.ts';
import { NEWEST, libraryOfKey, newestRecords, withNewest } from '../../../core/library/backup/newest.ts';
import type { Sliceable } from '../../../core/library/backup/unzip.ts';
import { parseKept } from '../../../core/library/parse-records.ts';
import type { KeptArticle, Records } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';
import { valuesUnder } from '../../browser/local-values.ts';
import { nextTurn } from '../../pace.ts';
import { backupFolder } from '../backup-folder.ts';
import { type LibraryDatabase, stored } from '../database.ts';
import { gathering } from './exporting.ts';

/** Articles read at once, so that they are never all in memory. */
const BATCH = 10;

/** A file, or bytes in memory, that is read in pieces. */
export function sliceableBlob(blob: Blob): Sliceable {
  return {
    size: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

/** The backups kept inside the browser, latest first. */
export function backupDays(library: LibraryDatabase): Promise<Result<BackupDay[]>> {
  return stored(async () => {
    const folder = await backupFolder(library.name, 'days');
    return ok(latestFirst((await folder.names()).flatMap((name) => dayOfName(name) ?? [])));
  });
}

/** Opens the backup of a day; `not-found` if it is not kept. */
export function openDay(library: LibraryDatabase, day: BackupDay, nowMs: number): Promise<Result<Backup>> {
  return stored(async () => {
    const folder = await backupFolder(library.name, 'days');
    const file = await folder.read(nameOfDay(day));
    return file ? openBackup(sliceableBlob(file), nowMs) : fail('not-found');
  });
}

/** The name of a kept article's file: its entry, and when it was kept. */
export function articleFile({ entryId, keptAt }: Pick<KeptArticle, 'entryId' | 'keptAt'>): string {
  return `${encodeURIComponent(entryId)}~${keptAt}.json.gz`;
}

/** The entry id and time in a name made by `articleFile`; null for other names. */
export function articleOfFile(name: string): { entryId: string; keptAt: number } | null {
  const match = /^(.+)~(\d+)\.json\.gz$/.exec(name);
  return match ? { entryId: decodeURIComponent(match[1] ?? ''), keptAt: Number(match[2]) } : null;
}

/**
 * The kept articles of these entries, each in its latest version up to `madeAt` (ms), in batches; unreadable ones are
 * left out.
 */
export async function* articlesOfDay(
  library: LibraryDatabase,
  entryIds: readonly string[],
  madeAt: number,
): AsyncGenerator<KeptArticle[]> {
  const folder = await backupFolder(library.name, 'articles');
  const [wanted, latest] = [new Set(entryIds), new Map<string, number>()];
  for (const name of await folder.names()) {
    const { entryId, keptAt } = articleOfFile(name) ?? {};
    if (entryId === undefined || keptAt === undefined || !wanted.has(entryId)) continue;
    const known = latest.get(entryId);
    const isBetter = known === undefined || (keptAt <= madeAt ? keptAt > known || known > madeAt : keptAt < known);
    if (isBetter) latest.set(entryId, keptAt);
  }
  const files = [...latest].map(([entryId, keptAt]) => articleFile({ entryId, keptAt }));
  for (let at = 0; at < files.length; at += BATCH) {
    const read = await Promise.all(
      files.slice(at, at + BATCH).map(async (name) => parsedArticle(await folder.read(name))),
    );
    yield read.flatMap((article) => article ?? []);
  }
}

async function parsedArticle(file: Blob | null): Promise<KeptArticle | null> {
  if (!file) return null;
  try {
    const plain = file.stream().pipeThrough(new DecompressionStream('gzip'));
    const article = parseKept(await new Response(plain).json());
    return article.ok ? article.value : null;
  } catch {
    return null;
  }
}

/** The name of the file that holds one of the newest changes, by its key. */
export function newestFile(key: string): string {
  return `${encodeURIComponent(key)}.json`;
}

/** The key in a name made by `newestFile`; null for other names. */
export function keyOfFile(name: string): string | null {
  return name.endsWith('.json') ? decodeURIComponent(name.slice(0, -'.json'.length)) : null;
}

/** The newest changes by their keys: from local storage, and from files where the browser's storage had failed. */
async function newestValues(library: LibraryDatabase): Promise<Record<string, unknown>> {
  const values = await valuesUnder(NEWEST);
  const folder = await backupFolder(library.name, 'newest');
  for (const name of await folder.names()) {
    const key = keyOfFile(name);
    if (key === null) continue;
    try {
      values[key] = JSON.parse((await (await folder.read(name))?.text()) ?? '');
    } catch {
      // Incomplete: what local storage holds of it is all there is.
    }
  }
  return values;
}

/** What is left of a lost library: its last full backup and the newest changes after it. */
export interface Lost {
  device: string;
  day: BackupDay | null;
  /** About how many notes it held. */
  notes: number;
  newest: Records;
}

/** What is left of a lost library; null if none was lost or the person has declined the offer. */
export function lostRecords(library: LibraryDatabase, nowMs: number): Promise<Result<Lost | null>> {
  return stored(async () => {
    const [days, values] = [await backupDays(library), await newestValues(library)];
    const [device, answered] = (await library.meta.bulkGet(['device', 'lossAnswered'])).map((row) => row?.value);
    const [entries, notes, erased] = await Promise.all([
      library.entries.count(),
      library.notes.count(),
      library.erased.count(),
    ]);
    const own = typeof device === 'string' ? device : undefined;
    const until = typeof answered === 'number' ? answered : undefined;
    const day = days.ok ? lostLibrary(days.value, { device: own, entries, notes, erased }, until) : null;
    const isGone = entries + notes + erased === 0;
    // For all lost libraries, because one that was lost soon after a restore may not have its own backup.
    const others = new Set(Object.keys(values).flatMap((key) => libraryOfKey(key) ?? []));
    if (!isGone && own !== undefined) others.delete(own);
    const lost = day?.device ?? (until === undefined ? [...others].at(-1) : undefined);
    if (lost === undefined) return ok(null);
    const newest = [...others]
      .map((device) => newestRecords(values, device, nowMs))
      .reduce(withNewest, { entries: [], notes: [], articles: [] });
    if (!day && !newest.notes.length) return ok(null);
    const fresh = newest.notes.filter(({ createdAt }) => createdAt > (day?.madeAt ?? -1));
    return ok({ device: lost, day, notes: (day?.notes ?? 0) + fresh.length, newest });
  });
}

/**
 * The whole library as one zip, articles included, for a view to offer as a download. Works in short steps and reports
 * each (`done01`, 0–1); `not-allowed` if `signal` aborts.
 */
export function fullBackup(
  library: LibraryDatabase,
  nowMs: number,
  told: (done01: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result<Blob>> {
  return stored(async () => {
    const [entries, notes] = await Promise.all([library.entries.toArray(), library.notes.toArray()]);
    const device = (await library.meta.get('device'))?.value;
    const [writer, zip] = [startBackup(nowMs, typeof device === 'string' ? device : ''), gathering()];
    const ids = await library.articles.toCollection().primaryKeys();
    const pieces = [...piecesOf({ entries, notes, articles: [] })];
    const steps = pieces.length + Math.ceil(ids.length / BATCH);
    let done = 0;
    const add = async (piece: Partial<Records>) => {
      writer.add(piece);
      for (const chunk of writer.written()) zip.add(new Uint8Array(chunk), chunk.length);
      told((done += 1) / steps);
      await nextTurn();
    };
    for (const piece of pieces) {
      if (signal?.aborted) return fail('not-allowed', 'stopped');
      await add(piece);
    }
    for (let at = 0; at < ids.length; at += BATCH) {
      if (signal?.aborted) return fail('not-allowed', 'stopped');
      const rows = await library.articles.bulkGet(ids.slice(at, at + BATCH));
      await add({ articles: rows.flatMap((row) => row ?? []) });
    }
    for (const chunk of writer.finish()) zip.add(new Uint8Array(chunk), chunk.length);
    return ok(zip.whole('application/zip'));
  });
}
