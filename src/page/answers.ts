/** The page script's handlers for requests of our own pages and of the background. */
import type { Handlers, Sender } from '../adapters/browser/channel.ts';
import { askFromPage } from '../adapters/browser/channel.ts';
import { t } from '../adapters/i18n/sentences.ts';
import type { TracedArticle } from '../core/article/article.ts';
import { type Result, fail, ok } from '../core/result.ts';
import type { HighlightPlace, ToPage } from '../messages.ts';
import type { Calm } from './calm/calm.ts';
import type { Capture } from './capture.ts';
import type { Correcting } from './correcting.ts';
import type { Highlights } from '../adapters/highlights/highlights.ts';
import type { EditorFrame } from './marking/editor-frame.ts';
import type { Marking } from './marking/marking.ts';
import { fetchPart, readOtherParts } from './other-parts.ts';
import { articleRangeOf, positionAtLine, rangeOfPlaces } from './places.ts';
import { selectedRange } from './marking/selection.ts';

/** Where a reader's eyes rest, as a share of the window's height. */
const EYES_01 = 0.35;

/** How long to wait for the background to say which blocks were restored here, ms; it wakes up in less. */
const PLAN_MS = 2_000;
const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

/** What the handlers need. */
export interface Parts {
  capture: Capture;
  calm: Calm;
  highlights: Highlights;
  marking: Marking;
  editor: Pick<EditorFrame, 'resize' | 'close'>;
  /** Ends with the page script. */
  signal: AbortSignal;
  /** Resolves once it is known which blocks the person restored here. */
  planned: () => Promise<void>;
  /** Says a sentence on the page, with a way to take back what was done. */
  tell: (sentence: string, undo?: () => void) => void;
  correcting: Correcting;
  /** Tells the background how many blocks were set aside. */
  showCount: (traced: TracedArticle) => void;
}

/** Requests that are answered without an article. */
const WITHOUT: ReadonlySet<string> = new Set(['highlights.changed', 'editor.resize', 'editor.close', 'place.now']);

/** The handlers of a page; each waits until the page can be read, where it needs that. */
export function answers(parts: Parts): Handlers<ToPage> {
  const handlers = Object.entries(answersOf(parts)).map(([kind, handler]) => {
    const ready = async (ask: never, sender: Sender) => {
      await parts.capture.ready();
      return (handler as (ask: never, sender: Sender) => unknown)(ask, sender);
    };
    return [kind, WITHOUT.has(kind) ? handler : ready] as const;
  });
  return Object.fromEntries(handlers) as unknown as Handlers<ToPage>; // the same kinds, each with its own handler
}

