/** Knows what stands or goes together, whatever the judge thinks of its words: code and folded parts within the text, a term with its definition, sources under their heading. */
import type { Verdict } from '../verdict.ts';
import type { Box, Page, Run } from '../../page/model.ts';
import { siteOf } from '../../metadata/address.ts';

/** With more of its text than this in links, a part is a list of links (0–1). */
const LINKED01 = 0.5;
/** A part of which more than this is kept is the article's (0–1). */
const MOSTLY01 = 0.5;
/** What the judge gives less than this to belong does not unfold in the text (0–1): aggregators fold teasers too. */
const DISCLOSURE_FROM = 0.1;
/** A definition is at least this many times as long as its term. */
const LONGER_THAN_TERM = 2;
/** At least so much kept text stands in a container before sources end it (characters but white space). */
const TEXT_BEFORE_SOURCES = 200;
const FEWEST_SOURCES = 2;
/** What lies deeper is left to the judge: looking up from there takes time that grows with depth. */
const DEEPEST = 400;
const HEADING = /^h[1-6]$/;

type Kept = readonly Verdict[];

const isKept = (verdicts: Kept, at: number): boolean => verdicts[at]?.keep === true;
const isProse = (box: Box): boolean => box.linkChars <= box.chars * LINKED01;
const isEmpty = (box: Box): boolean => box.firstRun === box.endRun;

/** The largest box around it that holds no other run. */
function alone(box: Box): Box {
  let at = box;
  while (at.parent && at.parent.firstRun === box.firstRun && at.parent.endRun === box.endRun) at = at.parent;
  return at;
}

/** Whether the runs right before and after `[first, end)` are kept and stand in the container of `box`, which begins there. */
function isWithin(box: Box, end: number, verdicts: Kept): boolean {
  const around = alone(box).parent;
  if (!around || around.firstRun >= box.firstRun || around.endRun <= end) return false;
  return isKept(verdicts, box.firstRun - 1) && isKept(verdicts, end);
}

/** Whether a box stands between two kept blocks of its own container. */
export function isBetweenKept(box: Box, verdicts: Kept): boolean {
  return isWithin(box, box.endRun, verdicts);
}

function keep(verdicts: Verdict[], from: number, end: number): void {
  for (let at = from; at < end; at++) {
    const verdict = verdicts[at];
    if (verdict) verdict.keep = true;
  }
}

/** How much of a box' text is kept (0–1). Sums once, for any number of boxes. */
function keptShare(page: Page, verdicts: Kept): (box: Box) => number {
  const sums = new Float64Array(page.runs.length + 1);
  for (const run of page.runs)
    sums[run.index + 1] = (sums[run.index] ?? 0) + (isKept(verdicts, run.index) ? run.chars : 0);
  return (box) => (box.chars > 0 ? ((sums[box.endRun] ?? 0) - (sums[box.firstRun] ?? 0)) / box.chars : 0);
}

/** Code between two kept blocks of its container, without links. */
function keepCode(boxes: readonly Box[], verdicts: Verdict[]): void {
  for (const box of boxes) {
    if (box.tag !== 'pre' || box.hidden || box.linkChars > 0 || isEmpty(box)) continue;
    if (isBetweenKept(box, verdicts)) keep(verdicts, box.firstRun, box.endRun);
  }
}

/** A part that unfolds: from the box of what opens it to the end of what it shows. */
interface Disclosure {
  opener: Box;
  end: number;
}

/** `<details>`, `hidden=until-found`, and what a button with `aria-expanded` and `aria-controls` stands right above. */
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

/** What a person unfolds with a click: the whole of it between kept blocks, the line that opens it where most is kept. */
function keepDisclosures(page: Page, boxes: readonly Box[], verdicts: Verdict[]): void {
  const disclosures = disclosuresOf(page, boxes);
  for (let at = 0; at < disclosures.length; at++) {
    const first = disclosures[at];
    if (!first) break;
    let { end } = first;
    while (disclosures[at + 1]?.opener.firstRun === end) end = disclosures[++at]?.end ?? end; // one right below the other
    const likely = verdicts.slice(first.opener.firstRun, end).some(({ score01 }) => score01 >= DISCLOSURE_FROM);
    if (likely && isWithin(first.opener, end, verdicts)) keep(verdicts, first.opener.firstRun, end);
  }
  const share01 = keptShare(page, verdicts);
  for (const box of boxes) {
    const likely = (verdicts[box.firstRun]?.score01 ?? 0) >= DISCLOSURE_FROM;
    const whole = box.tag === 'summary' && likely && !box.hidden && box.linkChars === 0 ? box.parent : undefined;
    if (whole?.tag === 'details' && share01(whole) > MOSTLY01) keep(verdicts, box.firstRun, box.endRun);
  }
}

