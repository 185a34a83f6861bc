/** The list of the library: rows in sight alone are drawn, so that thousands stay light. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../adapters/words.ts';
import { NoteCard } from '../parts/NoteCard.tsx';
import { saveNote } from '../parts/save-note.ts';
import { EntryRow } from './EntryRow.tsx';
import type { LibraryActs } from './acts.ts';
import type { Row } from './rows.ts';
import { useVirtual } from './use-virtual.ts';

/** Heights before a row is measured, CSS px. */
const ENTRY_PX = 76;
const NOTE_PX = 96;

interface Props {
  rows: Row[];
  active: number;
  chosen: ReadonlySet<string>;
  editing: string | null;
  acts: LibraryActs;
  onActive: (index: number) => void;
  onChoose: (key: string) => void;
  onEdit: (key: string | null) => void;
}

/** The rows; the active one has the focus of the keys. */
export function List({ rows, active, chosen, editing, acts, onActive, onChoose, onEdit }: Props): JSX.Element {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const virtual = useVirtual(
    rows.length,
    (index) => rows[index]?.key ?? index.toString(),
    (index) => (rows[index] && 'note' in rows[index] ? NOTE_PX : ENTRY_PX),
    scroller,
  );
  useEffect(() => {
    virtual.scrollTo(active);
  }, [active]);
  useEffect(() => {
    if (!editing) return;
    scroller?.querySelector<HTMLElement>(`[data-key="${editing}"] [data-act=edit]`)?.click();
    onEdit(null);
  }, [editing]);
  const now = Date.now();
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
              onFocusIn={() => index !== active && onActive(index)}
              onClick={() => index !== active && onActive(index)}
            >
              <input
                type="checkbox"
                class="library-check"
                checked={on}
                aria-label={t('library_choose', 'note' in row ? row.note.quote.exact.slice(0, 60) : row.entry.title)}
                onChange={() => onChoose(row.key)}
              />
              {'note' in row ? (
                <ul class="library-note">
                  <NoteCard
                    note={row.note}
                    state={row.note.place?.state}
                    changedTo={row.note.place?.now}
                    lang={row.entry.lang}
                    now={now}
                    onGo={() => acts.openPage(row)}
                    onSave={saveNote}
                    onDelete={() => acts.remove([row])}
                    onSettle={(text) => acts.settle(row.note, text)}
                    onPlace={() => acts.place(row.entry, row.note)}
                    choosing={acts.choosingFor(row.entry, row.note)}
                  />
                </ul>
              ) : (
                <EntryRow row={row} acts={acts} now={now} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
