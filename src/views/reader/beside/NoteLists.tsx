/**
 * The notes beside the article: in the margin, each beside its passage, where there is room; all of them in a drawer.
 */
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

/** From this width of the window on there is room for a margin; as in reader.css. */
const ROOM = '(min-width: 1400px)';
/** Space between two cards of the margin, px. */
const GAP_PX = 12;
/** Characters of a note that the name of its button tells. */
const FLAG_CHARACTERS = 80;
const NO_NOTES: Note[] = [];

/** What a card may ask. One object for the life of the list, so that no card is redrawn without cause. */
export interface NoteActs {
  go(note: Note): void;
  remove(note: Note): void;
  place(note: Note): void;
  /** Keeps these words alone, of those written at the same time. */
  settle(note: Note, text: string): void;
  /** Where a lost one may belong. */
  choosing(note: Note): Choosing;
}

interface Props {
  notes: Note[];
  states: readonly HighlightState[];
  lang: string | undefined;
  acts: NoteActs;
  /** Set while the drawer is open: to bring a note into the focus, however far down it stands. */
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

/** All notes, in a drawer at the end side. */
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
    if (!row) return; // further down than is drawn yet: looked for again after the next slice
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

/** Whether the window has room for a margin, now and after it was resized. */
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
  /** Whether there is room for whole notes. */
  room: boolean;
  onShow: (id: string) => void;
}

/** Puts the rows of a list beside their passages, each pushed down by the one before where they would meet. */
function putBeside(box: HTMLElement, rangeOf: MarginProps['rangeOf']): void {
  const rows = [...box.querySelectorAll<HTMLElement>('[data-note]')];
  const top = (rows[0]?.offsetParent ?? box).getBoundingClientRect().top;
  // All is measured before anything is moved: one layout, not one a card.
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
 * Notes that say something, each beside its passage; bare highlights are told by their colour alone. Where there is no
 * room for a margin, a small button stands there and opens the note.
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
