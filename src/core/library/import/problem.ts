/** A problem of a file or of one item in it: line, reason and field, so that a person can correct it. */
import { type Result, fail, ok } from '../../result.ts';
import type { Records } from '../records.ts';

/** Why a file or an item of it is not taken; each has a sentence, `library_problem_<reason with _>`, in `_locales`. */
export const REASONS = [
  'not-json', // broken JSON
  'not-csv', // a cell that is never closed
  'unknown-format', // none of the formats that are read
  'newer-version', // written by a newer Lede
  'no-address', // an item without an http(s) address
  'no-quote', // an item without the words it marks
  'no-entry', // one of our notes whose article is not in the file
  'bad-field', // a field of the wrong kind or past its bound
  'too-large', // past the size that is read
  'damaged', // a truncated zip, or not a zip
] as const;
/** Why a file or an item is not taken. */
export type Reason = (typeof REASONS)[number];

/** Where and why; lines count from 1. */
export interface Problem {
  line: number;
  reason: Reason;
  field?: string;
}

/** The content of a file: its valid items as records, and a problem for each of the others. */
export interface ParsedFile {
  records: Records;
  problems: Problem[];
}

/** Makes a problem; `line` counts from 1. */
export function problem(line: number, reason: Reason, field = ''): Problem {
  return { line, reason, ...(field ? { field: field.slice(0, 120) } : {}) };
}

/** Refuses a whole file, with the problem as the failure's detail. */
export function refuse<T = never>(line: number, reason: Reason, field = ''): Result<T> {
  return fail(reason === 'too-large' ? 'too-large' : 'not-understood', `${line}|${reason}|${field.slice(0, 120)}`);
}

/** What a refusal's `detail` says; null if it is not of a file. */
export function problemOf(detail: string | undefined): Problem | null {
  const [line, name, field] = (detail ?? '').split('|');
  const reason = REASONS.find((one) => one === name);
  if (!reason || line === undefined || !/^\d+$/.test(line)) return null;
  return { line: Number(line), reason, ...(field ? { field } : {}) };
}

/** The result as it is; refused as a whole if the file has no valid item. */
export function unlessEmpty(reading: ParsedFile): Result<ParsedFile> {
  const { records, problems } = reading;
  const [first] = problems;
  const isEmpty = !records.entries.length && !records.notes.length;
  return first && isEmpty ? refuse(first.line, first.reason, first.field) : ok(reading);
}
