/** Knows which formats a library takes in, tells them apart by what they hold, and gives their records; a bad file is refused whole. */
import { type Result, ok } from '../../result.ts';
import { readClipper } from './clipper.ts';
import { readCsv } from './csv.ts';
import { readHypothesis } from './hypothesis.ts';
import { refuse } from './problem.ts';
import { readAnnotations } from './w3c.ts';
import { parseJson } from './json-lines.ts';
import { isRecord } from '../plain.ts';
import type { Records } from '../records.ts';

/** Characters of a file that is read: a hundred thousand notes. */
export const IMPORT_LIMIT = 50_000_000;

/** The records of a file: our JSON or any W3C annotations, Hypothesis' export, Obsidian Web Clipper's highlights, Readwise's CSV. Pure: nothing is written. */
export function readImport(text: string, nowMs: number): Result<Records> {
  if (text.length > IMPORT_LIMIT) return refuse(1, 'too-large');
  if (!/^\uFEFF?\s*[[{]/.test(text)) return readCsv(text, nowMs);
  const json = parseJson(text);
  if (!json.ok) return json;
  const { value } = json;
  if (isHypothesis(value)) return readHypothesis(text, value, nowMs);
  if (isClipper(value)) return readClipper(text, value, nowMs);
  if (isW3c(value)) return readAnnotations(text, value, nowMs);
  if (Array.isArray(value) && !value.length) return ok({ entries: [], notes: [], articles: [] });
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
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return isRecord(first) && typeof first.uri === 'string' && Array.isArray(first.target);
}

function isClipper(value: unknown): value is unknown[] {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return isRecord(first) && Array.isArray(first.highlights);
}
