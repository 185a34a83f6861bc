/** Keeps a page's highlights in place: finds and paints them, says where they are and which lie under a point. */
import { type DomText, domText, domTextSteps } from '../../core/anchor/dom-text.ts';
import { prepare } from '../../core/anchor/grams.ts';
import { type Located, locateQuote, stateOf } from '../../core/anchor/locate.ts';
import { type Quote, describeQuote } from '../../core/anchor/quote.ts';
import { suggest } from '../../core/anchor/suggest.ts';
import type { PlaceState } from '../../core/library/records.ts';
import type { PageHighlight } from '../../messages.ts';
import { BRISK, CALM, type Pace, drain } from '../pace.ts';
import { type Painted, type Piece, createPainter } from './paint.ts';
import { type Reach, bring, idsUnder, isPlainClick, rangeOver } from './reach.ts';

/**
 * Where a highlight is. `pageStart` is a position in the text of the whole page, which is not the article's: compare it
 * with nothing but another one of the same page. Null if the highlight is lost.
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
  /** Puts the focus mark on one, where it stands. */
  focus: (id: string) => void;
  /** Takes the focus mark away. */
  unfocus: () => void;
  states: () => HighlightState[];
  /** Describes a range of the page (a selection); null if it holds no words. */
  describe: (range: StaticRange | Range) => Quote | null;
  dispose: () => void;
}

interface Kept extends Reach {
  highlight: PageHighlight;
  located: Located | null;
  /** What its pieces held when they were painted. */
  words: string;
  now?: string;
}

const FLASH_MS = 1600;

