import { expect, test } from 'vitest';
import { amountOf, minutesOf, wordsOf } from '../../../../src/core/digest/reading-time.ts';

test('238 English words take a minute', () => {
  expect(minutesOf('word '.repeat(238), 'en')).toBeCloseTo(1, 5);
  expect(minutesOf('word '.repeat(238), 'en-GB')).toBeCloseTo(1, 5);
});

test('slower languages take longer for the same number of words', () => {
  const text = 'слово '.repeat(300);
  expect(minutesOf(text, 'ru')).toBeGreaterThan(minutesOf(text, 'es'));
  expect(minutesOf(text, 'xx')).toBeGreaterThan(0);
});

test('Han and kana are counted by character, Japanese faster than Chinese', () => {
  expect(amountOf('静かな水')).toEqual({ words: 0, ideographs: 4, unspaced: 0 });
  expect(minutesOf('水'.repeat(266), 'zh')).toBeCloseTo(1, 1);
  expect(minutesOf('水の'.repeat(100))).toBeLessThan(minutesOf('水火'.repeat(100)));
});

test('Latin words inside Chinese count as words', () => {
  expect(amountOf('使用 Web 浏览器API2')).toEqual({ words: 2, ideographs: 5, unspaced: 0 });
});

test('Thai has a reading time although it has no spaces', () => {
  const amount = amountOf('แม่น้ำไหลช้าผ่านหมู่บ้าน');
  expect(amount.words).toBe(0);
  expect(wordsOf(amount)).toBeGreaterThan(3);
  expect(minutesOf('แม่น้ำไหลช้า'.repeat(80), 'th')).toBeGreaterThan(0.7);
});

test('an empty text takes no time', () => {
  expect(minutesOf('')).toBe(0);
  expect(wordsOf(amountOf(' \n'))).toBe(0);
});
