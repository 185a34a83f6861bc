/** Recognises the format of an imported file by its content, and reads it. */
import { type Result, ok } from '../../result.ts';
import { isRecord } from '../plain.ts';
import { readClipper } from './clipper.ts';
import { readCsv } from './csv.ts';
import { readHypothesis } from './hypothesis.ts';
import { parseJson } from './json-lines.ts';
import { type ParsedFile, refuse, unlessEmpty } from './problem.ts';
import { readAnnotations } from './w3c.ts';

/** Characters of a file that is read: what a text may be in every engine. */
export const IMPORT_LIMIT = 250_000_000;

/**
 * What a file holds: our JSON or any W3C annotations, Hypothesis' export, Obsidian Web Clipper's highlights, Readwise's
 * CSV. Good items are taken and the others told; a file that breaks off, is of no known format, or has nothing good in
 * it is refused whole. Pure.
 */
export function readImport(text: string, nowMs: number): Result<ParsedFile> {
  if (text.length > IMPORT_LIMIT) return refuse(1, 'too-large');
  const reading = /^\uFEFF?\s*[[{]/.test(text) ? readJson(text, nowMs) : readCsv(text, nowMs);
  return reading.ok ? unlessEmpty(reading.value) : reading;
}

function readJson(text: string, nowMs: number): Result<ParsedFile> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const { value } = json;
  if (isHypothesis(value)) return ok(readHypothesis(text, value, nowMs));
  if (isClipper(value)) return ok(readClipper(text, value, nowMs));
  if (isW3c(value)) return ok(readAnnotations(text, value, nowMs));
  if (Array.isArray(value) && !value.length) {
    return ok({ records: { entries: [], notes: [], articles: [] }, problems: [] });
  }
  return refuse(1, 'unknown-format');
}

function isW3c(value: unknown): boolean {
  const [first] = Array.isArray(value) ? value : [value];
  return (
    isRecord(first) && ('@context' in first || 'items' in first || 'target' in first || first.type === 'Annotation')
  );
}

function isHypothesis(value: unknown): value is unknown[] | Record<string, unknown> {
  if (isRecord(value)) return Array.isArray(value.annotations) || Array.isArray(value.rows);
  return firstRecord(value, (row) => typeof row.uri === 'string' && Array.isArray(row.target));
}

function isClipper(value: unknown): value is unknown[] {
  return firstRecord(value, (page) => Array.isArray(page.highlights));
}

/** Rows looked at to tell a list's format: the first may be the bad one. */
const LOOKED_AT = 20;

function firstRecord(value: unknown, test: (row: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.slice(0, LOOKED_AT).some((row) => isRecord(row) && test(row));
}
