/** The list of the library. Only visible rows are rendered, so thousands of rows stay fast. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Entry, Note } from '../../../core/library/records.ts';
import { NoteCard } from '../../parts/notes/NoteCard.tsx';
import { saveNote } from '../../parts/notes/save-note.ts';
import { EntryRow } from './EntryRow.tsx';
import { FoundInside } from './FoundInside.tsx';
import type { LibraryActs } from '../acts.ts';
import { markFound } from './found-words.ts';
import type { Row } from './rows.ts';
import { useVirtual } from './use-virtual.ts';

/** Heights before a row is measured, CSS px. */
const ENTRY_PX = 76;
const NOTE_PX = 96;
/** How long "5 minutes ago" stays as it is, ms. */
const MINUTE_MS = 60_000;

/** Where a person writes in a row. */
const EDITORS = '.note-editor, .entry-editor';

interface Props {
  rows: Row[];
  /** What is searched for: its words are marked. */
  query: string;
  active: number;
  chosen: ReadonlySet<string>;
  editing: string | null;
  acts: LibraryActs;
  onActive: (index: number) => void;
  onChoose: (key: string) => void;
  onEdit: (key: string | null) => void;
  /** The person writes in a row; null once they no longer do. */
  onWrite: (row: Row | null) => void;
}

/** The rows; the active one has the focus of the keys. */
export function List({
  rows,
  query,
  active,
  chosen,
  editing,
  acts,
  onActive,
  onChoose,
  onEdit,
  onWrite,
}: Props): JSX.Element {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const virtual = useVirtual(rows, (row) => ('note' in row ? NOTE_PX : ENTRY_PX), scroller);
  useEffect(() => {
    virtual.scrollTo(active);
  }, [active]);
  // Before the next key: what is typed right after it belongs into the editor.
  useLayoutEffect(() => {
    if (!editing) return;
    scroller?.querySelector<HTMLElement>(`[data-key="${editing}"] [data-act=edit]`)?.click();
    onEdit(null);
  }, [editing]);
  useEffect(() => markFound(scroller, query));
  const insideOf = useInside(acts);
  return (
    <div class="library-scroll" ref={setScroller} tabIndex={-1}>
      <div class="library-rows" role="list" style={{ blockSize: `${virtual.heightPx}px` }}>
        {virtual.rows.map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const on = chosen.has(row.key);
          return (
            <div
              key={key}
              ref={virtual.measure}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              class={`library-row${index === active ? ' library-active' : ''}${on ? ' library-chosen' : ''}`}
              data-index={index}
              data-key={row.key}
              style={{ transform: `translateY(${start}px)` }}
              onFocusIn={({ target }) => {
                onWrite(isEditor(target) ? row : null);
                if (index !== active) onActive(index);
              }}
              onFocusOut={({ relatedTarget }) => {
                // A window that the person turns away from for a moment leaves its editor as it is.
                if (document.hasFocus() && !isEditor(relatedTarget)) onWrite(null);
              }}
              onClick={() => index !== active && onActive(index)}
            >
              <input
                type="checkbox"
                class="library-check"
                checked={on}
                aria-label={t('library_choose', 'note' in row ? row.note.quote.exact.slice(0, 60) : row.entry.title)}
                onChange={() => onChoose(row.key)}
              />
              {insideOf(row)}
              {'isFound' in row && <FoundInside entry={row.entry} query={query} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function isEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(EDITORS) !== null;
}

interface Drawn {
  row: Row;
  minute: number;
  element: JSX.Element;
}

/**
 * The content of a row. The same item gives the same element, so that it is not rendered again for every letter typed
 * or every step scrolled.
 */
function useInside(acts: LibraryActs): (row: Row) => JSX.Element {
  const drawn = useMemo(() => new WeakMap<Entry | Note, Drawn>(), [acts]);
  return (row) => {
    const thing = 'note' in row ? row.note : row.entry;
    const known = drawn.get(thing);
    const now = Date.now();
    const minute = Math.floor(now / MINUTE_MS);
    if (known && known.minute === minute && isSameRow(known.row, row)) return known.element;
    const element = 'note' in row ? noteOf(row, acts, now) : <EntryRow row={row} acts={acts} now={now} />;
    drawn.set(thing, { row, minute, element });
    return element;
  };
}

function isSameRow(a: Row, b: Row): boolean {
  return a.entry === b.entry && ('notes' in a ? 'notes' in b && a.notes === b.notes : 'note' in b && a.note === b.note);
}

function noteOf(row: Extract<Row, { note: Note }>, acts: LibraryActs, now: number): JSX.Element {
  const { entry, note } = row;
  return (
    <ul class="library-note">
      <NoteCard
        note={note}
        state={note.place?.state}
        changedTo={note.place?.now}
        lang={entry.lang}
        source={entry}
        now={now}
        onGo={() => acts.openPage(row)}
        onSave={saveNote}
        onDelete={() => acts.remove([row])}
        onSettle={(text) => acts.settle(note, text)}
        onPlace={() => acts.place(entry, note)}
        choosing={acts.choosingFor(entry, note)}
      />
    </ul>
  );
}
