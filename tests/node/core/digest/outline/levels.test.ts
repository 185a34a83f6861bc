import { expect, test } from 'vitest';
import { lineFeatures } from '../../../../../src/core/digest/outline/line-features.ts';
import { depthsOfLines, foundLines } from '../../../../../src/core/digest/outline/levels.ts';
import { LEVELS } from '../../../../../src/core/digest/outline/outline-weights.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const body = 'The mill stands by the river and has ground the grain of four villages for two hundred years. '.repeat(3);
const depths = (...lines: string[]) => {
  const article = articleOf(lines.map((line) => `${line}\n${body}`).join('\n'), { title: 'Mills' });
  return depthsOfLines(
    foundLines(
      article,
      lineFeatures(article).filter(({ index }) => index % 2 === 0),
    ),
    LEVELS,
  );
};

test('numbers tell levels', () => {
  expect(depths('1. Water', '1.1 Rivers', '1.2 Lakes', '2. Wind', '2.1 Sails')).toEqual([1, 2, 2, 1, 2]);
});

test('similar lines have the same level', () => {
  expect(depths('Water mills', 'Wind mills', 'Horse mills')).toEqual([1, 1, 1]);
});

test('the first is outermost, none is two levels deeper than the one before, and no lines give no levels', () => {
  const found = depths('Step 1: Mill', 'Why?', 'How?', 'Step 2: Bake', 'Why?', 'How?');
  expect(found[0]).toBe(1);
  expect(found[0]).toBe(found[3]);
  found.forEach((d, i) => expect(d).toBeLessThanOrEqual((found[i - 1] ?? 0) + 1));
  expect(depthsOfLines([], LEVELS)).toEqual([]);
});