/** Keeps a document's highlights in place until `signal` aborts. */
export function createHighlights(
  document: Document,
  { signal, root = () => document.body, onClick, onStates }: HighlightEvents,
): Highlights {
  const painter = createPainter(document);
  const kept = new Map<string, Kept>();
  let read: DomText | null = null;
  let told = '';
  let focusId: string | null = null;
  const waiting = new Set<Kept>();
  let working: Promise<void> | null = null;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;
  const over = new AbortController();
  let changes = 0;
  let pace: Pace = BRISK;

  const observer = new MutationObserver(() => {
    read = null;
    changes++;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const current = (): DomText => (read ??= domText(root(), { isHidden }));

  const states = (): HighlightState[] =>
    [...kept.values()].map(({ highlight, located, now }) => ({
      id: highlight.id,
      state: located ? (now === undefined ? 'in-place' : 'changed') : 'lost',
      score01: located?.score01 ?? 0,
      pageStart: located?.start ?? null,
      ...(now === undefined ? {} : { now }),
    }));

  const place = (one: Kept, dom: DomText): void => {
    const { quote } = one.highlight;
    const found = locateQuote(dom.text, quote);
    one.located = found.ok ? found.value : null;
    one.pieces = found.ok ? dom.piecesAt(found.value.start, found.value.end) : [];
    one.images = found.ok ? dom.imagesAt(found.value.start, found.value.end) : [];
    one.words = wordsOf(one.pieces);
    delete one.now;
    if (found.ok && stateOf(dom.text, quote, found.value) === 'changed') {
      one.now = dom.text.slice(found.value.start, found.value.end);
    }
  };

  const paint = (): void => {
    painter.paint(
      [...kept.values()].map(({ highlight, pieces, images }): Painted => ({ ...highlight, pieces, images })),
    );
    if (focusId !== null) highlights.focus(focusId); // its words may stand elsewhere now, or be gone
    const now = states();
    const key = JSON.stringify(now);
    if (key === told) return;
    told = key;
    onStates(now);
  };

  /** The page's text, read and indexed in slices; undefined if it is over first. */
  const readInSlices = async (): Promise<DomText | undefined> => {
    if (read) return read;
    const before = changes;
    const dom = await drain(domTextSteps(root(), { isHidden }), pace, over.signal);
    if (!dom) return undefined;
    await drain(prepare(dom.text), pace, over.signal);
    if (before === changes) read = dom;
    return dom;
  };
  function* placing(dom: DomText): Generator<undefined, void> {
    for (const one of waiting) {
      waiting.delete(one);
      if (kept.get(one.id) === one) place(one, dom);
      yield;
    }
  }
  /** Places what waits, a slice at a time; callers in the meantime share the same promise. */
  const work = async (): Promise<void> => {
    try {
      const dom = await readInSlices();
      if (!dom) return;
      await drain(placing(dom), pace, over.signal);
      if (!over.signal.aborted) paint();
    } finally {
      working = null;
      pace = CALM;
    }
  };
  const run = (wanted: Kept[], wantedPace: Pace): Promise<void> => {
    for (const one of wanted) waiting.add(one);
    if (!working || wantedPace === BRISK) pace = wantedPace;
    return (working ??= Promise.resolve().then(work));
  };
  const isOff = (one: Kept): boolean =>
    !one.located || wordsOf(one.pieces) !== one.words || one.images.some((image) => !image.isConnected);

  const highlights: Highlights = {
    set: (list) => {
      const fresh = new Set(list.map(({ id }) => id));
      for (const id of kept.keys()) if (!fresh.has(id)) kept.delete(id);
      const wanted: Kept[] = [];
      for (const highlight of list) {
        const known = kept.get(highlight.id);
        const same = known && JSON.stringify(known.highlight.quote) === JSON.stringify(highlight.quote);
        if (same) known.highlight = highlight;
        else kept.set(highlight.id, { id: highlight.id, highlight, located: null, pieces: [], images: [], words: '' });
        const one = kept.get(highlight.id);
        if (one && isOff(one)) wanted.push(one);
      }
      return run(wanted, BRISK);
    },
    list: () => [...kept.values()].map(({ highlight }) => highlight),
    locate: (only) => {
      if (only === 'amiss') return run([...kept.values()].filter(isOff), CALM);
      read = null;
      return run([...kept.values()], BRISK);
    },
    isAmiss: () => [...kept.values()].some(isOff),
    suggest: (id) => {
      const one = kept.get(id);
      if (!one) return [];
      const dom = current();
      return suggest(dom.text, one.highlight.quote).flatMap(({ start, end }) => dom.rangeAt(start, end) ?? []);
    },
    rangeOf: (id) => {
      const one = kept.get(id);
      return one ? rangeOver(document, one) : null;
    },
    idsAt: (x, y) => idsUnder(document, [...kept.values()], x, y),
    reveal: (id) => {
      const one = kept.get(id);
      const range = one ? rangeOver(document, one) : null;
      if (!one || !range) return false;
      bring(range, one.images[0]);
      flash(one.pieces);
      return true;
    },
    revealRange: (range) => {
      bring(range, undefined);
      const dom = current();
      const start = dom.offsetOf(range.startContainer, range.startOffset);
      const end = dom.offsetOf(range.endContainer, range.endOffset);
      if (start !== null && end !== null) flash(dom.piecesAt(start, end));
    },
    next: (direction) => {
      const placed = [...kept.values()]
        .filter(({ located }) => located)
        .sort((a, b) => (a.located?.start ?? 0) - (b.located?.start ?? 0));
      if (placed.length === 0) return null;
      let index = placed.findIndex(({ highlight }) => highlight.id === focusId);
      if (index < 0) {
        index = placed.findIndex((one) => (rangeOver(document, one)?.getBoundingClientRect().bottom ?? 0) > 0);
        if (index < 0) index = placed.length;
        if (direction === 1) index--;
      }
      const one = placed[(index + direction + placed.length) % placed.length];
      if (!one) return null;
      highlights.focus(one.id);
      highlights.reveal(one.id);
      return one.id;
    },
    focus: (id) => {
      focusId = id;
      painter.focus(kept.get(id)?.pieces ?? []);
    },
    unfocus: () => {
      focusId = null;
      painter.focus([]);
    },
    states,
    describe: (range) => {
      const dom = current();
      const from = dom.offsetOf(range.startContainer, range.startOffset);
      const to = dom.offsetOf(range.endContainer, range.endOffset);
      if (from === null || to === null) return null;
      const words = dom.text.slice(from, to);
      const start = from + (words.length - words.trimStart().length);
      const end = to - (words.length - words.trimEnd().length);
      if (end <= start) return null;
      const heading = dom.headings.findLast((h) => h.end <= start);
      return describeQuote(dom.text, start, end, heading && dom.text.slice(heading.start, heading.end));
    },
    dispose: () => {
      over.abort();
      observer.disconnect();
      clearTimeout(flashTimer);
      painter.clear();
    },
  };

  const flash = (pieces: Piece[]): void => {
    painter.flash(pieces);
    clearTimeout(flashTimer);
    flashTimer = setTimeout(() => painter.flash([]), FLASH_MS);
  };

  document.addEventListener(
    'click',
    (event) => {
      if (kept.size === 0 || !isPlainClick(event, document)) return;
      const ids = highlights.idsAt(event.clientX, event.clientY);
      if (ids.length > 0) onClick(ids, { x: event.clientX, y: event.clientY });
    },
    { signal },
  );
  document.addEventListener('visibilitychange', () => painter.restore(), { signal });
  signal.addEventListener('abort', () => highlights.dispose(), { once: true });
  return highlights;
}

/** What pieces hold now; of nodes that are gone, nothing. */
function wordsOf(pieces: Piece[]): string {
  return pieces.map(({ node, start, end }) => (node.isConnected ? node.data.slice(start, end) : '')).join('\n');
}

/** Hidden by the page itself: what a calm page sets aside is still its text. */
function isHidden(element: Element): boolean {
  return getComputedStyle(element).display === 'none' && !element.hasAttribute('data-lede-aside');
}
