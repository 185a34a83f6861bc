/** Actions of popup and panel on highlights and notes of the page in front. */
import { ask, askPage } from '../../../adapters/browser/channel.ts';
import { readSettings } from '../../../adapters/browser/settings.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Note } from '../../../core/library/records.ts';
import type { Choosing } from '../../parts/notes/MayBelong.tsx';
import { settleAndSay } from '../../parts/notes/save-note.ts';
import type { Acting } from './acting.ts';

/** Positions in the article's text. */
export type Range = { start: number; end: number };

/** What a person can do with highlights and notes. */
export interface NoteActs {
  highlight: (range: Range) => void;
  highlightSelection: () => void;
  goToNote: (note: Note) => void;
  deleteNote: (note: Note) => void;
  placeNote: (note: Note) => void;
  /** Keeps these words of a note alone. */
  settleNote: (note: Note, text: string) => void;
  /** Where a lost note may belong on the page in front. */
  choosingFor: (note: Note) => Choosing;
}

function choosingFor({ now, say, told, onTab }: Acting, note: Note): Choosing {
  return {
    find: async () => {
      const { tab } = now();
      const found = tab ? await askPage(tab.id, 'highlight.suggest', { id: note.id }) : null;
      return found?.ok ? found.value : []; // nothing to choose from is nothing to tell: "Find a place" is still there
    },
    show: ({ start }) => onTab(async ({ id }) => told(await askPage(id, 'highlight.show-at', { id: note.id, start }))),
    put: ({ start }) =>
      onTab(async ({ id }) => {
        const undo = () =>
          void ask('note.change', { id: note.id, change: { quote: note.quote } }).then((back) => told(back));
        const answer = await askPage(id, 'highlight.place-at', { id: note.id, start });
        told(answer, () => say({ sentence: t('glance_put_here'), undo }));
      }),
  };
}

/** These actions; each says what was done and offers a way back. */
export function noteActs(acting: Acting): NoteActs {
  const { say, told, onTab } = acting;
  const sayHighlighted = ({ id }: { id: string }) =>
    say({
      sentence: t('glance_highlighted'),
      undo: () => void ask('note.delete', { ids: [id] }).then((answer) => told(answer)),
    });
  return {
    highlight: ({ start, end }) =>
      onTab(async ({ id }) => {
        const { colour } = await readSettings();
        told(await askPage(id, 'range.highlight', { start, end, colour }), sayHighlighted);
      }),
    highlightSelection: () =>
      onTab(async ({ id }) => {
        const { colour } = await readSettings();
        told(await askPage(id, 'selection.highlight', { colour, note: false }), sayHighlighted);
      }),
    goToNote: (note) => onTab(async ({ id }) => told(await askPage(id, 'highlight.reveal', { id: note.id }))),
    deleteNote: (note) => {
      const undo = () => void ask('note.restore', { ids: [note.id] }).then((undone) => told(undone));
      void ask('note.delete', { ids: [note.id] }).then((answer) =>
        told(answer, () => say({ sentence: t('glance_note_deleted'), undo })),
      );
    },
    placeNote: (note) =>
      onTab(async ({ id }) =>
        told(await askPage(id, 'highlight.place', { id: note.id }), () => say({ sentence: t('glance_place_now') })),
      ),
    settleNote: (note, text) => void settleAndSay(note, text, say),
    choosingFor: (note) => choosingFor(acting, note),
  };
}
