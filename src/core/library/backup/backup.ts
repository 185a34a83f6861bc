/** A backup: one zip with the whole library, the bin included, in pieces that are written and read one by one. */
import { Zip, ZipDeflate, strFromU8, strToU8 } from 'fflate';
import { type Result, ok } from '../../result.ts';
import { type ParsedFile, problem, problemOf, refuse, unlessEmpty } from '../import/problem.ts';
import { readOwn } from '../import/own.ts';
import { type Placed, parseJson, problemsIn } from '../import/json-lines.ts';
import { isRecord } from '../plain.ts';
import type { Records } from '../records.ts';
import { type Member, type Sliceable, membersOf, unpack } from './unzip.ts';

/** The file that says what the zip is; of older backups it holds all entries and notes too. */
const HEAD = 'library.json';
/** A folder for each table, with files of some of its records; older backups have files of single articles. */
const TABLES = ['entries', 'notes', 'articles'] as const;
const ARTICLES = 'articles/';
/** Entries and notes, and articles, of one piece: some milliseconds of work. */
const PIECE_RECORDS = 200;
const PIECE_ARTICLES = 10;
/** How hard to press: 6 of 9, as zip programs do. */
const LEVEL = 6;

/** A backup in progress, written in pieces so that thousands of articles are never in memory at once. */
export interface BackupWriter {
  add: (piece: Partial<Records>) => void;
  /** The chunks of the zip written since the last call, in order. */
  written: () => Uint8Array[];
  /** The last chunks of the zip, once. */
  finish: () => Uint8Array[];
}

/** Starts a backup of the library named `device`. The same pieces and time give the same bytes. */
export function startBackup(nowMs: number, device = ''): BackupWriter {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((_failure, chunk) => chunks.push(chunk)); // text never fails to deflate
  let pieces = 0;
  const write = (name: string, value: unknown) => {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = nowMs;
    zip.add(file);
    file.push(strToU8(JSON.stringify(value)), true);
  };
  const written = () => {
    const since = chunks;
    chunks = [];
    return since;
  };
  write(HEAD, { lede: 'backup', madeAt: nowMs, device });
  return {
    add: (piece) => {
      for (const table of TABLES) {
        const rows = piece[table];
        if (!rows?.length) continue;
        write(`${table}/${String(pieces).padStart(6, '0')}.json`, { [table]: rows });
        pieces += 1;
      }
    },
    written,
    finish: () => {
      zip.end();
      return written();
    },
  };
}

/** The records in pieces that can be written quickly. */
export function* piecesOf({ entries, notes, articles }: Records): Generator<Partial<Records>> {
  for (let at = 0; at < entries.length; at += PIECE_RECORDS) yield { entries: entries.slice(at, at + PIECE_RECORDS) };
  for (let at = 0; at < notes.length; at += PIECE_RECORDS) yield { notes: notes.slice(at, at + PIECE_RECORDS) };
  for (let at = 0; at < articles.length; at += PIECE_ARTICLES) {
    yield { articles: articles.slice(at, at + PIECE_ARTICLES) };
  }
}

/** A backup open for reading: a piece at a time, each with the problems found in it. */
export interface Backup {
  /** Entries and notes. */
  records: () => AsyncGenerator<ParsedFile>;
  articles: () => AsyncGenerator<ParsedFile>;
  /** How many pieces of articles there are. */
  articlePieces: number;
}

/** Opens a backup; refused as a whole if it is truncated, is not one of ours, or is larger than a library can be. */
export async function openBackup(zip: Sliceable, nowMs: number): Promise<Result<Backup>> {
  const members = await membersOf(zip);
  if (!members.ok) return members;
  const head = members.value.find(({ name }) => name === HEAD);
  if (!head) return refuse(1, 'unknown-format', HEAD);
  const under = (folder: string) =>
    members.value.filter(({ name }) => name.startsWith(folder)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const articles = under(ARTICLES);
  return ok({
    records: () => piecesIn(zip, [head, ...under('entries/'), ...under('notes/')], nowMs),
    articles: () => piecesIn(zip, articles, nowMs),
    articlePieces: articles.length,
  });
}

async function* piecesIn(zip: Sliceable, members: readonly Member[], nowMs: number): AsyncGenerator<ParsedFile> {
  for (const member of members) yield readMember(zip, member, nowMs);
}

/** All records of a backup at once, with the problems found in it. */
export async function readBackup(zip: Sliceable, nowMs: number): Promise<Result<ParsedFile>> {
  const backup = await openBackup(zip, nowMs);
  if (!backup.ok) return backup;
  const { records, articles } = backup.value;
  const all = await gathered(records());
  const kept = await gathered(articles());
  return unlessEmpty({
    records: { ...all.records, articles: kept.records.articles },
    problems: [...all.problems, ...kept.problems],
  });
}

/** Collects pieces into one result. */
export async function gathered(pieces: AsyncGenerator<ParsedFile>): Promise<ParsedFile> {
  const all: ParsedFile = { records: { entries: [], notes: [], articles: [] }, problems: [] };
  for await (const { records, problems } of pieces) {
    for (const table of TABLES) {
      const rows: unknown[] = all.records[table];
      for (const row of records[table]) rows.push(row);
    }
    for (const one of problems) all.problems.push(one);
  }
  return all;
}

async function readMember(zip: Sliceable, member: Member, nowMs: number): Promise<ParsedFile> {
  const records: Records = { entries: [], notes: [], articles: [] };
  const bytes = await unpack(zip, member);
  if (!bytes) return { records, problems: [problem(1, 'damaged', member.name)] };
  const text = strFromU8(bytes);
  const json = parseJson(text);
  if (!json.ok) return { records, problems: [problemOf(json.error.detail) ?? problem(1, 'damaged', member.name)] };
  const placed: Placed[] = [];
  const value = isRecord(json.value) ? json.value : {};
  const isSingle = 'entryId' in value;
  const piece: Record<string, unknown> = isSingle ? { articles: [value] } : value;
  for (const table of TABLES) {
    const rows: unknown = piece[table];
    for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
      const found = readOwn(isSingle ? [] : [table, index], table, row, nowMs, records);
      if (found) placed.push(found);
    }
  }
  return { records, problems: problemsIn(text, placed) };
}
