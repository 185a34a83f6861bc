/** Tells whether a list or table is surrounded by kept text, so its position alone keeps it. */
import type { Box } from '../../page/model.ts';
import type { Verdicts } from '../rules/rule.ts';

/** A part belongs to the article if more than this share of it is kept (0–1). */
export const MOSTLY01 = 0.5;
/**
 * Minimum kept text around a list or table that stays because of its position alone (characters other than white
 * space).
 */
export const TEXT_AROUND = 200;
/**
 * Minimum average score (0–1) of a list or table that stays because of its position alone: aggregators list teasers
 * too.
 */
export const LIKELY_FROM = 0.25;
const ASIDE = /^(?:nav|aside|footer|form)$/;

/**
 * The smallest box with text other than a box and its caption; undefined if the box is in a part of the page without
 * prose.
 */
export function boxWithText(box: Box): Box | undefined {
  let at: Box | undefined = box;
  while (at && (at.tag === 'figure' || (at.firstRun === box.firstRun && at.endRun === box.endRun))) {
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

/** Levels between a table and the figure that holds it with its caption. */
const FIGURE_LEVELS = 3;

function isInFigure(box: Box): boolean {
  let at = box.parent;
  for (let level = 0; level < FIGURE_LEVELS && at; level++, at = at.parent) if (at.tag === 'figure') return true;
  return false;
}

/** Whether a box is surrounded by text that is mostly kept, with kept text before it or a caption. */
export function isAmongKept(box: Box, verdicts: Verdicts, kept: (box: Box) => number, least01 = LIKELY_FROM): boolean {
  let beside = likelihood01(box, verdicts) >= least01 ? boxWithText(box) : undefined;
  const othersIn = (around: Box) => kept(around) - kept(box);
  const isCaptioned = isInFigure(box);
  // A short section of a paper is a table and a line or two.
  while (isCaptioned && beside?.tag === 'section' && othersIn(beside) < TEXT_AROUND) beside = beside.parent;
  if (!beside) return false;
  const others = othersIn(beside);
  if (others < TEXT_AROUND || others <= (beside.chars - box.chars) * MOSTLY01) return false;
  return isCaptioned || verdicts.slice(beside.firstRun, box.firstRun).some(({ keep }) => keep);
}
