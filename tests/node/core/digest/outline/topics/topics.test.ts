import { expect, test } from 'vitest';
import { topicMarks, topicTurns } from '../../../../../../src/core/digest/outline/topics/topics.ts';
import { topicFeatures, TOPIC_FEATURES } from '../../../../../../src/core/digest/outline/topics/topic-features.ts';
import { articleOf } from '../../../../../fakes/article-of.ts';

// Three subjects without common words, in many sentences each.
const bees = [
  'Bees leave the hive when the morning sun warms its entrance, and the first foragers mark the meadow for the others.',
  'A colony keeps its honey near the brood, so that nurse bees never walk far to feed the larvae of the hive.',
  'When nectar is scarce, foragers rob weaker hives, and guards at the entrance fight them wing against wing.',
  'The queen lays through the summer, and every larva she lays is fed by nurse bees until its cell is sealed with wax.',
];
const ships = [
  'Sailors in the harbour mended canvas through the winter, since every sail of the fleet tore in the autumn storms.',
  'A captain chose his crew by their hands, for ropes and anchors ask for fingers that the cold cannot stiffen.',
  'The fleet carried timber and salt, and its captains knew each harbour by the smell of its fish markets.',
  'Storms took one ship in ten, and the harbour church rang its bell whenever sailors saw a mast go under.',
];
const bread = [
  'Bakers knead their dough before dawn, because flour and water need hours until the yeast has done its work.',
  'A loaf with a dark crust keeps for a week, and old bakers say that the oven should frighten the dough.',
  'Flour from stone mills holds more of the grain, so its dough drinks more water and rises slower.',
  'The yeast of a bakery lives in its walls, and bakers who move their oven lose the taste of their bread.',
];
const paragraphs = (list: string[]) =>
  Array.from({ length: 8 }, (_, i) => [0, 1, 2].map((j) => list[(i + j * (i % 3 ? 1 : 3)) % 4]).join(' '));
const long = [bees, ships, bread].flatMap(paragraphs).join('\n');

test('a long text without headings is split where its subject changes', () => {
  const { text, blocks } = articleOf(long);
  const turns = topicTurns({ text, blocks, title: '' }, 120);
  expect(turns).toContain(8);
  expect(turns).toContain(16);
});

test('each part is named by words from its beginning', () => {
  const { text, blocks } = articleOf(long);
  const marks = topicMarks({ text, blocks, title: '' });
  expect(marks.length).toBeGreaterThanOrEqual(3);
  for (const mark of marks) {
    const label = text.slice(mark.start, mark.labelEnd);
    expect(label).toBe(label.trim());
    expect(label.length).toBeGreaterThanOrEqual(8);
    expect(mark.start).toBeGreaterThanOrEqual(mark.from);
    expect(mark.labelEnd).toBeLessThanOrEqual(mark.to ?? 0);
    expect(blocks.some((b) => b.start === mark.from)).toBe(true);
  }
  expect(text.slice(marks[0]?.start, marks[0]?.labelEnd)).toMatch(/bee|hive|forager|brood|queen/i);
});

test('a short or empty text is not split', () => {
  const { text, blocks } = articleOf(bees.join('\n'));
  expect(topicMarks({ text, blocks, title: '' })).toEqual([]);
  expect(topicTurns({ text: '', blocks: [], title: '' })).toEqual([]);
});

test('every gap has a whole row of features', () => {
  const { text, blocks } = articleOf(`${long}\n- an item\n> a quote`);
  const rows = topicFeatures({ text, blocks, title: 'Bees' });
  expect(rows).toHaveLength(blocks.length - 1);
  expect(rows.every((row) => row.length === TOPIC_FEATURES.length && row.every(Number.isFinite))).toBe(true);
});
