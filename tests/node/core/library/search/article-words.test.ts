/** The index over articles finds whole words, prefixes and typos, and follows additions, replacements and removals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleWords } from '../../../../../src/core/library/search/article-words.ts';

const words = fc.constantFrom(
  'tide',
  'tides',
  'tidal',
  'the',
  'harbour',
  'harbours',
  '東京',
  'at',
  'internationalization',
);
const idsOf = (found: Map<string, number>) => [...found.keys()].toSorted();

describe('the index over articles', () => {
  it('finds the same as a scan of every text, whatever was replaced and removed', () => {
    const step = fc.record({
      id: fc.nat({ max: 3 }),
      text: fc.option(fc.array(words)),
      times: fc.constantFrom(1, 700),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), words, fc.boolean(), (steps, word, prefix) => {
        const [index, texts] = [createArticleWords(), new Map<string, string[]>()];
        for (const { id, text, times } of steps) {
          if (text) {
            // Replaced often enough for the dead postings to be cleared out.
            for (let time = 0; time < times; time += 1) index.put(`a${id}`, text.join(' '));
            texts.set(`a${id}`, text);
          } else {
            index.drop(`a${id}`);
            texts.delete(`a${id}`);
          }
        }
        const isHit = (one: string) => (prefix ? one.startsWith(word) : one === word);
        const expected = [...texts].filter(([, text]) => text.some(isHit)).map(([id]) => id);
        expect(idsOf(index.find(word, { prefix, slips: 0 }))).toEqual(expected.toSorted());
        expect(index.has(word, prefix)).toBe(expected.length > 0);
      }),
      { numRuns: 100 },
    );
  });

  it('finds longer words and typos, and ranks a short text before a long one', () => {
    const index = createArticleWords();
    index.put('exact', 'tide and sand');
    index.put('longer', 'tidal and sand');
    index.put('long', `tide ${'and sand '.repeat(50)}`);
    index.put('other', 'nothing here');
    const best = (word: string, prefix: boolean, slips: number) =>
      [...index.find(word, { prefix, slips })].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
    expect(best('tid', true, 0).toSorted()).toEqual(['exact', 'long', 'longer']);
    expect(best('tide', true, 0)[0]).toBe('exact');
    expect(best('tied', false, 2)).toEqual(expect.arrayContaining(['exact', 'long']));
    expect(best('tide', false, 0)).toEqual(['exact', 'long']);
  });
});
