/** Writes a highlight as a quotation with its source, for a letter or a paper. */
import type { Entry } from '../records.ts';

/** `“words” — Author, “Title”, Site, https://…`; what is not known is left out. `link` is the address to name. */
export function quotationOf(
  note: { quote: { exact: string } },
  source: Pick<Entry, 'title' | 'byline' | 'siteName'> | undefined,
  link: string,
): string {
  const words = note.quote.exact.replace(/\s+/g, ' ').trim();
  const named = source ? [source.byline, source.title && `“${source.title}”`, source.siteName] : [];
  return `“${words}” — ${[...named, link].filter(Boolean).join(', ')}`;
}
