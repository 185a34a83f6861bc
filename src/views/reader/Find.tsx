/** Searches the article: marks all results and scrolls to one after the other. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ChevronDown, ChevronUp, X } from 'lucide';
import { number, t } from '../../adapters/i18n/sentences.ts';
import { find, searchable } from '../../core/article/find.ts';
import type { Article } from '../../core/article/article.ts';
import { IconButton } from '../parts/controls/Button.tsx';
import { rangeOf } from './article/block-range.ts';
import { goTo } from './article/spotlight.ts';
import './find.css';

const FOUND = 'lede-found';
const FOUND_HERE = 'lede-found-here';
/** Places that are marked; a person who has more types on. */
const PLACES_MOST = 500;

interface Props {
  article: Article;
  body: HTMLElement;
  onClose: () => void;
}

/**
 * The search field at the bottom while it is open. Enter goes to the next match, Shift+Enter to the previous one,
 * Escape closes it.
 */
export function Find({ article, body, onClose }: Props): JSX.Element {
  const [phrase, setPhrase] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const text = useMemo(() => searchable(article.text), [article]);
  const ranges = useMemo(() => {
    const places = phrase.trim() ? find(text, phrase, PLACES_MOST) : [];
    return places.flatMap(({ start, end }) => rangeOf(article, body, start, end) ?? []);
  }, [text, phrase, body]);
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const here = ranges[at];
    CSS.highlights.set(FOUND, new Highlight(...ranges));
    CSS.highlights.set(FOUND_HERE, new Highlight(...(here ? [here] : [])));
    if (here) goTo(here, 'if-outside');
    return () => {
      CSS.highlights.delete(FOUND);
      CSS.highlights.delete(FOUND_HERE);
    };
  }, [ranges, at]);
  const step = (by: 1 | -1) => ranges.length > 0 && setAt((at + by + ranges.length) % ranges.length);
  return (
    <search class="find">
      <input
        ref={field}
        type="search"
        class="field"
        dir="auto"
        value={phrase}
        aria-label={t('reader_find')}
        onInput={({ currentTarget }) => {
          setPhrase(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="facts find-count" role="status">
        {phrase.trim() &&
          (ranges.length > 0 ? t('reader_found', number(at + 1), number(ranges.length)) : t('library_none_found'))}
      </span>
      <IconButton icon={ChevronUp} name={t('reader_found_back')} onClick={() => step(-1)} />
      <IconButton icon={ChevronDown} name={t('reader_found_ahead')} onClick={() => step(1)} />
      <IconButton icon={X} name={t('parts_close')} onClick={onClose} />
    </search>
  );
}
