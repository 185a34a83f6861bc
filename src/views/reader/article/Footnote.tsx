/** A footnote in a popover next to its mark. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { X } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../parts/controls/Button.tsx';

/** Characters of a footnote that are shown; longer ones are read at their place. */
const MOST_CHARACTERS = 900;

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Places to go to rather than notes: parts of the article, figures, tables. */
const PLACES = `${HEADINGS}, section, figure, table, pre`;

/** The block that is the note, or that it stands in; null if the target is a place of the article. */
function noteAt(target: HTMLElement | null): Element | null {
  const note = target?.closest(`${PLACES}, li, p, dd, td, aside, blockquote, div`);
  const isPlace = !note || note.matches(`${PLACES}, .reader-body`) || note.querySelector(HEADINGS) !== null;
  return isPlace ? null : note;
}

/**
 * Whether a link within the article leads to a note further down. One that leads up, from a note back to its mark, or
 * to a heading, a section, a figure or a table goes there like any other.
 */
export function isNoteOf(link: HTMLElement, id: string): boolean {
  const target = document.getElementById(`a-${id}`);
  if (!target || !noteAt(target)) return false;
  return (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The text of the note. */
function wordsOf(target: HTMLElement | null): string {
  return noteAt(target)?.textContent?.trim().slice(0, MOST_CHARACTERS) ?? '';
}

/** Rendered while it is open; `id` is the article's own. Escape and a press elsewhere close it. */
export function Footnote({ id, link, onClose }: { id: string; link: HTMLElement; onClose: () => void }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  /** Whether the reader went on elsewhere, so that the keys do not go back to the mark. */
  const isLeft = useRef(false);
  const target = document.getElementById(`a-${id}`);
  useEffect(() => {
    const { bottom, left } = link.getBoundingClientRect();
    box.current?.style.setProperty('top', `${bottom + scrollY + 8}px`);
    const widest = document.documentElement.clientWidth - (box.current?.offsetWidth ?? 0) - 8;
    box.current?.style.setProperty('left', `${Math.max(8, Math.min(left, widest))}px`);
    box.current?.focus({ preventScroll: true });
    const onPress = (event: Event) => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target)) return;
      isLeft.current = true;
      onClose();
    };
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      if (!isLeft.current) link.focus({ preventScroll: true });
    };
  }, [link]);
  return (
    <div
      class="footnote arrives"
      role="note"
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <p>{wordsOf(target)}</p>
      <div class="footnote-foot">
        <a
          href={`#a-${id}`}
          onClick={(event) => {
            event.preventDefault();
            target?.scrollIntoView({ block: 'center' });
            isLeft.current = true;
            target?.setAttribute('tabindex', '-1');
            target?.focus({ preventScroll: true });
            onClose();
          }}
        >
          {t('reader_footnote_there')}
        </a>
        <IconButton icon={X} name={t('parts_close')} onClick={onClose} />
      </div>
    </div>
  );
}
