/** The type of a rule: a small correction of verdicts for cases in which the models are unreliable. */
import type { Box, Page } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';

/** What rules may use besides the verdicts. */
export interface JudgedPage {
  page: Page;
  /** The page's own address. */
  url: string;
  /** The article's title, as its metadata tells it. */
  title: string;
  /** What the page's head says the article is about. */
  description?: string | undefined;
  /** Boxes that are tables of data. */
  tables: ReadonlySet<Box>;
}

/** One verdict a run, in the order of `Page.runs`. */
export type Verdicts = readonly Verdict[];

/** A pure function of verdicts with a name. Rules are listed in order in `rules.ts`. */
export interface Rule {
  name: string;
  /** Why the models need it, in one sentence. */
  reason: string;
  /** Returns new verdicts; those it is given do not change. Linear in the page. */
  apply(judged: JudgedPage, verdicts: Verdicts): Verdicts;
}

/** Maximum depth (boxes) at which rules apply: the time to search the ancestors grows with depth. */
export const DEEPEST = 400;

/**
 * Puts new verdicts in place of those of runs `[firstRun, endRun)` whose `keep` differs. Changes the list it is given.
 */
export function setKeep(
  verdicts: Verdict[],
  { firstRun, endRun }: Pick<Box, 'firstRun' | 'endRun'>,
  keep = true,
): void {
  for (let at = firstRun; at < endRun; at++) {
    const verdict = verdicts[at];
    if (verdict && verdict.keep !== keep) verdicts[at] = { ...verdict, keep };
  }
}

/** The same for one run. */
export function keepRun(verdicts: Verdict[], at: number): void {
  setKeep(verdicts, { firstRun: at, endRun: at + 1 });
}

/** Makes a rule from a function that changes a copy of the verdicts. */
export function ruleOf(name: string, reason: string, change: (judged: JudgedPage, verdicts: Verdict[]) => void): Rule {
  return {
    name,
    reason,
    apply(judged, verdicts) {
      const changed = [...verdicts];
      change(judged, changed);
      return changed;
    },
  };
}
