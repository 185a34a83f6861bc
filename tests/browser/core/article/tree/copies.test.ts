import { expect, it } from 'vitest';
import type { ArticleElement } from '../../../../../src/core/article/article.ts';
import { dropCopies } from '../../../../../src/core/article/tree/copies.ts';

const image = (src: string, width?: number): ArticleElement => ({
  tag: 'img',
  attributes: { src, alt: '', ...(width ? { width } : {}) },
  children: [],
});
const holder = (tag: 'div' | 'figure' | 'table', ...children: ArticleElement[]): ArticleElement => ({ tag, children });
const left = (tree: ArticleElement): number[] =>
  tree.children.map((child) => (typeof child === 'string' ? 0 : child.children.length));

it('keeps the copy that is in a figure', () => {
  const tree = holder(
    'div',
    holder('div', image('https://a.example/pan.jpg?w=600')),
    holder('figure', image('https://a.example/pan.jpg?w=1200')),
  );
  dropCopies(tree);
  expect(left(tree)).toEqual([0, 1]);
});

it('keeps the first of two copies, and other pictures', () => {
  const tree = holder(
    'div',
    holder('div', image('https://a.example/pan.jpg')),
    holder('div', image('https://a.example/pan.jpg')),
    holder('div', image('https://a.example/show?id=1'), image('https://a.example/show?id=2')),
  );
  dropCopies(tree);
  expect(left(tree)).toEqual([1, 0, 2]);
});

it('keeps icons, and pictures in tables', () => {
  const flag = () => image('https://a.example/flag.png', 23);
  const tree = holder(
    'div',
    holder('div', flag()),
    holder('div', flag()),
    holder('table', image('https://a.example/b.png')),
  );
  tree.children.push(holder('table', image('https://a.example/b.png')));
  dropCopies(tree);
  expect(left(tree)).toEqual([1, 1, 1, 1]);
});
