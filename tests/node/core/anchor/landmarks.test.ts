import { describe, expect, it } from 'vitest';
import { gramsOf } from '../../../../src/core/anchor/grams.ts';
import { landmarksOf, surroundings } from '../../../../src/core/anchor/landmarks.ts';

const words = Array.from({ length: 500 }, (_, i) => `word${(i * 7919) % 10007}`);
const text = words.join(' ');
const start = text.indexOf(words[250] ?? '');
const end = start + 40;
const marks = landmarksOf(text, start, end);
const around = (where: string, word: string) => {
  const grams = gramsOf(where);
  const at = grams.folded.indexOf(word);
  return surroundings(grams, marks, at, at + 35);
};

describe('landmarks', () => {
  it('are pairs of whole numbers, at most eight on each side', () => {
    expect(marks).toHaveLength(32);
    expect(marks.every((n) => Number.isSafeInteger(n))).toBe(true);
    expect(marks.filter((n, i) => i % 2 === 0 && n < 0)).toHaveLength(8);
  });

  it('are fewer near the ends of a text, and there are none in a short one', () => {
    expect(landmarksOf(text, 0, 10).length).toBe(16);
    expect(landmarksOf('A short text.', 2, 7)).toEqual([]);
    expect(surroundings(gramsOf(text), [], 5, 9).known).toBe(false);
  });

  it('all match at the passage', () => {
    expect(around(text, words[250] ?? '')).toEqual({
      most01: 1,
      least01: 1,
      about01: expect.closeTo(1),
      rough01: expect.closeTo(1),
      known: true,
    });
  });

  it('match on one side if a paragraph was inserted on the other', () => {
    const cut = `${words.slice(0, 250).join(' ')} ${'something else entirely '.repeat(
      10,
    )} ${words.slice(250).join(' ')}`;
    const found = around(cut, words[250] ?? '');
    expect(found).toMatchObject({ most01: 1, rough01: expect.closeTo(1) });
    expect(found.least01).toBeLessThan(0.5);
  });

  it('do not match elsewhere', () => {
    expect(around(text, words[40] ?? '').about01).toBe(0);
  });
});
