/** A footnote in a popover next to its mark. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { X } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../parts/controls/Button.tsx';

/** Characters of a footnote that are shown; longer ones are read at their place. */
const MOST_CHARACTERS = 900;

/**
 * Whether a link within the article leads to a note further down. One that leads up, from a note back to its mark, or
 * to a heading goes there like any other.
 */
export function isNoteOf(link: HTMLElement, id: string): boolean {
  const target = document.getElementById(`a-${id}`);
  if (!target || target.closest('h1, h2, h3, h4, h5, h6')) return false;
  return (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The text of the block that is the note, or that contains it. */
function wordsOf(target: HTMLElement | null): string {
  const note = target?.closest('li, p, dd, td, div') ?? target;
  return note?.textContent?.trim().slice(0, MOST_CHARACTERS) ?? '';
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
