import { describe, expect, it } from 'vitest';
import { candidates } from '../../../../src/core/anchor/candidates.ts';
import { fold } from '../../../../src/core/anchor/fold.ts';
import { gramsOf } from '../../../../src/core/anchor/grams.ts';

/** The letters that begin a line, except for the first. */
const lines = (exact: string) =>
  exact
    .split('\n')
    .slice(0, -1)
    .map((_line, n, all) => fold(all.slice(0, n + 1).join('')).codes.length);
const needle = (prefix: string, exact: string, suffix: string) => ({
  prefix: fold(prefix).codes,
  exact: fold(exact).codes,
  suffix: fold(suffix).codes,
  exactFolded: fold(exact).folded,
  begins: new Uint8Array(fold(exact).codes.length).fill(1),
  lines: lines(exact),
});
const words = [
  'We walked along the canal until',
  'the lamps were lit one after another',
  'and nobody spoke a word',
] as const;

describe('candidate places', () => {
  it('are only the one with the words and the context', () => {
    const text = `Before that. ${words.join(' ')}. The lamps were lit again.`;
    const found = candidates(gramsOf(text), needle(...words), 0);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ by: 'exact', kept01: 1, prefix01: 1, suffix01: 1, copy: { index: 0, count: 1 } });
  });

  it('include all copies, numbered', () => {
    const text = `${words[1]}. ${words[1]}. ${words[1]}.`;
    const found = candidates(gramsOf(text), needle('', words[1], ''), 0).filter(({ by }) => by === 'exact');
    expect(found.map(({ copy }) => copy).toSorted((a, b) => (a?.index ?? 0) - (b?.index ?? 0))).toEqual(
      [0, 1, 2].map((index) => ({ index, count: 3 })),
    );
  });

  it('include changed words', () => {
    const text = `${words[0]} the lamps went out one after another ${words[2]}`;
    const grams = gramsOf(text);
    const [best] = candidates(grams, needle(...words), 0).toSorted((a, b) => b.kept01 - a.kept01);
    expect(best?.by).not.toBe('exact');
    expect(grams.folded.slice(best?.start, best?.end)).toBe('thelampswentoutoneafteranother');
  });

  it('include two parts with something between', () => {
    const cut = `the lamps were lit ${'Buy two and get a third for nothing today. '.repeat(8)} one after another`;
    const text = `${words[0]} ${cut} ${words[2]}`;
    const grams = gramsOf(text);
    const split = candidates(grams, needle(...words), 0).find(({ by, kept01 }) => by === 'split' && kept01 > 0.9);
    expect(grams.folded.slice(split?.start, split?.end)).toBe(fold(cut).folded);
    expect(split?.gap).toBeGreaterThan(200);
  });

  it('include the line that is left of two', () => {
    const [left, gone] = ['The lamps were lit one after another.', 'Then all the bells of the town rang at once.'];
    const [before, after] = [
      'They had waited on the bridge since noon.',
      'We walked home along the canal in the dark.',
    ];
    const grams = gramsOf(`${before} ${left} ${after}`);
    for (const exact of [`${gone}\n${left}`, `${left}\n${gone}`]) {
      const half = candidates(grams, needle(before, exact, after), 0).find(({ halved01 }) => halved01 !== undefined);
      expect(grams.folded.slice(half?.start, half?.end)).toBe(fold(left).folded);
      expect([half?.own01, half?.halved01]).toEqual([1, 1]);
    }
    const neither = candidates(gramsOf(`${before} ${after}`), needle(before, `${gone}\n${left}`, after), 0);
    expect(neither.filter(({ halved01 }) => halved01 !== undefined)).toEqual([]);
  });

  it('are none in a text with other words', () => {
    expect(candidates(gramsOf('0123456789 '.repeat(50)), needle(...words), 0)).toEqual([]);
  });
});
