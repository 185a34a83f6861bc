/** The rows of the list: everything in the chosen order, or the search results, best first. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { language } from '../../../adapters/i18n/sentences.ts';
import type { Hit } from '../../../core/library/search/search.ts';
import type { Shelf } from '../../../core/library/shelf.ts';
import { type Row, type Sort, rowsOf } from '../list/rows.ts';
import type { Library } from './use-library.ts';

/** The rows and their order. */
export interface Rows {
  rows: Row[];
  /** How many of the rows are articles. */
  entries: number;
  /** Whether words are searched for. */
  isSearch: boolean;
  sort: Sort;
  setSort: (sort: Sort) => void;
  /** Called with the row whose editor opens, and with null when it closes: in between the row stays where it is. */
  onWrite: (row: Row | null) => void;
}

/** A row being edited stays in place, even if it no longer matches the search. */
export function useRows(library: Library, query: string): Rows {
  const [sort, setSort] = useState<Sort>('changed');
  const [writing, setWriting] = useState(false);
  const held = useRef(new Map<string, Shelf>());
  const found = useRef<Hit[] | null>(null);
  const hits = useMemo(
    () => (writing ? found.current : (found.current = library.find(query))),
    [query, library.shelves, library.grown, writing],
  );
  // All rows are made once, not every time that the words are taken away.
  const all = useMemo(
    () => rowsOf(unarchived(library.shelves ?? []), null, sort, language(), held.current),
    [library.shelves, sort],
  );
  const rows = useMemo(
    () => (hits ? rowsOf(library.shelves ?? [], hits, 'best', language()) : all),
    [library.shelves, hits, all],
  );
  const entries = useMemo(() => rows.filter((one) => !('note' in one)).length, [rows]);
  return {
    rows,
    entries,
    sort,
    isSearch: hits !== null,
    setSort: (chosen) => {
      held.current.clear();
      setSort(chosen);
    },
    onWrite: (written) => {
      setWriting(written !== null);
      const shelf = library.shelves?.find(({ entry }) => entry.id === written?.entry.id);
      if (shelf && !held.current.has(shelf.entry.id)) held.current.set(shelf.entry.id, shelf);
    },
  };
}

/** The rows of the list without a search. */
function unarchived(shelves: Shelf[]): Shelf[] {
  return shelves.filter(({ entry }) => entry.archivedAt === undefined);
}
