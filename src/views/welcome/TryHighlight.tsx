/**
 * Lets a person make their first highlight in the sample: the bar, the colours and the paint are those of every page;
 * nothing of the sample is saved.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Highlights, createHighlights } from '../../adapters/highlights/highlights.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { COLOURS, type Colour } from '../../core/library/records.ts';
import { colourName } from '../parts/controls/ColourDots.tsx';

interface At {
  range: Range;
  left: number;
  top: number;
}

/** Space between the selection and the bar, px. */
const GAP_PX = 8;

/** The selection in `page`, with the position of the toolbar in it; null if there is none. */
function selectionIn(page: HTMLElement): At | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const last = [...range.getClientRects()].at(-1);
  if (!last || !page.contains(range.commonAncestorContainer) || !range.toString().trim()) return null;
  const box = page.getBoundingClientRect();
  return { range, left: last.right - box.left - 90, top: last.bottom - box.top + GAP_PX };
}

/** The toolbar at a selection in `page`; calls `onMade` for each highlight. */
export function TryHighlight({ page, onMade }: { page: HTMLElement; onMade: () => void }): JSX.Element | null {
  const [at, setAt] = useState<At | null>(null);
  const painter = useRef<Highlights | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    painter.current = createHighlights(document, {
      signal,
      root: () => page,
      onClick: () => undefined,
      onStates: () => undefined,
    });
    const look = () => setAt(selectionIn(page));
    document.addEventListener('pointerup', look, { signal });
    document.addEventListener('keyup', (event) => event.shiftKey && look(), { signal });
    // As on every page: Tab goes from the selection into the bar.
    const enter = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setAt(null);
      if (event.key !== 'Tab' || event.shiftKey || !bar.current?.isConnected) return;
      if (bar.current.contains(document.activeElement)) return;
      event.preventDefault();
      bar.current.querySelector('button')?.focus();
    };
    document.addEventListener('keydown', enter, { signal });
    return () => life.abort();
  }, [page]);
  const mark = (colour: Colour) => {
    const quote = at && painter.current?.describe(at.range);
    if (!quote || !painter.current) return;
    void painter.current.set([...painter.current.list(), { id: crypto.randomUUID(), quote, colour }]);
    document.getSelection()?.removeAllRanges();
    setAt(null);
    onMade();
  };
  if (!at) return null;
  return (
    <div
      class="welcome-bar"
      role="toolbar"
      aria-label={t('toolbar_label')}
      data-lede="bar"
      ref={bar}
      style={{
        left: `clamp(${GAP_PX}px, ${at.left}px, 100% - var(--bar-width) - ${GAP_PX}px)`,
        top: `${at.top}px`,
      }}
      onPointerDown={(event) => event.preventDefault()}
    >
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-label={colourName(colour)}
          title={colourName(colour)}
          onClick={() => mark(colour)}
        >
          <span class={`dot-face mark-${colour}`} />
        </button>
      ))}
    </div>
  );
}
