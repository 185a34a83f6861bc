/** The keys of the reader, as its sheet lists them. */
import type { KeyLine } from '../parts/keys.ts';
import type { Drawer } from './ReaderBar.tsx';
import type { ReadAloud } from './listening/read-aloud.ts';
import type { Sheet } from './ReaderSheets.tsx';

interface Given {
  drawer: Drawer;
  setDrawer: (drawer: Drawer) => void;
  sheet: Sheet;
  setSheet: (sheet: Sheet) => void;
  openAppearance: () => void;
  voice: ReadAloud;
  /** Whether the bar of the voice is open. */
  listens: boolean;
  listen: () => void;
  save: (() => void) | null;
}

/** The lines; a key that does nothing now is left to the browser. */
export function readerKeys(given: Given): KeyLine[] {
  const { drawer, setDrawer, sheet, setSheet, openAppearance, voice, listens, listen, save } = given;
  const did = (run: () => void) => () => {
    run();
    return true;
  };
  const toggle = (one: Drawer) => did(() => setDrawer(drawer === one ? null : one));
  const step = (by: 1 | -1) => () => listens && did(() => voice.step(by))();
  /** Closes what was opened last; false where nothing is open. */
  const close = (): boolean => {
    if (sheet !== null) setSheet(null);
    else if (drawer !== null) setDrawer(null);
    else return false;
    return true;
  };
  return [
    { keys: ['o'], says: 'reader_key_outline', run: toggle('outline') },
    { keys: ['n'], says: 'reader_key_notes', run: toggle('notes') },
    { keys: ['a'], says: 'reader_key_appearance', run: did(openAppearance) },
    { keys: ['l'], says: 'reader_key_listen', run: did(() => (voice.saying === null ? listen() : voice.pause())) },
    { keys: ['.'], says: 'reader_key_ahead', run: step(1) },
    { keys: [','], says: 'reader_key_back', run: step(-1) },
    { keys: ['/'], says: 'reader_find', run: did(() => setSheet('find')) },
    { keys: ['s'], says: 'command_save', run: () => save !== null && did(save)() },
    { keys: ['p'], says: 'reader_key_print', run: did(() => print()) },
    { keys: ['h'], says: 'reader_key_highlight' },
    { keys: ['?'], says: 'reader_key_keys', run: did(() => setSheet('keys')) },
    { keys: ['Escape'], says: 'reader_key_escape', run: close },
  ];
}
