import { describe, expect, it } from 'vitest';
import { isSameSite, siteOf, sitesShownAt, withJoined } from '../../../../../src/core/library/address/site.ts';

describe('the site of an address', () => {
  it.each([
    ['https://news.example.org/a', 'example.org'],
    ['https://news.example.co.uk/a', 'example.co.uk'],
    ['https://alice.github.io/diary', 'alice.github.io'],
    ['https://a.b.alice.github.io/diary', 'alice.github.io'],
    ['https://reader.blogspot.com/2024', 'reader.blogspot.com'],
    ['https://example.city.kawasaki.jp/', 'city.kawasaki.jp'],
    ['http://127.0.0.1:8080/a', '127.0.0.1'],
    ['http://localhost/a', 'localhost'],
    ['https://github.io/', 'github.io'],
    ['https://example.org./a', 'example.org'],
    ['no address', ''],
  ])('%s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });

  it('is the same for all hosts of an owner, and for nothing else', () => {
    expect(isSameSite('https://www.example.org/a', 'http://m.example.org:8080/b')).toBe(true);
    expect(isSameSite('https://alice.github.io/', 'https://bob.github.io/')).toBe(false);
    expect(isSameSite('no address', 'no address')).toBe(false);
  });

  it('can be joined and separated in pairs, in either order, but never with itself', () => {
    const joined = withJoined([], 'https://a.example/1', 'https://www.b.example/2', true);
    expect(joined).toEqual([['a.example', 'b.example']]);
    expect(withJoined(joined, 'https://b.example/', 'https://a.example/', true)).toEqual([['b.example', 'a.example']]);
    expect([...sitesShownAt('https://b.example/x', joined)]).toEqual(['b.example', 'a.example']);
    expect([...sitesShownAt('https://c.example/x', joined)]).toEqual(['c.example']);
    expect([...sitesShownAt('no address', joined)]).toEqual([]);
    expect(withJoined(joined, 'https://b.example/', 'https://a.example/', false)).toEqual([]);
    expect(withJoined([], 'https://a.example/', 'https://m.a.example/', true)).toEqual([]);
    expect(withJoined([], 'no address', 'https://a.example/', true)).toEqual([]);
  });
});
