/** A footnote beside the word it belongs to, without leaving the place. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { X } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import { IconButton } from '../../parts/controls/Button.tsx';

/** Characters of a footnote that are shown; longer ones are read at their place. */
const MOST_CHARACTERS = 900;

/** Rendered while it is open; `id` is the article's own. */
export function Footnote({ id, link, onClose }: { id: string; link: HTMLElement; onClose: () => void }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const target = document.getElementById(`a-${id}`);
  const words = (target?.closest('li, p, div') ?? target)?.textContent?.trim().slice(0, MOST_CHARACTERS) ?? '';
  useEffect(() => {
    const { bottom, left } = link.getBoundingClientRect();
    box.current?.style.setProperty('top', `${bottom + scrollY + 8}px`);
    const widest = document.documentElement.clientWidth - (box.current?.offsetWidth ?? 0) - 8;
    box.current?.style.setProperty('left', `${Math.max(8, Math.min(left, widest))}px`);
    box.current?.focus();
    return () => link.focus();
  }, [link]);
  return (
    <div
      class="footnote arrives"
      role="note"
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <p>{words}</p>
      <div class="footnote-foot">
        <a
          href={`#a-${id}`}
          onClick={(event) => {
            event.preventDefault();
            target?.scrollIntoView({ block: 'center' });
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
