/** Joins a tree's lines into one text, its blocks, and the way back to the live text nodes. */
import type { Block, TextNodeRange } from '../article.ts';
import type { Cleaned, Line } from './kinds.ts';

/** An article's text with its ranges. `startOfRun` gives the position of each kept run by its index. */
export interface Flat {
  text: string;
  blocks: Block[];
  places: TextNodeRange[];
  startOfRun: Map<number, number>;
}

/** All of a line bold, headings aside. */
function isBold(line: Line): boolean {
  return line.kind !== 'heading' && line.run.chars > 0 && line.run.strongChars >= line.run.chars * 0.95;
}

/**
 * Joins the lines, one block a line; in a table, cells are separated by a tab and rows by a new line. Writes `block`
 * into the tree's elements.
 */
export function flatten(cleaned: Pick<Cleaned, 'lines'>): Flat {
  const parts: string[] = [];
  let length = 0;
  const blocks: Block[] = [];
  const places: TextNodeRange[] = [];
  const startOfRun = new Map<number, number>();
  let before: Line | undefined;
  for (const line of cleaned.lines) {
    if (line.text === '') continue;
    const goesOn = before?.table !== undefined && line.table?.element === before.table.element;
    const gap = before === undefined ? '' : goesOn && line.table?.row === before.table?.row ? '\t' : '\n';
    const start = length + gap.length;
    parts.push(gap, line.text);
    length = start + line.text.length;
    startOfRun.set(line.run.index, start);
    for (const { piece, start: from, end: to } of line.pieces) {
      if (to <= from || !piece.node.parentNode) continue; // a formula's text has no place in the page
      const whole = piece.from === 0 && piece.to === piece.node.length;
      const at = { node: piece.node, start: start + from, end: start + to };
      places.push(whole ? at : { ...at, from: piece.from, to: piece.to });
    }
    const last = blocks[blocks.length - 1];
    if (goesOn && last) last.end = length;
    else blocks.push(blockOf(line, start, length));
    (line.table?.element ?? line.element).block = blocks.length - 1;
    before = line;
  }
  return { text: parts.join(''), blocks, places, startOfRun };
}

function blockOf(line: Line, start: number, end: number): Block {
  const block: Block = { kind: line.kind, start, end };
  if (line.level !== undefined) block.level = line.level;
  if (isBold(line)) block.bold = true;
  return block;
}
