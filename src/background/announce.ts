/** Tells everyone concerned that the library changed: every view, and the open pages whose highlights are meant. */
import { askPage, tell } from '../adapters/browser/channel.ts';
import type { LibraryDatabase } from '../adapters/store/database.ts';
import type { Written } from '../adapters/store/write/write.ts';
import { tabsShowing } from '../adapters/browser/tab-memory.ts';
import { type Result, ok } from '../core/result.ts';
import { highlightsOn } from './highlights-on.ts';

/** What the handlers work with; time and ids come in, so that tests can say them. */
export interface Means {
  db: LibraryDatabase;
  nowMs: () => number;
  newId: () => string;
}

const listeners = new Set<() => void>();

/** Calls back after each change that the person made here. */
export function onAnnounced(heard: () => void): void {
  listeners.add(heard);
}

/** Whom not to tell: the tab that asked, and with `silent` whoever listens for changes made here. */
interface Except {
  tabId?: number | undefined;
  silent?: boolean;
}

/** Unwraps what was written and tells of it; a failure is passed on and nobody told. */
export function announced<T>(db: LibraryDatabase, written: Result<Written<T>>, except: Except = {}): Result<T> {
  if (!written.ok) return written;
  const { value, entryIds } = written.value;
  if (entryIds.length) {
    tell('library.changed', { entryIds });
    // A page that is not told asks anew when it is shown.
    void tellPages(db, entryIds, except.tabId).catch(() => undefined);
    if (!except.silent) for (const heard of listeners) heard();
  }
  return ok(value);
}

async function tellPages(db: LibraryDatabase, entryIds: string[], exceptTab?: number): Promise<void> {
  for (const entry of await db.entries.bulkGet(entryIds)) {
    if (!entry) continue;
    const tabs = await tabsShowing(new Set([entry.urlKey, ...entry.aliases]));
    for (const [tab, key] of tabs) {
      if (tab === exceptTab) continue;
      const highlights = await highlightsOn(db, entry, key);
      void askPage(tab, 'highlights.changed', { highlights });
    }
  }
}
