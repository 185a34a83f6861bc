/** page-features: features of the page as a whole, the same for every line. */
import { describe, expect, it } from 'vitest';
import { RUN_FEATURE_NAMES, RUN_WIDTH } from '../../../../../../src/core/article/judge/features/feature-list.ts';
import { pageFeatures } from '../../../../../../src/core/article/judge/features/page-features.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

function featuresOf(body: Part): Record<string, number> {
  const rows = new Float32Array(RUN_WIDTH * 2).fill(Number.NaN);
  pageFeatures(snapshotOf(body))(rows, RUN_WIDTH);
  const written = RUN_FEATURE_NAMES.map(
    (feature, column) => [feature, rows[RUN_WIDTH + column] ?? Number.NaN] as const,
  );
  return Object.fromEntries(written.filter(([, value]) => !Number.isNaN(value)));
}
const card = (text: string): Part => ['div.card', { text, linked: true }];

describe('pageFeatures', () => {
  it('gives the share of text in paragraphs', () => {
    expect(featuresOf(['body', ['p', '港口主任数船'], ['div', '菜单菜单菜单']])['pageParas']).toBeCloseTo(0.5, 6);
    expect(featuresOf(['body', ['p', 'all of it']])['pageParas']).toBe(1);
  });
  it('counts prices, dates and buttons by line', () => {
    const features = featuresOf([
      'body',
      ['p', '€4 or $5'],
      ['p', '¥600'],
      ['p', { text: 'Monday', hasTime: true }],
      ['p', { text: 'Buy', buttonChars: 3 }],
    ]);
    expect([features['pageMoney'], features['pageTimes'], features['pageButtons']]).toEqual([2, 1, 1]);
  });
  it('finds the largest group of similar boxes, only among siblings', () => {
    const shop = featuresOf([
      'body',
      ['div', card('oars'), card('rope'), card('sail'), card('tars')],
      ['p', 'sixteen letters!'],
    ]);
    expect(shop).toMatchObject({ pageGroup: 4, pageGroups: 1, pageGroupLink: 1 });
    expect(shop['pageGroupShare']).toBeCloseTo(16 / 31, 6);
    const parted = featuresOf(['body', ['div', card('oars'), card('rope')], ['ul', card('sail'), card('tars')]]);
    expect(parted).toMatchObject({ pageGroup: 0, pageGroups: 0, pageGroupShare: 0, pageGroupLink: 0 });
  });
  it('counts headings, articles and tables with text', () => {
    const features = featuresOf([
      'body',
      ['h1', 'a'],
      ['h1'],
      ['h2', 'b'],
      ['h2', 'c'],
      ['article', ['table', 'd']],
      ['table'],
    ]);
    expect(features).toMatchObject({ pageH1: 1, pageH2: 2, pageArticles: 1, pageTables: 1 });
  });
  it('gives 0, never NaN, for an empty page', () => {
    for (const value of Object.values(featuresOf(['body']))) expect(value).toBe(0);
  });
});
