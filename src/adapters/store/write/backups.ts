/**
 * Makes the backups inside the browser: one a day, outside IndexedDB. Each saved article is stored once, separately.
 */
import { piecesOf, startBackup } from '../../../core/library/backup/backup.ts';
import { type BackupDay, dayOfName, isBackupDue, nameOfDay, surplusDays } from '../../../core/library/backup/days.ts';
import { NEWEST, libraryOfKey } from '../../../core/library/backup/newest.ts';
import { type Result, ok } from '../../../core/result.ts';
import { removeValues, valuesUnder } from '../../browser/local-values.ts';
import { type BackupFolder, backupFolder, isUnfinished } from '../backup-folder.ts';
import { type LibraryDatabase, stored } from '../database.ts';
import { articleFile, articleOfFile, keyOfFile } from '../read/backups.ts';

/** Articles read at once, so that they are never all in memory. */
const BATCH = 20;

/**
 * Makes today's backup unless it exists, and copies articles that are not stored with the backups yet. Returns whether
 * a backup was made. An empty library gets none.
 */
export function backUpDay(library: LibraryDatabase, nowMs: number): Promise<Result<boolean>> {
  return stored(async () => {
    const folder = await backupFolder(library.name, 'days');
    const days = daysIn(await folder.names());
    const device = await deviceOf(library);
    const wanted = (await library.meta.get('backupWanted'))?.value === 1;
    const isDue = device !== null && (wanted || isBackupDue(days, nowMs, device));
    const made = isDue ? await backUpNow(library, nowMs) : ok(false);
    if (made.ok) await copyArticles(library, nowMs);
    return made;
  });
}

/**
 * Makes a backup of entries and notes now. Notes come first: articles follow by `backUpDay`, and can be read again from
 * the web.
 */
export function backUpNow(library: LibraryDatabase, nowMs: number): Promise<Result<boolean>> {
  return stored(async () => {
    const device = await deviceOf(library);
    if (device === null) return ok(false);
    const folder = await backupFolder(library.name, 'days');
    const changes = await backupFolder(library.name, 'newest');
    const files = await changes.names();
    const newest = Object.keys(await valuesUnder(NEWEST)).filter((key) => libraryOfKey(key) === device);
    const [entries, notes, erased] = await Promise.all([
      library.entries.toArray(),
      library.notes.toArray(),
      library.erased.count(),
    ]);
    if (!entries.length) return ok(false);
    const writer = startBackup(nowMs, device);
    for (const piece of piecesOf({ entries, notes, articles: [] })) {
      writer.add(piece);
      await new Promise((next) => setTimeout(next)); // saves go first
    }
    const order = daysIn(await folder.names()).reduce((most, day) => Math.max(most, day.order), 0) + 1;
    const day = { order, madeAt: nowMs, device, entries: entries.length, notes: notes.length, erased };
    await folder.write(nameOfDay(day), new Blob(writer.finish() as BlobPart[]));
    await removeValues(newest); // they are in the backup now
    for (const file of files) if (libraryOfKey(keyOfFile(file) ?? '') === device) await changes.remove(file);
    // Not written if it says so already: the database may have failed a moment ago.
    if ((await library.meta.get('backupWanted'))?.value === 1)
      await library.meta.put({ key: 'backupWanted', value: 0 });
    await letGo(folder);
    return ok(true);
  });
}

function daysIn(names: readonly string[]): BackupDay[] {
  return names.flatMap((name) => dayOfName(name) ?? []);
}

async function deviceOf(library: LibraryDatabase): Promise<string | null> {
  const device = (await library.meta.get('device'))?.value;
  return typeof device === 'string' ? device : null;
}

/** Removes expired backups and unfinished files. */
async function letGo(folder: BackupFolder): Promise<void> {
  const names = await folder.names();
  for (const day of surplusDays(daysIn(names))) await folder.remove(nameOfDay(day));
  for (const name of names.filter(isUnfinished)) await folder.remove(name);
}

/** Copies new and replaced articles, each to its own file; interrupted work continues at the next start. */
async function copyArticles(library: LibraryDatabase, nowMs: number): Promise<void> {
  const folder = await backupFolder(library.name, 'articles');
  const names = await folder.names();
  const have = new Set(names);
  const ids = await library.articles.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const row of await library.articles.bulkGet(ids.slice(start, start + BATCH))) {
      if (!row || have.has(articleFile(row))) continue;
      const plain = new Blob([JSON.stringify(row)]).stream().pipeThrough(new CompressionStream('gzip'));
      await folder.write(articleFile(row), await new Response(plain).blob());
    }
  }
  await letArticlesGo(library, folder, names, nowMs);
}

/**
 * Removes an article if its entry was erased, or the article replaced, before the oldest kept backup: no backup names
 * it. An article that left the library in any other way stays.
 */
async function letArticlesGo(
  library: LibraryDatabase,
  folder: BackupFolder,
  names: readonly string[],
  nowMs: number,
): Promise<void> {
  const days = daysIn(await (await backupFolder(library.name, 'days')).names());
  const oldest = Math.min(nowMs, ...days.map(({ madeAt }) => madeAt));
  const files = names.flatMap((name) => {
    const article = articleOfFile(name);
    return article ? [{ name, ...article }] : [];
  });
  const latest = new Map<string, number>();
  for (const { entryId, keptAt } of files) {
    if (keptAt < oldest) latest.set(entryId, Math.max(latest.get(entryId) ?? 0, keptAt));
  }
  const ids = [...new Set(files.map(({ entryId }) => entryId))];
  const erased = await library.erased.bulkGet(ids);
  const over = new Set(ids.filter((_id, index) => (erased[index]?.erasedAt ?? Infinity) < oldest));
  for (const { name, entryId, keptAt } of files) {
    if (over.has(entryId) || keptAt < (latest.get(entryId) ?? 0)) await folder.remove(name);
  }
  for (const name of names.filter(isUnfinished)) await folder.remove(name);
}
