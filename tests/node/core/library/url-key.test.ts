import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addressAliases } from '../../../../src/core/library/address-aliases.ts';
import { urlKey } from '../../../../src/core/library/url-key.ts';

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

  it('accepts parameters with the names of object properties', () => {
    for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__']) {
      const address = `https://example.org/a?${name}=1`;
      expect(urlKey(address)).toBe(address);
      expect(addressAliases(address, address)).toEqual([]);
    }
  });

  it('accepts anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (address, canonical) => {
        expect(typeof urlKey(address)).toBe('string');
        expect(Array.isArray(addressAliases(`https://example.org/${address}`, canonical))).toBe(true);
      }),
    );
  });
});
