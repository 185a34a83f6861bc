import { describe, expect, it } from 'vitest';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { authorName, factsOf, shortSite } from '../../../../src/views/parts/facts.ts';

describe('the facts of an article', () => {
  it.each([
    ['By Ada Moor', 'Ada Moor'],
    ['by Ada Moor and Ben Ray', 'Ada Moor and Ben Ray'],
    ['Von Anna Vonderau', 'Anna Vonderau'],
    ['作者：王小明', '王小明'],
    ['Byron Katie', 'Byron Katie'],
    ['Parveen Babi', 'Parveen Babi'],
    ['By', 'By'],
    ['Ada Moor | Ben Ray', 'Ada Moor | Ben Ray'],
    ['herald.example — The Herald Printing and Publishing Company', 'herald.example'],
  ])('of %j the author is %j', (byline, name) => expect(authorName(byline)).toBe(name));

  it.each([
    ['The Sound', 'The Sound'],
    ['The Sound | News about the islands', 'The Sound'],
    ['Harbour Post - All that happens on the water, every day', 'Harbour Post'],
    ['All that happens on the water and beside it, every single day', 'example.org'],
    [undefined, 'example.org'],
  ])('of %j the short name is %j', (siteName, name) =>
    expect(shortSite(siteName, 'https://www.example.org/a')).toBe(name),
  );

  it('leaves out an author who is the site, and the language of the interface', () => {
    speak('en', {});
    const told = { url: 'https://herald.example/a', text: 'A line.', siteName: 'The Herald', lang: 'en-GB' };
    expect(factsOf({ ...told, byline: 'the herald' })).toEqual(factsOf(told));
    expect(factsOf({ ...told, byline: 'herald.example' })).toEqual(factsOf(told));
    expect(factsOf(told).at(-1)).toBe('The Herald');
    expect(factsOf({ ...told, lang: 'el' }).at(-1)).toBe('Greek');
  });
});
