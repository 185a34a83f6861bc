/**
 * The place in the article where the person reads: followed while they scroll, kept, and gone to when it is opened
 * again.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../../../core/article/article.ts';
import { type Parts, afterStep, withPart } from '../../parts/read-parts.ts';
import { positionAtLine, rangeOf } from '../article/block-range.ts';

/** Where eyes rest, as a share of the window's height. */
const EYES_01 = 0.35;
/** The position is saved once the page has not scrolled for this time, in ms. */
const SETTLE_MS = 800;

/** The place now, and what was read. */
export interface ReadingPosition {
  here: number;
  read: Parts;
}

/** Follows scrolling; calls `keep` with the position when scrolling stops. */
export function useReadingPosition(
  article: Article,
  root: Element | null,
  first: number,
  keep: (position: number) => void,
): ReadingPosition {
  const [place, setPlace] = useState<ReadingPosition>({ here: first, read: withPart([], 0, first) });
  const restored = useRef(false);
  useEffect(() => {
    if (!root) return undefined;
    if (!restored.current && first > 0) {
      const top = rangeOf(article, root, first, first + 1)?.getBoundingClientRect().top ?? 0;
      scrollBy({ top: top - innerHeight * EYES_01, behavior: 'instant' });
    }
    restored.current = true;
    let frame = 0;
    let timer = 0;
    const look = () => {
      frame = 0;
      // The line sinks from the window's top to where eyes rest, so that a page just opened is unread.
      const here = positionAtLine(article, root, Math.min(scrollY, innerHeight * EYES_01));
      setPlace((before) => (before.here === here ? before : { here, read: afterStep(before.read, before.here, here) }));
      clearTimeout(timer);
      timer = window.setTimeout(() => keep(here), SETTLE_MS);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    addEventListener('scroll', onScroll, { passive: true });
    look();
    return () => {
      removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [article, root, keep]);
  return place;
}
