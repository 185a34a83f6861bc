/** Keeps or drops tables of data as a whole. */
import type { Box, Page } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { LIKELY_FROM, MOSTLY01, TEXT_AROUND, boxWithText, isAmongKept } from '../kept/among-kept.ts';
import { keptChars } from '../kept/kept-text.ts';
import { DEEPEST, ruleOf, setKeep } from './rule.ts';

/** With a larger share of its text in links, a list or table is one of links (0–1). */
const LINKED01 = 0.3;
/** A table of figures has at least this many cells with numbers, and this share of all cells (0–1). */
const FEWEST_NUMBERS = 8;
const NUMBERS01 = 0.3;
const NUMBER = /^[\p{Sc}\s−–+-]*\d[\d.,\s]*[%\p{Sc}]?$/u;
/** Tables that lead through a site or warn of a page's faults; and those that sum up what the article is about. */
const NAVIGATION = /(?:^|[\s_-])(?:navbox\S*|sidebar|ambox|metadata|noprint|toc|calendar)(?:[\s_-]|$)/i;
const SUMMARY = /(?:^|\s)infobox(?:\s|$)/;

/**
 * Keeps or drops a data table as a whole: by its cells, by its position, or because it summarises the article's
 * subject.
 */
function keepTables(page: Page, verdicts: Verdict[], tables: ReadonlySet<Box>): void {
  const kept = keptChars(page, verdicts);
  for (const table of tables) {
    const classes = table.element.getAttribute('class') ?? '';
    const isMostly = kept(table) > table.chars * MOSTLY01;
    const few = table.linkChars <= table.chars * LINKED01 && !NAVIGATION.test(classes);
    // A table with heads is one of data: no aggregator lists teasers in one.
    const least01 = table.element.getElementsByTagName('th').length > 0 ? 0 : LIKELY_FROM;
    const isNumbers = isOfNumbers(page, table);
    const isFit = table.depth <= DEEPEST && !table.hidden && (isNumbers || (few && table.images === 0));
    const stands = isFit && isAmongKept(table, verdicts, kept, isNumbers ? 0 : least01);
    const stays = isMostly || stands;
    setKeep(verdicts, table, stays || isSummary(table, classes, kept));
  }
}

/** Whether many cells are numbers, as in "Largest cities", whatever the row labels link to. */
function isOfNumbers(page: Page, { firstRun, endRun }: Box): boolean {
  const cells = page.runs.slice(firstRun, endRun);
  const numbers = cells.filter(({ text }) => NUMBER.test(text)).length;
  return numbers >= FEWEST_NUMBERS && numbers >= cells.length * NUMBERS01;
}

/** A box of facts at the head of an encyclopedia's article, in the container of the text. */
function isSummary(table: Box, classes: string, kept: (box: Box) => number): boolean {
  const beside = SUMMARY.test(classes) && !table.hidden ? boxWithText(table) : undefined;
  return beside !== undefined && kept(beside) >= TEXT_AROUND;
}

export const tables = ruleOf(
  'tables',
  'Cells are short lines that say little by themselves; half a table says nothing.',
  ({ page, tables: all }, verdicts) => keepTables(page, verdicts, all),
);
