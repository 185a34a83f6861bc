import { expect, test } from 'vitest';
import { digest } from '../../../../../src/core/digest/digest.ts';
import type { OutlineNode } from '../../../../../src/core/digest/digest.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const walk = (nodes: OutlineNode[]): OutlineNode[] => nodes.flatMap((n) => [n, ...walk(n.children)]);
const sentence = 'The council met in the old mill and talked about the river until the lamps had burnt down. ';

test('points counted under a heading are nested in it and name their source', () => {
  const article = articleOf(`${sentence.repeat(8)}
## Why the dam failed
${sentence.repeat(6)}
First, the stones came from a quarry that everyone knew to be soft. ${sentence.repeat(2)}
Second, nobody measured the spring flood in the years before. ${sentence.repeat(2)}
## What comes next
${sentence.repeat(8)}`);
  const { outline, words, minutes } = digest(article);
  expect(outline.map((n) => [n.label, n.source, n.children.map((c) => [c.label, c.source])])).toEqual([
    [
      'Why the dam failed',
      'heading',
      [
        ['the stones came from a quarry that everyone knew to be soft', 'enumeration'],
        ['nobody measured the spring flood in the years before', 'enumeration'],
      ],
    ],
    ['What comes next', 'heading', []],
  ]);
  expect(words).toBeGreaterThan(300);
  expect(minutes).toBeCloseTo(words / 238, 1);
  for (const node of walk(outline)) {
    expect(article.text.slice(node.start, node.start + node.label.length)).toBe(node.label);
    expect(node.share01).toBeGreaterThan(0);
    expect(node.share01).toBeLessThan(1);
    for (const child of node.children) {
      expect(child.start).toBeGreaterThanOrEqual(node.start);
      expect(child.end).toBeLessThanOrEqual(node.end);
    }
  }
});

test('a short text without headings has no outline, however it counts', () => {
  expect(
    digest(
      articleOf('Firstly, I miss you and the sound of the gate.\nSecondly, the cat has moved in with the neighbours.'),
    ).outline,
  ).toEqual([]);
});

test('an empty article has an empty digest', () => {
  expect(digest(articleOf(''))).toMatchObject({ outline: [], words: 0, minutes: 0 });
});

test('a digest never changes its article', () => {
  const article = articleOf(`## A\n${sentence}\n## B\n${sentence}`);
  const before = JSON.stringify(article);
  digest(article);
  expect(JSON.stringify(article)).toBe(before);
});
