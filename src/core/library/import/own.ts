/**
 * Reads our own records, as our own files hold them: raised to today's version, checked, their clocks no later than
 * now.
 */
import { type Result, ok } from '../../result.ts';
import { migrate, type Table } from '../migrate.ts';
import { parseEntry, parseKept, parseNote } from '../parse-records.ts';
import { isRecord } from '../plain.ts';
import { RECORD_VERSION, type Records } from '../records.ts';
import type { Path, Placed } from './json-lines.ts';

/** Reads one of our own records into `records`; returns what is wrong with it, or null. */
export function readOwn(path: Path, table: Table, row: unknown, nowMs: number, records: Records): Placed | null {
  const raised = migrate(table, row);
  if (!raised.ok) {
    const version = isRecord(row) ? row.version : undefined;
    const newer = typeof version === 'number' && version > RECORD_VERSION;
    return { path, reason: newer ? 'newer-version' : 'bad-field', field: raised.error.detail ?? table };
  }
  const read = intoTable(table, raised.value, nowMs, records);
  return read.ok ? null : { path, reason: 'bad-field', field: read.error.detail ?? table };
}

function intoTable(table: Table, row: unknown, nowMs: number, records: Records): Result<null> {
  // No clock of a file is later than its arrival: what is written here from now on counts as later.
  if (table === 'entries') return into(records.entries, parseEntry(row, nowMs, 0));
  return table === 'notes' ? into(records.notes, parseNote(row, nowMs, 0)) : into(records.articles, parseKept(row));
}

function into<T>(list: T[], read: Result<T>): Result<null> {
  if (!read.ok) return read;
  list.push(read.value);
  return ok(null);
}
