/** Tells how much of a part of the page is kept, and whether a part is surrounded by kept text. */
import { sums } from '../../../prefix-sums.ts';
import type { Box, Page } from '../../page/model.ts';
import type { Verdicts } from '../rules/rule.ts';

/** Whether a run is kept; no where there is no such run. */
export const isKept = (verdicts: Verdicts, at: number): boolean => verdicts[at]?.keep === true;

/** How many characters of a box are kept, without white space. Computes prefix sums once, for any number of boxes. */
export function keptChars(page: Page, verdicts: Verdicts): (box: Box) => number {
  const sum = sums(page.runs.length, (at) => (isKept(verdicts, at) ? (page.runs[at]?.chars ?? 0) : 0));
  return (box) => sum(box.firstRun, box.endRun);
}

/** The largest box around a box that holds no other run. */
export function largestAlone(box: Box): Box {
  let at = box;
  while (at.parent && at.parent.firstRun === box.firstRun && at.parent.endRun === box.endRun) at = at.parent;
  return at;
}

/** Whether the runs right before and after `[box.firstRun, end)` are kept and are in the container of `box`. */
export function isBetweenKept(box: Box, verdicts: Verdicts, end = box.endRun): boolean {
  const around = largestAlone(box).parent;
  if (!around || around.firstRun >= box.firstRun || around.endRun <= end) return false;
  return isKept(verdicts, box.firstRun - 1) && isKept(verdicts, end);
}
