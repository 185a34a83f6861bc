/** Knows which of a page's pictures, films and sounds belong to the article. */
import type { Box, Page } from './page-model.ts';

/** The pictures among kept runs: in a figure or a box with kept text, or between two kept runs of the same part; not those of a card that was dropped. */
export function keptMedia(page: Page, keep: Uint8Array, root: Box): Set<Element> {
  const kept = new Set<Element>();
  const before = new Int32Array(keep.length + 1);
  keep.forEach((one, at) => (before[at + 1] = (before[at] ?? 0) + one));
  const share = (box: Box) => (before[box.endRun] ?? 0) - (before[box.firstRun] ?? 0);
  for (const medium of page.media) {
    if (medium.before < root.firstRun || medium.before > root.endRun) continue;
    let box: Box | undefined = medium.box;
    // The smallest box around the picture that has text says whether it is the article's.
    while (box && box !== root && box.endRun === box.firstRun) box = box.parent;
    if (!box || box.hidden) continue;
    const runs = box.endRun - box.firstRun;
    const close = (keep[medium.before - 1] ?? 0) + (keep[medium.before] ?? 0);
    if (share(box) * 2 > runs || (close === 2 && !medium.inLink)) kept.add(medium.element);
  }
  return kept;
}
