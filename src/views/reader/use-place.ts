/** Knows where in the article the reader is, keeps it for the next time, and takes them there again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import type { Article } from '../../core/article/article.ts';
import { type Parts, afterStep, withPart } from '../parts/read-parts.ts';
import { positionAtLine, rangeOf } from './article/block-range.ts';

/** Where eyes rest, as a share of the window's height. */
const EYES_01 = 0.35;
/** The place is kept once the page has stood still this long, ms. */
const SETTLE_MS = 800;

/** The place now, and what was read. */
export interface ReaderPlace {
  here: number;
  read: Parts;
}

/** Follows scrolling; `entryId` keeps the place with the entry where there is one. */
export function usePlace(article: Article, root: Element | null, entryId: string | null, first: number): ReaderPlace {
  const [place, setPlace] = useState<ReaderPlace>({ here: first, read: withPart([], 0, first) });
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
      if (!entryId) return;
      timer = window.setTimeout(() => void ask('entry.change', { id: entryId, change: { position: here } }), SETTLE_MS);
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
  }, [article, root, entryId]);
  return place;
}
