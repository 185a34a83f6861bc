/** Keeps a page's highlights in place: finds and paints them, and tells where they are and which are at a point. */
import type { DomText } from '../../core/anchor/dom-text.ts';
import { type Quote, describeQuote } from '../../core/anchor/quote.ts';
import { suggest } from '../../core/anchor/suggest.ts';
import type { PlaceState } from '../../core/library/records.ts';
import type { PageHighlight } from '../../messages.ts';
import { BRISK, CALM } from '../pace.ts';
import { createPageText } from './page-text.ts';
import { type Painted, type Painter, type Piece, createPainter } from './paint.ts';
import { type Placement, isOff, unplaced } from './placement.ts';
import { createPlacingQueue } from './placing-queue.ts';
import { bring, idsUnder, isPlainClick, rangeOver } from './reach.ts';

/**
 * The state of a highlight. `pageStart` is a position in the text of the whole page, not of the article, and can only
 * be compared with other positions of the same page. It is null if the highlight is lost.
 */
export interface HighlightState {
  id: string;
  state: PlaceState;
  score01: number;
  pageStart: number | null;
  /** The words that are there now, if they are not what was marked. */
  now?: string;
}

/** What happens on the page. */
export interface HighlightEvents {
  signal: AbortSignal;
  /** The part of the document that holds the words; its body by default. */
  root?: () => Node;
  /** A person clicked or tapped on highlights, the shortest first. Client coordinates. */
  onClick: (ids: string[], at: { x: number; y: number }) => void;
  /** All states after a change. Called only if one differs. */
  onStates: (states: HighlightState[]) => void;
}

/** The highlights of one document. */
export interface Highlights {
  /** Replaces the list; highlights that are new or changed are looked for. Resolves when all are painted. */
  set: (list: PageHighlight[]) => Promise<void>;
  /** The list that was set last. */
  list: () => PageHighlight[];
  /**
   * Reads the page again and finds all again; with `amiss` only those that are lost or whose words on the page changed,
   * a few milliseconds a frame.
   */
  locate: (only?: 'amiss') => Promise<void>;
  /** Whether one is lost, or its words on the page changed since it was painted. O(pieces). */
  isAmiss: () => boolean;
  /** Up to three places where a lost one may belong, best first. */
  suggest: (id: string) => Range[];
  /** A live range of a highlight; null if it is lost. */
  rangeOf: (id: string) => Range | null;
  /** The highlights under a point (client coordinates), the shortest first. */
  idsAt: (x: number, y: number) => string[];
  /** Scrolls to a highlight and flashes it; false if it is lost. */
  reveal: (id: string) => boolean;
  /** Scrolls to any range and flashes it. */
  revealRange: (range: Range) => void;
  /** Moves to the next (1) or the one before (-1) in reading order, from the one in focus or from what is seen. */
  next: (direction: 1 | -1) => string | null;
  /** Puts the focus mark on a highlight. */
  focus: (id: string) => void;
  /** Takes the focus mark away. */
  unfocus: () => void;
  states: () => HighlightState[];
  /** Describes a range of the page (a selection); null if it holds no words. */
  describe: (range: StaticRange | Range) => Quote | null;
  dispose: () => void;
}

/** How long a revealed highlight flashes, ms. */
const FLASH_MS = 1600;

