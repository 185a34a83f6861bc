/** Reads Hypothesis' export (`{annotations: […]}`) and the answers of its API (`{rows: […]}`). */
import { NOTE_LIMIT } from '../bounds.ts';
import { isWebAddress } from '../parse-tree.ts';
import { isRecord } from '../plain.ts';
import { type Foreign, cleanTags, dateOf, recordsOf } from './foreign.ts';
import { type Placed, problemsIn } from './json-lines.ts';
import type { ParsedFile } from './problem.ts';
import { quoteOf } from './quote.ts';

/**
 * The annotations of the file. Replies and notes on whole pages mark no passage: their words are kept with the page's
 * title as the passage. An annotation of a file on the disk (`urn:x-pdf:…`) has no address to be found under again, and
 * is told as a problem.
 */
export function readHypothesis(text: string, value: unknown[] | Record<string, unknown>, nowMs: number): ParsedFile {
  const key = Array.isArray(value) ? null : Array.isArray(value.annotations) ? 'annotations' : 'rows';
  const rows: unknown = Array.isArray(value) ? value : value[key ?? ''];
  const [items, problems]: [Foreign[], Placed[]] = [[], []];
  for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
    const read = itemOf(row, nowMs);
    if ('quote' in read) items.push(read);
    else problems.push({ path: key === null ? [index] : [key, index], ...read });
  }
  return { records: recordsOf(items, nowMs), problems: problemsIn(text, problems) };
}

function itemOf(row: unknown, nowMs: number): Foreign | Omit<Placed, 'path'> {
  if (!isRecord(row)) return { reason: 'bad-field', field: 'annotations' };
  if (!isWebAddress(row.uri)) return { reason: 'no-address', field: 'uri' };
  const words = typeof row.text === 'string' ? row.text : '';
  if (words.length > NOTE_LIMIT) return { reason: 'bad-field', field: 'text' };
  const [target]: unknown[] = Array.isArray(row.target) ? row.target : [];
  const document = isRecord(row.document) ? row.document : {};
  const named: unknown = Array.isArray(document.title) ? document.title[0] : document.title;
  const title = typeof named === 'string' && named.trim() ? named : row.uri;
  const whole = { exact: title.slice(0, TITLE_LENGTH), prefix: '', suffix: '', start: 0 };
  const [createdAt, changedAt] = [dateOf(row.created, nowMs), dateOf(row.updated, nowMs)];
  return {
    url: row.uri,
    title,
    text: words,
    quote: quoteOf(isRecord(target) ? target.selector : undefined) ?? whole,
    tags: cleanTags(Array.isArray(row.tags) ? row.tags : []),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(typeof row.id === 'string' && row.id ? { name: `hypothesis ${row.id}` } : {}),
  };
}

/** Maximum length of a title that replaces a passage, in characters. */
const TITLE_LENGTH = 4_000;
