/** Reads Hypothesis' export (`{annotations: […]}`) and the answers of its API (`{rows: […]}`). */
import { type Result, ok } from '../../result.ts';
import { type Foreign, cleanTags, dateOf, recordsOf } from './foreign.ts';
import { refuse } from './problem.ts';
import { quoteOf } from './quote.ts';
import { lineOf } from './json-lines.ts';
import { NOTE_LIMIT } from '../parse-records.ts';
import { isWebAddress } from '../parse-tree.ts';
import { isRecord } from '../plain.ts';
import type { Records } from '../records.ts';

/** The records of the file. Replies and notes on whole pages mark no passage: their words are kept with the page's title as the passage. */
export function readHypothesis(
  text: string,
  value: unknown[] | Record<string, unknown>,
  nowMs: number,
): Result<Records> {
  const key = Array.isArray(value) ? null : Array.isArray(value.annotations) ? 'annotations' : 'rows';
  const rows: unknown = Array.isArray(value) ? value : value[key ?? ''];
  const items: Foreign[] = [];
  for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
    const refused = (reason: 'bad-field' | 'no-address', field: string) =>
      refuse<Records>(lineOf(text, key === null ? [index] : [key, index]), reason, field);
    if (!isRecord(row)) return refused('bad-field', 'annotations');
    if (!isWebAddress(row.uri)) return refused('no-address', 'uri');
    const [target]: unknown[] = Array.isArray(row.target) ? row.target : [];
    const document = isRecord(row.document) ? row.document : {};
    const title = Array.isArray(document.title) ? document.title[0] : document.title;
    const name = typeof title === 'string' && title.trim() ? title : row.uri;
    const words = typeof row.text === 'string' ? row.text : '';
    if (words.length > NOTE_LIMIT) return refused('bad-field', 'text');
    const quote = quoteOf(isRecord(target) ? target.selector : undefined) ?? {
      exact: name,
      prefix: '',
      suffix: '',
      start: 0,
    };
    const [createdAt, changedAt] = [dateOf(row.created, nowMs), dateOf(row.updated, nowMs)];
    items.push({
      url: row.uri,
      title: name,
      quote,
      text: words,
      tags: cleanTags(Array.isArray(row.tags) ? row.tags : []),
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(changedAt === undefined ? {} : { changedAt }),
      ...(typeof row.id === 'string' && row.id ? { name: `hypothesis ${row.id}` } : {}),
    });
  }
  return ok(recordsOf(items, nowMs));
}
