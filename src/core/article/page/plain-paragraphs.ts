/** The paragraphs of a page of plain text. */

/** Lines this long (characters) that follow each other without a blank line are one wrapped paragraph. */
const WRAPPED_LEAST = 50;
const WRAPPED_MOST = 100;

/** A range `[from, to)` of code units. */
interface Range {
  from: number;
  to: number;
}

/**
 * A blank line ends a paragraph, and so does any line end unless the lines are wrapped to one width. In order, without
 * overlap.
 */
export function* plainParagraphs(data: string): Generator<Range> {
  for (const stretch of data.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    const lines = stretch[0].split('\n');
    const body = lines.slice(0, -1);
    const wrapped =
      body.length > 0 && body.every((line) => line.length >= WRAPPED_LEAST && line.length <= WRAPPED_MOST);
    let from = stretch.index;
    for (const line of wrapped ? [stretch[0]] : lines) {
      yield { from, to: from + line.length };
      from += line.length + 1;
    }
  }
}
