import { describe, expect, it } from 'vitest';
import { completions, tagsOf } from '../../../../src/core/library/tags.ts';

describe('tag suggestions', () => {
  const all = ['boats', 'sea/trade', 'old boats', 'Boatyard', 'c++ (old)', 'reboat'];
  it("are those with a matching beginning, then those with a matching word, in the library's order", () => {
    expect(completions(all, '#boa', [])).toEqual(['boats', 'Boatyard', 'old boats']);
    expect(completions(all, 'trade', [])).toEqual(['sea/trade']);
  });
  it('are empty for an empty text, a chosen tag and a completely typed one', () => {
    expect(completions(all, ' ', [])).toEqual([]);
    expect(completions(all, 'boats', ['Boatyard'])).toEqual(['old boats']);
  });
  it('match special characters literally, and are at most six', () => {
    expect(completions(all, '(', [])).toEqual(['c++ (old)']);
    expect(completions(all, '.*', [])).toEqual([]);
    const many = Array.from({ length: 20 }, (_, n) => `tag ${n}`);
    expect(completions(many, 'tag', [])).toHaveLength(6);
  });
});

it('are split at the commas of any script, without duplicates', () => {
  expect(tagsOf(' #sea, boats، old、new；sea,,')).toEqual(['sea', 'boats', 'old', 'new']);
});
