/** Keeps headings right above kept text of their own container. */
import type { Verdict } from '../verdict.ts';
import { DEEPEST, keepRun, ruleOf } from './rule.ts';
import type { Box, Page, Run } from '../../page/model.ts';

/** A heading holds its words no deeper than this. */
const HEADING_LEVELS = 3;
/** With a larger share of its words in links to other pages, a heading is the title of something else (0–1). */
const LINKED01 = 0.5;
/** Longer lines are no headings (characters but white space). */
const LONGEST_HEADING = 200;
const HEADING = /^h[1-6]$/;

/** The heading that a run is the text of. */
export function headingOf(run: Run): Box | undefined {
  let box: Box | undefined = run.box;
  for (let up = 0; up < HEADING_LEVELS && box; up++, box = box.parent) if (HEADING.test(box.tag)) return box;
  return undefined;
}

/** Letters and digits alone, lower case: titles are compared by them. */
export function letters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Whether a heading links to another page. */
function leadsAway(run: Run): boolean {
  if (run.linkChars <= run.chars * LINKED01) return false;
  return !run.href.startsWith('#') && run.href !== '';
}

/** How much of the text between a heading's container and what follows is kept: the smallest box that holds both. */
function sharesContainer(heading: Box, below: Run): boolean {
  let at = heading.parent;
  for (let up = 0; at && up < HEADING_LEVELS; up++, at = at.parent) if (below.index < at.endRun) return true;
  return false;
}

/** Looks from the last run to the first, so that a heading above a heading stays too. */
function keepHeadings(page: Page, verdicts: Verdict[], title: string): void {
  const first = verdicts.findIndex(({ keep }) => keep);
  if (first < 0) return;
  const own = letters(title);
  for (let at = page.runs.length - 2; at >= 0; at--) {
    const run = page.runs[at];
    const verdict = verdicts[at];
    const below = page.runs[at + 1];
    if (!run || !verdict || !below || verdict.keep || run.hidden || run.box.depth > DEEPEST) continue;
    if (!verdicts[at + 1]?.keep || run.chars > LONGEST_HEADING || leadsAway(run)) continue;
    const heading = headingOf(run);
    if (!heading || heading.hidden || letters(run.text) === own || (at < first && heading.tag === 'h1')) continue;
    if (sharesContainer(heading, below)) keepRun(verdicts, at);
  }
}

export const headings = ruleOf(
  'headings',
  'A heading is a short line without a stop, as titles of teasers are; the text under it says whose it is.',
  ({ page, title }, verdicts) => {
    if (!page.plain) keepHeadings(page, verdicts, title);
  },
);
