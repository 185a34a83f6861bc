/** facts: what each line says of itself before any judgement, in any script: copies, titles, kinship, and a row of numbers for each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, FIRST, type FirstFact } from '../../../../../../src/core/article/judge/features/feature-list.ts';
import { firstFacts } from '../../../../../../src/core/article/judge/features/run-features.ts';
import { profile } from '../../../../../../src/core/article/judge/features/text-profile.ts';
import { type Line, type Part, bonesOf } from '../../../../../fakes/bones.ts';

const leanings = {
  names: new Map<string, number>(),
  words: new Map([...profile('share 分享').words].map((word) => [word, -40])),
};
function factsOf(lines: readonly Line[], title = '') {
  const rows = firstFacts(bonesOf(['body', ...lines.map((line): Part => ['p', line])], title), leanings);
  return (at: number, fact: FirstFact) => rows[at * FIRST.length + AT[fact]];
}

describe('firstFacts', () => {
  it('tells what a line is made of', () => {
    const fact = factsOf([
      'Ab 12, x.',
      { text: 'tide', linkChars: 1, strongChars: 2, buttonChars: 4, images: 2, hidden: true },
    ]);
    expect(fact(0, 'digitShare')).toBeCloseTo(2 / 7, 5);
    expect(fact(0, 'letterShare')).toBeCloseTo(3 / 7, 5);
    expect(fact(0, 'capitalShare')).toBeCloseTo(1 / 3, 5);
    expect([fact(0, 'stops'), fact(0, 'words')]).toEqual([1, 3]);
    expect([fact(1, 'linkShare'), fact(1, 'strongShare'), fact(1, 'buttonShare')]).toEqual([0.25, 0.5, 1]);
    expect([fact(1, 'images'), fact(1, 'hidden'), fact(0, 'hidden')]).toEqual([2, 1, 0]);
  });
  it('listens to the words of short lines only', () => {
    const fact = factsOf(['Share', '分享', 'Rope', 'Share one two three four five six seven eight']);
    expect([fact(0, 'shortNames'), fact(1, 'shortNames'), fact(2, 'shortNames'), fact(3, 'shortNames')]).toEqual([
      -40, -40, 0, 0,
    ]);
  });
  it('knows copies anywhere, beside each other in order, and a line doubled in itself', () => {
    const fact = factsOf([
      '潮汐',
      '潮汐',
      'x',
      '潮汐',
      'the red boat sails the red boat sails',
      'one two three one two four',
    ]);
    expect([0, 1, 2, 3].map((at) => fact(at, 'copies'))).toEqual([3, 3, 1, 3]);
    expect([0, 1, 2, 3, 4, 5].map((at) => fact(at, 'copyBeside'))).toEqual([2, 1, 0, 0, 2, 0]);
  });
  it('knows links that lead to the same place, and ones within the page', () => {
    const fact = factsOf([
      'no link',
      { text: 'a', hrefHash: 66 },
      { text: 'b', hrefHash: 66 },
      { text: '1', hrefHash: 1 },
      { text: '2', hrefHash: 1 },
    ]);
    expect([0, 1, 2, 3].map((at) => fact(at, 'hrefKind'))).toEqual([0, 2, 2, 1]);
    expect([0, 1, 2, 3].map((at) => fact(at, 'hrefCopies'))).toEqual([0, 2, 2, 0]);
  });
  it.each([
    ['Boats of the bay', 'Boats of the bay - Harbour News'],
    ['海湾里的渔船', '海湾里的渔船 - 港口新闻'],
    ['Лодки нашей бухты', 'Лодки нашей бухты — Портовые вести'],
  ])('knows the title in the body, and how far after it a line stands: %s', (heading, title) => {
    const fact = factsOf(['Menu', heading, 'a line', 'another'], title);
    expect([0, 1, 2].map((at) => fact(at, 'isTitle'))).toEqual([0, 1, 0]);
    expect([0, 1, 2, 3].map((at) => fact(at, 'fromTitle'))).toEqual([-1, 0, 1, 2]);
    expect(fact(1, 'titleLike')).toBe(1);
    expect(fact(1, 'topicTitle')).toBe(1);
    expect(fact(2, 'topicTitle')).toBe(0);
  });
  it('knows the stranger among lines of prose', () => {
    const prose = 'the ferry leaves the pier at dawn and the ferry comes back to the pier when the lamps are lit';
    const fact = factsOf([prose, 'x', prose, 'x', 'bakers knead dough']);
    expect(fact(0, 'topic')).toBe(1);
    expect(fact(4, 'topic')).toBe(0);
  });
  it('gives a full row of numbers for every line, of any letters', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /\S/u.test(text)),
          { maxLength: 8 },
        ),
        fc.string({ unit: 'grapheme' }),
        (lines, title) => {
          const rows = firstFacts(bonesOf(['body', ...lines.map((line): Part => ['div', line])], title), leanings);
          expect(rows).toHaveLength(lines.length * FIRST.length);
          expect([...rows].every(Number.isFinite)).toBe(true);
        },
      ),
    ));
});
