/** Writes an export into a file, piece by piece: thousands of articles are too much for memory or one string. */
import { Zip, ZipPassThrough, strToU8 } from 'fflate';
import {
  type ExportFormat,
  type ExportedFile,
  type ReadArticles,
  exportFiles,
} from '../../../core/library/export/export.ts';
import type { Entry, Note, Records } from '../../../core/library/records.ts';
import { type Result, fail, ok } from '../../../core/result.ts';
import { nextTurn } from '../../pace.ts';
import { LibraryDatabase, stored } from '../database.ts';

/** What to export: null for everything, or these complete entries and these single notes. */
export type Exported = { entryIds: readonly string[]; noteIds: readonly string[] } | null;

/** Reports progress and carries the signal that stops the work. */
export interface Progress {
  /** Called with the share that is done, 0–1. */
  told: (done01: number) => void;
  signal: AbortSignal;
}

/** One file to be saved, and how many files it holds if it is a zip. */
export interface ExportBlob {
  name: string;
  blob: Blob;
  files: number;
}

/**
 * Characters, or bytes of a zip, after which the piece is handed to the browser as a Blob, which may go to the disk.
 */
const PIECE = 4_000_000;

let opened: LibraryDatabase | undefined;

/**
 * The file of an export: null if there is nothing to write; `not-allowed` if `signal` aborts. Several files become one
 * zip. The bin is left out.
 */
export function exportBlob(
  format: ExportFormat,
  what: Exported,
  nowMs: number,
  progress: Progress,
  db = (opened ??= new LibraryDatabase()),
): Promise<Result<ExportBlob | null>> {
  return stored(async () => {
    const readArticles: ReadArticles = async (ids) =>
      (await db.articles.bulkGet([...ids])).flatMap((article) => article ?? []);
    const files = exportFiles(format, await recordsOf(db, what), readArticles, nowMs);
    const [only] = files;
    if (!only) return ok(null);
    const blob = files.length === 1 ? await written(only, progress) : await zipped(files, progress);
    if (!blob) return fail('not-allowed', 'stopped');
    const name = files.length === 1 ? only.name : `lede-${new Date(nowMs).toISOString().slice(0, 10)}.zip`;
    return ok({ name, blob, files: files.length });
  });
}

async function recordsOf(db: LibraryDatabase, what: Exported): Promise<Pick<Records, 'entries' | 'notes'>> {
  if (!what) return { entries: live(await db.entries.toArray()), notes: live(await db.notes.toArray()) };
  const [alone, whole] = [(await db.notes.bulkGet([...what.noteIds])).flatMap((note) => note ?? []), what.entryIds];
  const ids = [...new Set([...whole, ...alone.map(({ entryId }) => entryId)])];
  const entries = (await db.entries.bulkGet(ids)).flatMap((entry) => entry ?? []);
  const under = await db.notes.where('entryId').anyOf(whole).toArray();
  const notes = new Map([...under, ...alone].map((note) => [note.id, note]));
  return { entries: live(entries), notes: live([...notes.values()]) };
}

function live<R extends Entry | Note>(records: readonly R[]): R[] {
  return records.filter(({ deletedAt }) => deletedAt === undefined);
}

async function written(file: ExportedFile, { told, signal }: Progress): Promise<Blob | null> {
  const gathered = gathering();
  let done = 0;
  for await (const part of file.parts()) {
    if (signal.aborted) return null;
    gathered.add(part, part.length);
    told(Math.min(1, (done += 1) / file.steps));
    await nextTurn();
  }
  return gathered.whole(file.type);
}

async function zipped(files: readonly ExportedFile[], { told, signal }: Progress): Promise<Blob | null> {
  const gathered = gathering();
  const zip = new Zip((_failure, chunk) => gathered.add(new Uint8Array(chunk), chunk.length)); // text never fails
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return null;
    // Not packed: an encoder for each of 20,000 short texts costs more time and memory than their letters.
    const inside = new ZipPassThrough(file.name);
    zip.add(inside);
    for await (const part of file.parts()) inside.push(strToU8(part));
    inside.push(new Uint8Array(), true);
    told((index + 1) / files.length);
    await nextTurn();
  }
  zip.end();
  return gathered.whole('application/zip');
}

/** Gathers pieces of one file without keeping them in memory. */
export function gathering(): { add: (piece: BlobPart, size: number) => void; whole: (type: string) => Blob } {
  const blobs: Blob[] = [];
  let [waiting, size]: [BlobPart[], number] = [[], 0];
  return {
    add: (piece, length) => {
      waiting.push(piece);
      size += length;
      if (size < PIECE) return;
      blobs.push(new Blob(waiting));
      [waiting, size] = [[], 0];
    },
    whole: (type) => new Blob([...blobs, ...waiting], { type }),
  };
}
