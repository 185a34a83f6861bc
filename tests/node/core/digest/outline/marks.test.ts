import { expect, test } from 'vitest';
import { treeOf } from '../../../../../src/core/digest/outline/marks.ts';

const text = 'aaa one\nbbb two three\nccc four\nddd five six seven';
const mark = (label: string, depth: number, to?: number) => {
  const start = text.indexOf(label);
  return {
    from: start,
    start,
    labelEnd: start + label.length,
    depth,
    source: 'heading' as const,
    ...(to === undefined ? {} : { to }),
  };
};

test('sections nest, and end before the next of their depth', () => {
  const [a, d] = treeOf({ text }, [mark('aaa', 1), mark('bbb', 2), mark('ccc', 2), mark('ddd', 1)]);
  expect(a?.children.map((n) => n.label)).toEqual(['bbb', 'ccc']);
  expect(text.slice(a?.start, a?.end)).toBe('aaa one\nbbb two three\nccc four');
  expect(text.slice(d?.start, d?.end)).toBe('ddd five six seven');
  expect(d?.children).toEqual([]);
});

test('shares add up, and minutes with them', () => {
  const nodes = treeOf({ text }, [mark('aaa', 1), mark('ccc', 1)]);
  expect(nodes.reduce((n, x) => n + x.share01, 0)).toBeCloseTo(1, 6);
  expect(nodes[0]?.minutes).toBeCloseTo(5 / 238, 6);
});

test('a section that ends early leaves the rest to its parent', () => {
  const [a] = treeOf({ text }, [mark('aaa', 1), mark('bbb', 2, text.indexOf('\nccc')), mark('five', 3)]);
  expect(a?.children.map((n) => n.label)).toEqual(['bbb', 'five']);
});

test('no marks, no nodes', () => {
  expect(treeOf({ text }, [])).toEqual([]);
});