/** A term whose definition is kept and says more than the term does, in a list that is mostly kept. */
function keepTerms(page: Page, boxes: readonly Box[], verdicts: Verdict[]): void {
  const share01 = keptShare(page, verdicts);
  let term: Box | undefined;
  for (const box of boxes) {
    if (box.tag === 'dt') term = box.hidden || isEmpty(box) ? undefined : box;
    else if (box.tag === 'dd' && term && box.parent === term.parent) {
      const defines = box.firstRun === term.endRun && box.chars >= term.chars * LONGER_THAN_TERM;
      const list = box.parent;
      if (defines && list && share01(box) > MOSTLY01 && share01(list) > MOSTLY01)
        keep(verdicts, term.firstRun, term.endRun);
      term = undefined;
    }
  }
}

/** The heading right above a list, in its container. */
function headingOver(page: Page, list: Box): Run | undefined {
  const run = page.runs[list.firstRun - 1];
  const around = alone(list).parent;
  return run && around && run.index >= around.firstRun && HEADING.test(run.box.tag) ? run : undefined;
}

/** A source as scholars give it, in any script: a year, several stops, parted by commas. */
function isCited(text: string): boolean {
  return /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(text) && /[.。．].*[.。．]/.test(text) && /[,、，;；]/.test(text);
}

/** Whether most items lead to other sites; and whether to several, or as scholars' sources. A link that says the page's own address is a button to share it. */
function leadsAway(page: Page, list: Box, own: string): { most: boolean; asSources: boolean } {
  const sites = new Set<string>();
  let [away, cited] = [0, 0];
  for (let at = list.firstRun; at < list.endRun; at++) {
    const { href = '', text = '' } = page.runs[at] ?? {};
    if (!/^(https?:)?\/\//.test(href) || href.includes(own) || !URL.canParse(href, 'https://x.example')) continue;
    sites.add(siteOf(new URL(href, 'https://x.example').hostname));
    away++;
    if (isCited(text)) cited++;
  }
  const many = sites.size > 1 && sites.size * 2 >= away;
  return { most: away * 3 >= (list.endRun - list.firstRun) * 2, asSources: many || cited * 2 > away };
}

/** The text that a container holds itself, up to a run: characters kept and not. Goes through each container once, if asked in order. */
function textsBefore(page: Page, verdicts: Kept): (around: Box, end: number) => { kept: number; left: number } {
  const seen = new Map<Box, { at: number; kept: number; left: number }>();
  return (around, end) => {
    const sum = seen.get(around) ?? { at: around.firstRun, kept: 0, left: 0 };
    seen.set(around, sum);
    for (; sum.at < end; sum.at++) {
      const run = page.runs[sum.at];
      if (!run || (run.box !== around && run.box.parent !== around)) continue;
      if (isKept(verdicts, sum.at)) sum.kept += run.chars;
      else sum.left += run.chars;
    }
    return sum;
  };
}

/** Under a heading, in the container of the text: a list of links to other sites. The author's sources, as teasers lead to the page's own site or to one other. */
function keepSources(page: Page, boxes: readonly Box[], verdicts: Verdict[], url: string): void {
  const own = URL.canParse(url) ? siteOf(new URL(url).hostname) : '';
  if (own === '') return;
  const before = textsBefore(page, verdicts);
  for (const box of boxes) {
    const items = box.endRun - box.firstRun;
    if ((box.tag !== 'ul' && box.tag !== 'ol') || box.hidden || box.images > 0 || items < FEWEST_SOURCES) continue;
    const heading = headingOver(page, box);
    const around = alone(box).parent;
    if (!heading || !around) continue;
    const { kept, left } = before(around, heading.index);
    if (kept < TEXT_BEFORE_SOURCES || left > kept) continue;
    const { most, asSources } = leadsAway(page, box, own);
    if (most && (asSources || isKept(verdicts, heading.index))) keep(verdicts, heading.index, box.endRun);
  }
}

/** Keeps what belongs to what is kept; changes `verdicts`. Linear in the page. */
export function keepWhatBelongs(page: Page, verdicts: Verdict[], url: string): void {
  const boxes = page.boxes.filter((box) => box.depth <= DEEPEST);
  keepCode(boxes, verdicts);
  keepDisclosures(page, boxes, verdicts);
  keepTerms(page, boxes, verdicts);
  keepSources(page, boxes, verdicts, url);
}
