import { describe, expect, it } from 'vitest';
import { authorName, shortSite } from '../../../../src/views/parts/facts.ts';

describe('the facts of an article', () => {
  it.each([
    ['By Ada Moor', 'Ada Moor'],
    ['by Ada Moor and Ben Ray', 'Ada Moor and Ben Ray'],
    ['Von Anna Vonderau', 'Anna Vonderau'],
    ['作者：王小明', '王小明'],
    ['Byron Katie', 'Byron Katie'],
    ['Parveen Babi', 'Parveen Babi'],
    ['By', 'By'],
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
});
