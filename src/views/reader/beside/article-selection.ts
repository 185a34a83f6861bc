/** What is selected in the article that the reader shows, as a range of the article's text. */
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../../../core/article/article.ts';
import { positionOf } from '../article/block-range.ts';

/** A range [start, end) of the article's text, and the box of the selection's last line in the window. */
export interface Selected {
  start: number;
  end: number;
  box: DOMRect;
}

/**
 * A range of the page as [start, end) of the article's text, without white space at its edges; null if it holds no
 * words of it.
 */
export function placesOf(article: Article, range: Range): { start: number; end: number } | null {
  const from = positionOf(article, range.startContainer, range.startOffset);
  const to = positionOf(article, range.endContainer, range.endOffset);
  if (from === null || to === null) return null;
  const words = article.text.slice(from, to);
  const start = to - words.trimStart().length;
  const end = from + words.trimEnd().length;
  return end > start ? { start, end } : null;
}

/** The selection in the article's body; null if there is none. */
export function selectedRange(article: Article, body: HTMLElement): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return null;
  const places = placesOf(article, range);
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return places && { ...places, box };
}

/**
 * Follows the selection; the second value drops it.
 *
 * @param taken says whether something else takes a finished selection, which is then no selection any more
 */
export function useArticleSelection(
  article: Article,
  body: HTMLElement,
  taken: (event: Event, range: Selected | null) => boolean,
): [Selected | null, () => void] {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const settle = (event: Event) => {
      const range = selectedRange(article, body);
      if (!taken(event, range)) return setSelected(range);
      document.getSelection()?.removeAllRanges();
    };
    document.addEventListener('pointerup', settle);
    document.addEventListener('keyup', settle);
    return () => {
      document.removeEventListener('pointerup', settle);
      document.removeEventListener('keyup', settle);
    };
  }, [article, body]);
  const drop = () => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  return [selected, drop];
}
