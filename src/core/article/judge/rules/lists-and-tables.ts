/** Keeps lists and tables of facts whole, labels with their values: what a part of is kept, and what stands in kept text without links. */
import type { Verdict } from '../verdict.ts';
import type { Box, Page } from '../../page/model.ts';

/** With more of its text than this in links, a list or table is one of links (0–1). */
const LINKED01 = 0.3;
/** A part of which more than this is kept is the article's (0–1). */
const MOSTLY01 = 0.5;
/** Shorter items, on average, are counters, tags or buttons (characters but white space). */
const SHORTEST_ITEM = 8;
const FEWEST_ITEMS = 2;
/** An item of more lines than this, on average, is a post or a card. */
const MOST_LINES = 3;
/** At least so much kept text stands around a list or table that stays for its place alone (characters but white space). */
const TEXT_AROUND = 200;
/** What the judge gives less than this to belong, on average, does not stay for its place alone (0–1): aggregators list teasers too. */
const LIKELY_FROM = 0.25;
/** Tables that lead through a site or warn of a page's faults; and those that sum up what the article is about. */
const NAVIGATION = /(?:^|[\s_-])(?:navbox\S*|sidebar|ambox|metadata|noprint|toc|calendar)(?:[\s_-]|$)/i;
const SUMMARY = /(?:^|\s)infobox(?:\s|$)/;
const ASIDE = /^(?:nav|aside|footer|form)$/;
/** What lies deeper is left to the judge: looking up from there takes time that grows with depth. */
const DEEPEST = 400;

/** How many characters of a box are kept: sums once, for any number of boxes. */
function keptIn(page: Page, verdicts: readonly Verdict[]): (box: Box) => number {
  const sums = new Float64Array(page.runs.length + 1);
  for (const run of page.runs)
    sums[run.index + 1] = (sums[run.index] ?? 0) + (verdicts[run.index]?.keep ? run.chars : 0);
  return (box) => (sums[box.endRun] ?? 0) - (sums[box.firstRun] ?? 0);
}

/** The smallest box that holds text beside a box; undefined where the box stands in a part that is no text. */
function around(box: Box): Box | undefined {
  let at: Box | undefined = box;
  while (at && at.firstRun === box.firstRun && at.endRun === box.endRun) {
    if (ASIDE.test(at.tag)) return undefined;
    at = at.parent;
  }
  return at;
}

function set(verdicts: Verdict[], { firstRun, endRun }: Box, keep: boolean): void {
  for (const verdict of verdicts.slice(firstRun, endRun)) verdict.keep = keep;
}

/** How sure the judge is of a box's lines, on average (0–1). */
function likelihood01(box: Box, verdicts: readonly Verdict[]): number {
  const lines = verdicts.slice(box.firstRun, box.endRun);
  return lines.reduce((sum, { score01 }) => sum + score01, 0) / Math.max(1, lines.length);
}

/** Whether a box without pictures stands in text most of which is kept, with some of it before. */
function isAmongKept(
  box: Box,
  verdicts: readonly Verdict[],
  kept: (box: Box) => number,
  least01 = LIKELY_FROM,
): boolean {
  const beside = box.images === 0 && likelihood01(box, verdicts) >= least01 ? around(box) : undefined;
  if (!beside) return false;
  const others = kept(beside) - kept(box);
  if (others < TEXT_AROUND || others <= (beside.chars - box.chars) * MOSTLY01) return false;
  return verdicts.slice(beside.firstRun, box.firstRun).some(({ keep }) => keep);
}

/** A table of data stays or goes whole: by its cells, its place, or because it sums up what the article is about. */
export function keepTables(page: Page, verdicts: Verdict[], tables: ReadonlySet<Box>): void {
  const kept = keptIn(page, verdicts);
  for (const table of tables) {
    const classes = table.element.getAttribute('class') ?? '';
    const isMostly = kept(table) > table.chars * MOSTLY01;
    const few = table.linkChars <= table.chars * LINKED01 && !NAVIGATION.test(classes);
    // A table with heads is one of data: no aggregator lists teasers in one.
    const least01 = table.element.getElementsByTagName('th').length > 0 ? 0 : LIKELY_FROM;
    const stands = table.depth <= DEEPEST && !table.hidden && few && isAmongKept(table, verdicts, kept, least01);
    const stays = isMostly || stands;
    set(verdicts, table, stays || isSummary(table, classes, kept));
  }
}

/** A box of facts at the head of an encyclopedia's article, in the container of the text. */
function isSummary(table: Box, classes: string, kept: (box: Box) => number): boolean {
  const beside = SUMMARY.test(classes) && !table.hidden ? around(table) : undefined;
  return beside !== undefined && kept(beside) >= TEXT_AROUND;
}

/** Lists of items and of terms: whole where most is kept, or where they stand in kept text and link to little. */
export function keepLists(page: Page, verdicts: Verdict[]): void {
  const kept = keptIn(page, verdicts);
  for (const list of page.boxes) {
    if ((list.tag !== 'ul' && list.tag !== 'ol' && list.tag !== 'dl') || list.depth > DEEPEST || list.hidden) continue;
    const items = list.endRun - list.firstRun;
    if (items < FEWEST_ITEMS || kept(list) === list.chars) continue;
    if (list.linkChars > list.chars * LINKED01 && !isOfAddresses(page, list)) continue;
    if (items > list.boxes * MOST_LINES || list.chars < items * SHORTEST_ITEM) continue;
    if (page.runs.slice(list.firstRun, list.endRun).some(isControl)) continue;
    const mostly = kept(list) > list.chars * MOSTLY01;
    if (mostly || (follows(list, verdicts) && isAmongKept(list, verdicts, kept))) set(verdicts, list, true);
  }
}

const isControl = (run: Page['runs'][number]): boolean => run.hidden || run.buttonChars > 0;

/** Whether each item is an address spelled out: sources, not teasers. */
function isOfAddresses(page: Page, list: Box): boolean {
  return page.runs
    .slice(list.firstRun, list.endRun)
    .every(({ text }) => /^(?:\[?\d+\]?\s*)?(?:https?:\/\/|www\.)\S+$/i.test(text));
}

/** Whether a list stands right below a kept line. */
function follows(list: Box, verdicts: readonly Verdict[]): boolean {
  return verdicts[list.firstRun - 1]?.keep === true;
}
