import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clauseEnd, lineLabelStart } from '../../../../../src/core/digest/outline/labels.ts';

const cut = (text: string) => text.slice(0, clauseEnd(text, 0, text.length));

test('a short sentence is kept whole, without its full stop', () => {
  expect(cut('The bridge must carry lorries. Then more.')).toBe('The bridge must carry lorries');
  expect(cut('桥梁必须承受重型卡车。然后还有。')).toBe('桥梁必须承受重型卡车');
});

test('a long sentence is cut at a clause, and a clause at a word', () => {
  const clause = 'the council adheres to the plan that it made with the villages along the river in spring';
  expect(cut(`${clause}, and it goes on for so long that nobody would ever want to read it in a list.`)).toBe(clause);
  const words = cut('word '.repeat(60));
  expect(words.endsWith('word')).toBe(true);
  expect(words.length).toBeLessThan(120);
});

test('abbreviations and numbers do not end it early', () => {
  expect(cut('U.S. growth of 3.5 percent was more than 1,000 people hoped for. Next.')).toContain('hoped for');
});

test('a dash or a bullet before a line is not part of its label, but a minus sign is', () => {
  const begun = (line: string) => line.slice(lineLabelStart(line, 0, line.length));
  expect(begun('- Μπακλαβάς')).toBe('Μπακλαβάς');
  expect(begun('-Γαλακτομπούρεκο')).toBe('Γαλακτομπούρεκο');
  expect(begun('— “Was nun?”')).toBe('“Was nun?”');
  expect(begun('• 2024 年')).toBe('2024 年');
  expect(begun('►第一部分')).toBe('第一部分');
  expect(begun('-5 °C')).toBe('-5 °C');
  expect(begun('---')).toBe('---');
  expect(begun('1. Well-known')).toBe('1. Well-known');
});

test('a label is always inside its range, and never splits a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const end = clauseEnd(text, 0, text.length);
      expect(end).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(/[\ud800-\udbff]$/.test(text.slice(0, end))).toBe(false);
    }),
  );
});
