/** The page script's handlers about ranges of the article and highlights. */
import type { Handlers } from '../adapters/browser/channel.ts';
import type { Highlights } from '../adapters/highlights/highlights.ts';
import { type Result, fail, ok } from '../core/result.ts';
import type { HighlightPlace, ToPage } from '../messages.ts';
import type { Capture } from './capture.ts';
import type { Marking } from './marking/marking.ts';
import { selectedRange } from './marking/selection.ts';
import { articleRangeOf, rangeOfPlaces } from './places.ts';

type Kinds =
  | ('range.reveal' | 'range.highlight' | 'selection.highlight' | 'highlights.changed')
  | ('highlight.reveal' | 'highlight.states' | 'highlight.place')
  | ('highlight.suggest' | 'highlight.show-at' | 'highlight.place-at');

/** What these handlers need. */
export interface HighlightParts {
  capture: Capture;
  highlights: Highlights;
  marking: Marking;
}

/** A range of the article's text in the page. */
function pageRange(capture: Capture, start: number, end: number): Result<Range> {
  const read = capture.read(false);
  if (!read.ok) return read;
  let range = rangeOfPlaces(read.value, start, end);
  if (!range) {
    const again = capture.read(true); // the page has replaced its nodes since then
    range = again.ok ? rangeOfPlaces(again.value, start, end) : null;
  }
  return range ? ok(range) : fail('quote-lost');
}

/** Where the highlights stand, in the order of the page, lost ones last. */
function highlightPlaces({ capture, highlights }: HighlightParts): HighlightPlace[] {
  const read = capture.read(false);
  return highlights
    .states()
    .toSorted((a, b) => (a.pageStart ?? Infinity) - (b.pageStart ?? Infinity))
    .map(({ pageStart: _, ...state }) => {
      const range = highlights.rangeOf(state.id);
      return { ...state, range: read.ok && range ? articleRangeOf(read.value, range) : null };
    });
}

/** Passages where a lost highlight may belong. */
function suggested({ highlights }: HighlightParts, id: string): { start: number; range: Range }[] {
  return highlights.suggest(id).flatMap((range) => {
    const start = highlights.describe(range)?.start;
    return start === undefined ? [] : [{ start, range }];
  });
}

/** One of them. Searched again, as the page may have changed since the suggestion. */
function suggestedAt(parts: HighlightParts, id: string, start: number): Range | undefined {
  return suggested(parts, id).find((one) => one.start === start)?.range;
}

/** The handlers about ranges and highlights. */
export function highlightAnswers(parts: HighlightParts): Pick<Handlers<ToPage>, Kinds> {
  const { capture, highlights, marking } = parts;
  return {
    'range.reveal': ({ start, end }) => {
      const range = pageRange(capture, start, end);
      if (!range.ok) return range;
      highlights.revealRange(range.value);
      return ok(null);
    },
    'range.highlight': async ({ start, end, colour }) => {
      const range = pageRange(capture, start, end);
      return range.ok ? marking.add(range.value, colour) : range;
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
    'highlight.reveal': ({ id }) => (highlights.reveal(id) ? ok(null) : fail('quote-lost')),
    'highlight.states': () => ok(highlightPlaces(parts)),
    'highlight.place': ({ id }) => {
      marking.startPlacing(id);
      return ok(null);
    },
    'highlight.suggest': ({ id }) =>
      ok(
        suggested(parts, id).map(({ start, range }) => ({
          start,
          text: range.toString().replace(/\s+/g, ' ').trim(),
        })),
      ),
    'highlight.show-at': ({ id, start }) => {
      const range = suggestedAt(parts, id, start);
      if (!range) return fail('quote-lost');
      highlights.revealRange(range);
      return ok(null);
    },
    'highlight.place-at': async ({ id, start }) => {
      const range = suggestedAt(parts, id, start);
      return range ? marking.placeAt(id, range) : fail('quote-lost');
    },
  };
}
