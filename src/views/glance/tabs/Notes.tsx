/** The notes of the page in front, in the order of its text; those that lost their place stand last. */
import type { JSX } from 'preact';
import { saveNote } from '../../parts/notes/save-note.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Empty } from '../../parts/controls/Empty.tsx';
import { NoteCard } from '../../parts/notes/NoteCard.tsx';
import type { Acts } from '../acts.ts';
import type { FrontPage } from '../front-page.ts';

/** The list, or a sentence on how a note comes to be. */
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
  // The page says in which order they stand; until it has, they keep the order in which they were kept.
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
