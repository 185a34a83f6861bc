/** Highlights and notes in the reader. They are the page's own, painted the same way and saved by the same code. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Copy, Link, NotebookPen, TextQuote } from 'lucide';
import { ask } from '../../../adapters/browser/channel.ts';
import { type HighlightState, type Highlights, createHighlights } from '../../../adapters/highlights/highlights.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { describeInArticle } from '../../../core/anchor/quote.ts';
import { quotationOf } from '../../../core/library/export/quotation.ts';
import { linkTo } from '../../../core/library/text-fragment.ts';
import type { Article } from '../../../core/article/article.ts';
import { COLOURS, type Colour, type Entry, type Note } from '../../../core/library/records.ts';
import { IconButton } from '../../parts/controls/Button.tsx';
import { colourName } from '../../parts/controls/ColourDots.tsx';
import type { Choosing } from '../../parts/notes/MayBelong.tsx';
import type { Said } from '../../parts/controls/Toast.tsx';
import { failureSentence } from '../../parts/failure-sentence.ts';
import { settleAndSay } from '../../parts/notes/save-note.ts';
import { type NoteActs, NoteDrawer, NoteMargin, useRoom } from './NoteLists.tsx';
import { positionOf } from '../article/block-range.ts';
import './marks.css';

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

/**
 * Converts a range of the page to [start, end) in the article's text, without whitespace at its edges. Null if it
 * contains no words of the article.
 */
function placesOf(article: Article, range: Range): { start: number; end: number } | null {
  const from = positionOf(article, range.startContainer, range.startOffset);
  const to = positionOf(article, range.endContainer, range.endOffset);
  if (from === null || to === null) return null;
  const words = article.text.slice(from, to);
  const start = to - words.trimStart().length;
  const end = from + words.trimEnd().length;
  return end > start ? { start, end } : null;
}

/** The selection in the article's body as [start, end) in its text, with its box; null if there is none. */
function selectedRange(article: Article, body: HTMLElement): { start: number; end: number; box: DOMRect } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return null;
  const places = placesOf(article, range);
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return places && { ...places, box };
}

/** The bar's width with five colours and four buttons, CSS px. */
const BAR_PX = 300;

function copy(text: string): void {
  void navigator.clipboard.writeText(text);
}

/** Shows the toolbar at a selection, paints the highlights, and lists the notes at the inline end. */
export function Marks(props: Props): JSX.Element {
  const { article, entry, notes, isPrivate, body, drawn, onSaid, onShow, onClose } = props;
  const [selected, setSelected] = useState<ReturnType<typeof selectedRange>>(null);
  const [states, setStates] = useState<HighlightState[]>([]);
  const painter = useRef<Highlights | null>(null);
  const drawer = useRef<((id: string) => void) | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const room = useRoom();
  const placing = useRef<Note | null>(null);

  useEffect(() => {
    const life = new AbortController();
    painter.current = createHighlights(document, {
      signal: life.signal,
      root: () => body,
      onClick: ([id]) => id !== undefined && showNote(id),
      onStates: setStates,
    });
    return () => life.abort();
  }, [body]);
  useEffect(() => {
    void painter.current?.set(notes.map(({ id, quote, colour }) => ({ id, quote, colour })));
  }, [notes, body, article]);
  useEffect(() => {
    const settle = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') placing.current = null;
      const range = selectedRange(article, body);
      if (range && placing.current) {
        document.getSelection()?.removeAllRanges();
        void place(placing.current, range);
        return;
      }
      setSelected(range);
    };
    document.addEventListener('pointerup', settle);
    document.addEventListener('keyup', settle);
    return () => {
      document.removeEventListener('pointerup', settle);
      document.removeEventListener('keyup', settle);
    };
  }, [article, body]);

  const place = async (note: Note, { start, end }: { start: number; end: number }) => {
    placing.current = null;
    const moved = await ask('note.change', { id: note.id, change: { quote: describeInArticle(article, start, end) } });
    if (!moved.ok) return onSaid({ sentence: failureSentence(moved.error) });
    const undo = async () => {
      const undone = await ask('change.undo', { id: note.id });
      if (!undone.ok) onSaid({ sentence: failureSentence(undone.error) });
    };
    onSaid({ sentence: t('toolbar_placed'), undo: () => void undo() });
  };
  /** Passages of this article that a lost note may belong to. */
  const mayBelong = (id: string) =>
    (painter.current?.suggest(id) ?? []).flatMap((range) => {
      const places = placesOf(article, range);
      return places ? [{ ...places, range, text: article.text.slice(places.start, places.end) }] : [];
    });
  const choosingFor = (note: Note): Choosing => {
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
  };
  const add = async (colour: Colour, shows: boolean) => {
    const range = selectedRange(article, body) ?? selected;
    if (!range) return;
    const { start, end } = range;
    document.getSelection()?.removeAllRanges();
    setSelected(null);
    if (isPrivate) return onSaid({ sentence: failureSentence({ kind: 'private' }) });
    const quote = describeInArticle(article, start, end);
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
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab' && !event.shiftKey && selected && !bar.current?.contains(document.activeElement)) {
        event.preventDefault();
        bar.current?.querySelector('button')?.focus();
        return;
      }
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
      settle: (note, text) => void settleAndSay(note, text, onSaid),
      choosing: choosingFor,
    }),
    [article],
  );
  const rangeOfNote = useCallback((id: string) => painter.current?.rangeOf(id) ?? null, []);
  const showNote = (id: string) => {
    onShow();
    requestAnimationFrame(() => drawer.current?.(id));
  };
  const exact = selected ? article.text.slice(selected.start, selected.end) : '';
  const link = linkTo(article.url, exact);
  const lists = { notes, states, lang: article.lang ?? entry?.lang, acts };
  return (
    <>
      {selected && (
        <div
          class="marks-bar"
          ref={bar}
          role="toolbar"
          aria-label={t('toolbar_label')}
          style={{
            top: `${selected.box.bottom + scrollY + 8}px`,
            left: `${Math.max(8, Math.min(selected.box.right, innerWidth - BAR_PX / 2 - 16) - BAR_PX / 2)}px`,
          }}
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
          <IconButton icon={Copy} name={t('toolbar_copy')} onClick={() => copy(exact)} />
          <IconButton icon={Link} name={t('parts_note_copy_link')} onClick={() => copy(link)} />
          <IconButton
            icon={TextQuote}
            name={t('parts_note_copy_quote')}
            onClick={() => copy(quotationOf({ quote: { exact } }, article, link))}
          />
        </div>
      )}
      {drawn ? (
        <NoteDrawer {...lists} drawer={drawer} onClose={onClose} />
      ) : (
        <NoteMargin {...lists} body={body} rangeOf={rangeOfNote} room={room} onShow={showNote} />
      )}
    </>
  );
}
