import { describe, expect, it } from 'vitest';
import { completions, tagsOf } from '../../../../src/core/library/tags.ts';

describe('tags that complete what is typed', () => {
  const all = ['boats', 'sea/trade', 'old boats', 'Boatyard', 'c++ (old)', 'reboat'];
  it('offers those that begin so, then those with a word that does, in the order of the library', () => {
    expect(completions(all, '#boa', [])).toEqual(['boats', 'Boatyard', 'old boats']);
    expect(completions(all, 'trade', [])).toEqual(['sea/trade']);
  });
  it('offers nothing for nothing, for what is chosen, and for what is typed whole', () => {
    expect(completions(all, ' ', [])).toEqual([]);
    expect(completions(all, 'boats', ['Boatyard'])).toEqual(['old boats']);
  });
  it('takes signs as they are, and at most six', () => {
    expect(completions(all, '(', [])).toEqual(['c++ (old)']);
    expect(completions(all, '.*', [])).toEqual([]);
    const many = Array.from({ length: 20 }, (_, n) => `tag ${n}`);
    expect(completions(many, 'tag', [])).toHaveLength(6);
  });
});

it('takes tags apart at the commas of any script, each once', () => {
  expect(tagsOf(' #sea, boats، old、new；sea,,')).toEqual(['sea', 'boats', 'old', 'new']);
});
