import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addressAliases, urlKey } from '../../../../src/core/library/url-key.ts';

const meet = (a: string, b: string, canonicalOfA?: string): boolean => {
  const keys = new Set([urlKey(a), ...addressAliases(a, canonicalOfA)]);
  return [urlKey(b), ...addressAliases(b)].some((key) => keys.has(key));
};

describe('the key of an address', () => {
  it.each([
    [
      'tracking parameters',
      'https://example.org/a?utm_source=x&id=3&fbclid=y&UTM_Medium=z',
      'https://example.org/a?id=3',
    ],
    ['the order of parameters', 'https://example.org/a?z=1&b=2', 'https://example.org/a?b=2&z=1'],
    ['a fragment', 'https://example.org/a#part', 'https://example.org/a'],
    ['a text fragment', 'https://example.org/a#:~:text=some%20words', 'https://example.org/a'],
    ['default ports and http', 'http://Example.ORG:80/a', 'https://example.org/a'],
    ['names and passwords', 'https://me:secret@example.org/a', 'https://example.org/a'],
    ['a slash at the end', 'https://example.org/a/', 'https://example.org/a'],
    ['the start page by name', 'https://example.org/blog/index.html', 'https://example.org/blog'],
    ['sessions', 'https://example.org/a;jsessionid=0A1B?PHPSESSID=3', 'https://example.org/a'],
    ['spelling of escapes', 'https://example.org/%7euser/%e4%bd%a0', 'https://example.org/~user/%E4%BD%A0'],
    ['how a messenger sends it', 'https://example.org/a?from=timeline&isappinstalled=0', 'https://example.org/a'],
  ])('leaves out %s', (_, address, key) => {
    expect(urlKey(address)).toBe(key);
  });

  it.each([
    ['routes in the fragment', 'https://example.org/app#/story/4?utm_source=x', 'https://example.org/app#/story/4'],
    ['shebang routes', 'https://example.org/#!/story/4', 'https://example.org/#!/story/4'],
    ['other ports', 'https://example.org:8443/a', 'https://example.org:8443/a'],
    ['parameters that name the page', 'https://example.org/?p=12', 'https://example.org/?p=12'],
    [
      'a page number that shares a name with tracking',
      'https://example.org/list?from=20',
      'https://example.org/list?from=20',
    ],
    ['www', 'https://www.example.org/a', 'https://www.example.org/a'],
    ['what is not of the web', 'file:///home/me/a.html#x', 'file:///home/me/a.html'],
    ['what is no address', 'not an address', 'not an address'],
  ])('keeps %s', (_, address, key) => {
    expect(urlKey(address)).toBe(key);
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        expect(urlKey(urlKey(address))).toBe(urlKey(address));
        expect(addressAliases(address)).not.toContain(urlKey(address));
      }),
    );
  });

  it('stands parameters named as what every object has', () => {
    for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__']) {
      const address = `https://example.org/a?${name}=1`;
      expect(urlKey(address)).toBe(address);
      expect(addressAliases(address, address)).toEqual([]);
    }
  });

  it('stands anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (address, canonical) => {
        expect(typeof urlKey(address)).toBe('string');
        expect(Array.isArray(addressAliases(`https://example.org/${address}`, canonical))).toBe(true);
      }),
    );
  });
});

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

  it('believes a canonical address of the same site', () => {
    expect(meet('https://example.org/2024/04/story?page=1', 'https://www.example.org/stories/9', '/stories/9')).toBe(
      true,
    );
  });

  it.each([
    ['of another site', 'https://example.org/a', 'https://other.example.com/a'],
    ['of another owner under a shared suffix', 'https://one.co.uk/a', 'https://two.co.uk/a'],
    ['of the start page', 'https://example.org/a', 'https://example.org/'],
    ['of the section above', 'https://example.org/news/a', 'https://example.org/news'],
    ['without the parameter that names the page', 'https://example.org/view.php?id=4', 'https://example.org/view.php'],
    ['that is no address', 'https://example.org/a', 'http://'],
  ])('does not believe one %s', (_, address, canonical) => {
    expect(meet(address, canonical, canonical)).toBe(false);
  });
});
