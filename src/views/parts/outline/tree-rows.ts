/**
 * Makes the rows of a tree in reading order from an outline, and from key points and notes where they are wanted in
 * it.
 */
import type { KeyPoint, OutlineNode } from '../../../core/digest/digest.ts';
import type { Colour } from '../../../core/library/records.ts';

/** One row; `start` and `end` are a range of `Article.text`. */
export interface TreeRow {
  key: string;
  kind: 'section' | 'point' | 'note';
  label: string;
  start: number;
  end: number;
  minutes?: number;
  colour?: Colour;
  children: TreeRow[];
}

/** A note with the place it was found at. */
export interface PlacedNote {
  id: string;
  words: string;
  colour: Colour;
  start: number;
  end: number;
}

/** A visible row, with its position in its level, counted from 1. */
export interface SeenRow {
  row: TreeRow;
  level: number;
  position: number;
  size: number;
  parent: TreeRow | null;
}

/** Rows of an outline alone. */
export function sectionRows(outline: OutlineNode[]): TreeRow[] {
  return outline.map(({ label, start, end, minutes, children }) => ({
    key: `section-${start}-${end}`,
    kind: 'section',
    label,
    start,
    end,
    minutes,
    children: sectionRows(children),
  }));
}

function put(rows: TreeRow[], leaf: TreeRow): void {
  const section = rows.find((row) => row.kind === 'section' && row.start <= leaf.start && leaf.start < row.end);
  if (section) put(section.children, leaf);
  else rows.push(leaf);
}

function inOrder(rows: TreeRow[]): TreeRow[] {
  for (const row of rows) inOrder(row.children);
  return rows.sort((a, b) => a.start - b.start);
}

/** One tree in reading order: each key point and note in the innermost section that holds its start. */
export function mergedRows(outline: OutlineNode[], points: KeyPoint[], notes: PlacedNote[]): TreeRow[] {
  const rows = sectionRows(outline);
  for (const { start, end, text } of points) {
    put(rows, { key: `point-${start}`, kind: 'point', label: text, start, end, children: [] });
  }
  for (const { id, words, colour, start, end } of notes) {
    put(rows, { key: `note-${id}`, kind: 'note', label: words, start, end, colour, children: [] });
  }
  return inOrder(rows);
}

/** The rows that are seen, from top to bottom, where those in `shut` hide their children. */
export function seenRows(
  rows: TreeRow[],
  shut: ReadonlySet<string>,
  level = 1,
  parent: TreeRow | null = null,
): SeenRow[] {
  return rows.flatMap((row, index) => [
    { row, level, position: index + 1, size: rows.length, parent },
    ...(shut.has(row.key) ? [] : seenRows(row.children, shut, level + 1, row)),
  ]);
}

/** The innermost seen section that holds a position of the text; null before the first. */
export function rowAt(seen: SeenRow[], position: number): TreeRow | null {
  const holding = seen.filter(({ row }) => row.kind === 'section' && row.start <= position && position < row.end);
  return holding.at(-1)?.row ?? null;
}
