/** Paints the notes' highlights onto the article that the reader shows. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type HighlightState, type Highlights, createHighlights } from '../../../adapters/highlights/highlights.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Note } from '../../../core/library/records.ts';

/** What a painter gives: itself, once the article is drawn, and where each highlight stands. */
export interface Painter {
  painter: RefObject<Highlights | null>;
  states: readonly HighlightState[];
}

/** Paints as long as the body is shown; `onChosen` is called when a highlight is clicked. */
export function usePainter(
  article: Article,
  body: HTMLElement,
  notes: Note[],
  onChosen: (id: string) => void,
): Painter {
  const [states, setStates] = useState<HighlightState[]>([]);
  const painter = useRef<Highlights | null>(null);
  useEffect(() => {
    const life = new AbortController();
    painter.current = createHighlights(document, {
      signal: life.signal,
      root: () => body,
      onClick: ([id]) => id !== undefined && onChosen(id),
      onStates: setStates,
    });
    return () => life.abort();
  }, [body]);
  useEffect(() => {
    void painter.current?.set(notes.map(({ id, quote, colour }) => ({ id, quote, colour })));
  }, [notes, body, article]);
  return { painter, states };
}
