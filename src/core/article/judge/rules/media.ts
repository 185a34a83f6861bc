/** Knows which of a page's pictures, films and sounds belong to the article. */
import type { Verdict } from '../../removals/ledger.ts';
import { isBetweenKept } from './belongs-together.ts';
import type { Box, Page } from '../../page/model.ts';

/** A figure with more text than this is a part of the page, not a picture with a caption (characters but white space). */
const LONGEST_CAPTION = 500;
/** A picture lies no deeper in its figure than this. */
const FIGURE_LEVELS = 12;
/** With more of its words than this in links, a figure is a card that leads elsewhere (0–1). */
const LINKED01 = 0.5;

/** The figures with pictures that stand between two kept blocks, none of whose words are kept. Where a picture belongs, its caption does too. */
export function standingFigures(page: Page, verdicts: readonly Verdict[]): Set<Box> {
  return new Set(
    page.boxes.filter(
      (box) =>
        box.tag === 'figure' &&
        !box.hidden &&
        box.images > 0 &&
        box.chars > 0 &&
        box.chars <= LONGEST_CAPTION &&
        box.linkChars <= box.chars * LINKED01 &&
        !verdicts.slice(box.firstRun, box.endRun).some((verdict) => verdict.keep) &&
        isBetweenKept(box, verdicts),
    ),
  );
}

/** The pictures among kept runs: in a figure or a box with kept text, or between two kept runs of the same part; not those of a card that was dropped. `figures` stand in the article. */
export function keptMedia(
  page: Page,
  keep: Uint8Array,
  root: Box,
  figures: ReadonlySet<Box> = new Set(),
): Set<Element> {
  const kept = new Set<Element>();
  const before = new Int32Array(keep.length + 1);
  keep.forEach((one, at) => (before[at + 1] = (before[at] ?? 0) + one));
  const share = (box: Box) => (before[box.endRun] ?? 0) - (before[box.firstRun] ?? 0);
  for (const medium of page.media) {
    if (medium.before < root.firstRun || medium.before > root.endRun) continue;
    let box: Box | undefined = medium.box;
    if (isIn(box, figures)) {
      kept.add(medium.element);
      continue;
    }
    // The smallest box around the picture that has text says whether it is the article's.
    while (box && box !== root && box.endRun === box.firstRun) box = box.parent;
    if (!box || box.hidden) continue;
    const runs = box.endRun - box.firstRun;
    const close = (keep[medium.before - 1] ?? 0) + (keep[medium.before] ?? 0);
    if (share(box) * 2 > runs || (close === 2 && !medium.inLink)) kept.add(medium.element);
  }
  return kept;
}

/** Whether a box lies in one of some, a few levels up at the most: figures are shallow. */
function isIn(box: Box, some: ReadonlySet<Box>): boolean {
  let at: Box | undefined = box;
  for (let up = 0; up < FIGURE_LEVELS && at && some.size > 0; up++, at = at.parent) if (some.has(at)) return true;
  return false;
}
