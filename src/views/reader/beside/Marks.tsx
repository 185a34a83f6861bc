/** Highlights and notes in the reader. They are the page's own, painted the same way and saved by the same code. */
import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ask } from '../../../adapters/browser/channel.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Article } from '../../../core/article/article.ts';
import { describeInArticle } from '../../../core/anchor/quote.ts';
import { COLOURS, type Colour, type Entry, type Note } from '../../../core/library/records.ts';
import type { Said } from '../../parts/controls/Toast.tsx';
import { failureSentence } from '../../parts/failure-sentence.ts';
import { settleAndSay } from '../../parts/notes/save-note.ts';
import { selectedRange, useArticleSelection } from './article-selection.ts';
import { type NoteActs, NoteDrawer, NoteMargin, useRoom } from './NoteLists.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { usePainter } from './use-painter.ts';
import { usePlacing } from './use-placing.ts';

interface Props {
  article: Article;
  entry: Entry | null;
  notes: Note[];
  /** Whether this is a private window, where nothing new is saved. */
  isPrivate: boolean;
  body: HTMLElement;
  /** Whether the drawer of all notes is open. */
  drawn: boolean;
  onSaid: (said: Said) => void;
  /** Opens the drawer, for example after a click on a highlight in the text. */
  onShow: () => void;
  onClose: () => void;
}

/** The key H highlights the selection, if words of the article are selected. */
function useHighlightKey(article: Article, body: HTMLElement, onHighlight: () => void): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'h' || event.ctrlKey || event.metaKey || event.altKey || !selectedRange(article, body)) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      onHighlight();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** Shows the toolbar at a selection, paints the highlights, and lists the notes at the inline end. */
export function Marks(props: Props): JSX.Element {
  const { article, entry, notes, isPrivate, body, drawn, onSaid, onShow, onClose } = props;
  const drawer = useRef<((id: string) => void) | null>(null);
  const room = useRoom();
  const showNote = (id: string) => {
    onShow();
    requestAnimationFrame(() => drawer.current?.(id));
  };
  const { painter, states } = usePainter(article, body, notes, showNote);
  const placing = usePlacing(article, painter, onSaid);
  const [selected, dropSelection] = useArticleSelection(article, body, placing.take);

  const add = async (colour: Colour, shows: boolean) => {
    const range = selectedRange(article, body) ?? selected;
    if (!range) return;
    dropSelection();
    if (isPrivate) return onSaid({ sentence: failureSentence({ kind: 'private' }) });
    const quote = describeInArticle(article, range.start, range.end);
    const added = await ask('note.add', { article, quote, colour, text: '' });
    if (!added.ok) onSaid({ sentence: failureSentence(added.error) });
    else if (shows) onShow();
  };
  const remove = async (note: Note) => {
    const removed = await ask('note.delete', { ids: [note.id] });
    if (!removed.ok) return onSaid({ sentence: failureSentence(removed.error) });
    const undo = async () => {
      const restored = await ask('note.restore', { ids: [note.id] });
      if (!restored.ok) onSaid({ sentence: failureSentence(restored.error) });
    };
    onSaid({ sentence: t('toolbar_deleted'), undo: () => void undo() });
  };
  useHighlightKey(article, body, () => void add(COLOURS[0], false));

  const acts = useMemo<NoteActs>(
    () => ({
      go: ({ id }) => void painter.current?.reveal(id),
      remove: (note) => void remove(note),
      place: placing.start,
      settle: (note, text) => void settleAndSay(note, text, onSaid),
      choosing: placing.choosing,
    }),
    [article],
  );
  const rangeOfNote = useCallback((id: string) => painter.current?.rangeOf(id) ?? null, []);
  const lists = { notes, states, lang: article.lang ?? entry?.lang, acts };
  return (
    <>
      {selected && (
        <SelectionBar article={article} selected={selected} onAdd={(colour, shows) => void add(colour, shows)} />
      )}
      {drawn ? (
        <NoteDrawer {...lists} drawer={drawer} onClose={onClose} />
      ) : (
        <NoteMargin {...lists} body={body} rangeOf={rangeOfNote} room={room} onShow={showNote} />
      )}
    </>
  );
}
