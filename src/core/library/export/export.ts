/** The formats in which a library leaves, and the files of each. */
import { ankiOf } from './anki.ts';
import { csvOf } from './csv.ts';
import { createNames, fileName } from './file-name.ts';
import { htmlOf } from './html.ts';
import { annotationPageOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { plainTextOf } from './text.ts';
import type { Records } from '../records.ts';
import { type Shelf, shelvesOf } from '../shelf.ts';

/** Every format, in the order of a menu. */
export const EXPORT_FORMATS = ['markdown', 'json', 'html', 'csv', 'anki', 'text'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** One file of an export. */
export interface ExportedFile {
  name: string;
  type: string;
  text: string;
}

/**
 * The files of an export: one, but for Markdown one of each article (to be zipped, or dropped into a vault, by the
 * caller). What lies in the bin is left out. `records.articles` may be empty: only HTML shows them, and only JSON
 * carries them.
 */
export function exportFiles(format: ExportFormat, records: Records, nowMs: number): ExportedFile[] {
  const shelves = shelvesOf(records);
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const only = shelves.length === 1 ? shelves[0] : undefined;
  const name = only ? fileName(only.entry.title) : `lede-${day}`;
  switch (format) {
    case 'markdown':
      return named(shelves).map(([file, shelf]) => ({
        name: `${file}.md`,
        type: 'text/markdown',
        text: markdownOf(shelf),
      }));
    case 'json':
      return [{ name: `${name}.jsonld`, type: 'application/ld+json', text: annotationPageOf(shelves, nowMs) }];
    case 'html':
      return [{ name: `${name}.html`, type: 'text/html', text: htmlOf(shelves) }];
    case 'csv':
      return [{ name: `${name}.csv`, type: 'text/csv', text: csvOf(shelves) }];
    case 'anki':
      return [{ name: `${name}.txt`, type: 'text/plain', text: ankiOf(shelves) }];
    case 'text':
      return [{ name: `${name}.txt`, type: 'text/plain', text: plainTextOf(shelves) }];
  }
}

/** Each shelf under a name of its own. */
function named(shelves: readonly Shelf[]): [string, Shelf][] {
  const nameOf = createNames();
  return shelves.map((shelf) => [nameOf(shelf.entry.title), shelf]);
}
