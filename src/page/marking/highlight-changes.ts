/** Changes highlights of the page: asks the background, then updates what is painted. */
import { askFromPage } from '../../adapters/browser/channel.ts';
import type { Highlights } from '../../adapters/highlights/highlights.ts';
import { type Quote, headingBefore } from '../../core/anchor/quote.ts';
import type { TracedArticle } from '../../core/article/article.ts';
import type { Colour } from '../../core/library/records.ts';
import { type Result, fail } from '../../core/result.ts';
import type { PageHighlight } from '../../messages.ts';
import type { Capture } from '../capture.ts';
import { newId } from '../new-id.ts';
import { articleRangeOf } from '../places.ts';

/** Changes of highlights. None of them paints anything if the background refuses it. */
export interface HighlightChanges {
  /** Adds a highlight of the words in `range`, which `described` describes. */
  add(described: Quote, range: Range, colour: Colour): Promise<Result<PageHighlight>>;
  remove(ids: string[]): Promise<Result<null>>;
  recolour(id: string, colour: Colour): Promise<Result<null>>;
  /** Makes a range the place of a highlight; `quote-lost` if the range holds no words. */
  reattach(id: string, range: Range): Promise<Result<PageHighlight>>;
}

/** Makes the changes of a document's highlights. */
export function createHighlightChanges(capture: Capture, highlights: Highlights): HighlightChanges {
  return {
    async add(described, range, colour) {
      await capture.ready();
      const read = capture.read(false);
      const quote = read.ok ? withArticleHeading(described, read.value, range) : described;
      const article = read.ok ? { article: read.value.article } : {};
      // With its own id, so that a repeated request after the background was stopped adds nothing twice.
      const question = { id: newId(), quote, colour, ...article };
      let added = await askFromPage('highlight.add', question);
      if (!added.ok && added.error.kind === 'restarted') added = await askFromPage('highlight.add', question);
      if (!added.ok) return added;
      const { value } = added;
      void highlights.set([...highlights.list().filter(({ id }) => id !== value.id), value]);
      return added;
    },
    async remove(ids) {
      const removed = await askFromPage('highlight.delete', { ids });
      if (removed.ok) void highlights.set(highlights.list().filter(({ id }) => !ids.includes(id)));
      return removed;
    },
    async recolour(id, colour) {
      const changed = await askFromPage('highlight.recolour', { ids: [id], colour });
      const painted = () => highlights.list().map((each) => (each.id === id ? { ...each, colour } : each));
      if (changed.ok) void highlights.set(painted());
      return changed;
    },
    async reattach(id, range) {
      const quote = highlights.describe(range);
      if (!quote) return fail('quote-lost');
      const moved = await askFromPage('highlight.reattach', { id, quote });
      if (moved.ok) void highlights.set(highlights.list().map((each) => (each.id === id ? moved.value : each)));
      return moved;
    },
  };
}

/**
 * The quote with the article's own heading in place of the page's, or without one if the article has none. Outside the
 * article the page's heading stays.
 */
function withArticleHeading(quote: Quote, traced: TracedArticle, range: Range): Quote {
  const place = articleRangeOf(traced, range);
  if (!place) return quote;
  const { heading: _, ...rest } = quote;
  const heading = headingBefore(traced.article, place.start);
  return heading ? { ...rest, heading } : rest;
}
