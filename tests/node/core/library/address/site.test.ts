import { describe, expect, it } from 'vitest';
import { isSameSite, siteOf } from '../../../../../src/core/library/address/site.ts';

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

  it('is one for all hosts of an owner, and for nothing else', () => {
    expect(isSameSite('https://www.example.org/a', 'http://m.example.org:8080/b')).toBe(true);
    expect(isSameSite('https://alice.github.io/', 'https://bob.github.io/')).toBe(false);
    expect(isSameSite('no address', 'no address')).toBe(false);
  });
});
