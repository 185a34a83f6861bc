/** overlapOf: which lines share words with others. */
import { describe, expect, it } from 'vitest';
import { stretchPage } from '../../../../../fakes/stretch-page.ts';

describe('overlapOf', () => {
  it('compares neighbours, and stretches with each other', () => {
    const { overlap, lines } = stretchPage();
    expect(overlap.next[0]).toBeGreaterThan(overlap.next[1] ?? 1);
    expect(overlap.between(8, 10, 0, 2)).toBeGreaterThan(overlap.between(2, 4, 0, 2));
    expect(overlap.between(0, 0, 1, 2)).toBe(-1);
    expect(overlap.next[lines.count - 1]).toBe(-1);
  });

  it('counts lines with the same beginning, and words of the title', () => {
    const { overlap } = stretchPage();
    expect(overlap.sameStart[0]).toBe(2); // "The ferry …", "The master …"
    expect(overlap.title[0]).toBeGreaterThan(0);
    expect(overlap.title[2]).toBe(0);
  });
});
