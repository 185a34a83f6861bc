import { expect, test } from 'vitest';
import { TOPIC_FEATURES, topicFeatures } from '../../../../../../src/core/digest/outline/topics/topic-features.ts';
import { articleOf } from '../../../../../fakes/article-of.ts';

const rows = (source: string) => topicFeatures(articleOf(source, { title: '' }));
const fact = (row: number[] | undefined, name: (typeof TOPIC_FEATURES)[number]) =>
  row?.[TOPIC_FEATURES.indexOf(name)] ?? NaN;

test('paragraphs of the same words hold together, those of other words do not', () => {
  const [same, other] = rows(
    'Honey bees gather nectar in meadows.\nNectar from meadows feeds honey bees.\nCaptains anchor their ' +
      'vessels before storms.',
  );
  expect(fact(same, 'cohesion300')).toBeGreaterThan(0.25);
  expect(fact(other, 'cohesion300')).toBe(0);
  expect(fact(other, 'newTerms')).toBe(1);
});

test('Chinese is compared by pairs of characters', () => {
  const [same, other] = rows('蜜蜂采集花蜜。\n花蜜喂养蜜蜂。\n船长在港口修帆。');
  expect(fact(same, 'cohesion300')).toBeGreaterThan(fact(other, 'cohesion300'));
});

test('the end of a list is a feature', () => {
  const [, , end] = rows('Take:\n- flour\n- water\nNow we turn to the oven.');
  expect(fact(end, 'listEnds')).toBe(1);
  expect(fact(end, 'beforeItem')).toBe(1);
});

test('one block has no gap', () => {
  expect(rows('alone')).toEqual([]);
});
