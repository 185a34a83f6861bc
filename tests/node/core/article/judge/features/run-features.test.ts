/**
 * run-features: features of each line before any judgement, in any script: copies, titles, shared words; one row of
 * numbers for each line.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN, type RunFeature, RUN_WIDTH } from '../../../../../../src/core/article/judge/features/feature-list.ts';
import { runFeatures } from '../../../../../../src/core/article/judge/features/run-features.ts';
import { profile } from '../../../../../../src/core/article/judge/features/text-profile.ts';
import { type Line, type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

const logOdds = {
  names: new Map<string, number>(),
  words: new Map([...profile('share 分享').words].map((word) => [word, -40])),
};
function featuresOf(lines: readonly Line[], title = '') {
  const rows = runFeatures(snapshotOf(['body', ...lines.map((line): Part => ['p', line])], title), logOdds);
  return (at: number, feature: RunFeature) => rows[at * RUN_WIDTH + COLUMN[feature]];
}

describe('runFeatures', () => {
  it('describes a line', () => {
    const feature = featuresOf([
      'Ab 12, x.',
      { text: 'tide', linkChars: 1, strongChars: 2, buttonChars: 4, images: 2, hidden: true },
    ]);
    expect(feature(0, 'digitShare')).toBeCloseTo(2 / 7, 5);
    expect(feature(0, 'letterShare')).toBeCloseTo(3 / 7, 5);
    expect(feature(0, 'capitalShare')).toBeCloseTo(1 / 3, 5);
    expect([feature(0, 'stops'), feature(0, 'words')]).toEqual([1, 3]);
    expect([feature(1, 'linkShare'), feature(1, 'strongShare'), feature(1, 'buttonShare')]).toEqual([0.25, 0.5, 1]);
    expect([feature(1, 'images'), feature(1, 'hidden'), feature(0, 'hidden')]).toEqual([2, 1, 0]);
  });
  it('uses only the words of short lines', () => {
    const feature = featuresOf(['Share', '分享', 'Rope', 'Share one two three four five six seven eight']);
    expect([
      feature(0, 'shortNames'),
      feature(1, 'shortNames'),
      feature(2, 'shortNames'),
      feature(3, 'shortNames'),
    ]).toEqual([-40, -40, 0, 0]);
  });
  it('recognises copies anywhere, adjacent copies in order, and a line that repeats itself', () => {
    const feature = featuresOf([
      '潮汐',
      '潮汐',
      'x',
      '潮汐',
      'the red boat sails the red boat sails',
      'one two three one two four',
    ]);
    expect([0, 1, 2, 3].map((at) => feature(at, 'copies'))).toEqual([3, 3, 1, 3]);
    expect([0, 1, 2, 3, 4, 5].map((at) => feature(at, 'copyBeside'))).toEqual([2, 1, 0, 0, 2, 0]);
  });
  it('recognises links to the same place, and links within the page', () => {
    const feature = featuresOf([
      'no link',
      { text: 'a', hrefHash: 66 },
      { text: 'b', hrefHash: 66 },
      { text: '1', hrefHash: 1 },
      { text: '2', hrefHash: 1 },
    ]);
    expect([0, 1, 2, 3].map((at) => feature(at, 'hrefKind'))).toEqual([0, 2, 2, 1]);
    expect([0, 1, 2, 3].map((at) => feature(at, 'hrefCopies'))).toEqual([0, 2, 2, 0]);
  });
  it.each([
    ['Boats of the bay', 'Boats of the bay - Harbour News'],
    ['海湾里的渔船', '海湾里的渔船 - 港口新闻'],
    ['Лодки нашей бухты', 'Лодки нашей бухты — Портовые вести'],
  ])('knows the title in the body, and how far after it a line stands: %s', (heading, title) => {
    const feature = featuresOf(['Menu', heading, 'a line', 'another'], title);
    expect([0, 1, 2].map((at) => feature(at, 'isTitle'))).toEqual([0, 1, 0]);
    expect([0, 1, 2, 3].map((at) => feature(at, 'fromTitle'))).toEqual([-1, 0, 1, 2]);
    expect(feature(1, 'titleLike')).toBe(1);
    expect(feature(1, 'topicTitle')).toBe(1);
    expect(feature(2, 'topicTitle')).toBe(0);
  });
  it('recognises the odd one among lines of prose', () => {
    const prose = 'the ferry leaves the pier at dawn and the ferry comes back to the pier when the lamps are lit';
    const feature = featuresOf([prose, 'x', prose, 'x', 'bakers knead dough']);
    expect(feature(0, 'topic')).toBe(1);
    expect(feature(4, 'topic')).toBe(0);
  });
  it('gives a full row of numbers for every line, in any script', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /\S/u.test(text)),
          { maxLength: 8 },
        ),
        fc.string({ unit: 'grapheme' }),
        (lines, title) => {
          const rows = runFeatures(snapshotOf(['body', ...lines.map((line): Part => ['div', line])], title), logOdds);
          expect(rows).toHaveLength(lines.length * RUN_WIDTH);
          expect([...rows].every(Number.isFinite)).toBe(true);
        },
      ),
    ));
});
