/**
 * Reads W3C Web Annotations: a page, a collection's first page, a list, or one; and our own file, whose extra keys lose
 * nothing.
 */
import { NOTE_LIMIT } from '../bounds.ts';
import type { Table } from '../migrate.ts';
import { isWebAddress } from '../parse-tree.ts';
import { isRecord } from '../plain.ts';
import type { Records } from '../records.ts';
import { type Foreign, cleanTags, dateOf, recordsOf } from './foreign.ts';
import { type Path, type Placed, problemsIn } from './json-lines.ts';
import { readOwn } from './own.ts';
import type { ParsedFile } from './problem.ts';
import { quoteOf } from './quote.ts';

/** The lists of our records in one of our files. */
const OWN_LISTS: [Table, string][] = [
  ['entries', 'lede:entries'],
  ['articles', 'lede:articles'],
];

/**
 * The annotations of the file. Those with one of our records are read from it; the others from what the standard says.
 */
export function readAnnotations(text: string, value: unknown, nowMs: number): ParsedFile {
  const { items, path } = itemsOf(value);
  const problems: Placed[] = [];
  const records = ownRecords(value, nowMs, problems);
  const known = new Set(records.entries.map(({ id }) => id));
  const foreign: Foreign[] = [];
  for (const [index, item] of items.entries()) {
    const at = [...path, index];
    if (isRecord(item) && isRecord(item['lede:note'])) {
      const found = ownNote(item['lede:note'], [...at, 'lede:note'], known, nowMs, records);
      if (found) problems.push(found);
      continue;
    }
    const read = annotation(item, nowMs);
    if ('quote' in read) foreign.push(read);
    else problems.push({ path: at, ...read });
  }
  const others = recordsOf(foreign, nowMs);
  return {
    records: {
      entries: [...records.entries, ...others.entries],
      notes: [...records.notes, ...others.notes],
      articles: records.articles,
    },
    problems: problemsIn(text, problems),
  };
}

function ownRecords(value: unknown, nowMs: number, problems: Placed[]): Records {
  const records: Records = { entries: [], notes: [], articles: [] };
  for (const [table, key] of OWN_LISTS) {
    const rows: unknown = isRecord(value) ? value[key] : undefined;
    for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
      const found = readOwn([key, index], table, row, nowMs, records);
      if (found) problems.push(found);
    }
  }
  return records;
}

/** One of our notes, where its entry is in the file too. */
function ownNote(
  row: Record<string, unknown>,
  path: Path,
  known: ReadonlySet<string>,
  nowMs: number,
  records: Records,
): Placed | null {
  const entryId = row['entryId'];
  if (typeof entryId === 'string' && !known.has(entryId)) return { path, reason: 'no-entry', field: 'lede:note' };
  return readOwn(path, 'notes', row, nowMs, records);
}

function itemsOf(value: unknown): { items: unknown[]; path: Path } {
  if (Array.isArray(value)) return { items: value, path: [] };
  if (!isRecord(value)) return { items: [], path: [] };
  if (Array.isArray(value.items)) return { items: value.items, path: ['items'] };
  if (isRecord(value.first) && Array.isArray(value.first.items)) {
    return { items: value.first.items, path: ['first', 'items'] };
  }
  return 'target' in value ? { items: [value], path: [] } : { items: [], path: [] };
}

/**
 * One annotation of the standard; told as a problem where it marks nothing that can be found again (a whole page, a
 * picture's region).
 */
function annotation(item: unknown, nowMs: number): Foreign | Omit<Placed, 'path'> {
  if (!isRecord(item)) return { reason: 'bad-field', field: 'items' };
  const target: unknown = Array.isArray(item.target) ? item.target[0] : item.target;
  const source = isRecord(target) ? (target.source ?? target.id) : target;
  const address = withoutFragment(isRecord(source) ? source.id : source);
  if (!isWebAddress(address)) return { reason: 'no-address', field: 'target' };
  const quote = isRecord(target) ? quoteOf(target.selector) : null;
  if (!quote) return { reason: 'no-quote', field: 'target.selector' };
  const bodies = (Array.isArray(item.body) ? item.body : [item.body]).filter(isRecord);
  const bodyValue = typeof item.bodyValue === 'string' ? [item.bodyValue] : [];
  const text = [...bodies.flatMap(wordsOf), ...bodyValue].join('\n\n');
  if (text.length > NOTE_LIMIT) return { reason: 'bad-field', field: 'body' };
  const [createdAt, changedAt] = [dateOf(item.created, nowMs), dateOf(item.modified, nowMs)];
  const title = isRecord(target) && typeof target['dc:title'] === 'string' ? target['dc:title'] : undefined;
  return {
    url: address,
    quote,
    text,
    ...(title ? { title } : {}),
    tags: cleanTags(bodies.flatMap((body) => (body.purpose === 'tagging' ? [body.value] : []))),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(typeof item.id === 'string' ? { name: `w3c ${item.id}` } : {}),
  };
}

/** The address without the text fragment that names the passage. */
function withoutFragment(url: unknown): unknown {
  if (typeof url !== 'string') return url;
  const at = url.indexOf('#:~:');
  return at === -1 ? url : url.slice(0, at);
}

function wordsOf(body: Record<string, unknown>): string[] {
  return body.purpose === 'tagging' || typeof body.value !== 'string' ? [] : [body.value];
}
