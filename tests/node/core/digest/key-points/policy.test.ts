import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../../../../src/core/article/article.ts';
import { type ParsedText, parseSentences } from '../../../../../src/core/digest/key-points/candidates.ts';
import { GreedyChoice, DYNAMIC_FEATURES } from '../../../../../src/core/digest/key-points/greedy-choice.ts';
import { conceptsOf } from '../../../../../src/core/digest/key-points/concepts.ts';
import { PAIR_FEATURES, WORD_FEATURES, termFeatures } from '../../../../../src/core/digest/key-points/term-features.ts';
import { wordLikelihoods } from '../../../../../src/core/digest/key-points/term-likelihood.ts';
import {
  LATER_FEATURES,
  STATIC_FEATURES,
  lengthOf,
} from '../../../../../src/core/digest/key-points/static-features.ts';
import { rankingContextOf } from '../../../../../src/core/digest/key-points/ranking-context.ts';
import { KEY_POINT_WEIGHTS } from '../../../../../src/core/digest/key-points/key-points-weights.ts';
import { ranked } from '../../../../../src/core/digest/key-points/policy.ts';

function page(
  lines: string[],
  title = 'Ferry replaces the old bridge',
): Pick<Article, 'text' | 'blocks' | 'title' | 'lang'> {
  let text = '';
  const blocks: Block[] = lines.map((line) => {
    const heading = line.startsWith('# ');
    if (text) text += '\n';
    const start = text.length;
    text += heading ? line.slice(2) : line;
    return { kind: heading ? 'heading' : 'paragraph', start, end: text.length };
  });
  return { text, blocks, title, lang: 'en' };
}

const LINES = [
  'A ferry replaces the old bridge from Monday. The old bridge is closed.',
  '# Why the bridge is closed',
  'Cracks were found in the old bridge. Nobody knows their age.',
  '# What the ferry costs',
  'The ferry costs two crowns. The ferry runs all day. Children travel free on the ferry.',
];

describe('parseSentences', () => {
  it('knows the position of each sentence', () => {
    const { candidates, headings, title } = parseSentences(page(LINES));
    expect(candidates).toHaveLength(7);
    expect(candidates.map((c) => c.section)).toEqual([0, 0, 1, 1, 2, 2, 2]);
    expect(candidates.map((c) => c.inSection)).toEqual([0, 1, 0, 1, 0, 1, 2]);
    expect(candidates[3]?.opensParagraph).toBe(false);
    expect(headings).toHaveLength(3);
    expect(title).toHaveLength(5);
  });
});

describe('weights', () => {
  it('has one for each feature', () => {
    const { words, pairs, statics, moving, later } = KEY_POINT_WEIGHTS;
    expect([words.length, pairs.length]).toEqual([WORD_FEATURES.length, PAIR_FEATURES.length]);
    expect([statics.length, moving.length, later.length]).toEqual([
      STATIC_FEATURES.length,
      DYNAMIC_FEATURES.length,
      LATER_FEATURES.length,
    ]);
    expect([...words, ...pairs, ...statics, ...moving, ...later].every(Number.isFinite)).toBe(true);
  });
});

describe('expectations', () => {
  it('are higher for the title’s words than for a word that occurs once at the end', () => {
    const parsed = parseSentences(page(LINES));
    const terms = termFeatures(parsed);
    const likely = wordLikelihoods(terms, KEY_POINT_WEIGHTS.words);
    const id = (word: string): number => parsed.lexicon.units(word).all[0] ?? -1;
    expect(likely[id('ferry')]).toBeGreaterThan(likely[id('children')] ?? 1);
  });
});

describe('conceptsOf', () => {
  it('counts repeated pairs, without function words', () => {
    const parsed = parseSentences(page(LINES));
    const { worth, isPair, ofSentence } = conceptsOf(parsed);
    const pairs = [...worth].filter((_, id) => isPair[id]);
    expect(pairs).toHaveLength(1); // "old bridge"
    expect(ofSentence.flat().some((id) => parsed.lexicon.stop[id])).toBe(false);
  });
});

/** The remaining gain of a sentence, computed again from the choices made. */
function worthLeft(held: number[][], worth: Float64Array, chosen: number[], i: number): number {
  let sum = 0;
  for (const id of held[i] ?? []) {
    const said = chosen.filter((c) => held[c]?.includes(id)).length;
    sum += (worth[id] ?? 0) * 0.25 ** said;
  }
  return sum;
}

describe('GreedyChoice', () => {
  it('keeps the remaining candidates up to date', () => {
    const lines = fc.array(
      fc.array(fc.constantFrom('ferry', 'bridge', 'river', 'the', 'coin', 'Oakham'), { minLength: 4, maxLength: 9 }),
      {
        minLength: 3,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(lines, fc.array(fc.nat(8), { maxLength: 4 }), (list, picks) => {
        const parsed: ParsedText = parseSentences(page(list.map((w) => `A${w.join(' ')}.`)));
        const context = rankingContextOf(parsed, KEY_POINT_WEIGHTS);
        const choosing = new GreedyChoice(context);
        const chosen: number[] = [];
        for (const pick of picks) {
          if (pick >= parsed.candidates.length || choosing.taken[pick]) continue;
          choosing.take(pick);
          chosen.push(pick);
        }
        const features = new Float64Array(DYNAMIC_FEATURES.length);
        parsed.candidates.forEach((_, i) => {
          if (choosing.taken[i]) return;
          choosing.features(i, features, 0);
          expect(features[0]).toBeCloseTo(Math.log(0.01 + worthLeft(context.wordsOf, context.words, chosen, i)), 6);
          expect(features[1]).toBeCloseTo(Math.log(0.01 + worthLeft(context.pairsOf, context.pairs, chosen, i)), 6);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('ranked', () => {
  it("begins with the article's subject and does not repeat it", () => {
    const parsed = parseSentences(page([...LINES, 'A ferry replaces the old bridge from Monday.']));
    const order = ranked(parsed).map(({ index }) => index);
    expect(order[0]).toBe(0);
    expect(order.indexOf(7)).toBeGreaterThan(2);
    expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
  it('is the same every time', () => {
    expect(ranked(parseSentences(page(LINES)))).toEqual(ranked(parseSentences(page(LINES))));
  });
  it('counts a character of Chinese as less than a word', () => {
    const parsed = parseSentences(page(['河水上涨很快很快。', 'The river rose fast.']));
    const lengths = parsed.candidates.map((c) => lengthOf(c, parsed.lexicon.single));
    expect(lengths[0]).toBeCloseTo(4.8);
    expect(lengths[1]).toBe(4);
  });
});
