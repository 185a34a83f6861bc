/** Reads Readwise's CSV: the columns of its import and of its export, in any order, with Lede's additional ones. */
import Papa from 'papaparse';
import { type Result, ok } from '../../result.ts';
import { NOTE_LIMIT } from '../bounds.ts';
import { plainCell } from '../export/csv.ts';
import { isWebAddress } from '../parse-tree.ts';
import { COLOURS } from '../records.ts';
import { stableId } from '../stable-id.ts';
import { type Foreign, cleanTags, dateOf, recordsOf } from './foreign.ts';
import { lineCounter } from './json-lines.ts';
import { type Problem, type ParsedFile, problem, refuse } from './problem.ts';
import { bareQuote } from './quote.ts';

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

/**
 * The rows of the table that mark a passage. A row without an address is a book's: it gets one made of its title; a row
 * with a note and no passage is a note on the whole book or page: its title stands for the passage. A table that breaks
 * off is refused whole.
 */
export function readCsv(file: string, nowMs: number): Result<ParsedFile> {
  const plain = file.replace(/^\uFEFF/, '');
  // Lines that end as on old Macs take the parser more than their share of time.
  const text = plain.includes('\n') ? plain : plain.replaceAll('\r', '\n');
  const lineAt = lineCounter(text);
  const [items, problems]: [Foreign[], Problem[]] = [[], []];
  const found: { columns?: Columns; broken?: Result<ParsedFile> } = {};
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, errors: [mistake], meta }, parser) => {
      const line = lineAt(start);
      start = meta.cursor;
      if (mistake) found.broken = refuse(line, 'not-csv', mistake.code);
      else if (!found.columns) found.columns = columnsOf(data);
      else if (data.some((cell) => cell.trim() !== '')) {
        const read = itemOf(data, found.columns, line, nowMs);
        if ('quote' in read) items.push(read);
        else problems.push(read);
      }
      if (found.broken || found.columns?.highlight === undefined) parser.abort();
    },
  });
  if (found.columns?.highlight === undefined) return found.broken ?? refuse(1, 'unknown-format', 'Highlight');
  if (found.broken) return found.broken;
  return ok({ records: recordsOf(items, nowMs), problems });
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

function itemOf(row: readonly string[], columns: Columns, line: number, nowMs: number): Foreign | Problem {
  const cell = (column: Column) => plainCell(row[columns[column] ?? -1] ?? '');
  const [title, author, location] = [cell('title').trim(), cell('author').trim(), Number(cell('location') || 0)];
  const text = cell('note');
  const words = cell('highlight');
  const quote = bareQuote(words.trim() === '' && text.trim() !== '' ? title : words, location);
  if (!quote) return problem(line, 'no-quote', 'Highlight');
  const url = cell('url').trim() || BOOK_ADDRESS + stableId(title, author);
  if (!isWebAddress(url)) return problem(line, 'no-address', 'URL');
  if (text.length > NOTE_LIMIT) return problem(line, 'bad-field', 'Note');
  const colour = COLOURS.find((one) => one === cell('colour').trim().toLowerCase());
  const createdAt = dateOf(zoned(cell('date').trim()), nowMs);
  return {
    url,
    quote,
    text,
    tags: cleanTags(cell('tags').split(',')),
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(colour ? { colour } : {}),
    ...(createdAt === undefined ? {} : { createdAt }),
  };
}

/** A date without a zone is UTC, as it is exported; else the same file would mean other moments on other machines. */
function zoned(date: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(date);
  return match ? `${match[1]}T${match[2]}Z` : date;
}
