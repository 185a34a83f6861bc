/** Reads Readwise's CSV: the columns of its import and those of its export, in any order, with ours beside them. */
import Papa from 'papaparse';
import { type Result, ok } from '../../result.ts';
import { plainCell } from '../export/csv.ts';
import { type Foreign, cleanTags, dateOf, recordsOf } from './foreign.ts';
import { refuse } from './problem.ts';
import { bareQuote } from './quote.ts';
import { lineAt } from './json-lines.ts';
import { NOTE_LIMIT } from '../parse-records.ts';
import { isWebAddress } from '../parse-tree.ts';
import { COLOURS, type Records } from '../records.ts';
import { stableId } from '../stable-id.ts';

/** The names under which each column is known, in lower case. */
const NAMES = {
  highlight: ['highlight', 'text', 'quote'],
  title: ['title', 'book title'],
  author: ['author', 'book author'],
  url: ['url', 'source url', 'source'],
  note: ['note'],
  location: ['location'],
  date: ['date', 'highlighted at'],
  tags: ['tags'],
  colour: ['color', 'colour'],
} as const;
type Column = keyof typeof NAMES;
/** Where a book of Readwise has no address: one that names it, so that its highlights stay together. */
const BOOK_ADDRESS = 'https://readwise.io/book/';

/** The records of the table. A row without an address is a book's: it gets one made of its title. */
export function readCsv(file: string, nowMs: number): Result<Records> {
  const text = file.replace(/^\uFEFF/, '');
  const starts: number[] = [];
  const rows: string[][] = [];
  let broken: Result<Records> | null = null;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, errors, meta }) => {
      const [problem] = errors;
      if (problem && !broken) broken = refuse(lineAt(text, starts.at(-1) ?? 0), 'not-csv', problem.code);
      rows.push(data);
      starts.push(meta.cursor);
    },
  });
  if (broken) return broken;
  const [head = [], ...body] = rows;
  const columns = columnsOf(head);
  if (columns.highlight === undefined) return refuse(1, 'unknown-format', 'Highlight');
  const items: Foreign[] = [];
  for (const [index, row] of body.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const item = itemOf(row, columns, () => lineAt(text, starts[index] ?? 0), nowMs);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(recordsOf(items, nowMs));
}

type Columns = Partial<Record<Column, number>>;

function columnsOf(head: readonly string[]): Columns {
  const names = head.map((name) => name.trim().toLowerCase());
  const columns: Columns = {};
  for (const column of Object.keys(NAMES) as Column[]) {
    const at = names.findIndex((name) => NAMES[column].some((one) => one === name));
    if (at !== -1) columns[column] = at;
  }
  return columns;
}

function itemOf(row: readonly string[], columns: Columns, line: () => number, nowMs: number): Result<Foreign> {
  const cell = (column: Column) => plainCell(row[columns[column] ?? -1] ?? '');
  const [title, author, location] = [cell('title').trim(), cell('author').trim(), Number(cell('location') || 0)];
  const quote = bareQuote(cell('highlight'), location);
  if (!quote) return refuse(line(), 'no-quote', 'Highlight');
  const url = cell('url').trim() || BOOK_ADDRESS + stableId(title, author);
  if (!isWebAddress(url)) return refuse(line(), 'no-address', 'URL');
  const text = cell('note');
  if (text.length > NOTE_LIMIT) return refuse(line(), 'bad-field', 'Note');
  const colour = COLOURS.find((one) => one === cell('colour').trim().toLowerCase());
  const createdAt = dateOf(zoned(cell('date').trim()), nowMs);
  return ok({
    url,
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    quote,
    text,
    tags: cleanTags(cell('tags').split(',')),
    ...(colour ? { colour } : {}),
    ...(createdAt === undefined ? {} : { createdAt }),
  });
}

/** A date without a zone is UTC, as it is exported; else the same file would mean other moments on other machines. */
function zoned(date: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(date);
  return match ? `${match[1]}T${match[2]}Z` : date;
}
