/** The decision about a run. The judge makes verdicts, rules correct them, the ledger reports them. */
import type { RemovalReason } from '../article.ts';

/** The decision about one run of a page. `Verdict[]` is in the order of `Page.runs`. */
export interface Verdict {
  /** Whether the run stays in the article. */
  keep: boolean;
  /** How sure the judge is that it belongs to the article, 0–1. */
  score01: number;
  /** Why it is removed; meaningless if it is kept. */
  reason: RemovalReason;
}
