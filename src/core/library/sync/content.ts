/** What one synced document says once it is decrypted: a record of the library, or that one was erased. */
import * as v from 'valibot';
import { clockParts } from '../clock.ts';
import { migrate } from '../migrate.ts';
import { idSchema, parse, parseEntry, parseKept, parseNote, timeSchema } from '../parse-records.ts';
import { type Entry, type Erased, type KeptArticle, type Note, RECORD_VERSION } from '../records.ts';

/** The version of the documents' shape that this code writes. */
export const DOCUMENT_VERSION = 1;

/** The tables that are synced. */
export const SYNC_TABLES = ['entries', 'notes', 'articles'] as const;
/** The name of a synced table. */
export type SyncTable = (typeof SYNC_TABLES)[number];

/** The content of one document. */
export type Content =
  | { table: 'entries'; record: Entry }
  | { table: 'notes'; record: Note }
  | { table: 'articles'; record: KeptArticle }
  | { table: 'erased'; record: Erased };

const wrapped = v.object({
  v: v.number(),
  table: v.picklist([...SYNC_TABLES, 'erased']),
  record: v.record(v.string(), v.unknown()),
});
const erasedSchema: v.GenericSchema<unknown, Erased> = v.object({
  id: idSchema,
  table: v.picklist(['entries', 'notes']),
  erasedAt: timeSchema,
  clock: v.pipe(
    v.string(),
    v.check((clock) => clock === '' || clockParts(clock) !== null, 'no clock'),
  ),
  seen: v.exactOptional(v.record(v.string(), v.string())),
  into: v.exactOptional(idSchema),
});

/** The name under which every device knows a record, such as `notes <id>`; the same for a record and its erasure. */
export function nameOf(content: Content): string {
  switch (content.table) {
    case 'articles':
      return syncName('articles', content.record.entryId);
    case 'erased':
      return syncName(content.record.table, content.record.id);
    case 'entries':
    case 'notes':
      return syncName(content.table, content.record.id);
  }
}

/** `notes <id>`. */
export function syncName(table: SyncTable, id: string): string {
  return `${table} ${id}`;
}

/** The table and id in a name; null if the name is not valid. */
export function partsOfName(name: string): { table: SyncTable; id: string } | null {
  const [head = '', ...rest] = name.split(' ');
  const table = SYNC_TABLES.find((one) => one === head);
  return table && rest.length ? { table, id: rest.join(' ') } : null;
}

/** The text that is encrypted. */
export function writeContent(content: Content): string {
  return JSON.stringify({ v: DOCUMENT_VERSION, ...content });
}

/** A decrypted document. `too-new`: a newer Lede wrote it, leave it alone. `damaged`: it does not parse. */
export type DecodedContent = Content | 'too-new' | 'damaged';

/** Parses a decrypted document and migrates older records. Clocks more than a day ahead of `nowMs` are dropped. */
export function readContent(text: string, nowMs: number): DecodedContent {
  const shaped = parse(wrapped, parsedJson(text));
  if (!shaped.ok) return 'damaged';
  const { v: version, table, record } = shaped.value;
  const { version: recordVersion } = record;
  if (version > DOCUMENT_VERSION || (typeof recordVersion === 'number' && recordVersion > RECORD_VERSION)) {
    return 'too-new';
  }
  if (table === 'erased') {
    const erased = parse(erasedSchema, record);
    return erased.ok ? { table, record: erased.value } : 'damaged';
  }
  const raised = migrate(table, record);
  return raised.ok ? recordOf(table, raised.value, nowMs) : 'damaged';
}

/** A content as another device would read it, without clocks that it would not believe. */
export function asRead(content: Content, nowMs: number): DecodedContent {
  return readContent(writeContent(content), nowMs);
}

function recordOf(table: SyncTable, raw: unknown, nowMs: number): DecodedContent {
  if (table === 'entries') {
    const entry = parseEntry(raw, nowMs);
    return entry.ok ? { table, record: entry.value } : 'damaged';
  }
  if (table === 'notes') {
    const note = parseNote(raw, nowMs);
    return note.ok ? { table, record: note.value } : 'damaged';
  }
  const kept = parseKept(raw);
  return kept.ok ? { table, record: kept.value } : 'damaged';
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
