/**
 * Applies a person's correction of a site whose pages are read wrongly: keep more, keep less, or this part of the page.
 */
import { parentOf } from '../page/dom-clobbering.ts';
import type { Box, Page, Run } from '../page/model.ts';
import { isOutside } from '../judge/rules/short-pages.ts';
import type { RemovalReason } from '../article.ts';
import type { Verdict } from '../judge/verdict.ts';
import { type PagePart, findPart } from './page-part.ts';

/** How the pages of a site are to be read. With both, `keep` counts within the part. */
export interface Correction {
  keep?: 'more' | 'less';
  part?: PagePart;
}

/** "Keep less" drops what the judge scores below this (0–1); the judge alone keeps from about one half on. */
const SURE01 = 0.8;
/**
 * "Keep less" never takes more than this share of the characters: beyond it the judge is not sure of the page at all.
 */
const LESS_MOST01 = 0.5;
/**
 * If the judge keeps this share of a part's words outside links (0–1), its verdicts apply in the part; otherwise the
 * whole part is kept.
 */
const AGREED01 = 0.5;
/** Reasons that even "keep more" believes where the text is mostly links. */
const MENUS: ReadonlySet<RemovalReason> = new Set(['navigation', 'sharing', 'links-elsewhere', 'tag-line']);
const HEADING = /^h[1-6]$/;
const GROUND = /^(?:article|main|body)$/;

const isLinked = (run: Run): boolean => run.linkChars * 2 > run.chars || run.buttonChars * 2 > run.chars;
const isSeen = (run: Run): boolean => !run.hidden && !run.unseen;

/** Keeps every run that `wants`; changes `verdicts`. */
function keepWhere(runs: readonly Run[], verdicts: Verdict[], wants: (run: Run, verdict: Verdict) => boolean): void {
  for (const run of runs) {
    const verdict = verdicts[run.index];
    if (verdict && !verdict.keep && wants(run, verdict)) verdict.keep = true;
  }
}

/** The `article` or `main` around everything that is kept, or the whole page: where more of the article may be. */
function groundOf(page: Page, verdicts: readonly Verdict[]): Box | undefined {
  const first = verdicts.findIndex(({ keep }) => keep);
  const last = verdicts.findLastIndex(({ keep }) => keep);
  let box = page.runs[first]?.box;
  while (box && (box.endRun <= last || !GROUND.test(box.tag))) box = box.parent;
  return box;
}

const isRepeatedTitle = ({ reason, keep }: Verdict): boolean => !keep && reason === 'repeats-title';

function keepMore(page: Page, verdicts: Verdict[]): void {
  const ground = groundOf(page, verdicts);
  const runs = page.runs.slice(ground?.firstRun ?? 0, ground?.endRun ?? page.runs.length);
  keepWhere(runs, verdicts, (run, verdict) => {
    if (!isSeen(run) || isOutside(run.box) || isRepeatedTitle(verdict)) return false;
    return !(isLinked(run) && MENUS.has(verdict.reason));
  });
}

/** Whether a heading is followed by text that stays, before the next heading. */
function leads(run: Run, page: Page, verdicts: readonly Verdict[]): boolean {
  for (let at = run.index + 1; at < page.runs.length; at++) {
    if (HEADING.test(page.runs[at]?.box.tag ?? '')) return false;
    if (verdicts[at]?.keep) return true;
  }
  return false;
}

function keepLess(page: Page, verdicts: Verdict[]): void {
  const isDoubtful = (run: Run): boolean => {
    const verdict = verdicts[run.index];
    return verdict !== undefined && verdict.keep && verdict.score01 < SURE01 && !run.preformatted;
  };
  const kept = page.runs.filter((run) => verdicts[run.index]?.keep);
  const [headings, lines] = [kept.filter(({ box }) => HEADING.test(box.tag)), kept.filter(isDoubtful)];
  const chars = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.chars, 0);
  if (chars(lines) > chars(kept) * LESS_MOST01) return;
  const drop = (run: Run) => {
    const verdict = verdicts[run.index];
    if (verdict) verdict.keep = false;
  };
  lines.filter(({ box }) => !HEADING.test(box.tag)).forEach(drop);
  headings.toReversed().forEach((run) => {
    if (isDoubtful(run) && !leads(run, page, verdicts)) drop(run);
  });
}

/** For each run whether it is in an element. */
function runsIn(page: Page, element: Element): (run: Run) => boolean {
  const known = new Map<Node, boolean>([[element, true]]);
  const isWithin = (node: Node): boolean => {
    const path: Node[] = [];
    let at: Node | null = node;
    while (at && !known.has(at)) {
      path.push(at);
      at = parentOf(at);
    }
    const answer = at !== null && known.get(at) === true;
    for (const one of path) known.set(one, answer);
    return answer;
  };
  const inside = page.runs.map((run) => run.pieces.some(({ node }) => isWithin(node)));
  return (run) => inside[run.index] === true;
}

/**
 * Reads only a part of the page, and with `whole` everything visible in it. Returns false, with nothing changed, if the
 * part is not on this page or has no text.
 */
function keepPart(page: Page, verdicts: Verdict[], part: PagePart, whole: boolean): boolean {
  const element = findPart(page.document, part);
  if (!element) return false;
  const isInside = runsIn(page, element);
  const inside = page.runs.filter((run) => isInside(run) && isSeen(run));
  if (inside.length === 0) return false;
  const words = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.chars - run.linkChars, 0);
  const kept = inside.filter((run) => verdicts[run.index]?.keep);
  const isAgreed = kept.length > 0 && words(kept) >= words(inside) * AGREED01;
  if (whole || !isAgreed) keepWhere(inside, verdicts, (_run, verdict) => !isRepeatedTitle(verdict));
  for (const run of page.runs) {
    const verdict = verdicts[run.index];
    if (verdict && !isInside(run)) verdict.keep = false;
  }
  return true;
}

/**
 * Changes `verdicts` as the person wishes; a part that the page does not have leaves them to the judge, and what the
 * page hides stays out. Returns whether the part was found or anything changed. Linear in the page.
 */
export function applyCorrection(page: Page, verdicts: Verdict[], { keep, part }: Correction): boolean {
  const before = verdicts.map((verdict) => verdict.keep);
  const found = part !== undefined && keepPart(page, verdicts, part, keep === 'more');
  if (keep === 'less') keepLess(page, verdicts);
  else if (keep === 'more' && !found) keepMore(page, verdicts);
  return found || verdicts.some((verdict, at) => verdict.keep !== before[at]);
}
