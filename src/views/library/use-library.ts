/** What the library page knows: every shelf, and a search that grows while the page is already used. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { allEntries, allNotes, eachArticle, follow } from '../../adapters/reading.ts';
import type { Failure } from '../../core/result.ts';
import { parseQuery } from '../../core/library/query.ts';
import { type Hit, type Search, createSearch } from '../../core/library/search.ts';
import { type Shelf, shelvesOf } from '../../core/library/shelf.ts';

/** The library as it stands. `ready` once every word is in the search. */
export interface Library {
  shelves: Shelf[] | null;
  failure: Failure | null;
  ready: boolean;
  find(query: string): Hit[] | null;
}

/** Records put into the search before the page gets its turn; measured to stay under a frame or two. */
const BATCH = 50;
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Follows the library. */
export function useLibrary(): Library {
  const [shelves, setShelves] = useState<Shelf[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ready, setReady] = useState(false);
  const search = useRef<Search | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const index = createSearch();
    search.current = index;
    const known = new Set<string>();
    const fill = async (all: Shelf[]) => {
      const now = new Set<string>();
      let done = 0;
      for (const { entry, notes } of all) {
        now.add(`e${entry.id}`);
        index.putEntry(entry);
        for (const note of notes) {
          now.add(`n${note.id}`);
          index.putNote(note);
        }
        done += 1 + notes.length;
        if (done < BATCH) continue;
        done = 0;
        await turn();
        if (life.signal.aborted) return;
      }
      for (const key of known) if (!now.has(key)) index.drop(key.startsWith('n') ? 'note' : 'entry', key.slice(1));
      known.clear();
      for (const key of now) known.add(key);
    };
    const fillArticles = async (all: Shelf[]) => {
      const entries = new Map(all.map(({ entry }) => [entry.id, entry]));
      await eachArticle(({ entryId, article }) => {
        const entry = entries.get(entryId);
        if (entry) index.putEntry(entry, article.text);
        return !life.signal.aborted;
      }, 10);
    };
    let whole = false;
    const read = async () => ({ entries: await allEntries(), notes: await allNotes() });
    const seen = async ({ entries, notes }: Awaited<ReturnType<typeof read>>) => {
      if (!entries.ok) return setFailure(entries.error);
      if (!notes.ok) return setFailure(notes.error);
      const all = shelvesOf({ entries: entries.value, notes: notes.value, articles: [] });
      setShelves(all);
      await fill(all);
      if (!whole) {
        whole = true;
        await fillArticles(all);
      }
      if (!life.signal.aborted) setReady(true);
    };
    follow(read, (answer) => void seen(answer), life.signal);
    return () => life.abort();
  }, []);
  return {
    shelves,
    failure,
    ready,
    find(query) {
      if (!query.trim() || !search.current) return null;
      return search.current.find(parseQuery(query));
    },
  };
}
