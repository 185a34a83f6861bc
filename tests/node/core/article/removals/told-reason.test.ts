import { describe, expect, it } from 'vitest';
import type { RemovalReason } from '../../../../../src/core/article/article.ts';
import { byReason, toldReason } from '../../../../../src/core/article/removals/told-reason.ts';

const removal = (text: string, reason: RemovalReason, score01 = 0.95) => ({ text, reason, score01 });

describe('the reason that is shown', () => {
  it.each([
    ['Home News Sport', 'navigation', 'navigation'],
    ['首页 新闻 体育 财经', 'navigation', 'navigation'],
    ['By Ada Moor, 3 November 2025', 'byline', 'byline'],
    ['$1,299', 'navigation', null],
    ['11 g', 'byline', null],
    ['12,345', 'sharing', null],
    ['Ten kitchen knives', 'links-elsewhere', 'links-elsewhere'],
    ['2024: 100 of 1,000', 'links-elsewhere', 'links-elsewhere'],
  ] as const)('of %j, taken for %s, is %s', (text, reason, told) => {
    expect(toldReason(removal(text, reason))).toBe(told);
  });

  it('is none if the judge is not sure', () => {
    expect(toldReason(removal('A paragraph about something else', 'other-topic', 0.6))).toBeNull();
  });

  it('groups in order of first appearance, with the unsure last', () => {
    const all = [
      removal('$5', 'navigation'),
      removal('Share this story', 'sharing'),
      removal('Knives', 'links-elsewhere'),
      removal('Print this page', 'sharing'),
    ];
    expect(byReason(all).map(({ reason, removals }) => [reason, removals.length])).toEqual([
      ['sharing', 2],
      ['links-elsewhere', 1],
      [null, 1],
    ]);
  });
});
