import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fold, foldedIndex, unfold } from '../../../../src/core/anchor/fold.ts';

describe('folding', () => {
  it.each([
    ['space of every kind', 'a\u00a0b\u3000c\td\n\ne', 'abcde'],
    ['case', 'ÀÉ Straße ΣΊΣΥΦΟΣ', 'aestraßeσισυφοσ'],
    ['quote marks', '“one” ‘two’ «three» "four" ``five\'\'', "'one''two''three''four''five'"],
    ['dashes, and runs of them', 'a – b — c -- d \u2212 e', 'a-b-c-d-e'],
    ['dots', 'wait… wait...', 'wait.wait.'],
    ['soft hyphens and zero-width signs', 'syl\u00adla\u200bble\ufeff', 'syllable'],
    ['composed and decomposed', 'e\u0301 \u00e9', 'ee'],
    ['width', 'ＡＢＣ１２３ ｶﾞ', 'abc123か\u3099'.replace('か', 'カ')],
    ['vowel points', 'מִלָּה مُحَمَّد', 'מלהمحمد'],
    ['Hangul set letter by letter', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
    ['letters beyond the first plane', '𝐁𝐨𝐥𝐝 𠮷', 'bold𠮷'],
  ])('drops or unifies %s', (_, text, folded) => {
    expect(fold(text).folded.replaceAll("''", "'")).toBe(folded.replaceAll("''", "'"));
  });

  it('maps traditional to simplified Chinese, and leaves Japanese kana unchanged', () => {
    expect(fold('國學帳簿，爐子').folded).toBe(fold('国学账簿，炉子').folded);
    expect(fold('ひらかな').folded).toBe('ひらかな');
  });

  it('maps every folded letter back to its position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text);
        expect(folded.at.length).toBe(folded.folded.length);
        for (let i = 1; i < folded.at.length; i++) {
          expect(folded.at[i] ?? 0).toBeGreaterThanOrEqual(folded.at[i - 1] ?? 0);
        }
        for (let i = 0; i < folded.at.length; i++) {
          const range = unfold(folded, i, i + 1);
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(foldedIndex(folded, range.start)).toBeLessThanOrEqual(i);
        }
      }),
    );
  });

  it('includes the marks of the last letter', () => {
    const text = 'cafe\u0301 noir';
    expect(unfold(fold(text), 0, 4)).toEqual({ start: 0, end: 5 });
  });
});
