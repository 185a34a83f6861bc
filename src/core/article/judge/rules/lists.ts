/** Keeps lists of items and of terms whole. */
import type { Box, Page } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { MOSTLY01, isAmongKept } from './among-kept.ts';
import { isKept, keptChars } from './kept-text.ts';
import { DEEPEST, ruleOf, setKeep } from './rule.ts';

/** With more of its text than this in links, a list or table is one of links (0–1). */
const LINKED01 = 0.3;
/** Shorter items, on average, are counters, tags or buttons (characters but white space). */
const SHORTEST_ITEM = 8;
const FEWEST_ITEMS = 2;
/** An item of more lines than this, on average, is a post or a card. */
const MOST_LINES = 3;

/** Lists of items and of terms: whole where most is kept, or where they stand in kept text and link to little. */
function keepLists(page: Page, verdicts: Verdict[]): void {
  const kept = keptChars(page, verdicts);
  for (const list of page.boxes) {
    if ((list.tag !== 'ul' && list.tag !== 'ol' && list.tag !== 'dl') || list.depth > DEEPEST || list.hidden) continue;
    const items = list.endRun - list.firstRun;
    if (items < FEWEST_ITEMS || kept(list) === list.chars) continue;
    if (list.linkChars > list.chars * LINKED01 && !isOfAddresses(page, list)) continue;
    if (items > list.boxes * MOST_LINES || list.chars < items * SHORTEST_ITEM) continue;
    if (page.runs.slice(list.firstRun, list.endRun).some(isControl)) continue;
    const mostly = kept(list) > list.chars * MOSTLY01;
    if (mostly || (isKept(verdicts, list.firstRun - 1) && isAmongKept(list, verdicts, kept))) setKeep(verdicts, list);
  }
}

const isControl = (run: Page['runs'][number]): boolean => run.hidden || run.buttonChars > 0;

/** Whether each item is an address spelled out: sources, not teasers. */
function isOfAddresses(page: Page, list: Box): boolean {
  return page.runs
    .slice(list.firstRun, list.endRun)
    .every(({ text }) => /^(?:\[?\d+\]?\s*)?(?:https?:\/\/|www\.)\S+$/i.test(text));
}

export const lists = ruleOf(
  'lists',
  'The models look at each item by itself; an author sets them as one.',
  ({ page }, verdicts) => keepLists(page, verdicts),
);
