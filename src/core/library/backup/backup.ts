/** Knows a backup: one zip with the whole library, the bin included, and each kept article as a file of its own. */
import { Zip, ZipDeflate, strFromU8, strToU8, unzipSync } from 'fflate';
import { type Result, ok } from '../../result.ts';
import { refuse } from '../import/problem.ts';
import { own } from '../import/w3c.ts';
import { parseJson } from '../import/json-lines.ts';
import { isRecord } from '../plain.ts';
import type { KeptArticle, Records } from '../records.ts';

/** The file of entries and notes, and the folder of articles. */
const LIBRARY = 'library.json';
const ARTICLES = 'articles/';
/** Bytes that a backup may hold unpacked: twenty thousand long articles; more is taken for a trap. */
const UNPACKED_LIMIT = 1_000_000_000;
const FILES_LIMIT = 100_000;
/** How hard to press: 6 of 9, as zip programs do. */
const LEVEL = 6;

/** A backup being written, article by article, so that thousands need not lie in memory at once. */
export interface BackupWriter {
  addArticle: (article: KeptArticle) => void;
  /** The zip, once. */
  finish: () => Uint8Array;
}

/** Starts a backup of these entries and notes. The same library at the same moment gives the same bytes. */
export function startBackup({ entries, notes }: Pick<Records, 'entries' | 'notes'>, nowMs: number): BackupWriter {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_failure, chunk) => chunks.push(chunk)); // text never fails to deflate
  const add = (name: string, value: unknown) => {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = nowMs;
    zip.add(file);
    file.push(strToU8(JSON.stringify(value)), true);
  };
  add(LIBRARY, { lede: 'backup', madeAt: nowMs, entries, notes });
  return {
    addArticle: (article) => add(`${ARTICLES}${encodeURIComponent(article.entryId)}.json`, article),
    finish: () => {
      zip.end();
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return bytes;
    },
  };
}

/** The records of a backup; refused whole where any of it is damaged or of a newer Lede. */
export function readBackup(bytes: Uint8Array, nowMs: number): Result<Records> {
  const files = unpack(bytes);
  if (!files.ok) return files;
  const text = files.value.get(LIBRARY);
  if (text === undefined) return refuse(1, 'unknown-format', LIBRARY);
  const json = parseJson(text);
  if (!json.ok) return json;
  const library = isRecord(json.value) ? json.value : {};
  const records: Records = { entries: [], notes: [], articles: [] };
  for (const table of ['entries', 'notes'] as const) {
    const rows: unknown = library[table];
    if (!Array.isArray(rows)) return refuse(1, 'bad-field', table);
    for (const [index, row] of rows.entries()) {
      const read = own(text, [table, index], table, row, nowMs, records);
      if (!read.ok) return read;
    }
  }
  for (const [name, article] of files.value) {
    if (!name.startsWith(ARTICLES)) continue;
    const parsed = parseJson(article);
    if (!parsed.ok) return parsed;
    const read = own(article, [], 'articles', parsed.value, nowMs, records);
    if (!read.ok) return read;
  }
  const known = new Set(records.entries.map(({ id }) => id));
  return records.notes.every(({ entryId }) => known.has(entryId)) ? ok(records) : refuse(1, 'no-entry', 'notes');
}

function unpack(bytes: Uint8Array): Result<Map<string, string>> {
  let [files, size] = [0, 0];
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        files += 1;
        size += originalSize;
        return files <= FILES_LIMIT && size <= UNPACKED_LIMIT;
      },
    });
    if (files > FILES_LIMIT || size > UNPACKED_LIMIT) return refuse(1, 'too-large');
    return ok(new Map(Object.entries(unpacked).map(([name, file]) => [name, strFromU8(file)])));
  } catch {
    return refuse(1, 'damaged');
  }
}
