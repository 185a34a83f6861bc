import { describe, expect, it } from 'vitest';
import { wordSegments } from '../../../src/core/word-segments.ts';

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
const atOnce = (run: string) => [...segmenter.segment(run)].filter((piece) => piece.isWordLike).map((p) => p.segment);

describe('wordSegments', () => {
  it.each(['ฝนตกทั้งคืนและลมพัดแรงมาก', '这座桥很老。', 'two words', ''])('is as at once for %j', (run) =>
    expect(wordSegments(run, segmenter)).toEqual(atOnce(run)),
  );
  it('cuts no word in two where one window ends', () => {
    const run = 'ฝนตกทั้งคืนและลมพัดแรงมาก '.repeat(100);
    expect(wordSegments(run, segmenter)).toEqual(atOnce(run));
  });
  it('takes time that grows with the run alone', () => {
    const started = performance.now();
    expect(wordSegments('東'.repeat(300_000), segmenter).join('')).toHaveLength(300_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
