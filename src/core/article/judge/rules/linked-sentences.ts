/** Keeps sentences that have many links, or are one link, if they are paragraphs among the text's own paragraphs. */
import type { Box, Page, Run } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { isKept } from '../kept/kept-text.ts';
import { DEEPEST, keepRun, ruleOf } from './rule.ts';

/** Shorter lines are titles and invitations (characters but white space). */
const SHORTEST = 40;
/** A sentence of several links holds at least this share of other words (0–1). */
const UNLINKED01 = 0.15;
const FEWEST_LINKS = 2;
/** A sentence that is one link is no title from this many words on. */
const FEWEST_WORDS = 14;
const ENDS = /[\p{L}\p{N}"”’)\]][.!?。！？]["”’)\]]*$/u;
/**
 * Levels on which a paragraph and its neighbour must look the same: itself and the wrapper that some sites set around
 * each.
 */
const LEVELS = 2;

const classesOf = (box: Box | undefined): string => box?.element.getAttribute('class') ?? '';

/** Whether two paragraphs are set the same way, in the same container. */
function isAlike(one: Run, other: Run | undefined): boolean {
  let [a, b]: (Box | undefined)[] = [one.box, other?.box];
  for (let level = 0; level < LEVELS && a && b; level++, a = a.parent, b = b.parent) {
    if (a.tag !== b.tag || classesOf(a) !== classesOf(b)) return false;
    if (a.parent === b.parent) return true;
  }
  return false;
}

function isSentence(run: Run): boolean {
  if (run.hidden || run.box.tag !== 'p' || run.box.depth > DEEPEST || run.chars < SHORTEST) return false;
  if (run.buttonChars > 0 || run.box.images > 0 || !ENDS.test(run.text)) return false;
  const isMixed = run.links >= FEWEST_LINKS && run.chars - run.linkChars >= run.chars * UNLINKED01;
  return isMixed || (run.links === 1 && run.text.split(' ').length >= FEWEST_WORDS);
}

/**
 * Keeps a linked sentence between two kept paragraphs that are set the same way. Two in a row are kept only where each
 * holds several links. Linear in the page.
 */
function keepLinkedSentences(page: Page, verdicts: Verdict[]): void {
  for (const run of page.runs) {
    if (isKept(verdicts, run.index) || run.linkChars === 0 || !isSentence(run)) continue;
    const [before, after] = [page.runs[run.index - 1], page.runs[run.index + 1]];
    if (!isKept(verdicts, run.index - 1) || !isAlike(run, before)) continue;
    const next = after && isAlike(run, after) ? after : undefined;
    const isAmong = next && (isKept(verdicts, next.index) || (run.links >= FEWEST_LINKS && isSentence(next)));
    if (isAmong) keepRun(verdicts, run.index);
  }
}

export const linkedSentences = ruleOf(
  'linked sentences',
  'A title of a teaser is all link; so is a sentence whose author links much or all of it.',
  ({ page }, verdicts) => keepLinkedSentences(page, verdicts),
);
