/**
 * Keeps the captions of pictures, tables and code that belong to the article: a picture and its caption stay or go
 * together.
 */
import type { Verdict } from '../verdict.ts';
import { isKept } from '../kept/kept-text.ts';
import { DEEPEST, type Verdicts, keepRun, ruleOf } from './rule.ts';
import type { Box, Page, Run } from '../../page/model.ts';

/**
 * A figure with more text than this is a part of the page, not a picture with a caption (characters but white space).
 */
const LONGEST_CAPTION = 800;
/** With a larger share of its words in links, a figure is a card that leads elsewhere (0–1). */
const LINKED01 = 0.5;
/** A caption in its own element may link the names in its credit, up to this share of its words (0–1). */
const LINKED_CREDIT01 = 0.35;
/** A caption that is at most so long may be a link but for its label: "Photo: Coast Archive" (characters). */
const LONGEST_CREDIT = 60;
/**
 * Maximum length of dropped lines between a figure and the text, such as "Advertisement" or "Read more" (characters).
 */
const MOST_PASSED = 3;
const LONGEST_PASSED = 40;
/** Maximum number of dropped lines between a picture and the text below it: byline, date and sharing buttons. */
const MOST_ABOVE = 14;
/** Classes of boxes that hold a picture with its caption where the page has no `<figure>`. */
const CAPTIONED =
  /(?:^|[\s_-])(?:wp-caption|thumb(?:inner|caption)?|figure|image-with-caption|captioned-image|caption)/i;
/** Parts of a page that do not contain pictures of the article. */
const ASIDE = /^(?:nav|aside|footer|form)$/;
const BLOCK_OF_TEXT = /^h[1-6]$/;

/** Whether a box is made to hold a picture (or code, or a table) with its caption. */
function isFigure(box: Box): boolean {
  if (box.tag === 'figure') return true;
  if (box.tag !== 'div' && box.tag !== 'dl' && box.tag !== 'section' && box.tag !== 'p') return false;
  return box.images > 0 && box.chars > 0 && CAPTIONED.test(box.element.getAttribute('class') ?? '');
}

/** The outermost figures of a page with their text, in reading order. */
function figuresOf(page: Page): Box[] {
  const figures: Box[] = [];
  let end = 0;
  for (const box of page.boxes) {
    if (box.depth > DEEPEST || box.hidden || box.firstRun === box.endRun || box.firstRun < end) continue;
    if (!isFigure(box)) continue;
    figures.push(box);
    end = box.endRun;
  }
  return figures;
}

/** Whether a box holds a picture, if only for readers without scripts. */
function holdsPicture(box: Box): boolean {
  if (box.images > 0) return true;
  const spare = box.element.querySelector('noscript');
  return spare !== null && (spare.querySelector('img') !== null || /<img\s/i.test(spare.textContent ?? ''));
}

/** Whether a caption names a picture's source with a link. A card links its picture and the whole of its words. */
function isCredit(box: Box): boolean {
  if (!isTold(box) || box.chars > LONGEST_CREDIT || box.linkChars === box.chars) return false;
  return box.element.querySelector('a[href] img') === null && box.element.closest('a[href]') === null;
}

/** Whether a figure is a picture with a caption, and no card that leads elsewhere. */
function isCaptioned(page: Page, box: Box): boolean {
  if (!holdsPicture(box) || box.chars > LONGEST_CAPTION) return false;
  if (box.linkChars > box.chars * LINKED01 && !isCredit(box)) return false;
  return !page.runs.slice(box.firstRun, box.endRun).some((run) => BLOCK_OF_TEXT.test(run.box.tag));
}

/** The nearest kept run on one side of a figure: other figures and a few short lines between are passed over. */
function neighbour(page: Page, verdicts: Verdicts, from: number, by: 1 | -1, inFigure: Uint8Array, most = MOST_PASSED) {
  let passed = 0;
  for (let at = from; at >= 0 && at < page.runs.length; at += by) {
    if (isKept(verdicts, at)) return at;
    if (inFigure[at] || page.runs[at]?.hidden) continue;
    if (++passed > most || (page.runs[at]?.chars ?? 0) > LONGEST_PASSED) return -1;
  }
  return -1;
}

/** The smallest box around a figure that contains other text. */
function around(box: Box): Box | undefined {
  let at = box.parent;
  while (at && at.firstRun === box.firstRun && at.endRun === box.endRun) at = at.parent;
  return at;
}

const holds = (box: Box | undefined, run: number): boolean => !!box && run >= box.firstRun && run < box.endRun;

/** Whether a box is in a part of the page without prose. */
export function isAside(box: Box, until: Box | undefined): boolean {
  for (let at: Box | undefined = box; at && at !== until; at = at.parent) if (ASIDE.test(at.tag)) return true;
  return false;
}

