/** Drops a repetition of the title in the article's text, because views show the title separately. */
import type { Page } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { headingOf, letters } from './headings.ts';
import { ruleOf } from './rule.ts';

/** How many of the first kept runs may repeat the title. */
const FIRST_RUNS = 3;

function dropTitle(page: Page, verdicts: Verdict[], own: string): void {
  let seen = 0;
  for (const run of page.runs) {
    const verdict = verdicts[run.index];
    if (!verdict?.keep) continue;
    if (++seen > FIRST_RUNS) return;
    if (own === '' || letters(run.text) !== own || !headingOf(run)) continue;
    verdicts[run.index] = { ...verdict, keep: false, reason: 'repeats-title' };
  }
}

export const repeatedTitle = ruleOf(
  'repeated title',
  'The title is of the article, but not of its text.',
  ({ page, title }, verdicts) => {
    if (!page.plain) dropTitle(page, verdicts, letters(title));
  },
);
