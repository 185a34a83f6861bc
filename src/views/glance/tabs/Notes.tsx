/** The notes of the active page, in text order; notes that were not found come last. */
import type { JSX } from 'preact';
import { saveNote } from '../../parts/notes/save-note.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Empty } from '../../parts/controls/Empty.tsx';
import { NoteCard } from '../../parts/notes/NoteCard.tsx';
import type { Acts } from '../acts/acts.ts';
import type { FrontPage } from '../front-page/state.ts';

/** The list, or a sentence that explains how to make a note. */
export function Notes({
  page,
  acts,
  now,
  edits,
}: {
  page: FrontPage;
  acts: Acts;
  now: number;
  /** The id of the note that opens with its editor. */
  edits?: string | null;
}): JSX.Element {
  const { saved, standings, glimpse } = page;
  if (!saved || saved.notes.length === 0) return <Empty sentence={t('glance_no_notes')} />;
  const standing = new Map(standings.map((one) => [one.id, one]));
  // The page reports their order; until then they are in the order in which they were saved.
  const order = new Map(standings.map(({ id }, index) => [id, index]));
  const notes = saved.notes.toSorted((a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity));
  return (
    <ul class="notes">
      {notes.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          state={standing.get(note.id)?.state}
          changedTo={standing.get(note.id)?.now}
          lang={glimpse?.lang ?? saved.entry.lang}
          source={saved.entry}
          now={now}
          onGo={() => acts.goToNote(note)}
          onSave={saveNote}
          onDelete={() => acts.deleteNote(note)}
          onSettle={(text) => acts.settleNote(note, text)}
          onPlace={() => acts.placeNote(note)}
          choosing={acts.choosingFor(note)}
          startsEditing={note.id === edits}
        />
      ))}
    </ul>
  );
}
