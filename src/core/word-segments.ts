/** Cuts runs of text without spaces into words by the browser's dictionaries, in time that grows with the run alone. */

/**
 * Code units given to `Intl.Segmenter` at once. Its cost grows faster than the run (measured in Node 20: minutes for
 * 300,000 letters of Han in one piece).
 */
const WINDOW = 1000;
/** Dictionaries look a few words ahead: the last ones of a window are cut again with the next. */
const UNSURE = 4;

/** The words of a run, in order, without what is no word. `segmenter` has the granularity `word`. */
export function wordSegments(run: string, segmenter: Intl.Segmenter): string[] {
  const words: string[] = [];
  for (let from = 0; from < run.length;) {
    const to = Math.min(run.length, from + WINDOW);
    const pieces = [...segmenter.segment(run.slice(from, to))];
    const [next] = to < run.length && pieces.length > UNSURE ? pieces.splice(-UNSURE) : [];
    for (const { segment, isWordLike } of pieces) if (isWordLike) words.push(segment);
    from = next ? from + next.index : to;
  }
  return words;
}
