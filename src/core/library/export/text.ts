/** Writes notes as plain text for any reader and any printer. */
import type { Shelf } from '../shelf.ts';

/** All shelves as text: title, address, then each quote between quotation marks with what the person wrote below it. */
export function plainTextOf(shelves: readonly Shelf[]): string {
  return shelves.map(oneShelf).join(`\n\n${'-'.repeat(40)}\n\n`) + '\n';
}

function oneShelf({ entry, notes }: Shelf): string {
  const head = [entry.title, [entry.byline, entry.siteName, entry.publishedTime].filter(Boolean).join(', '), entry.url];
  const tags = entry.tags.length ? [entry.tags.join(', ')] : [];
  const marks = notes.map(({ quote, text, alts, tags: own }) =>
    [`“${quote.exact}”`, text, ...Object.values(alts), own.join(', ')].filter(Boolean).join('\n'),
  );
  return [[...head, ...tags].filter(Boolean).join('\n'), ...marks].join('\n\n');
}
