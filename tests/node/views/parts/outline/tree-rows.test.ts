import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../../../src/core/digest/digest.ts';
import { mergedRows, rowAt, sectionRows, seenRows } from '../../../../../src/views/parts/outline/tree-rows.ts';

const node = (label: string, start: number, end: number, children: OutlineNode[] = []): OutlineNode => ({
  label,
  start,
  end,
  children,
  source: 'heading',
  minutes: 1,
  share01: 0,
});
const outline = [node('A', 10, 50, [node('A1', 20, 30), node('A2', 30, 50)]), node('B', 50, 90)];

describe('tree rows', () => {
  it('are in reading order, points and notes in the innermost section around them', () => {
    const points = [
      { start: 35, end: 40, text: 'in A2', score01: 1 },
      { start: 2, end: 8, text: 'before all', score01: 1 },
      { start: 12, end: 18, text: 'in A', score01: 1 },
    ];
    const notes = [{ id: 'n', words: 'mine', colour: 'pink' as const, start: 32, end: 34 }];
    const seen = seenRows(mergedRows(outline, points, notes), new Set());
    expect(seen.map(({ row, level }) => `${level} ${row.label}`)).toEqual([
      '1 before all',
      '1 A',
      '2 in A',
      '2 A1',
      '2 A2',
      '3 mine',
      '3 in A2',
      '1 B',
    ]);
  });

  it('have their position in their level, and hide collapsed content', () => {
    const rows = sectionRows(outline);
    const seen = seenRows(rows, new Set([rows[0]?.key ?? '']));
    expect(seen.map(({ row, position, size }) => [row.label, position, size])).toEqual([
      ['A', 1, 2],
      ['B', 2, 2],
    ]);
  });

  it('find the innermost visible section of a position, and none before the first', () => {
    const rows = sectionRows(outline);
    const open = seenRows(rows, new Set());
    expect(rowAt(open, 25)?.label).toBe('A1');
    expect(rowAt(open, 15)?.label).toBe('A');
    expect(rowAt(open, 5)).toBe(null);
    expect(rowAt(seenRows(rows, new Set([rows[0]?.key ?? ''])), 25)?.label).toBe('A');
  });
});
