/** Reads W3C Web Annotations: a page, a collection's first page, a list, or one; and our own file, whose extra keys lose nothing. */
import { type Result, ok } from '../../result.ts';
import { type Foreign, cleanTags, dateOf, recordsOf } from './foreign.ts';
import { refuse } from './problem.ts';
import { quoteOf } from './quote.ts';
import { lineOf } from './json-lines.ts';
import { migrate, type Table } from '../migrate.ts';
import { NOTE_LIMIT, parseEntry, parseKept, parseNote } from '../parse-records.ts';
import { isWebAddress } from '../parse-tree.ts';
import { isRecord } from '../plain.ts';
import { RECORD_VERSION, type Records } from '../records.ts';

type Path = (string | number)[];

/** The records of the file. Annotations with a record of ours are read from it; the others from what the standard says. */
export function readAnnotations(text: string, value: unknown, nowMs: number): Result<Records> {
  const { items, path } = itemsOf(value);
  const root = isRecord(value) ? value : {};
  const records: Records = { entries: [], notes: [], articles: [] };
  const lists: [Table, string][] = [
    ['entries', 'lede:entries'],
    ['articles', 'lede:articles'],
  ];
  for (const [table, key] of lists) {
    const rows: unknown = root[key];
    for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
      const read = own(text, [key, index], table, row, nowMs, records);
      if (!read.ok) return read;
    }
  }
  const known = new Set(records.entries.map(({ id }) => id));
  const foreign: Foreign[] = [];
  for (const [index, item] of items.entries()) {
    const at = [...path, index];
    if (!isRecord(item)) return refuse(lineOf(text, at), 'bad-field', 'items');
    if (isRecord(item['lede:note'])) {
      const read = own(text, [...at, 'lede:note'], 'notes', item['lede:note'], nowMs, records);
      if (!read.ok) return read;
      if (!known.has(records.notes.at(-1)?.entryId ?? '')) return refuse(lineOf(text, at), 'no-entry', 'lede:note');
      continue;
    }
    const read = annotation(text, at, item, nowMs);
    if (!read.ok) return read;
    if (read.value) foreign.push(read.value);
  }
  const others = recordsOf(foreign, nowMs);
  return ok({
    entries: [...records.entries, ...others.entries],
    notes: [...records.notes, ...others.notes],
    articles: records.articles,
  });
}

/** Reads one record of ours into `records`. */
export function own(
  text: string,
  path: Path,
  table: Table,
  row: unknown,
  nowMs: number,
  records: Records,
): Result<null> {
  const raised = migrate(table, row);
  const version = isRecord(row) ? row.version : undefined;
  if (!raised.ok) {
    const newer = typeof version === 'number' && version > RECORD_VERSION;
    return refuse(lineOf(text, path), newer ? 'newer-version' : 'bad-field', raised.error.detail);
  }
  const read =
    table === 'entries'
      ? into(records.entries, parseEntry(raised.value, nowMs))
      : table === 'notes'
        ? into(records.notes, parseNote(raised.value, nowMs))
        : into(records.articles, parseKept(raised.value));
  return read.ok ? read : refuse(lineOf(text, path), 'bad-field', read.error.detail);
}

function into<T>(list: T[], read: Result<T>): Result<null> {
  if (!read.ok) return read;
  list.push(read.value);
  return ok(null);
}

function itemsOf(value: unknown): { items: unknown[]; path: Path } {
  if (Array.isArray(value)) return { items: value, path: [] };
  if (!isRecord(value)) return { items: [], path: [] };
  if (Array.isArray(value.items)) return { items: value.items, path: ['items'] };
  if (isRecord(value.first) && Array.isArray(value.first.items))
    return { items: value.first.items, path: ['first', 'items'] };
  return 'target' in value ? { items: [value], path: [] } : { items: [], path: [] };
}

/** One annotation of the standard; null where it marks nothing that can be found again (a whole page, a picture's region). */
function annotation(text: string, path: Path, item: Record<string, unknown>, nowMs: number): Result<Foreign | null> {
  const targets = Array.isArray(item.target) ? item.target : [item.target];
  const target: unknown = targets[0];
  const source = isRecord(target) ? (target.source ?? target.id) : target;
  const url = isRecord(source) ? source.id : source;
  const address = typeof url === 'string' ? url.replace(/#:~:.*$/, '') : url;
  if (!isWebAddress(address)) return refuse(lineOf(text, path), 'no-address', 'target');
  const quote = isRecord(target) ? quoteOf(target.selector) : null;
  if (!quote) return refuse(lineOf(text, path), 'no-quote', 'target.selector');
  const bodies = (Array.isArray(item.body) ? item.body : [item.body]).filter(
    (body) => body !== undefined && body !== null,
  );
  const words = [...bodies.flatMap(wordsOf), ...(typeof item.bodyValue === 'string' ? [item.bodyValue] : [])].join(
    '\n\n',
  );
  if (words.length > NOTE_LIMIT) return refuse(lineOf(text, path), 'bad-field', 'body');
  const [createdAt, changedAt] = [dateOf(item.created, nowMs), dateOf(item.modified, nowMs)];
  const title = isRecord(target) && typeof target['dc:title'] === 'string' ? target['dc:title'] : undefined;
  return ok({
    url: address,
    ...(title ? { title } : {}),
    quote,
    text: words,
    tags: cleanTags(bodies.flatMap((body) => (isRecord(body) && body.purpose === 'tagging' ? [body.value] : []))),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(typeof item.id === 'string' ? { name: `w3c ${item.id}` } : {}),
  });
}

function wordsOf(body: unknown): string[] {
  if (typeof body === 'string') return [];
  if (!isRecord(body) || body.purpose === 'tagging' || typeof body.value !== 'string') return [];
  return [body.value];
}
