/**
 * vocabulary: how many words a line shares with the others, in any script; rare words weigh more, and adjacent copies
 * do not count.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../../../../src/core/article/judge/features/vocabulary.ts';
import { profile } from '../../../../../../src/core/article/judge/features/text-profile.ts';
import { snapshotOf } from '../../../../../fakes/snapshot.ts';

const of = (lines: string[], content: (at: number) => number = () => 1) =>
  vocabulary(snapshotOf(['body', ...lines]).runs, content);

describe('vocabulary', () => {
  it.each([
    ['spaced words', 'the ferry crossed the strait', 'bread rises twice overnight'],
    ['Chinese', '渡轮每天早上穿过海峡', '面团需要发酵整整一夜'],
    ['Russian', 'паром пересёк пролив утром', 'тесто поднимается дважды'],
    ['Arabic', 'عبرت العبارة المضيق صباحا', 'يختمر العجين مرتين ليلا'],
  ])('tells the kin from the stray: %s', (_, kin, stray) => {
    const near = of([kin, '—', '—', kin, '—', stray]);
    expect(near.of(0)).toBe(1);
    expect(near.of(5)).toBe(0);
    expect(near.between(0, 3)).toBe(1);
    expect(near.between(0, 5)).toBe(0);
  });
  it('does not compare a line with itself or its neighbours', () => {
    expect(of(['ferry strait', 'ferry strait', '—']).of(0)).toBe(0);
    expect(of(['ferry strait', '—', 'ferry strait']).of(0)).toBe(1);
  });
  it('considers only content', () => {
    const lines = ['ferry strait', '—', 'ferry strait'];
    expect(of(lines, (at) => (at === 2 ? 0 : 1)).of(0)).toBe(0);
    expect(of(lines, (at) => (at === 2 ? 0.1 : 1)).of(0)).toBe(0);
    expect(of(lines, (at) => (at === 0 ? 0 : 1)).of(0)).toBe(1);
  });
  it('gives a rare word more weight than one that occurs everywhere', () => {
    const near = of(['often kelp', 'kelp', 'often', 'often', 'often', 'often']);
    expect(near.between(0, 1)).toBeGreaterThan(near.between(0, 2));
    expect(near.between(0, 1) + near.between(0, 2)).toBeCloseTo(1, 10);
  });
  it('answers for given words, and 0 without words or without such a line', () => {
    const near = of(['ferry strait', '…']);
    expect(near.ofWords(0, new Set(profile('Ferry Strait dawn').words))).toBe(1);
    expect(near.ofWords(0, new Set())).toBe(0);
    expect([near.of(1), near.between(1, 0), near.between(0, 9), near.between(-1, 0), near.of(40)]).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });
  it('stays between 0 and 1 for any lines', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), (lines) => {
        const near = of(lines, (at) => (at % 3) / 2);
        lines.forEach((_, at) => {
          for (const share of [near.of(at), near.between(at, 0), near.between(at, at)]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        });
      }),
    ));
});
