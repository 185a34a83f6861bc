/** Highlights and notes in the reader: the same ones as on the page, painted the same way, kept by the same hands. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Copy, NotebookPen } from 'lucide';
import { ask } from '../../adapters/channel.ts';
import { type HighlightState, type Highlights, createHighlights } from '../../adapters/highlights.ts';
import { t } from '../../adapters/words.ts';
import { describeQuote } from '../../core/anchor/quote.ts';
import type { Article } from '../../core/article/article.ts';
import { COLOURS, type Colour, type Entry, type Note } from '../../core/library/records.ts';
import { IconButton } from '../parts/Button.tsx';
import { colourName } from '../parts/ColourDots.tsx';
import type { Said } from '../parts/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';
import { type NoteActs, NoteDrawer, NoteMargin, useRoom } from './NoteLists.tsx';
import { positionOf } from './block-range.ts';
import './marks.css';

interface Props {
  article: Article;
  entry: Entry | null;
  notes: Note[];
  body: HTMLElement;
  /** Whether the drawer of all notes is open. */
  drawn: boolean;
  /** Whether notes may stand beside the words: not where these run in columns. */
  margin: boolean;
  onSaid: (said: Said) => void;
  /** Opens the drawer, as when a highlight was chosen in the text. */
  onShow: () => void;
}

/** The selection in the article's body as a range of its text; null where there is none. */
function selectedRange(article: Article, body: HTMLElement): { start: number; end: number; box: DOMRect } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return null;
  const start = positionOf(article, range.startContainer, range.startOffset);
  const end = positionOf(article, range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return { start, end, box };
}

/** The bar at a selection, the paint, and the notes at the end side. */
export function Marks({ article, entry, notes, body, drawn, margin, onSaid, onShow }: Props): JSX.Element {
  const [selected, setSelected] = useState<ReturnType<typeof selectedRange>>(null);
  const [states, setStates] = useState<HighlightState[]>([]);
  const painter = useRef<Highlights | null>(null);
  const drawer = useRef<((id: string) => void) | null>(null);
  const room = useRoom();
  const placing = useRef<Note | null>(null);

  useEffect(() => {
    const life = new AbortController();
    painter.current = createHighlights(document, {
      signal: life.signal,
      root: () => body,
      onClick: ([id]) => {
        onShow();
        if (id) requestAnimationFrame(() => drawer.current?.(id));
      },
      onStates: setStates,
    });
    return () => life.abort();
  }, [body]);
  useEffect(() => {
    void painter.current?.set(notes.map(({ id, quote, colour }) => ({ id, quote, colour })));
  }, [notes, body]);
  useEffect(() => {
    const settle = () => setSelected(selectedRange(article, body));
    document.addEventListener('pointerup', settle);
    document.addEventListener('keyup', settle);
    return () => {
      document.removeEventListener('pointerup', settle);
      document.removeEventListener('keyup', settle);
    };
  }, [article, body]);

  const place = async (note: Note, start: number, end: number) => {
    placing.current = null;
    const moved = await ask('note.change', {
      id: note.id,
      change: { quote: describeQuote(article.text, start, end) },
    });
    onSaid({ sentence: moved.ok ? t('toolbar_placed') : failureSentence(moved.error) });
  };
  const add = async (colour: Colour, shows: boolean) => {
    const range = selectedRange(article, body) ?? selected;
    if (!range) return;
    const { start, end } = range;
    document.getSelection()?.removeAllRanges();
    setSelected(null);
    if (placing.current) return place(placing.current, start, end);
    const quote = describeQuote(article.text, start, end);
    const added = await ask('note.add', { article, quote, colour, text: '' });
    if (!added.ok) onSaid({ sentence: failureSentence(added.error) });
    else if (shows) onShow();
  };
  const remove = async (note: Note) => {
    const removed = await ask('note.delete', { ids: [note.id] });
    if (!removed.ok) return onSaid({ sentence: failureSentence(removed.error) });
    onSaid({
      sentence: t('toolbar_deleted'),
      undo: () => void ask('note.restore', { ids: [note.id] }),
    });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'h' || event.ctrlKey || event.metaKey || event.altKey || !selectedRange(article, body)) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      void add(COLOURS[0], false);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  const acts = useMemo<NoteActs>(
    () => ({
      go: ({ id }) => void painter.current?.reveal(id),
      remove: (note) => void remove(note),
      place(note) {
        placing.current = note;
        onSaid({ sentence: t('toolbar_place') });
      },
    }),
    [],
  );
  const lists = { notes, states, lang: article.lang ?? entry?.lang, acts };
  return (
    <>
      {selected && (
        <div
          class="marks-bar"
          role="toolbar"
          aria-label={t('toolbar_label')}
          style={{ top: `${selected.box.bottom + scrollY + 8}px`, left: `${Math.max(8, selected.box.right - 160)}px` }}
          onPointerDown={(event) => event.preventDefault()}
        >
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              class="marks-dot"
              aria-label={colourName(colour)}
              title={colourName(colour)}
              onClick={() => void add(colour, false)}
            >
              <span class={`dot-face mark-${colour}`} />
            </button>
          ))}
          <IconButton icon={NotebookPen} name={t('toolbar_note')} onClick={() => void add(COLOURS[0], true)} />
          <IconButton
            icon={Copy}
            name={t('toolbar_copy')}
            onClick={() => void navigator.clipboard.writeText(article.text.slice(selected.start, selected.end))}
          />
        </div>
      )}
      {drawn ? (
        <NoteDrawer {...lists} drawer={drawer} />
      ) : (
        room && margin && <NoteMargin {...lists} body={body} rangeOf={(id) => painter.current?.rangeOf(id) ?? null} />
      )}
    </>
  );
}
