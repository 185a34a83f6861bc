/** Keeps content that opens at a click: `<details>`, parts that a button opens, and the line that opens them. */
import type { Box, Page } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { isBetweenKept, keptChars } from '../kept/kept-text.ts';
import { DEEPEST, ruleOf, setKeep } from './rule.ts';

/** With more of its text than this in links, a part is a list of links (0–1). */
const LINKED01 = 0.5;
/** A part belongs to the article if more than this share of it is kept (0–1). */
const MOSTLY01 = 0.5;
/** Minimum score (0–1) of a part that opens at a click: aggregators collapse teasers too. */
const DISCLOSURE_FROM = 0.1;

const isProse = (box: Box): boolean => box.linkChars <= box.chars * LINKED01;
const isEmpty = (box: Box): boolean => box.firstRun === box.endRun;

/** A collapsible part: from the box of the element that opens it to the end of what it shows. */
interface Disclosure {
  opener: Box;
  end: number;
}

/** `<details>`, `hidden=until-found`, and what is right below a button with `aria-expanded` and `aria-controls`. */
function disclosuresOf(page: Page, boxes: readonly Box[]): Disclosure[] {
  const disclosures: Disclosure[] = [];
  for (const box of boxes) {
    if (isEmpty(box) || !isProse(box) || box.parent?.hidden) continue;
    const { element } = box;
    if (box.tag === 'details' && !box.hidden) disclosures.push({ opener: box, end: box.endRun });
    else if (!element.hasAttributes()) continue;
    else if (element.getAttribute('hidden') === 'until-found') disclosures.push({ opener: box, end: box.endRun });
    else if (element.id !== '') {
      const opener = openerOf(page, box);
      if (opener) disclosures.push({ opener, end: box.endRun });
    }
  }
  return disclosures;
}

/** The box right above that says it opens this one. */
function openerOf(page: Page, box: Box): Box | undefined {
  const last = page.runs[box.firstRun - 1];
  if (!last) return undefined;
  for (const { node } of last.pieces) {
    const button = node.parentElement?.closest('[aria-expanded][aria-controls]');
    if (button?.getAttribute('aria-controls') === box.element.id) return last.box;
  }
  return undefined;
}

/**
 * Keeps the whole of a part that opens at a click if it is between kept blocks, and the line that opens it if most of
 * the part is kept.
 */
function keepDisclosures(page: Page, boxes: readonly Box[], verdicts: Verdict[]): void {
  const disclosures = disclosuresOf(page, boxes);
  for (let at = 0; at < disclosures.length; at++) {
    const first = disclosures[at];
    if (!first) break;
    let { end } = first;
    // Openers right below one another belong to one set.
    while (disclosures[at + 1]?.opener.firstRun === end) end = disclosures[++at]?.end ?? end;
    const likely = verdicts.slice(first.opener.firstRun, end).some(({ score01 }) => score01 >= DISCLOSURE_FROM);
    if (likely && isBetweenKept(first.opener, verdicts, end))
      setKeep(verdicts, { firstRun: first.opener.firstRun, endRun: end });
  }
  const kept = keptChars(page, verdicts);
  for (const box of boxes) {
    const likely = (verdicts[box.firstRun]?.score01 ?? 0) >= DISCLOSURE_FROM;
    const whole = box.tag === 'summary' && likely && !box.hidden && box.linkChars === 0 ? box.parent : undefined;
    if (whole?.tag === 'details' && kept(whole) > whole.chars * MOSTLY01)
      setKeep(verdicts, { firstRun: box.firstRun, endRun: box.endRun });
  }
}

export const disclosures = ruleOf(
  'disclosures',
  'What is folded is hidden at first and short, and looks like the furniture of the page.',
  ({ page }, verdicts) =>
    keepDisclosures(
      page,
      page.boxes.filter((box) => box.depth <= DEEPEST),
      verdicts,
    ),
);
