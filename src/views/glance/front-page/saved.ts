/** What the library keeps of one page. */
import type { Entry, Note } from '../../../core/library/records.ts';

/** An entry with its notes in the order of the text; none in the bin. */
export interface Saved {
  entry: Entry;
  notes: Note[];
}

/** The saved entry of the page at an address; null if there is none or the browser does not allow reading. */
export async function savedAt(url: string, canonicalUrl?: string): Promise<Saved | null> {
  // The database is not needed for what a person sees first.
  const { entryOf, notesOf } = await import('../../../adapters/store/read/library.ts');
  const entry = await entryOf(url, canonicalUrl);
  if (!entry.ok || !entry.value) return null;
  const notes = await notesOf(entry.value.id);
  return { entry: entry.value, notes: notes.ok ? notes.value : [] };
}
