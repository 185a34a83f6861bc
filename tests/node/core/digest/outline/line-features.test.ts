import { expect, test } from 'vitest';
import { LINE_FEATURES, lineFeatures } from '../../../../../src/core/digest/outline/line-features.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const fact = (source: string, line: number, name: (typeof LINE_FEATURES)[number], title = '') => {
  const row = lineFeatures(articleOf(source, { title })).find(({ index }) => index === line);
  return row?.features[LINE_FEATURES.indexOf(name)];
};
const page =
  'How bread rises\nYeast eats sugar and breathes out gas; bread rises on that gas, slowly.\n- flour\n1. ' +
  'Mix\nStir.\n2. Wait\nRest.';

test('every row has a value for each feature', () => {
  for (const { features } of lineFeatures(articleOf(page, { title: '' }))) {
    expect(features).toHaveLength(LINE_FEATURES.length);
    expect(features.every(Number.isFinite)).toBe(true);
  }
});

test('only paragraphs that are short enough may be headings', () => {
  const rows = lineFeatures(articleOf(`${page}\n${'long '.repeat(60)}`, { title: '' }));
  expect(rows.map(({ index }) => index)).toEqual([0, 1, 3, 4, 5, 6]);
});

test('features of the line, its neighbours and its words', () => {
  expect(fact(page, 0, 'endsStop')).toBe(0);
  expect(fact(page, 1, 'endsStop')).toBe(1);
  expect(fact(page, 0, 'nextStops')).toBe(1);
  expect(fact(page, 3, 'inNumberRun')).toBe(1);
  expect(fact(page, 3, 'beforeItem')).toBe(1);
  expect(fact(page, 0, 'inFollowing')).toBe(1);
  expect(fact(page, 0, 'inTitle', 'Why bread rises at night')).toBe(1);
});
