/**
 * The data of the library page: the latest shelves at once, then all of them, and a search index that grows while the
 * page is in use.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { followChanges } from '../../../adapters/store/read/changes.ts';
import { type LibrarySearch, openSearch } from '../../../adapters/store/read/searching.ts';
import { everyShelf, latestShelves, shelvesOfEntries } from '../../../adapters/store/read/shelves.ts';
import { parseQuery } from '../../../core/library/search/query.ts';
import { scan } from '../../../core/library/search/scan.ts';
import type { Failure, Result } from '../../../core/result.ts';
import type { Hit } from '../../../core/library/search/search.ts';
import { type Shelf, addedLast } from '../../../core/library/shelf.ts';

/**
 * Entries that changed at once from which on drawing them counts as work, and from which on everything is read again.
 */
const FEW = 5;
const MANY = 400;
/** Hits shown while the search is not yet there. */
const FIRST_HITS = 200;

/** The current library. */
export interface Library {
  /** The shelves read so far; all of them once `whole` is true. */
  shelves: Shelf[] | null;
  whole: boolean;
  /** How many there are in all. */
  total: number;
  failure: Failure | null;
  /** Once every word is in the search. */
  ready: boolean;
  /** Increases whenever the same query may have different results. */
  grown: number;
  find(query: string): Hit[] | null;
}

/** When the browser has drawn, or would not (a page in the background), after this long, ms. */
const DRAWN_MOST_MS = 300;
const drawn = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, DRAWN_MOST_MS);
  });

type Held = Pick<Library, 'shelves' | 'whole' | 'total'>;

/** Follows the library. */
export function useLibrary(): Library {
  const [held, setHeld] = useState<Held>({ shelves: null, whole: false, total: 0 });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [ready, setReady] = useState(false);
  const [grown, setGrown] = useState(0);
  const search = useRef<LibrarySearch | null>(null);
  useEffect(() => {
    const life = new AbortController();
    let all: Shelf[] | null = null;
    const missed = new Set<string>();
    const taken = <T>(read: Result<T>): T | null => {
      if (!read.ok && !life.signal.aborted) setFailure(read.error);
      return read.ok && !life.signal.aborted ? read.value : null;
    };
    const show = (shelves: Shelf[]) => {
      all = shelves;
      setHeld({ shelves, whole: true, total: shelves.length });
      // The list is drawn before the index takes its share of time.
      search.current ??= openSearch(
        () => {
          setReady(search.current?.stage() === 'all');
          setGrown((times) => times + 1);
        },
        life.signal,
        undefined,
        {
          entries: shelves.map(({ entry }) => entry),
          notes: shelves.flatMap(({ notes }) => notes),
          changed: [...missed],
        },
      );
    };
    const readAll = async () => {
      const shelves = taken(await everyShelf(life.signal));
      if (shelves) show(shelves);
    };
    const readChanged = async () => {
      const ids = [...missed];
      missed.clear();
      if (ids.length > MANY) return readAll();
      const fresh = ids.length ? taken(await shelvesOfEntries(ids)) : null;
      if (!fresh || !all) return;
      const changed = new Set(ids);
      const others = all.filter(({ entry }) => !changed.has(entry.id));
      show([...others, ...fresh].toSorted((a, b) => addedLast(a.entry, b.entry)));
    };
    /** Reads one after the other, so an older result never replaces a newer one. */
    let turn: Promise<unknown> = latestShelves().then((latest) => {
      const first = taken(latest);
      if (first) setHeld({ ...first, whole: first.shelves.length === first.total });
    });
    turn = turn.then(drawn).then(readAll).then(readChanged);
    followChanges(
      async (entryIds) => {
        await (turn = turn.then(readChanged));
        if (entryIds.length > FEW) await drawn();
      },
      life.signal,
      // At once: the search opens with the changes until then, and follows later ones itself.
      (entryIds) => entryIds.forEach((id) => missed.add(id)),
    );
    return () => life.abort();
  }, []);
  const find = (query: string) => {
    if (!query.trim()) return null;
    if (search.current) return search.current.find(query);
    const things = (held.shelves ?? []).flatMap(({ entry, notes }) => [
      { entry },
      ...notes.map((note) => ({ entry, note })),
    ]);
    return scan(things, parseQuery(query), FIRST_HITS);
  };
  return { ...held, failure, ready, grown, find };
}
