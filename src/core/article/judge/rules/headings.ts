/** Keeps a heading that stands right above kept text, and leaves out the article's title where the body says it again. */
import type { Verdict } from '../verdict.ts';
import type { Box, Page, Run } from '../../page/model.ts';

/** A heading holds its words no deeper than this. */
const HEADING_LEVELS = 3;
/** With more of its words than this in links to other pages, a heading is the title of something else (0–1). */
const LINKED01 = 0.5;
/** Longer lines are no headings (characters but white space). */
const LONGEST_HEADING = 200;
/** Among this many first kept runs the title is said again. */
const FIRST_RUNS = 3;
/** What lies deeper is left to the judge: looking up from there takes time that grows with depth. */
const DEEPEST = 400;
const HEADING = /^h[1-6]$/;

/** The heading that a run is the text of. */
function headingOf(run: Run): Box | undefined {
  let box: Box | undefined = run.box;
  for (let up = 0; up < HEADING_LEVELS && box; up++, box = box.parent) if (HEADING.test(box.tag)) return box;
  return undefined;
}

/** Letters and digits alone, lower case: titles are compared by them. */
function letters(text: string): string {
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

/**
 * Keeps headings right above kept lines of their own container; drops the title where it is said again above the text. Changes
 * `verdicts`. Linear in the page.
 */
export function keepHeadings(page: Page, verdicts: Verdict[], title: string): void {
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
    if (sharesContainer(heading, below)) verdict.keep = true;
  }
  leaveTitle(page, verdicts, own);
}

/** The article's title is told apart from its text: a heading that says it again above the first paragraph goes. */
function leaveTitle(page: Page, verdicts: Verdict[], own: string): void {
  let seen = 0;
  for (const run of page.runs) {
    const verdict = verdicts[run.index];
    if (!verdict?.keep) continue;
    if (++seen > FIRST_RUNS) return;
    if (own === '' || letters(run.text) !== own || !headingOf(run)) continue;
    verdict.keep = false;
    verdict.reason = 'repeats-title';
  }
}