/** Keeps a document's highlights in place until `signal` aborts. */
export function createHighlights(
  document: Document,
  { signal, root = () => document.body, onClick, onStates }: HighlightEvents,
): Highlights {
  const painter = createPainter(document);
  const flash = createFlash(painter);
  const text = createPageText(document, root);
  const kept = new Map<string, Placement>();
  const all = (): Placement[] => [...kept.values()];
  let told = '';
  let focusId: string | null = null;
  const over = new AbortController();

  const states = (): HighlightState[] => all().map(placementState);
  const paint = (): void => {
    painter.paint(all().map(({ highlight, pieces, images }): Painted => ({ ...highlight, pieces, images })));
    if (focusId !== null) focus(focusId); // its text may have moved or disappeared
    const now = states();
    const key = JSON.stringify(now);
    if (key === told) return;
    told = key;
    onStates(now);
  };
  const place = createPlacingQueue(text, {
    isKept: (one) => kept.get(one.id) === one,
    onPlaced: paint,
    signal: over.signal,
  });
  const focus = (id: string): void => {
    focusId = id;
    painter.focus(kept.get(id)?.pieces ?? []);
  };
  const rangeOf = (id: string): Range | null => {
    const one = kept.get(id);
    return one ? rangeOver(document, one) : null;
  };
  const reveal = (id: string): boolean => {
    const one = kept.get(id);
    const range = rangeOf(id);
    if (!one || !range) return false;
    bring(range, one.images[0]);
    flash.show(one.pieces);
    return true;
  };
  const idsAt = (x: number, y: number): string[] => idsUnder(document, all(), x, y);
  const dispose = (): void => {
    over.abort();
    text.dispose();
    flash.dispose();
    painter.clear();
  };
  const click = (event: MouseEvent): void => {
    if (kept.size === 0 || !isPlainClick(event, document)) return;
    const ids = idsAt(event.clientX, event.clientY);
    if (ids.length > 0) onClick(ids, { x: event.clientX, y: event.clientY });
  };
  document.addEventListener('click', click, { signal });
  document.addEventListener('visibilitychange', () => painter.restore(), { signal });
  signal.addEventListener('abort', dispose, { once: true });

  return {
    set: (list) => {
      const fresh = new Set(list.map(({ id }) => id));
      for (const id of kept.keys()) if (!fresh.has(id)) kept.delete(id);
      for (const highlight of list) {
        const known = kept.get(highlight.id);
        const same = known && JSON.stringify(known.highlight.quote) === JSON.stringify(highlight.quote);
        if (same) known.highlight = highlight;
        else kept.set(highlight.id, unplaced(highlight));
      }
      return place(list.flatMap(({ id }) => kept.get(id) ?? []).filter(isOff), BRISK);
    },
    list: () => all().map(({ highlight }) => highlight),
    locate: (only) => {
      if (only === 'amiss') return place(all().filter(isOff), CALM);
      text.forget();
      return place(all(), BRISK);
    },
    isAmiss: () => all().some(isOff),
    suggest: (id) => {
      const one = kept.get(id);
      if (!one) return [];
      const dom = text.current();
      return suggest(dom.text, one.highlight.quote).flatMap(({ start, end }) => dom.rangeAt(start, end) ?? []);
    },
    rangeOf,
    idsAt,
    reveal,
    revealRange: (range) => {
      bring(range, undefined);
      const dom = text.current();
      const start = dom.offsetOf(range.startContainer, range.startOffset);
      const end = dom.offsetOf(range.endContainer, range.endOffset);
      if (start !== null && end !== null) flash.show(dom.piecesAt(start, end));
    },
    next: (direction) => {
      const one = beside(document, all(), focusId, direction);
      if (!one) return null;
      focus(one.id);
      reveal(one.id);
      return one.id;
    },
    focus,
    unfocus: () => {
      focusId = null;
      painter.focus([]);
    },
    states,
    describe: (range) => describe(text.current(), range),
    dispose,
  };
}

function placementState({ highlight, located, now }: Placement): HighlightState {
  return {
    id: highlight.id,
    state: located ? (now === undefined ? 'in-place' : 'changed') : 'lost',
    score01: located?.score01 ?? 0,
    pageStart: located?.start ?? null,
    ...(now === undefined ? {} : { now }),
  };
}

/** Flashes pieces for a moment, one set at a time. */
function createFlash(painter: Painter) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    show(pieces: Piece[]): void {
      painter.flash(pieces);
      clearTimeout(timer);
      timer = setTimeout(() => painter.flash([]), FLASH_MS);
    },
    dispose: () => clearTimeout(timer),
  };
}

/**
 * The next highlight (1) or the one before (-1) in reading order, from the one in focus or else from what is seen; the
 * last is followed by the first. Null if none is placed.
 */
function beside(document: Document, all: Placement[], focusId: string | null, direction: 1 | -1): Placement | null {
  const placed = all.filter(({ located }) => located).sort((a, b) => (a.located?.start ?? 0) - (b.located?.start ?? 0));
  if (placed.length === 0) return null;
  let index = placed.findIndex(({ id }) => id === focusId);
  if (index < 0) {
    index = placed.findIndex((one) => (rangeOver(document, one)?.getBoundingClientRect().bottom ?? 0) > 0);
    if (index < 0) index = placed.length;
    if (direction === 1) index--;
  }
  return placed[(index + direction + placed.length) % placed.length] ?? null;
}

/** The quote of a range without the spaces at its ends; null if it holds no words. */
function describe(dom: DomText, range: StaticRange | Range): Quote | null {
  const from = dom.offsetOf(range.startContainer, range.startOffset);
  const to = dom.offsetOf(range.endContainer, range.endOffset);
  if (from === null || to === null) return null;
  const words = dom.text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  if (end <= start) return null;
  const heading = dom.headings.findLast((h) => h.end <= start);
  return describeQuote(dom.text, start, end, heading && dom.text.slice(heading.start, heading.end));
}
