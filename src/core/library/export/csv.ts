/**
 * Writes notes as a table with the columns that Readwise imports, and reads nothing into cells that a spreadsheet would
 * run.
 */
import Papa from 'papaparse';
import type { Shelf } from '../shelf.ts';

/** The columns of Readwise's import (Highlight … Date), then two of ours that it leaves alone. */
export const CSV_COLUMNS = [
  'Highlight',
  'Title',
  'Author',
  'URL',
  'Note',
  'Location',
  'Date',
  'Tags',
  'Color',
] as const;

/**
 * A cell that a spreadsheet would take for a formula, in letters of half and full width: it gets one more apostrophe,
 * which `plainCell` takes away.
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
/**
 * The place of that apostrophe behind what another program may take for the end of a cell; a dash before a space is an
 * item of a list. What follows is looked at before what precedes, so that a cell of nothing but line ends takes linear
 * time.
 */
const INNER = /(?<!')(?='*(?:[=@＝＠]|[+\-＋－](?! )))(?<=[;\t\r\n|]\s*)/g;
const GUARDED = /(?<!')'(?='*(?:[=@＝＠]|[+\-＋－](?! )))(?<=[;\t\r\n|]\s*')/g;

/**
 * All notes as CSV (RFC 4180, with a byte-order mark so that spreadsheets read it as UTF-8). Concurrent texts of a note
 * follow one another.
 */
export function csvOf(shelves: readonly Shelf[]): string {
  const rows = shelves.flatMap(({ entry, notes }) =>
    notes.map(({ quote, url, text, alts, tags, colour, createdAt }) => [
      ...[
        quote.exact,
        entry.title,
        entry.byline ?? '',
        url,
        [text, ...Object.values(alts)].filter(Boolean).join('\n\n'),
      ],
      ...[String(quote.start), timeOf(createdAt), tags.map((tag) => tag.replaceAll(',', ' ')).join(', '), colour],
    ]),
  );
  const guarded = rows.map((row) => row.map(guardedCell));
  return `\uFEFF${Papa.unparse({ fields: [...CSV_COLUMNS], data: guarded }, { newline: '\r\n' })}\r\n`;
}

function guardedCell(cell: string): string {
  const inner = cell.replace(INNER, "'");
  return FORMULA.test(inner) ? `'${inner}` : inner;
}

/** A cell as it was before it was guarded. */
export function plainCell(cell: string): string {
  const inner = cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
  return inner.replace(GUARDED, '');
}

/** `2026-01-31 13:45:00`, UTC. */
function timeOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
