/** Whether a list or table stands in kept text, so that it may stay for its place alone. */
import type { Box } from '../../page/model.ts';
import type { Verdicts } from './rule.ts';

/** A part of which more than this is kept is the article's (0–1). */
export const MOSTLY01 = 0.5;
/**
 * At least so much kept text stands around a list or table that stays for its place alone (characters but white space).
 */
export const TEXT_AROUND = 200;
/**
 * What the judge gives less than this to belong, on average, does not stay for its place alone (0–1): aggregators list
 * teasers too.
 */
export const LIKELY_FROM = 0.25;
const ASIDE = /^(?:nav|aside|footer|form)$/;

/** The smallest box that holds text beside a box; undefined where the box stands in a part that is no text. */
export function boxWithText(box: Box): Box | undefined {
  let at: Box | undefined = box;
  while (at && at.firstRun === box.firstRun && at.endRun === box.endRun) {
    if (ASIDE.test(at.tag)) return undefined;
    at = at.parent;
  }
  return at;
}

/** How sure the judge is of a box's lines, on average (0–1). */
function likelihood01(box: Box, verdicts: Verdicts): number {
  const lines = verdicts.slice(box.firstRun, box.endRun);
  return lines.reduce((sum, { score01 }) => sum + score01, 0) / Math.max(1, lines.length);
}

/** Whether a box stands in text most of which is kept, with some of it before. */
export function isAmongKept(box: Box, verdicts: Verdicts, kept: (box: Box) => number, least01 = LIKELY_FROM): boolean {
  const beside = likelihood01(box, verdicts) >= least01 ? boxWithText(box) : undefined;
  if (!beside) return false;
  const others = kept(beside) - kept(box);
  if (others < TEXT_AROUND || others <= (beside.chars - box.chars) * MOSTLY01) return false;
  return verdicts.slice(beside.firstRun, box.firstRun).some(({ keep }) => keep);
}