/**
 * The part of the page in which pictures above the first kept line belong to the article: the one with the title, or
 * its `article` element.
 */
export function headOf(page: Page, verdicts: Verdicts): { from: number; ground: Box } | undefined {
  const first = verdicts.findIndex(({ keep }) => keep);
  const start = page.runs[first]?.box;
  if (!start || start.depth > DEEPEST) return undefined;
  let title = -1;
  for (let at = first; at >= 0 && at >= first - MOST_ABOVE; at--) {
    const run = page.runs[at];
    if (run && !run.hidden && (run.box.tag === 'h1' || run.box.tag === 'h2')) {
      title = at;
      if (run.box.tag === 'h1') break;
    }
  }
  if (title >= 0) {
    let ground: Box | undefined = start;
    while (ground && ground.firstRun > title) ground = ground.parent;
    return ground && { from: title, ground };
  }
  let ground: Box | undefined = start;
  while (ground && ground.tag !== 'article' && ground.tag !== 'main') ground = ground.parent;
  return ground && { from: Math.max(ground.firstRun, first - MOST_ABOVE), ground };
}

/** Whether a figure says which part of it is the caption. */
function isTold(box: Box): boolean {
  return box.element.querySelector('figcaption') !== null;
}

/** Whether a figure is inside the article: between two kept lines, at its end, or above its first line. */
function belongs(page: Page, verdicts: Verdicts, box: Box, inFigure: Uint8Array): boolean {
  const before = neighbour(page, verdicts, box.firstRun - 1, -1, inFigure);
  const after = neighbour(page, verdicts, box.endRun, 1, inFigure);
  const beside = around(box);
  if (isAside(box, beside)) return false;
  if (before >= 0 && after >= 0) return holds(beside, before) || holds(beside, after);
  if (box.linkChars > (isTold(box) ? box.chars * LINKED_CREDIT01 : 0)) return false;
  if (before >= 0) return holds(beside, before);
  if (after >= 0 && holds(beside, after)) return true;
  const head = headOf(page, verdicts);
  const first = verdicts.findIndex(({ keep }) => keep);
  return head !== undefined && box.endRun <= first && box.firstRun >= head.from && isWithin(box, head.ground);
}

function isWithin(box: Box, ground: Box): boolean {
  let at: Box | undefined = box;
  while (at && at !== ground) {
    if (ASIDE.test(at.tag)) return false;
    at = at.parent;
  }
  return at === ground;
}

/** A line of a figure that is a button or a counter, and no words. */
function isFurniture(run: Run): boolean {
  return run.hidden || run.buttonChars * 2 > run.chars || !/\p{L}/u.test(run.text);
}

/** The figures that belong to the article, whose pictures stay with them. Linear in the page. */
export function figuresOfArticle(page: Page, verdicts: Verdicts): Set<Box> {
  return keepCaptions(page, [...verdicts]);
}

/** Keeps captions of figures that belong to the article, and the whole of a caption if a part of it is kept. */
export const captions = ruleOf(
  'captions',
  'A picture and its caption stay or go together.',
  ({ page }, verdicts) => void keepCaptions(page, verdicts),
);

function keepCaptions(page: Page, verdicts: Verdict[]): Set<Box> {
  const figures = figuresOf(page);
  const inFigure = new Uint8Array(page.runs.length);
  for (const box of figures) if (isCaptioned(page, box)) inFigure.fill(1, box.firstRun, box.endRun);
  const kept = new Set<Box>();
  const said = new Set<string>();
  for (const box of figures) {
    const own = verdicts.slice(box.firstRun, box.endRun).some(({ keep }) => keep);
    if (!own && !(isCaptioned(page, box) && belongs(page, verdicts, box, inFigure))) continue;
    kept.add(box);
    const captions = own ? captionsIn(page, box) : [box];
    for (const caption of captions) keepLines(page, verdicts, caption, said);
  }
  return kept;
}

/** The captions in a figure that are already partly kept. */
function captionsIn(page: Page, figure: Box): Box[] {
  const inside: Box[] = [];
  for (let at = figure.index + 1; at < page.boxes.length; at++) {
    const box = page.boxes[at];
    if (!box || box.depth <= figure.depth) break;
    if (box.tag === 'figcaption' && !box.hidden && box.linkChars <= box.chars * LINKED01) inside.push(box);
  }
  return inside.filter(({ chars }) => chars <= LONGEST_CAPTION);
}

/** Keeps the lines of a caption. A line that another picture already has is a label of the site. */
function keepLines(page: Page, verdicts: Verdict[], caption: Box, said: Set<string>): void {
  for (const run of page.runs.slice(caption.firstRun, caption.endRun)) {
    const verdict = verdicts[run.index];
    if (!verdict || verdict.keep || isFurniture(run) || said.has(run.text)) continue;
    said.add(run.text);
    keepRun(verdicts, run.index);
  }
}
