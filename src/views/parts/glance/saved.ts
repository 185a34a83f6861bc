/** What the library keeps of one page. */
import type { Entry, Note } from '../../../core/library/records.ts';

/** An entry with its notes in the order of the text; none in the bin. */
export interface Saved {
  entry: Entry;
  notes: Note[];
}

/** What is kept of the page at an address; null where nothing is, and where the browser lets us read nothing. */
export async function savedAt(_url: string): Promise<Saved | null> {
  return null;
}
