import { describe, expect, it } from 'vitest';
import { addressAliases } from '../../../../src/core/library/address-aliases.ts';
import { urlKey } from '../../../../src/core/library/url-key.ts';

const meet = (a: string, b: string, canonicalOfA?: string): boolean => {
  const keys = new Set([urlKey(a), ...addressAliases(a, canonicalOfA)]);
  return [urlKey(b), ...addressAliases(b)].some((key) => keys.has(key));
};

describe('other forms of an address', () => {
  it.each([
    ['https://www.example.org/a', 'https://example.org/a'],
    ['https://m.example.org/a?id=1', 'https://www.example.org/a?id=1'],
    ['https://en.m.example.org/wiki/Seal', 'https://en.example.org/wiki/Seal'],
    ['https://amp.example.co.uk/news/1', 'https://www.example.co.uk/news/1'],
    ['https://example.org/news/1/amp/', 'https://example.org/news/1'],
    ['https://example.org/amp/news/1', 'https://example.org/news/1'],
    ['https://example.org/news/1.amp.html', 'https://example.org/news/1.html'],
    ['https://example.org/news/1?amp=1', 'https://example.org/news/1'],
    ['https://www.google.com/amp/s/example.org/news/1/amp', 'https://example.org/news/1'],
    ['https://example-org.cdn.ampproject.org/c/s/example.org/news/1', 'https://example.org/news/1'],
    ['https://example.org/news/1?print=true', 'https://example.org/news/1'],
    ['https://example.org/news/1/print', 'https://example.org/news/1'],
  ])('%s is %s', (form, plain) => {
    expect(meet(form, plain)).toBe(true);
    expect(meet(plain, form)).toBe(true);
  });

  it.each([
    ['https://example.org/a', 'https://example.org/b'],
    ['https://amp.dev/a', 'https://dev/a'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://news.example.org/a', 'https://blog.example.org/a'],
    ['https://example.org/app#/1', 'https://example.org/app#/2'],
  ])('%s is not %s', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });

  it('trusts a canonical address of the same site', () => {
    expect(meet('https://example.org/2024/04/story?page=1', 'https://www.example.org/stories/9', '/stories/9')).toBe(
      true,
    );
  });

  it('trusts one that writes the part differently, or omits the first part', () => {
    expect(meet('https://example.org/s?chapter=2', 'https://example.org/story/2', '/story/2')).toBe(true);
    expect(meet('https://example.org/s?page=1', 'https://example.org/story', '/story')).toBe(true);
  });

  it.each([
    ['of another site', 'https://example.org/a', 'https://other.example.com/a'],
    ['of another owner under a shared suffix', 'https://one.co.uk/a', 'https://two.co.uk/a'],
    ['of the start page', 'https://example.org/a', 'https://example.org/'],
    ['of the section above', 'https://example.org/news/a', 'https://example.org/news'],
    ['without the parameter that names the page', 'https://example.org/view.php?id=4', 'https://example.org/view.php'],
    ['that is no address', 'https://example.org/a', 'http://'],
    ['of a neighbour under a private suffix', 'https://bob.github.io/trap', 'https://alice.github.io/diary'],
    ['without the page', 'https://example.org/story?page=3', 'https://example.org/story'],
    ['without the section', 'https://example.org/law?section=12', 'https://example.org/law.html'],
    ['without the chapter', 'https://example.org/read?book=4&chapter=2', 'https://example.org/book/4'],
    ['of another chapter', 'https://example.org/read?chapter=2', 'https://example.org/read?chapter=1'],
  ])('does not believe one %s', (_, address, canonical) => {
    expect(meet(address, canonical, canonical)).toBe(false);
  });
});
