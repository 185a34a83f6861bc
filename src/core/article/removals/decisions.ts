/**
 * Stores the decision about each run of a page, so reading the same page again changes only what the person asked for.
 */
import type { Page, Run } from '../page/model.ts';
import type { Verdict } from '../judge/verdict.ts';

/**
 * Minimum share of the kept characters that must still be on the page (0–1); with fewer it is another text and is
 * judged again.
 */
const SAME_TEXT01 = 0.9;

interface Decision {
  node: Text | undefined;
  text: string;
  verdict: Verdict;
}

/** The verdicts of one reading, found again by the live text node and the words of a run. */
export interface Decisions {
  byText: ReadonlyMap<string, Decision[]>;
  /** For every text node that was seen, the decision about the first run in it. */
  byNode: ReadonlyMap<Text, Decision>;
  /** Characters (but white space) of the runs that were kept. */
  keptChars: number;
}

/** The decisions of a reading, before the person's own; none about `late` runs. The verdicts are copied. O(runs). */
export function decisionsOf(page: Page, verdicts: readonly Verdict[], late: ReadonlySet<number>): Decisions {
  const byText = new Map<string, Decision[]>();
  const byNode = new Map<Text, Decision>();
  let keptChars = 0;
  for (const run of page.runs) {
    const verdict = verdicts[run.index];
    if (!verdict || late.has(run.index)) continue;
    const decision = { node: run.pieces[0]?.node, text: run.text, verdict: { ...verdict } };
    const same = byText.get(run.text);
    if (same) same.push(decision);
    else byText.set(run.text, [decision]);
    for (const { node } of run.pieces) if (!byNode.has(node)) byNode.set(node, decision);
    if (verdict.keep) keptChars += run.chars;
  }
  return { byText, byNode, keptChars };
}

/** The decision about each run; undefined for one that came to the page since. */
function decided(page: Page, { byText, byNode }: Decisions): (Decision | undefined)[] {
  const met = new Map<string, number>();
  return page.runs.map((run) => {
    const node = run.pieces[0]?.node;
    const same = byText.get(run.text);
    const copy = met.get(run.text) ?? 0;
    met.set(run.text, copy + 1);
    const exact = same?.find((one) => one.node === node);
    // A counter that ticked keeps its node; a paragraph that a script drew again keeps its words.
    return exact ?? (node && byNode.get(node)) ?? same?.[copy] ?? same?.[0];
  });
}

const bare = (text: string) => text.replace(/\s+/g, '');

/** Removes words that a page has added to a run since ("Copied!" next to a heading). */
function withoutLateWords(run: Run, decision: Decision, { byNode }: Decisions): void {
  if (run.text === decision.text) return;
  const pieces = run.pieces.filter(({ node }) => byNode.has(node));
  const words = pieces.map(({ node, from, to }) => node.data.slice(from, to)).join('');
  if (pieces.length === run.pieces.length || bare(words) !== bare(decision.text)) return;
  run.pieces = pieces;
  run.text = decision.text;
}

/**
 * Puts earlier decisions in place of the verdicts. Returns the indices of the runs that came to the page since, which
 * are in neither the article nor the ledger; null, with nothing changed, where the page shows another text by now.
 * Changes the verdicts, and runs that words were added to. O(runs).
 */
export function applyDecisions(page: Page, verdicts: Verdict[], decisions: Decisions): ReadonlySet<number> | null {
  const found = decided(page, decisions);
  const chars = page.runs.reduce((sum, run) => sum + (found[run.index]?.verdict.keep ? run.chars : 0), 0);
  if (chars < decisions.keptChars * SAME_TEXT01) return null;
  const late = new Set<number>();
  for (const run of page.runs) {
    const decision = found[run.index];
    if (decision) {
      verdicts[run.index] = { ...decision.verdict };
      withoutLateWords(run, decision, decisions);
    } else {
      verdicts[run.index] = { keep: false, score01: 0, reason: 'hidden' };
      late.add(run.index);
    }
  }
  return late;
}
