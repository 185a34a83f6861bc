/** Shows notes next to the article: each beside its passage in the margin, or all of them in a drawer. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HighlightState } from '../../../adapters/highlights/highlights.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Note } from '../../../core/library/records.ts';
import { StickyNote } from 'lucide';
import { IconButton } from '../../parts/controls/Button.tsx';
import { DrawerHead } from './DrawerHead.tsx';
import { Empty } from '../../parts/controls/Empty.tsx';
import type { Choosing } from '../../parts/notes/MayBelong.tsx';
import { NoteCard } from '../../parts/notes/NoteCard.tsx';
import { saveNote } from '../../parts/notes/save-note.ts';
import { useSlices } from '../../parts/use-slices.ts';

/** The window is wide enough for a margin of notes. */
const ROOM = '(min-width: 1400px)';
/** Gap between two cards in the margin, in px. */
const GAP_PX = 12;
/** Maximum length of a note button's accessible name, in characters. */
const FLAG_CHARACTERS = 80;
const NO_NOTES: Note[] = [];

/** Actions of a card. The object stays the same for the life of the list, so cards do not re-render needlessly. */
export interface NoteActs {
  go(note: Note): void;
  remove(note: Note): void;
  place(note: Note): void;
  /** Resolves a conflict: keeps this text and drops the other versions. */
  settle(note: Note, text: string): void;
  /** Lets the person choose the passage that a lost note belongs to. */
  choosing(note: Note): Choosing;
}

interface Props {
  notes: Note[];
  states: readonly HighlightState[];
  lang: string | undefined;
  acts: NoteActs;
  /** While the drawer is open: a function that focuses a note, however far down the list it is. */
  drawer: RefObject<((id: string) => void) | null>;
  onClose: () => void;
}

function useCards({ notes, states, lang, acts }: Omit<Props, 'drawer' | 'onClose'>): JSX.Element[] {
  return useMemo(() => {
    const standing = new Map(states.map((state) => [state.id, state]));
    const now = Date.now();
    return notes.map((note) => (
      <NoteCard
        key={note.id}
        note={note}
        state={standing.get(note.id)?.state}
        changedTo={standing.get(note.id)?.now}
        lang={lang}
        now={now}
        onGo={() => acts.go(note)}
        onSave={saveNote}
        onDelete={() => acts.remove(note)}
        onSettle={(text) => acts.settle(note, text)}
        choosing={acts.choosing(note)}
        onPlace={() => acts.place(note)}
      />
    ));
  }, [notes, states, lang, acts]);
}

/** All notes, in a drawer at the inline end. */
export function NoteDrawer({ drawer, onClose, ...props }: Props): JSX.Element {
  const cards = useCards(props);
  const amount = useSlices(cards.length);
  const [wanted, setWanted] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    drawer.current = setWanted;
    return () => {
      drawer.current = null;
    };
  }, []);
  useEffect(() => {
    const row = wanted && list.current?.querySelector<HTMLElement>(`[data-note="${wanted}"] [data-row]`);
    if (!row) return; // not rendered yet: tried again after the next slice
    row.focus();
    setWanted(null);
  }, [wanted, amount]);
  return (
    <aside class="reader-notes" aria-label={t('glance_notes')}>
      <DrawerHead name={t('glance_notes')} onClose={onClose} />
      {cards.length === 0 ? (
        <Empty sentence={t('reader_no_notes')} />
      ) : (
        <ul class="notes" ref={list}>
          {cards.slice(0, amount)}
        </ul>
      )}
    </aside>
  );
}

/** Whether the window has room for a margin; updates when it is resized. */
export function useRoom(): boolean {
  const [room, setRoom] = useState(() => matchMedia(ROOM).matches);
  useEffect(() => {
    const query = matchMedia(ROOM);
    const changed = () => setRoom(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return room;
}

interface MarginProps extends Omit<Props, 'drawer' | 'onClose'> {
  body: HTMLElement;
  rangeOf: (id: string) => Range | null;
  /** Whether whole notes fit in the margin. */
  room: boolean;
  onShow: (id: string) => void;
}

/** Positions each row of a list beside its passage, or below the previous row where the two would overlap. */
function putBeside(box: HTMLElement, rangeOf: MarginProps['rangeOf']): void {
  const rows = [...box.querySelectorAll<HTMLElement>('[data-note]')];
  const top = (rows[0]?.offsetParent ?? box).getBoundingClientRect().top;
  // Measure everything before moving anything, so there is one layout instead of one for each card.
  const places = rows.map((row) => ({
    row,
    want: rangeOf(row.dataset['note'] ?? '')?.getBoundingClientRect().top ?? null,
    height: row.offsetHeight,
  }));
  let free = 0;
  for (const { row, want, height } of places) {
    const at = Math.max(free, want === null ? free : want - top);
    row.style.insetBlockStart = `${at}px`;
    free = at + height + GAP_PX;
  }
}

/**
 * Shows notes with text or tags, each beside its passage; plain highlights have only their colour. Where a margin does
 * not fit, each note is a small button that opens it in the drawer.
 */
export function NoteMargin({ body, rangeOf, room, onShow, ...props }: MarginProps): JSX.Element | null {
  const list = useRef<HTMLUListElement>(null);
  const said = useMemo(
    () => props.notes.filter(({ text, alts, tags }) => text || tags.length || Object.keys(alts).length),
    [props.notes],
  );
  const cards = useCards({ ...props, notes: room ? said : NO_NOTES });
  useLayoutEffect(() => {
    const put = () => list.current && putBeside(list.current, rangeOf);
    put();
    const watch = new ResizeObserver(put);
    watch.observe(body);
    for (const row of list.current?.children ?? []) watch.observe(row);
    return () => watch.disconnect();
  }, [cards, said, body, props.states]);
  if (said.length === 0) return null;
  const flags = said.map((note) => (
    <li key={note.id} class="note-flag" data-note={note.id}>
      <IconButton
        icon={StickyNote}
        name={`${t('glance_notes')}: ${note.text || note.quote.exact}`.slice(0, FLAG_CHARACTERS)}
        onClick={() => onShow(note.id)}
      />
    </li>
  ));
  return (
    <aside class={room ? 'reader-margin' : 'reader-margin reader-flags'} aria-label={t('glance_notes')}>
      <ul ref={list}>{room ? cards : flags}</ul>
    </aside>
  );
}
