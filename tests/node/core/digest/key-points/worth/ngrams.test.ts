import { describe, expect, it } from 'vitest';
import {
  decodeNgrams,
  encodeNgrams,
  NGRAM_BUCKETS,
  NGRAM_FEATURES,
  ngramBuckets,
  ngramFeatures,
  ngramLogOdds,
} from '../../../../../../src/core/digest/key-points/worth/ngrams.ts';

describe('ngramBuckets', () => {
  it('gives each bucket once, within the table, in any script', () => {
    for (const text of ['The bridge is closed.', '这座桥关闭了。', 'Мост закрыт.', '다리가 닫혔다.', 'الجسر مغلق']) {
      const found = ngramBuckets(text);
      expect(found.length).toBeGreaterThan(5);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < NGRAM_BUCKETS)).toBe(true);
    }
  });
  it('is the same for other numbers and letters of another case, and tells an opening from the same word later', () => {
    const sorted = (text: string) => ngramBuckets(text).toSorted((a, b) => a - b);
    expect(sorted('It cost 12 euros.')).toEqual(sorted('IT COST 3456 EUROS.'));
    expect(sorted('call us')).not.toEqual(sorted('us call'));
    expect(ngramBuckets('')).toEqual([]);
  });
});

describe('a stored model', () => {
  it('keeps weights to a step of its range, and cuts larger ones', () => {
    const weights = Float32Array.from({ length: NGRAM_BUCKETS }, (_, i) => Math.sin(i));
    weights[0] = 100;
    const stored = encodeNgrams({ weights, bias: 0.12345 });
    const again = decodeNgrams(stored);
    expect(stored.letters).toHaveLength(NGRAM_BUCKETS);
    expect(again.bias).toBeCloseTo(0.1235, 4);
    again.weights.forEach((w, i) => {
      if (i > 0) expect(Math.abs(w - (weights[i] ?? 0))).toBeLessThanOrEqual(stored.step / 2 + 1e-6);
    });
    expect(again.weights[0]).toBeCloseTo(7 * stored.step, 4);
  });
});

describe('ngramFeatures', () => {
  it('gives own, neighbours’ and the article’s log-odds for each model', () => {
    const weights = new Float32Array(NGRAM_BUCKETS);
    weights[7] = 2;
    const model = { weights, bias: 1 };
    expect(ngramLogOdds([7, 8, 9, 10], model)).toBe(2);
    const rows = ngramFeatures([[7], [8]], [model, model]);
    expect(rows[0]).toHaveLength(NGRAM_FEATURES.length);
    expect(rows[0]?.slice(0, 4)).toEqual([3, 0, 1, 1]);
    expect(rows[1]?.slice(4)).toEqual([1, 3, 0, -1]);
  });
});
