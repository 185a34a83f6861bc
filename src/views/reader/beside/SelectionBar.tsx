/** The bar at a selection of the reader: five colours, a note, and three ways to copy. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Check, Copy, Link, NotebookPen, TextQuote } from 'lucide';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { Article } from '../../../core/article/article.ts';
import { quotationOf } from '../../../core/library/export/quotation.ts';
import { COLOURS, type Colour } from '../../../core/library/records.ts';
import { linkTo } from '../../../core/library/text-fragment.ts';
import { IconButton } from '../../parts/controls/Button.tsx';
import { colourName } from '../../parts/controls/ColourDots.tsx';
import type { Selected } from './article-selection.ts';
import './selection-bar.css';

interface Props {
  article: Article;
  selected: Selected;
  /** Highlights the selection; `shows` opens its note. */
  onAdd: (colour: Colour, shows: boolean) => void;
}

/** The bar's width with five colours and four buttons, CSS px. */
const BAR_PX = 300;

/** How long a button says that it copied, ms. */
const COPIED_MS = 2_000;

/** The passage alone, a link to it, and a quotation with its source; a button says for a while that it did. */
function CopyButtons({ article, exact }: { article: Article; exact: string }): JSX.Element {
  const [copied, setCopied] = useState('');
  const link = linkTo(article.url, exact);
  const ways = [
    { icon: Copy, name: 'toolbar_copy', text: () => exact },
    { icon: Link, name: 'parts_note_copy_link', text: () => link },
    { icon: TextQuote, name: 'parts_note_copy_quote', text: () => quotationOf({ quote: { exact } }, article, link) },
  ];
  const copy = async (name: string, text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(name);
    setTimeout(() => setCopied(''), COPIED_MS);
  };
  return (
    <>
      {ways.map(({ icon, name, text }) => (
        <IconButton
          key={name}
          icon={copied === name ? Check : icon}
          name={t(copied === name ? 'parts_copied' : name)}
          onClick={() => void copy(name, text()).catch(() => undefined)}
        />
      ))}
      <span class="visually-hidden" role="status">
        {copied && t('parts_copied')}
      </span>
    </>
  );
}

/** The bar, below the end of the selection; Tab leads into it. */
export function SelectionBar({ article, selected, onAdd }: Props): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.shiftKey || bar.current?.contains(document.activeElement)) return;
      event.preventDefault();
      bar.current?.querySelector('button')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const exact = article.text.slice(selected.start, selected.end);
  return (
    <div
      class="selection-bar"
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
          class="selection-dot"
          aria-label={colourName(colour)}
          title={colourName(colour)}
          onClick={() => onAdd(colour, false)}
        >
          <span class={`dot-face mark-${colour}`} />
        </button>
      ))}
      <IconButton icon={NotebookPen} name={t('toolbar_note')} onClick={() => onAdd(COLOURS[0], true)} />
      <CopyButtons article={article} exact={exact} />
    </div>
  );
}
