/** Notes that have lost their passage: put where the person selects words, or at a passage that may be theirs. */
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { ask } from '../../../adapters/browser/channel.ts';
import type { Highlights } from '../../../adapters/highlights/highlights.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { describeInArticle } from '../../../core/anchor/quote.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Note } from '../../../core/library/records.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import { failureSentence } from '../../parts/failure-sentence.ts';
import type { Choosing } from '../../parts/notes/MayBelong.tsx';
import { placesOf } from './article-selection.ts';

type Range = { start: number; end: number };

/** What can be done with a lost note. */
export interface Placing {
  /** Asks for its new passage: the next words that are selected. */
  start: (note: Note) => void;
  /** Takes the selected words for the note that waits for them; false if none waits. */
  take: (event: Event, range: Range | null) => boolean;
  choosing: (note: Note) => Choosing;
}

/** The acts of placing; each says what was done, with a way back. */
export function usePlacing(
  article: Article,
  painter: RefObject<Highlights | null>,
  onSaid: (said: Said) => void,
): Placing {
  const waiting = useRef<Note | null>(null);

  const place = async (note: Note, { start, end }: Range) => {
    waiting.current = null;
    const moved = await ask('note.change', { id: note.id, change: { quote: describeInArticle(article, start, end) } });
    if (!moved.ok) return onSaid({ sentence: failureSentence(moved.error) });
    const undo = async () => {
      const undone = await ask('change.undo', { id: note.id });
      if (!undone.ok) onSaid({ sentence: failureSentence(undone.error) });
    };
    onSaid({ sentence: t('toolbar_placed'), undo: () => void undo() });
  };
  /** Passages of this article where a lost note may belong. */
  const mayBelong = (id: string) =>
    (painter.current?.suggest(id) ?? []).flatMap((range) => {
      const places = placesOf(article, range);
      return places ? [{ ...places, range, text: article.text.slice(places.start, places.end) }] : [];
    });

  return {
    start(note) {
      waiting.current = note;
      onSaid({ sentence: t('toolbar_place') });
    },
    take(event, range) {
      if (event instanceof KeyboardEvent && event.key === 'Escape') waiting.current = null;
      if (!range || !waiting.current) return false;
      void place(waiting.current, range);
      return true;
    },
    choosing(note) {
      const at = (start: number) => mayBelong(note.id).find((one) => one.start === start);
      return {
        find: async () => mayBelong(note.id).map(({ text, start }) => ({ text, start })),
        show: ({ start }) => {
          const passage = at(start);
          if (passage) painter.current?.revealRange(passage.range);
        },
        put: ({ start }) => {
          const passage = at(start);
          if (passage) void place(note, passage);
        },
      };
    },
  };
}
