/** whitespace: the same results as the regular expression `\s`, for every code unit and any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endsWithWhitespace,
  collapseWhitespace,
  countNonWhitespace,
  isWhitespace,
} from '../../../../../src/core/article/page/whitespace.ts';

const texts = fc.string({
  unit: fc.constantFrom('a', '港', ' ', ' ', '\n', '\t', '\u00a0', '\u3000', '\u200b', '\ufeff', '.'),
});

describe('whitespace', () => {
  it('is what the regular expression matches, for every code unit', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => isWhitespace(code) !== /\s/.test(String.fromCharCode(code)),
    );
    expect(wrong).toEqual([]);
  });
  it('is collapsed, counted and found at the end as by the regular expression', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(collapseWhitespace(text)).toBe(text.replace(/\s+/g, ' '));
        expect(countNonWhitespace(text)).toBe(text.replace(/\s+/g, '').length);
        expect(endsWithWhitespace(text)).toBe(/\s$/.test(text));
      }),
    );
  });
});
