/** Tells tables of data from tables that only lay out the page. */
import type { Box, Page } from '../page/model.ts';

/** Cells of data are short; a cell with more than this is a column of the page (characters but white space). */
const LONGEST_CELL = 600;
const LONGEST_MEAN_CELL = 150;
/** Minimum average cells in a row of a table with header cells: some header cells span whole rows. */
const CELLS_WHERE_HEADED = 1.4;

function isData(page: Page, table: Box): boolean {
  const element = table.element;
  const role = element.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  let rows = 0;
  let cells = 0;
  let longest = 0;
  let headed = Number.parseInt(element.getAttribute('border') ?? '', 10) > 0; // layout tables draw no lines
  for (let at = table.index + 1; at < page.boxes.length; at++) {
    const box = page.boxes[at];
    if (!box || box.depth <= table.depth) break;
    if (box.tag === 'table' || box.tag === 'form') return false;
    if (box.tag === 'tr') rows++;
    else if (box.tag === 'td' || box.tag === 'th') {
      cells++;
      longest = Math.max(longest, box.chars);
      headed ||= box.tag === 'th';
    } else if (box.tag === 'caption' || box.tag === 'thead') headed = true;
  }
  if (rows < 2 || cells < rows * (headed ? CELLS_WHERE_HEADED : 2)) return false;
  const mean = table.chars / cells;
  return headed ? mean < LONGEST_CELL : longest < LONGEST_CELL && mean < LONGEST_MEAN_CELL;
}

/** The tables of data among a page's boxes. */
export function dataTables(page: Page): Set<Box> {
  return new Set(page.boxes.filter((box) => box.tag === 'table' && isData(page, box)));
}
