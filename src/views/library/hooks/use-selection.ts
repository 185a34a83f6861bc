/** The selected rows, the active row, the edited row, and the keys. */
import { useEffect, useState } from 'preact/hooks';
import type { Mark } from '../../../core/library/records.ts';
import { type KeyLine, useKeys } from '../../parts/keys.ts';
import type { LibraryActs } from '../acts.ts';
import { libraryKeys } from '../keys.ts';
import type { Row } from '../list/rows.ts';

/** The selection, and how it is changed. */
export interface Selection {
  chosen: ReadonlySet<string>;
  chosenRows: Row[];
  choose: (key: string) => void;
  clear: () => void;
  active: number;
  setActive: (at: number) => void;
  /** The key of the row with an open editor. */
  editing: string | null;
  setEditing: (key: string | null) => void;
  /** True until keys or the pointer are used: until then the first row is not shown as active. */
  isFresh: boolean;
  keys: KeyLine[];
}

/** Answers the keys too; `onSheet` opens their list. */
export function useSelection(rows: Row[], acts: LibraryActs, onSheet: () => void): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setActive] = useState(0);
  // Where the last rows were deleted, the last that is left.
  const active = Math.max(0, Math.min(wanted, rows.length - 1));
  const [editing, setEditing] = useState<string | null>(null);
  const isFresh = useFresh();
  const choose = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const clear = () => setChosen(new Set());
  const chosenRows = chosen.size ? rows.filter(({ key }) => chosen.has(key)) : [];
  const row: Row | undefined = rows[active];
  const meant = chosenRows.length ? chosenRows : row ? [row] : [];
  const mark = (as: Mark) => {
    const isNew = meant.some(({ entry }) => entry[as] === undefined);
    if (meant.length) acts.mark(meant, as, isNew);
  };
  const keys = libraryKeys({
    move: (by) => setActive(Math.max(0, Math.min(rows.length - 1, active + by))),
    open: () => row && acts.open(row),
    openPage: () => row && acts.openPage(row),
    choose: () => row && choose(row.key),
    edit: () => row && setEditing(row.key),
    read: () => mark('readAt'),
    favourite: () => mark('favouriteAt'),
    archive: () => mark('archivedAt'),
    remove: () => acts.remove(meant),
    undo: () => void acts.undo(),
    redo: () => void acts.redo(),
    search: () => document.querySelector<HTMLElement>('.library-search')?.focus(),
    sheet: onSheet,
    clear,
  });
  useKeys(keys);
  return { chosen, chosenRows, choose, clear, active, setActive, editing, setEditing, isFresh, keys };
}

function useFresh(): boolean {
  const [isFresh, setFresh] = useState(true);
  useEffect(() => {
    const life = new AbortController();
    const used = () => setFresh(false);
    // Not as a key goes down: redrawing in between would put the keys' own listener out of this event.
    for (const kind of ['keyup', 'pointerup'])
      document.addEventListener(kind, used, { once: true, signal: life.signal });
    return () => life.abort();
  }, []);
  return isFresh;
}
