/** Knows how to tell what was set aside: one entry a block inside the article, one entry a part of the page outside it. */
import type { Removal, RemovalReason } from './article.ts';
import type { Box, Page, Run } from './page-model.ts';

/** The judge's word on one run. */
export interface Verdict {
  keep: boolean;
  /** How sure the judge is that it belongs to the article, 0–1. */
  score01: number;
  reason: RemovalReason;
}

/** The ledger; `nodes[i]` are the live nodes of `removed[i]`. */
export interface Ledger {
  removed: Removal[];
  nodes: Node[][];
}

/** A removal's text is cut here (characters): the ledger shows a line of it. */
const LONGEST_TEXT = 2000;

/** The largest box around a run, below `limit`, in which nothing is kept. */
function droppedBox(run: Run, kept: Int32Array): Box | undefined {
  let found: Box | undefined;
  for (let box: Box | undefined = run.box; box; box = box.parent) {
    if (kept[box.endRun] !== kept[box.firstRun]) break;
    found = box;
  }
  return found;
}

/** Writes the ledger. `startOfRun` are places in the article's text, `length` the text's length, `root` the smallest box of all that is kept. */
export function ledger(
  page: Page,
  verdicts: Verdict[],
  startOfRun: ReadonlyMap<number, number>,
  length: number,
  root: Box | undefined,
): Ledger {
  const removed: Removal[] = [];
  const nodes: Node[][] = [];
  const kept = new Int32Array(page.runs.length + 1);
  verdicts.forEach((verdict, at) => (kept[at + 1] = (kept[at] ?? 0) + (verdict.keep ? 1 : 0)));
  const starts = new Int32Array(page.runs.length + 1).fill(length);
  for (let at = page.runs.length - 1; at >= 0; at--) starts[at] = startOfRun.get(at) ?? starts[at + 1] ?? length;
  let last: { box: Box | undefined; reason: RemovalReason; parent: Box | undefined } | undefined;
  for (const run of page.runs) {
    const verdict = verdicts[run.index];
    if (!verdict || verdict.keep) {
      last = undefined;
      continue;
    }
    const inside =
      root !== undefined && run.index >= root.firstRun && run.index < root.endRun && (kept[run.index] ?? 0) > 0;
    const box = droppedBox(run, kept);
    const entry = removed[removed.length - 1];
    if (!inside && last && entry && last.box === box && box !== undefined) {
      if (entry.text.length < LONGEST_TEXT) entry.text = `${entry.text}\n${run.text}`.slice(0, LONGEST_TEXT);
      continue;
    }
    const whole = inside ? (run.box.endRun - run.box.firstRun === 1 && run.box !== root ? run.box : undefined) : box;
    removed.push({
      text: run.text.slice(0, LONGEST_TEXT),
      reason: verdict.reason,
      score01: Math.round((1 - verdict.score01) * 1000) / 1000,
      start: starts[run.index] ?? length,
      inside,
    });
    nodes.push(whole ? [whole.element] : run.pieces.map((piece) => piece.node));
    last = { box, reason: verdict.reason, parent: run.box.parent };
  }
  return { removed, nodes };
}
