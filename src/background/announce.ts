/** Tells everyone concerned that the library changed: every view, and the open pages whose highlights are meant. */
import { askPage, tell } from '../adapters/channel.ts';
import type { LibraryDatabase } from '../adapters/database.ts';
import type { Written } from '../adapters/database-write.ts';
import { tabsShowing } from '../adapters/tab-memory.ts';
import type { Note } from '../core/library/records.ts';
import { type Result, ok } from '../core/result.ts';
import type { PageHighlight } from '../messages.ts';

/** What the handlers work with; time and ids come in, so that tests can say them. */
export interface Means {
  db: LibraryDatabase;
  nowMs: () => number;
  newId: () => string;
}

/** What a page learns of a note: never its words. */
export function highlightOf({ id, quote, colour }: Note): PageHighlight {
  return { id, quote, colour };
}

/** The highlights of an entry in the order of the text, without those in the bin. */
export async function highlightsOf(db: LibraryDatabase, entryId: string): Promise<PageHighlight[]> {
  const notes = await db.notes.where('entryId').equals(entryId).toArray();
  return notes
    .filter((note) => note.deletedAt === undefined)
    .toSorted((a, b) => a.quote.start - b.quote.start)
    .map(highlightOf);
}

/** Unwraps what was written and tells of it; a failure is passed on and nobody told. */
export function announced<T>(db: LibraryDatabase, written: Result<Written<T>>, exceptTab?: number): Result<T> {
  if (!written.ok) return written;
  const { value, entryIds } = written.value;
  if (entryIds.length) {
    tell('library.changed', { entryIds });
    void tellPages(db, entryIds, exceptTab).catch(() => undefined); // a page that is not told asks anew when it is shown
  }
  return ok(value);
}

async function tellPages(db: LibraryDatabase, entryIds: string[], exceptTab?: number): Promise<void> {
  for (const entry of await db.entries.bulkGet(entryIds)) {
    if (!entry) continue;
    const tabs = await tabsShowing(new Set([entry.urlKey, ...entry.aliases]));
    if (!tabs.length) continue;
    const highlights = await highlightsOf(db, entry.id);
    for (const tab of tabs) if (tab !== exceptTab) void askPage(tab, 'highlights.changed', { highlights });
  }
}
