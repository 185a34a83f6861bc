import { expect, test } from 'vitest';
import { headingMarks, repeatsTitle } from '../../../../../src/core/digest/outline/headings.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const shape = (source: string, title = 'On rivers', siteName?: string) => {
  const article = articleOf(source, { title, ...(siteName ? { siteName } : {}) });
  return headingMarks(article).map((m) => `${'-'.repeat(m.depth)} ${article.text.slice(m.start, m.labelEnd)}`);
};

test('skipped levels close up', () => {
  expect(shape('## A\ntext\n#### B\ntext\n###### C\ntext\n## D\ntext')).toEqual(['- A', '-- B', '--- C', '- D']);
});

test('a repeated title and the site’s name are not sections', () => {
  expect(shape('# On Rivers\ntext\n## A\ntext\n## B\ntext')).toEqual(['- A', '- B']);
  expect(shape('# The Daily Heron\ntext\n## A\ntext\n## B\ntext', 'On rivers', 'The Daily Heron')).toEqual([
    '- A',
    '- B',
  ]);
  expect(repeatsTitle('On rivers and lakes', { title: 'On rivers and lakes | The Daily Heron' })).toBe(true);
  expect(repeatsTitle('On', { title: 'On rivers and lakes' })).toBe(false);
});

test('one heading above all others is the title in other words', () => {
  expect(shape('# Why water bends\nintro\n## A\ntext\n### A1\ntext\n## B\ntext')).toEqual(['- A', '-- A1', '- B']);
});

test('numbers give the levels if all headings have the same one', () => {
  expect(shape('## 1. A\ntext\n## 1.1 B\ntext\n## 1.2 C\ntext\n## 2. D\ntext')).toEqual([
    '- 1. A',
    '-- 1.1 B',
    '-- 1.2 C',
    '- 2. D',
  ]);
});

test('a duplicate, an empty last heading and a sentence marked as a heading are dropped', () => {
  const sentence =
    'This is a whole paragraph that someone set as a heading because it looked good on a ' +
    `phone. ${'It goes on and on. '.repeat(5)}`;
  expect(shape(`## A\n## A\ntext\n## ${sentence}\ntext\n## B\ntext\n## Share this`)).toEqual(['- A', '- B']);
});

test('no headings, no marks', () => {
  expect(shape('text\nmore text')).toEqual([]);
});
