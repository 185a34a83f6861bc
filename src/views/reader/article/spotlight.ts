/** Marks the sentence being read aloud and the target of a jump, and scrolls to them. */
import { adoptSheet } from '../../../adapters/sheet.ts';

const FLASH = 'lede-flash';
const SAID = 'lede-said';
const CSS_TEXT = `::highlight(${FLASH}) { background-color: var(--flash); }
::highlight(${SAID}) { background-color: color-mix(in oklab, var(--accent) 22%, transparent); }`;
/** How long a flash stays, ms. */
const FLASH_MS = 1600;
/** Where a line is scrolled to, as a share of the window's height. */
const LINE_01 = 0.3;
/** Beyond this many screens the view jumps instead of scrolling smoothly. */
const GLIDE_SCREENS = 2;

/** The reader's two lights. */
export interface Spotlight {
  flash(range: Range): void;
  sentence(range: Range | null): void;
}

/** Makes the lights; once a page. */
export function createSpotlight(): Spotlight {
  adoptSheet(document, CSS_TEXT);
  let timer = 0;
  return {
    flash(range) {
      clearTimeout(timer);
      CSS.highlights.set(FLASH, new Highlight(range));
      timer = window.setTimeout(() => CSS.highlights.delete(FLASH), FLASH_MS);
    },
    sentence(range) {
      if (range) CSS.highlights.set(SAID, new Highlight(range));
      else CSS.highlights.delete(SAID);
    },
  };
}

/** Scrolls the range to the reading line; `if-outside` leaves it where it is while all of it is in sight. */
export function goTo(range: Range, when: 'always' | 'if-outside'): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (when === 'if-outside' && top > 0 && bottom < innerHeight) return;
  const distance = top - innerHeight * LINE_01;
  const still =
    matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(distance) > GLIDE_SCREENS * innerHeight;
  scrollBy({ top: distance, behavior: still ? 'instant' : 'smooth' });
}
