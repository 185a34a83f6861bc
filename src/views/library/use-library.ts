/** What the library page knows: every shelf, and a search that grows while the page is already used. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { allEntries, allNotes, follow } from '../../adapters/reading.ts';
import { type LibrarySearch, openSearch } from '../../adapters/searching.ts';
import type { Failure } from '../../core/result.ts';
import type { Hit } from '../../core/library/search.ts';
import { type Shelf, shelvesOf } from '../../core/library/shelf.ts';

/** The library as it stands. `ready` once every word is in the search. */
export interface Library {
  shelves: Shelf[] | null;
  failure: Failure | null;
  ready: boolean;
  /** Counts up whenever the same words may find something else. */
  grown: number;
  find(query: string): Hit[] | null;
}

/** Follows the library. */
export function useLibrary(): Library {
  const [shelves, setShelves] = useState<Shelf[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ready, setReady] = useState(false);
  const [grown, setGrown] = useState(0);
  const search = useRef<LibrarySearch | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const read = async () => ({ entries: await allEntries(), notes: await allNotes() });
    follow(
      read,
      ({ entries, notes }) => {
        if (!entries.ok) return setFailure(entries.error);
        if (!notes.ok) return setFailure(notes.error);
        setShelves(shelvesOf({ entries: entries.value, notes: notes.value, articles: [] }));
        // The list is drawn before the index takes its share of time.
        search.current ??= openSearch(() => {
          setReady(search.current?.stage() === 'all');
          setGrown((times) => times + 1);
        }, life.signal);
      },
      life.signal,
    );
    return () => life.abort();
  }, []);
  return {
    shelves,
    failure,
    ready,
    grown,
    find: (query) => (query.trim() && search.current ? search.current.find(query) : null),
  };
}