function answersOf(parts: Parts): Handlers<ToPage> {
  const { capture, calm, highlights, marking, editor, signal, planned, correcting, showCount, tell } = parts;
  const rangeOf = (start: number, end: number): Result<Range> => {
    const read = capture.read(false);
    if (!read.ok) return read;
    let range = rangeOfPlaces(read.value, start, end);
    if (!range) {
      const again = capture.read(true); // the page has replaced its nodes since then
      range = again.ok ? rangeOfPlaces(again.value, start, end) : null;
    }
    return range ? ok(range) : fail('quote-lost');
  };
  const highlightPlaces = (): HighlightPlace[] => {
    const read = capture.read(false);
    return highlights
      .states()
      .toSorted((a, b) => (a.pageStart ?? Infinity) - (b.pageStart ?? Infinity))
      .map(({ pageStart: _, ...state }) => {
        const range = highlights.rangeOf(state.id);
        return { ...state, range: read.ok && range ? articleRangeOf(read.value, range) : null };
      });
  };
  const suggested = (id: string) =>
    highlights.suggest(id).flatMap((range) => {
      const start = highlights.describe(range)?.start;
      return start === undefined ? [] : [{ start, range }];
    });
  /** Searched again, as the page may have changed since the suggestion. */
  const suggestedAt = (id: string, start: number): Range | undefined =>
    suggested(id).find((one) => one.start === start)?.range;
  const setCalm = (on: boolean): Result<{ on: boolean; count: number }> => {
    if (!on) {
      calm.leave();
      return ok({ on: false, count: 0 });
    }
    const read = capture.read(calm.on());
    return read.ok ? ok({ on: true, count: calm.enter(read.value) }) : read;
  };
  const { readAgain, readingOf, correct, pickPart } = correcting;
  /** Restores or hides one block and remembers that with the article. */
  const decide = async (text: string, back: boolean) => {
    if (back) capture.broughtBack.add(text);
    else capture.broughtBack.delete(text);
    const read = readAgain();
    if (!read.ok) return read;
    const kept = await askFromPage('removal.bring-back', { text, back, article: read.value.article });
    return kept.ok ? read : kept;
  };
  return {
    'article.read': async ({ fresh, anyway = false }) => {
      capture.anyway ||= anyway;
      const first = capture.read(fresh);
      // under way meanwhile; what the person brought back is in the article from its first showing on
      await Promise.race([planned(), pause(PLAN_MS)]);
      const last = capture.last(); // of two that ask at once, the other may have read again by now
      const read = last ? ok(last) : first.ok ? capture.read(false) : first;
      if (capture.listed().length > 0) return fail('listing');
      if (!read.ok) return read;
      showCount(read.value);
      return ok({ ...readingOf(read.value), calm: calm.on() });
    },
    'article.save': async ({ tell: isTold }) => {
      await Promise.race([planned(), pause(PLAN_MS)]);
      const read = capture.read(false);
      const kept = read.ok ? await askFromPage('article.keep', { article: read.value.article }) : read;
      if (!isTold) return kept.ok ? ok(null) : kept;
      if (kept.ok) tell(t('toolbar_saved'), () => void askFromPage('change.undo', null));
      else tell(t(`failure_${kept.error.kind.replaceAll('-', '_')}`));
      return kept.ok ? ok(null) : kept;
    },
    'article.read-parts': async () => {
      const first = capture.read(false);
      return first.ok ? ok(await readOtherParts(first.value.article, fetchPart, signal)) : first;
    },
    'range.reveal': ({ start, end }) => {
      const range = rangeOf(start, end);
      if (!range.ok) return range;
      highlights.revealRange(range.value);
      return ok(null);
    },
    'range.highlight': async ({ start, end, colour }) => {
      const range = rangeOf(start, end);
      return range.ok ? marking.add(range.value, colour) : range;
    },
    'highlight.reveal': ({ id }) => (highlights.reveal(id) ? ok(null) : fail('quote-lost')),
    'highlight.states': () => ok(highlightPlaces()),
    'highlight.place': ({ id }) => {
      marking.startPlacing(id);
      return ok(null);
    },
    'highlight.suggest': ({ id }) =>
      ok(suggested(id).map(({ start, range }) => ({ start, text: range.toString().replace(/\s+/g, ' ').trim() }))),
    'highlight.show-at': ({ id, start }) => {
      const range = suggestedAt(id, start);
      if (!range) return fail('quote-lost');
      highlights.revealRange(range);
      return ok(null);
    },
    'highlight.place-at': async ({ id, start }) => {
      const range = suggestedAt(id, start);
      return range ? marking.placeAt(id, range) : fail('quote-lost');
    },
    'selection.highlight': async ({ colour, note }) => {
      const range = selectedRange(document);
      if (!range) return fail('not-found');
      const marked = range.cloneRange();
      const added = await marking.add(marked, colour);
      if (added.ok && note) await marking.openEditor(added.value.id, marked);
      return added;
    },
    'highlights.changed': async ({ highlights: list }) => {
      await highlights.set(list);
      return ok(null);
    },
    'calm.set': ({ on }) => setCalm(on),
    'calm.toggle': () => setCalm(!calm.on()),
    'removal.bring-back': async ({ index }) => {
      const removal = capture.last()?.article.removed[index];
      return removal ? decide(removal.text, true) : fail('not-found');
    },
    'removal.set-aside': async ({ text }) => decide(text, false),
    'shapes.keep': ({ shapes }) => {
      capture.shapes.clear();
      for (const shape of shapes) capture.shapes.add(shape);
      return readAgain();
    },
    'listing.read': () => ok(capture.listed()),
    'correction.set': ({ correction }) => correct(correction),
    'part.pick': () => {
      void pickPart();
      return ok(null);
    },
    'editor.resize': ({ heightPx }) => {
      editor.resize(heightPx);
      return ok(null);
    },
    'editor.close': () => {
      editor.close();
      return ok(null);
    },
    'place.now': () => {
      const traced = capture.last();
      return traced ? ok({ position: positionAtLine(traced, innerHeight * EYES_01) }) : fail('no-article');
    },
  };
}
