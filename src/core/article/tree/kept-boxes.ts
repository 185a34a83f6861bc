/** Tells which boxes of a page hold anything that is kept. */
import type { Box, Page } from '../page/model.ts';

/**
 * Returns whether a box holds a kept run or a kept picture. Linear in the page; each answer takes constant time.
 *
 * @param keep 1 for each kept run
 * @param media kept pictures, films and sounds
 */
export function keptBoxes(page: Page, keep: Uint8Array, media: ReadonlySet<Element>): (box: Box) => boolean {
  const before = new Int32Array(page.runs.length + 1);
  for (const run of page.runs) before[run.index + 1] = (before[run.index] ?? 0) + (keep[run.index] ? 1 : 0);
  const withMedia = new Set<Box>();
  for (const medium of page.media) {
    if (!media.has(medium.element)) continue;
    for (let box: Box | undefined = medium.box; box && !withMedia.has(box); box = box.parent) withMedia.add(box);
  }
  return (box) => (before[box.endRun] ?? 0) > (before[box.firstRun] ?? 0) || withMedia.has(box);
}
