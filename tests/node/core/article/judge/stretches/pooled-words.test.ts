/** pooledWords: word overlap of many stretches with the rest, the same as computed for each separately. */
import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../../../../../src/core/article/judge/stretches/candidates.ts';
import { pooledWords } from '../../../../../../src/core/article/judge/stretches/pooled-words.ts';
import { stretchPage } from '../../../../../fakes/stretch-page.ts';

const TEASERS = [2, 3, 4, 5, 6, 7];
const ARTICLE = [8, 9];

function pooled(...lists: number[][]) {
  const { lines, overlap } = stretchPage();
  const stretches = lists.map((list): Stretch => ({ kind: 'box', period: 0, lines: Int32Array.from(list) }));
  const share01 = (at: number) => (lists[at]?.length ?? 0) / lines.count;
  return pooledWords(overlap.words, lines.count, overlap.between, stretches, share01);
}

describe('pooledWords', () => {
  it('finds more of the article in its own lines than in others', () => {
    const { rest } = pooled(ARTICLE, TEASERS);
    expect(rest[0]).toBeGreaterThan((rest[1] ?? 1) + 0.2);
  });

  it('shows that words of the article cross a border within it, and few cross one to something else', () => {
    const { crossing } = pooled(ARTICLE, TEASERS);
    expect(crossing[0]).toBeGreaterThan(crossing[1] ?? 9);
  });

  it('gives the same result for stretches together or alone, in any order', () => {
    const lists = [[2, 3, 4], [8, 9], [2], [2, 3, 4, 5, 6, 7], [2, 4, 6], [3, 4], [0, 9], [8]];
    const together = pooled(...lists);
    lists.forEach((list, at) => {
      const alone = pooled(list);
      for (const [name, values] of Object.entries(together)) expect(values[at], name).toBe(alone[name as 'rest'][0]);
    });
  });

  it('gives the overlap of the lines around a stretch with it, and with each other', () => {
    const { before, after, across } = pooled(TEASERS, ARTICLE, [0, 1], [2, 4]);
    expect(before[0]).toBeLessThan(across[0] ?? -1);
    expect([after[1], before[2], across[2]]).toEqual([-1, -1, -1]);
    expect(across[3]).toBe(-1);
  });
});
