import { expect, test } from 'vitest';
import { alternatives } from '../../../../src/core/article/alternatives.ts';

test('joins all lists into one non-capturing group', () => {
  expect(alternatives('a b', String.raw`c\d`)).toBe(String.raw`(?:a|b|c\d)`);
  expect(new RegExp(`^${alternatives(String.raw`written\sby von`)}$`).test('written by')).toBe(true);
});
