import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../../../src/core/article/article.ts';
import { parseSentences } from '../../../../../../src/core/digest/key-points/candidates.ts';
import { CONTENT_FEATURES } from '../../../../../../src/core/digest/key-points/worth/content-features.ts';
import { rankingContextOf } from '../../../../../../src/core/digest/key-points/ranking-context.ts';
import { FORM_FEATURES } from '../../../../../../src/core/digest/key-points/worth/form-features.ts';
import { KEY_POINT_WEIGHTS } from '../../../../../../src/core/digest/key-points/key-points-weights.ts';
import { ranked } from '../../../../../../src/core/digest/key-points/policy.ts';
import { atOnce } from '../../../../../../src/core/digest/steps.ts';
import {
  ALONE_FEATURES,
  WORTH_FEATURES,
  WORTH_FORESTS,
  worthFeatures,
  worthsOf,
} from '../../../../../../src/core/digest/key-points/worth/worth.ts';

const SENTENCES = [
  'Tarn county will close the bridge over its river for two years and spend 14 million euros on its repair.',
  'He said so himself.',
  'Subscribe to our newsletter for more stories like this one!',
  'Engineers found deep cracks in three of the bridge’s nine stone arches in 2024.',
];
const text = SENTENCES.join(' ');
const article: Pick<Article, 'text' | 'blocks' | 'title' | 'lang'> = {
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  title: 'Bridge over the Tarn closes for repair',
  lang: 'en',
};
const parsed = parseSentences(article);
const features = worthFeatures(rankingContextOf(parsed, KEY_POINT_WEIGHTS), ranked(parsed), article.title);

describe('the features of a sentence', () => {
  it('have one number for each name', () => {
    for (const { form, content } of features) {
      expect([form.length, content.length]).toEqual([FORM_FEATURES.length, CONTENT_FEATURES.length]);
      expect([...form, ...content].filter((x) => !Number.isFinite(x))).toEqual([]);
    }
  });
  it('describe its form', () => {
    const of = (i: number, name: string) => features[i]?.form[FORM_FEATURES.indexOf(name)];
    expect([of(0, 'money'), of(3, 'year'), of(2, 'endMark'), of(1, 'leansBack')]).toEqual([1, 1, 2, 1]);
    expect([of(1, 'opens:third'), of(2, 'opens:point'), of(0, 'placeInParagraph'), of(3, 'placeInParagraph')]).toEqual([
      1, 1, 0, 3,
    ]);
  });
});

describe('worthsOf', () => {
  const worths = atOnce(worthsOf(features));
  it('distinguishes news from sentences that depend on it, and from calls to action', () => {
    const [news, leaning, call, finding] = worths.map(({ worth01 }) => worth01);
    for (const good of [news, finding]) for (const bad of [leaning, call]) expect(good).toBeGreaterThan(bad ?? 1);
    expect(worths.map(({ fault }) => fault)).toEqual([null, 'short', 'boilerplate', null]);
  });
});

describe('the weights', () => {
  it('name only existing features, and say how they were made', () => {
    expect(WORTH_FORESTS.alone.features).toBe(ALONE_FEATURES.length);
    expect(WORTH_FORESTS.worth.features).toBe(WORTH_FEATURES.length);
    const file = join(import.meta.dirname, '../../../../../../src/core/digest/key-points/worth/worth-weights.json');
    const { made }: { made: Record<string, unknown> } = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(made)).toEqual(['command', 'seed', 'corpora', 'date', 'sha256']);
  });
});
