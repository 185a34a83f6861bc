import { expect, test } from 'vitest';
import { HEADING_TREES, LEVELS } from '../../../../src/core/digest/outline/outline-weights.ts';
import { TOPIC_TREES } from '../../../../src/core/digest/outline/topic-weights.ts';
import { LINE_FACTS, lineFacts } from '../../../../src/core/digest/outline/line-features.ts';
import { LEVEL_FACTS, STEP_FACTS, levelFacts, stepFacts } from '../../../../src/core/digest/outline/level-features.ts';
import { type Forest, probability01 } from '../../../../src/core/digest/tree-ensemble.ts';
// @ts-expect-error: a script without types
import { dice, growTrees } from '../../../../train/grow-trees.mjs';
import { articleOf } from '../../../fakes/article-of.ts';

test('what the script grows, the core reads: a rule of two facts is learnt', () => {
  const roll: () => number = dice(7);
  const rows = Array.from({ length: 600 }, () => [roll(), roll(), roll()]);
  const truth = (row: number[]) => ((row[0] ?? 0) > 0.5 !== (row[1] ?? 0) > 0.3 ? 1 : 0);
  const labels = rows.map(truth);
  const forest: Forest = growTrees({ facts: ['a', 'b', 'noise'], rows, labels, trees: 40, depth: 3 });
  const unseen = Array.from({ length: 400 }, () => [roll(), roll(), roll()]);
  const right = unseen.filter((row) => probability01(forest, row) > 0.5 === (truth(row) === 1)).length;
  expect(right / unseen.length).toBeGreaterThan(0.95);
  expect(growTrees({ facts: ['a', 'b', 'noise'], rows, labels, trees: 40, depth: 3 })).toEqual(forest);
});

test('one tree answers by its splits: at the threshold goes left', () => {
  const forest: Forest = { facts: ['x'], depth: 1, bias: 0, trees: [{ splits: [0, 2], leaves: [-3, 3] }] };
  expect(probability01(forest, [2])).toBeLessThan(0.1);
  expect(probability01(forest, [2.1])).toBeGreaterThan(0.9);
});

test('every forest has whole trees over the facts that the core gathers', () => {
  const { text, blocks } = articleOf(
    'One line\nA longer paragraph that ends with a stop.\nTwo lines\nAnother one that ends.',
  );
  const rows = lineFacts({ text, blocks, title: '' });
  expect(rows.every(({ facts }) => facts.length === LINE_FACTS.length)).toBe(true);
  const lines = rows.map(({ facts }) => ({ text: 'One', facts, blocks: 1, width: 9 }));
  expect(levelFacts(lines).every((row) => row.length === LEVEL_FACTS.length)).toBe(true);
  expect(stepFacts(levelFacts(lines)).every((row) => row.length === STEP_FACTS.length)).toBe(true);
  for (const forest of [HEADING_TREES, TOPIC_TREES, ...LEVELS.deeper, LEVELS.down, LEVELS.up]) {
    expect(forest.trees.length).toBeGreaterThan(10);
    for (const { splits, leaves } of forest.trees) {
      expect(splits.length).toBe(2 * (2 ** forest.depth - 1));
      expect(leaves.length).toBe(2 ** forest.depth);
      expect(splits.every((x, i) => i % 2 === 1 || (Number.isInteger(x) && x >= 0 && x < forest.facts.length))).toBe(
        true,
      );
    }
  }
});
