/** The keys of the library. */
import type { KeyLine } from '../parts/keys.ts';

interface Does {
  move: (by: 1 | -1) => void;
  open: () => void;
  openPage: () => void;
  choose: () => void;
  edit: () => void;
  read: () => void;
  favourite: () => void;
  archive: () => void;
  remove: () => void;
  undo: () => void;
  redo: () => void;
  search: () => void;
  sheet: () => void;
  clear: () => void;
}

const did = (run: () => void) => () => {
  run();
  return true;
};

/** The table; Enter and the arrows belong to a button, a menu or a field while one of them has the focus. */
export function libraryKeys(does: Does): KeyLine[] {
  const free = (run: () => void) => () => {
    if (document.activeElement?.closest('button, [role=menu], summary, a')) return false;
    run();
    return true;
  };
  return [
    { keys: ['j', 'ArrowDown'], says: 'library_key_down', run: did(() => does.move(1)) },
    { keys: ['k', 'ArrowUp'], says: 'library_key_up', run: did(() => does.move(-1)) },
    { keys: ['Enter'], says: 'library_key_open', run: free(does.open) },
    { keys: ['o'], says: 'library_key_page', run: did(does.openPage) },
    { keys: ['x'], says: 'library_key_choose', run: did(does.choose) },
    { keys: ['e'], says: 'library_key_edit', run: did(does.edit) },
    { keys: ['r'], says: 'library_key_read', run: did(does.read) },
    { keys: ['f'], says: 'library_favourite', run: did(does.favourite) },
    { keys: ['a'], says: 'library_archive', run: did(does.archive) },
    { keys: ['Delete', '#'], says: 'library_key_delete', run: did(does.remove) },
    { keys: ['u'], says: 'library_key_undo', run: did(does.undo) },
    { keys: ['U'], says: 'library_key_redo', run: did(does.redo) },
    { keys: ['/'], says: 'library_key_search', run: did(does.search) },
    { keys: ['Escape'], says: 'library_key_clear', run: did(does.clear) },
    { keys: ['?'], says: 'library_key_keys', run: did(does.sheet) },
  ];
}
