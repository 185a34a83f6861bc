import { expect, test } from 'vitest';
import { comparableTerms, lineContext, widthOf } from '../../../../../src/core/digest/outline/line-context.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

test('wide scripts take double room and are compared by pairs', () => {
  expect(widthOf('面包ab')).toBe(6);
  expect(comparableTerms('面包店')).toEqual(['面包', '包店']);
  expect(comparableTerms('The rising bread')).toEqual(['rising', 'bread']);
});

test('counts the text between short lines, to either side', () => {
  const long = 'Yeast eats sugar and breathes out gas; bread rises on that gas, slowly.';
  const { lines, after, before } = lineContext(articleOf(`Rising\n${long}\n${long}\nBaking`, { title: '' }));
  expect(lines.map(({ short }) => short)).toEqual([true, false, false, true]);
  expect(after.map(({ width }) => width)).toEqual([2 * long.length, long.length, 0, 0]);
  expect(before.map(({ blocks }) => blocks)).toEqual([0, 0, 1, 2]);
});

test('counts lines of one form, one text and one opening', () => {
  const { byShape, sames, openings, candidates } = lineContext(
    articleOf('1. Mix\n2. Knead\nStep back\nStep back', { title: '' }),
  );
  expect(candidates).toBe(4);
  expect([...byShape.values()].map(({ n }) => n)).toEqual([2, 2]);
  expect(sames.get('Step back')).toBe(2);
  expect(openings.get('step')).toBe(2);
});
