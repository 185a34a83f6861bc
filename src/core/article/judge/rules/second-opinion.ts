/** Uses Readability's result if the models find no article. */
import { isolate } from '../../isolate.ts';
import { keepRun, ruleOf } from './rule.ts';
import { isOutside, lengthOf } from './short-pages.ts';

/** What Readability keeps, except for what the page hides and its menus, forms and footers. Asked only where needed. */
export const secondOpinion = ruleOf(
  'second opinion',
  'The models have learned from articles: on a page unlike them all, another method may find the text.',
  ({ page }, verdicts) => {
    if (lengthOf(page, verdicts) === 'whole') return;
    const kept = isolate(page);
    if (!kept) return;
    for (const run of page.runs)
      if (kept[run.box.index] && !run.unseen && !isOutside(run.box)) keepRun(verdicts, run.index);
  },
);
