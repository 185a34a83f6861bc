/** Keeps lines with formulas that are adjacent to kept text. */
import { DEEPEST, keepRun, ruleOf } from './rule.ts';
import { isKept, largestAlone } from '../kept/kept-text.ts';
import type { Verdict } from '../verdict.ts';
import type { Page, Run } from '../../page/model.ts';

/** Blocks that hold a displayed formula or a sentence. Items of lists and cells are left to the rules of those. */
const LINE = /^(?:p|div|center|figure)$/;
const HEADING = /^h[1-6]$/;
/** A part of the page that says it holds answers of readers may use formulas as well as the article does. */
const ANSWERS = /comment|repl(?:y|ies)\b|disqus/i;

/** Whether a line holds a formula: MathML, TeX that a script draws, or a picture of a formula with its source. */
function hasFormula({ pieces }: Run, drawn: ReadonlySet<Text>): boolean {
  return pieces.some(({ node }) => drawn.has(node) || !!node.parentElement?.closest('math,script[type^="math/tex"]'));
}

/** Whether a line may stay for its formula: no link, no button, nothing that the page hides. */
function isLine(run: Run): boolean {
  if (run.hidden || run.unseen || run.linkChars > 0 || run.buttonChars > 0) return false;
  if (!LINE.test(run.box.tag) || run.box.depth > DEEPEST) return false;
  const { element, parent } = run.box;
  return ![element, parent?.element].some((one) => ANSWERS.test(one?.getAttribute('class') ?? ''));
}

/** Whether the next line on one side is kept and in the same container; a dropped heading in between is skipped. */
function isBeside(page: Page, verdicts: readonly Verdict[], run: Run, by: 1 | -1): boolean {
  let at = run.index + by;
  if (!isKept(verdicts, at) && HEADING.test(page.runs[at]?.box.tag ?? '')) at += by;
  const other = page.runs[at];
  if (!other || !isKept(verdicts, at) || other.box.depth > DEEPEST) return false;
  const around = largestAlone(run.box).parent;
  return around !== undefined && largestAlone(other.box).parent === around;
}

/** Keeps lines from the first to the last, then from the last to the first: several may follow each other. */
function keepFormulas(page: Page, verdicts: Verdict[]): void {
  const drawn = new Set(page.formulas.values());
  for (const by of [1, -1] as const)
    for (const run of by === 1 ? page.runs : page.runs.toReversed()) {
      if (isKept(verdicts, run.index) || !isLine(run)) continue;
      if (isBeside(page, verdicts, run, by === 1 ? -1 : 1) && hasFormula(run, drawn)) keepRun(verdicts, run.index);
    }
}

export const formulas = ruleOf(
  'formulas',
  'A formula has hardly a word of the text around it, so that the models take its line for clutter.',
  ({ page }, verdicts) => keepFormulas(page, verdicts),
);
