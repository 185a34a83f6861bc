/** Knows which runs of a page belong to the article. */
import type { Choice } from './isolate.ts';
import type { Verdict } from './ledger.ts';
import type { Page } from './page-model.ts';

/** Judges every run of the page. */
export function judge(page: Page, choice: Choice | undefined): Verdict[] {
  return page.runs.map((run) => {
    const keep = choice ? choice.kept[run.box.index] === 1 && !run.hidden : page.plain;
    return { keep, score01: keep ? 0.9 : 0.1, reason: run.hidden ? 'hidden' : 'navigation' };
  });
}
