/** The rows of the list: all that is kept in the chosen order, or what the words find, the best first. */
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
  /** Told the row whose editor opens, null when it closes: meanwhile the row stays where it is. */
  onWrite: (row: Row | null) => void;
}

/** What is written stays where it is, and is not taken away because it no longer says what is searched for. */
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

/** What stands in the list while nothing is searched for. */
function unarchived(shelves: Shelf[]): Shelf[] {
  return shelves.filter(({ entry }) => entry.archivedAt === undefined);
}
