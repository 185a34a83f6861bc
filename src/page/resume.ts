/** Remembers the reading position in a saved article, and offers it when the person returns. */
import { askFromPage } from '../adapters/browser/channel.ts';
import { t } from '../adapters/i18n/sentences.ts';
import type { Capture } from './capture.ts';
import { positionAtLine, rangeOfPlaces } from './places.ts';
import type { Toolbar } from './marking/toolbar.ts';

/** Where a reader looks, as a share of the window's height. */
const EYES_01 = 0.35;
/** The position is saved once the page has not scrolled for this long, ms. */
const SETTLE_MS = 1500;
/** Positions nearer to the beginning than this (characters) are not offered. */
const FIRST_SCREEN = 1200;
/** Past this share the article counts as read to its end. */
const READ_01 = 0.95;

/** Offers the saved position if the person is at the top and had read further. Nothing moves unless they accept. */
export async function offerPlace(
  capture: Capture,
  toolbar: Toolbar,
  position: number,
  reveal: (range: Range) => void,
): Promise<void> {
  if (scrollY > 0 || position < FIRST_SCREEN) return;
  await capture.ready();
  const read = capture.read(false);
  if (!read.ok || scrollY > 0) return;
  const { length } = read.value.article.text;
  if (position > length * READ_01) return;
  toolbar.tell(t('toolbar_resume'), {
    label: t('toolbar_resume_go'),
    run: () => {
      const range = rangeOfPlaces(read.value, position, Math.min(position + 1, length));
      if (range) reveal(range);
      toolbar.hide();
    },
  });
}

/** Saves the position while the person reads. Uses an existing reading only: the page is not read for this. */
export function keepPlace(capture: Capture, signal: AbortSignal): void {
  let timer = 0;
  const keep = () => {
    const traced = capture.last();
    if (!traced || signal.aborted) return;
    void askFromPage('place.keep', { position: positionAtLine(traced, Math.min(scrollY, innerHeight * EYES_01)) });
  };
  const onScroll = () => {
    clearTimeout(timer);
    timer = window.setTimeout(keep, SETTLE_MS);
  };
  addEventListener('scroll', onScroll, { passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
