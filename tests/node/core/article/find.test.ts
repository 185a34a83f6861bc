import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, find, searchable } from '../../../../src/core/article/find.ts';

const said = (text: string, phrase: string) =>
  find(searchable(text), phrase, 99).map(({ start, end }) => text.slice(start, end));

describe('find', () => {
  it('ignores case, accents, width and whitespace', () => {
    expect(said('Crème brûlée, CREME  BRULEE', 'creme brulee')).toEqual(['Crème brûlée', 'CREME  BRULEE']);
    expect(said('Cre\u0300me', 'crème')).toEqual(['Cre\u0300me']);
    expect(said('ＡＢＣ と ｶﾞ', 'abc')).toEqual(['ＡＢＣ']);
    expect(said('عَرَبِيّ', 'عربي')).toEqual(['عَرَبِيّ'.slice(0, -1)]);
    expect(said('共同富裕，共同富裕', '共同富裕')).toEqual(['共同富裕', '共同富裕']);
  });

  it('respects vowel signs that are letters', () => {
    expect(said('किताब', 'कताब')).toEqual([]);
  });

  it('finds nothing for an empty phrase and stops at the limit', () => {
    expect(said('a a a', '  ')).toEqual([]);
    expect(find(searchable('a a a'), 'a', 2)).toHaveLength(2);
  });

  it('finds any piece of any text that is not just whitespace or a combining mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const units = [...text];
        const start = a % units.length;
        const piece = units.slice(start, start + 1 + (b % 8)).join('');
        if (!searchable(piece).folded.trim()) return;
        expect(find(searchable(text), piece, 999).length).toBeGreaterThan(0);
      }),
    );
  });

  it('returns ranges inside the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 2 }), (text, phrase) => {
        let last = 0;
        for (const { start, end } of find(searchable(text), phrase, 99)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

describe('around', () => {
  const text = 'one two three four five six\nseven eight';
  it('cuts at words and stays on the line', () => {
    const start = text.indexOf('four');
    expect(around(text, { start, end: start + 4 }, 8)).toEqual(['…three ', 'four', ' five…']);
    const seven = text.indexOf('seven');
    expect(around(text, { start: seven, end: seven + 5 }, 40)).toEqual(['', 'seven', ' eight']);
  });
});
