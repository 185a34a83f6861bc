/** Marks the lines of a tree that say who wrote a post of a thread, and when. */
import type { Line } from './kinds.ts';

const HEADING = /^h[1-6]$/;

/**
 * Makes captions of the lines of these runs: no headings, and no text that is summed up. Changes the lines and their
 * elements.
 *
 * @param heads runs by index, as `headsOfPosts` tells them
 */
export function markPostHeads(lines: readonly Line[], heads: ReadonlySet<number>): void {
  if (heads.size === 0) return;
  for (const line of lines) {
    if (!heads.has(line.run.index) || line.table) continue;
    const { element } = line;
    if (HEADING.test(element.tag)) element.tag = 'p';
    element.attributes = { ...element.attributes, role: 'byline' };
    line.kind = 'caption';
    line.level = undefined;
  }
}
