import { expect, test } from 'vitest';
import { countsOn, depthsByNumber, lineNumber, numberRuns } from '../../../../../src/core/digest/outline/numbering.ts';

test.each([
  ['1. Origins', 'decimal', [1]],
  ['1.2 Sources', 'decimal', [1, 2]],
  ['12) Water', 'decimal', [12]],
  ['3 — Bread', 'decimal', [3]],
  ['4 Ways to wait', 'bare', [4]],
  ['#7: Patience', 'hash', [7]],
  ['（3）材料', 'paren', [3]],
  ['(2) Tools', 'paren', [2]],
  ['② 方法', 'circle', [2]],
  ['一、总体要求', 'han', [1]],
  ['十二、附则', 'han', [12]],
  ['（二）基本原则', 'han-paren', [2]],
  ['第三章 管理', 'han-ordinal', [3]],
  ['第二，要有耐心', 'han-ordinal', [2]],
  ['제2장 총칙', 'hangul-ordinal', [2]],
  ['나. 방법', 'hangul', [2]],
  ['IV. Harvest', 'roman', [4]],
  ['B. Harvest', 'letter', [2]],
  ['§ 3 Scope', 'section', [3]],
  ['§3.1 Scope', 'section', [3, 1]],
  ['Step 2: Mix', 'word step', [2]],
  ['Bước 1: Trộn', 'word bước', [1]],
  ['Глава 5. Дорога', 'word глава', [5]],
  ['Chapter IX', 'word chapter', [9]],
  ['٣. الخاتمة', 'decimal', [3]],
  ['२. विधि', 'decimal', [2]],
] as const)('%s', (line, form, values) => {
  expect(lineNumber(line)).toMatchObject({ form, values });
});

test.each(['2019 was dry', 'Water is wet', '250 grams of flour', '3.5 million people', 'Mr 12345', ''])(
  'not a number: %s',
  (line) => {
    const number = lineNumber(line);
    expect(number === undefined || !numberRuns([number])[0]).toBe(true);
    expect(number?.values.some((n) => n > 199) ?? false).toBe(false);
  },
);

test('the next number may be a sibling, one level deeper, or back up', () => {
  const n = (line: string) => lineNumber(line) ?? { form: '', values: [], length: 0 };
  expect(countsOn(n('1. a'), n('2. b'))).toBe(true);
  expect(countsOn(n('1.2 a'), n('1.3 b'))).toBe(true);
  expect(countsOn(n('1.2 a'), n('2. b'))).toBe(true);
  expect(countsOn(n('1. a'), n('1.1 b'))).toBe(true);
  expect(countsOn(n('1. a'), n('3. b'))).toBe(false);
  expect(countsOn(n('Step 1'), n('Chapter 2'))).toBe(false);
});

test('a series needs two consecutive numbers; it may count down', () => {
  const runs = (...lines: string[]) => numberRuns(lines.map(lineNumber));
  expect(runs('1. a', 'text', '2. b', '9. z')).toEqual([true, false, true, false]);
  expect(runs('3. c', '2. b', '1. a')).toEqual([true, true, true]);
  expect(runs('4. a')).toEqual([false]);
});

test('numbers determine depth by their parts or by nested forms', () => {
  const depths = (...lines: string[]) => depthsByNumber(lines.map(lineNumber));
  expect(depths('1. a', '1.1 b', '2. c')).toEqual([1, 2, 1]);
  expect(depths('一、总则', '（一）目标', '（二）原则', '二、措施', '（一）水')).toEqual([1, 2, 2, 1, 2]);
  expect(depths('1. a', '2. b', 'c')).toEqual([undefined, undefined, undefined]);
});
