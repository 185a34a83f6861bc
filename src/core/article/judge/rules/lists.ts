/** Keeps lists of items and of terms whole. */
import type { Box, Page } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { MOSTLY01, isAmongKept } from '../kept/among-kept.ts';
import { isKept, keptChars } from '../kept/kept-text.ts';
import { DEEPEST, keepRun, ruleOf, setKeep } from './rule.ts';

/** With a larger share of its text in links, a list or table is one of links (0–1). */
const LINKED01 = 0.3;
/** Shorter items, on average, are counters, tags or buttons (characters but white space). */
const SHORTEST_ITEM = 8;
const FEWEST_ITEMS = 2;
/** An item of more lines than this, on average, is a post or a card. */
const MOST_LINES = 3;

/**
 * Keeps a list of items or terms whole if most of it is kept, or if it is surrounded by kept text and has few links.
 */
function keepLists(page: Page, verdicts: Verdict[]): void {
  const kept = keptChars(page, verdicts);
  for (const list of page.boxes) {
    if ((list.tag !== 'ul' && list.tag !== 'ol' && list.tag !== 'dl') || list.depth > DEEPEST || list.hidden) continue;
    const items = list.endRun - list.firstRun;
    if (items < FEWEST_ITEMS || kept(list) === list.chars) continue;
    const addresses = isOfAddresses(page, list);
    if (list.linkChars > list.chars * LINKED01 && !addresses) continue;
    if (items > list.boxes * MOST_LINES || list.chars < items * SHORTEST_ITEM) continue;
    if (page.runs.slice(list.firstRun, list.endRun).some(isControl)) continue;
    const mostly = kept(list) > list.chars * MOSTLY01;
    const among = (least01?: number) => list.images === 0 && isAmongKept(list, verdicts, kept, least01);
    if (mostly || (isKept(verdicts, list.firstRun - 1) && among())) setKeep(verdicts, list);
    else if (addresses && among(0)) keepWithLabel(page, verdicts, list);
  }
}

const isControl = (run: Page['runs'][number]): boolean => run.hidden || run.buttonChars > 0;

/** Whether each item is an address spelled out: sources, not teasers. */
function isOfAddresses(page: Page, list: Box): boolean {
  return page.runs
    .slice(list.firstRun, list.endRun)
    .every(({ text }) => /^(?:\[?\d+\]?\s*)?(?:https?:\/\/|www\.)\S+$/i.test(text));
}

/** Keeps a list with the line above that announces it ("Links in this article:"). */
function keepWithLabel(page: Page, verdicts: Verdict[], list: Box): void {
  setKeep(verdicts, list);
  const label = page.runs[list.firstRun - 1];
  if (label && label.linkChars === 0 && /[:：]$/.test(label.text)) keepRun(verdicts, label.index);
}

export const lists = ruleOf(
  'lists',
  'The models look at each item by itself; an author sets them as one.',
  ({ page }, verdicts) => keepLists(page, verdicts),
);
