/** The page in front as a view follows it, and what of it the outline shows. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type TreeRow, mergedRows, sectionRows } from '../../parts/outline/tree-rows.ts';
import type { FrontPageReader } from './front-page.ts';
import type { FrontPage } from './state.ts';

/** What the reader knows, redrawn at each step. */
export function useFrontPage(reader: FrontPageReader): FrontPage {
  const [page, setPage] = useState<FrontPage>(reader.now());
  // Before the frame, not after it: a change in between would need a second frame.
  useLayoutEffect(() => {
    const over = new AbortController();
    reader.hear(setPage, over.signal);
    setPage(reader.now());
    return () => over.abort();
  }, []);
  const { glimpse, digest, chosenBy } = page;
  // Marks that `npm run bench -- reading` reads: the article's facts are drawn, its outline, its points.
  useLayoutEffect(() => {
    if (glimpse) performance.mark('lede-facts');
    if (digest) performance.mark('lede-outline');
    if (chosenBy) performance.mark('lede-points');
  }, [glimpse === null, digest === null, chosenBy === null]);
  return page;
}

/** The rows of the outline: its sections and, in the combined tree, the points and notes in the text. */
export function useOutlineRows({ digest, saved, standings }: FrontPage, oneTree: boolean): TreeRow[] {
  return useMemo(() => {
    if (!digest) return [];
    if (!oneTree) return sectionRows(digest.outline);
    const placed = (saved?.notes ?? []).flatMap(({ id, quote, colour, text }) => {
      const range = standings.find((one) => one.id === id)?.range;
      return range ? [{ id, words: text || quote.exact, colour, ...range }] : [];
    });
    return mergedRows(digest.outline, digest.keyPoints, placed);
  }, [digest, oneTree, saved, standings]);
}
