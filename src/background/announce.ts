/** Announces changes of the library: to every view, and to the open pages whose highlights changed. */
import { askPage, tell } from '../adapters/browser/channel.ts';
import type { LibraryDatabase } from '../adapters/store/database.ts';
import type { Written } from '../adapters/store/write/write.ts';
import { rememberedTabs } from '../adapters/browser/tab-memory.ts';
import { type Result, ok } from '../core/result.ts';
import { highlightsOn } from './highlights-on.ts';

/** What the handlers need; time and ids are passed in, so that tests control them. */
export interface Dependencies {
  db: LibraryDatabase;
  nowMs: () => number;
  newId: () => string;
}

const listeners = new Set<() => void>();

/** Calls back after each change that the person made here. */
export function onAnnounced(heard: () => void): void {
  listeners.add(heard);
}

/** Who is not told: the tab that asked, and with `silent` the listeners of `onAnnounced`. */
interface Except {
  tabId?: number | undefined;
  silent?: boolean;
}

/** Unwraps the result of a write and announces it; a failure is passed on without an announcement. */
export function announced<T>(db: LibraryDatabase, written: Result<Written<T>>, except: Except = {}): Result<T> {
  if (!written.ok) return written;
  const { value, entryIds } = written.value;
  if (entryIds.length) {
    tell('library.changed', { entryIds });
    // A page that is not told asks again when it is shown.
    void tellPages(db, entryIds, except.tabId).catch(() => undefined);
    if (!except.silent) for (const heard of listeners) heard();
  }
  return ok(value);
}

async function tellPages(db: LibraryDatabase, entryIds: string[], exceptTab?: number): Promise<void> {
  const changed = new Set(entryIds);
  const tabs = (await rememberedTabs()).filter(([tab]) => tab !== exceptTab);
  const keys = [...new Set(tabs.map(([, key]) => key))];
  if (!keys.length) return;
  const [byKey, byAlias] = await Promise.all([
    db.entries.where('urlKey').anyOf(keys).toArray(),
    db.entries.where('aliases').anyOf(keys).distinct().toArray(),
  ]);
  const shown = new Map([...byKey, ...byAlias].map((entry) => [entry.id, entry]));
  for (const entry of shown.values()) {
    if (!changed.has(entry.id)) continue;
    const own = new Set([entry.urlKey, ...entry.aliases]);
    for (const [tab, key] of tabs) {
      if (own.has(key)) void askPage(tab, 'highlights.changed', { highlights: await highlightsOn(db, entry, key) });
    }
  }
}
