import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../../../../src/core/article/article.ts';
import { parseSentences } from '../../../../../src/core/digest/key-points/candidates.ts';
import { mostPoints, selectPoints } from '../../../../../src/core/digest/key-points/selection.ts';
import type { Worth } from '../../../../../src/core/digest/key-points/worth/worth.ts';

function readingFrom(lines: string[]) {
  let text = '';
  const blocks: Block[] = lines.map((line) => {
    if (text) text += '\n';
    const start = text.length;
    text += line;
    return { kind: 'paragraph', start, end: text.length };
  });
  const article: Pick<Article, 'text' | 'blocks' | 'title' | 'lang'> = { text, blocks, title: 'A bridge', lang: 'en' };
  return parseSentences(article);
}
const LINES = [
  'The bridge over the Tarn closes on Monday for two years of repairs.',
  'On Monday the bridge over the Tarn closes for two years of repairs.',
  'A ferry will carry cyclists across the river every ten minutes.',
  'Shopkeepers fear that customers will stay away from the old town.',
  'Lorries must take the motorway, twenty kilometres to the south.',
];
const worth = (worth01: number, alone01 = 0.9, fault: Worth['fault'] = null): Worth => ({ alone01, worth01, fault });

describe('selectPoints', () => {
  const parsed = readingFrom(LINES);
  it('takes the best first and does not repeat itself', () => {
    expect(
      selectPoints(
        parsed,
        [0.8, 0.7, 0.5, 0.6, 0.1].map((p) => worth(p)),
        3,
      ),
    ).toEqual([0, 3, 2]);
  });
  it('takes no sentence with a fault, however important it is', () => {
    const worths = [worth(0.8, 0.9, 'leans-back'), worth(0.7), worth(0.5), worth(0.2), worth(0.2)];
    expect(selectPoints(parsed, worths, 3)).toEqual([1, 2]);
  });
  it('shows fewer than allowed, or none, if the rest is not worth showing', () => {
    expect(
      selectPoints(
        parsed,
        [0.6, 0.1, 0.2, 0.05, 0.05].map((p) => worth(p)),
        4,
      ),
    ).toEqual([0, 2]);
    expect(
      selectPoints(
        parsed,
        LINES.map(() => worth(0.05)),
        4,
      ),
    ).toEqual([]);
    expect(
      selectPoints(
        parsed,
        LINES.map(() => worth(0.7, 0.2)),
        4,
      ),
    ).toEqual([]);
  });
  it('offers a model all sentences that can be read alone', () => {
    const worths = [worth(0.05), worth(0.04), worth(0.03, 0.9, 'question'), worth(0.02), worth(0.01)];
    expect(selectPoints(parsed, worths, 30, true)).toEqual([0, 3, 4]);
  });
});

describe('mostPoints', () => {
  it('grows with the article', () => {
    expect([3, 15, 40, 100, 5000].map(mostPoints)).toEqual([3, 4, 5, 6, 6]);
  });
});
