/** Keeps terms whose definitions are kept. */
import type { Box, Page } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { keptChars } from '../kept/kept-text.ts';
import { DEEPEST, ruleOf, setKeep } from './rule.ts';

/** A part belongs to the article if more than this share of it is kept (0–1). */
const MOSTLY01 = 0.5;
/** A definition is at least this many times as long as its term. */
const LONGER_THAN_TERM = 2;

const isEmpty = (box: Box): boolean => box.firstRun === box.endRun;

/** Keeps a term if its definition is kept and longer than the term, in a list that is mostly kept. */
function keepTerms(page: Page, boxes: readonly Box[], verdicts: Verdict[]): void {
  const kept = keptChars(page, verdicts);
  const isMostlyKept = (box: Box) => kept(box) > box.chars * MOSTLY01;
  let term: Box | undefined;
  for (const box of boxes) {
    if (box.tag === 'dt') term = box.hidden || isEmpty(box) ? undefined : box;
    else if (box.tag === 'dd' && term && box.parent === term.parent) {
      const defines = box.firstRun === term.endRun && box.chars >= term.chars * LONGER_THAN_TERM;
      const list = box.parent;
      if (defines && list && isMostlyKept(box) && isMostlyKept(list))
        setKeep(verdicts, { firstRun: term.firstRun, endRun: term.endRun });
      term = undefined;
    }
  }
}

export const terms = ruleOf(
  'terms',
  'A term alone is a line of one or two words, as labels of a page are.',
  ({ page }, verdicts) =>
    keepTerms(
      page,
      page.boxes.filter((box) => box.depth <= DEEPEST),
      verdicts,
    ),
);
