/** The export formats of a library, and the files of each, written in pieces. */
import type { KeptArticle, Records } from '../records.ts';
import { type Shelf, shelvesOf } from '../shelf.ts';
import { ankiOf } from './anki.ts';
import { csvOf } from './csv.ts';
import { createNames, fileName } from './file-name.ts';
import { htmlParts } from './html.ts';
import { annotationParts } from './json.ts';
import { markdownOf } from './markdown.ts';
import { plainTextOf } from './text.ts';

/** Every format, in the order of a menu. */
export const EXPORT_FORMATS = ['markdown', 'json', 'html', 'csv', 'anki', 'text'] as const;
/** The name of an export format. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * One file of an export. Its text is its parts one after the other; thousands of articles are longer than one string
 * may be.
 */
export interface ExportedFile {
  name: string;
  type: string;
  parts: () => AsyncIterable<string> | Iterable<string>;
  /** About how many parts there are. */
  steps: number;
}

/** Reads the kept articles of some entries, in any order; those that have none are left out. */
export type ReadArticles = (entryIds: readonly string[]) => Promise<KeptArticle[]>;

/** Articles read and written at once. */
const BATCH = 20;

/**
 * The files of an export: one, or with Markdown one for each article (for the caller to zip). What is in the bin is
 * left out. `readArticles` is called while the parts are read: HTML shows articles, JSON carries them.
 */
export function exportFiles(
  format: ExportFormat,
  records: Pick<Records, 'entries' | 'notes'>,
  readArticles: ReadArticles,
  nowMs: number,
): ExportedFile[] {
  const shelves = shelvesOf({ ...records, articles: [] });
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const only = shelves.length === 1 ? shelves[0] : undefined;
  const name = only ? fileName(only.entry.title) : `lede-${day}`;
  const batches = Math.ceil(shelves.length / BATCH) + 1;
  const whole = (ending: string, type: string, text: (shelves: readonly Shelf[]) => string): ExportedFile[] => [
    { name: `${name}.${ending}`, type, steps: 1, parts: () => [text(shelves)] },
  ];
  switch (format) {
    case 'markdown':
      return named(shelves).map(([file, shelf]) => ({
        ...{ name: `${file}.md`, type: 'text/markdown', steps: 1 },
        parts: () => [markdownOf(shelf)],
      }));
    case 'json': {
      const parts = () => annotationParts(shelves, readArticles, { nowMs, batch: BATCH });
      return [{ name: `${name}.jsonld`, type: 'application/ld+json', steps: batches * 3, parts }];
    }
    case 'html': {
      const parts = () => htmlParts(shelves, readArticles, BATCH);
      return [{ name: `${name}.html`, type: 'text/html', steps: batches, parts }];
    }
    case 'csv':
      return whole('csv', 'text/csv', csvOf);
    case 'anki':
      return whole('anki.txt', 'text/plain', ankiOf); // plain text has .txt too
    case 'text':
      return whole('txt', 'text/plain', plainTextOf);
  }
}

/** Each shelf with a unique file name. */
function named(shelves: readonly Shelf[]): [string, Shelf][] {
  const nameOf = createNames();
  return shelves.map((shelf) => [nameOf(shelf.entry.title), shelf]);
}
