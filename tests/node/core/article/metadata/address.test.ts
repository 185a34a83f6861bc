import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOf, httpAddress, nextPart } from '../../../../../src/core/article/metadata/address.ts';

const page = 'https://www.lark.example/news/bees';

describe('httpAddress', () => {
  it('makes addresses absolute', () => expect(httpAddress('/a b', page)).toBe('https://www.lark.example/a%20b'));
  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://user:word@x.example/',
    'http://[',
    '',
  ])('takes no %j', (value) => expect(httpAddress(value, page)).toBeUndefined());
  it('returns http(s) or nothing for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        expect(httpAddress(text, page) ?? 'http:').toMatch(/^https?:/);
      }),
    );
  });
});

describe('canonicalOf', () => {
  it('returns the canonical address if it differs', () => {
    expect(canonicalOf(['https://lark.example/bees'], page)).toBe('https://lark.example/bees');
    expect(canonicalOf([`${page}#top`], page)).toBeUndefined();
  });
  it('does not trust another site, the front page or an invalid address', () => {
    expect(canonicalOf(['https://other.example.org/bees'], page)).toBeUndefined();
    expect(canonicalOf(['https://www.lark.example/'], page)).toBeUndefined();
    expect(canonicalOf(['javascript:1', undefined, '/bees-in-town'], page)).toBe(
      'https://www.lark.example/bees-in-town',
    );
    expect(canonicalOf(['https://b.co.uk/x'], 'https://a.co.uk/x')).toBeUndefined();
  });
});

describe('nextPart', () => {
  it.each([
    [page, '/news/bees?page=2', '/news/bees?page=2'],
    [page, '/news/bees/2', '/news/bees/2'],
    [`${page}.html`, 'bees_2.html', '/news/bees_2.html'],
    [`${page}.html`, 'bees-2.html', '/news/bees-2.html'],
    [page, '/news/bees/page/2/', '/news/bees/page/2/'],
  ])('%s → %s', (url, link, next) => expect(nextPart([link], url)).toBe(`https://www.lark.example${next}`));
  it('continues from a part in the middle, even if the first is linked', () => {
    expect(nextPart([page, `${page}/2`, `${page}/4`], `${page}/3`)).toBe(`${page}/4`);
    expect(nextPart(['/story/13'], 'https://www.lark.example/story/12')).toBeUndefined();
  });
  it('does not accept another article, another site, or a list of articles', () => {
    expect(nextPart(['/news/wasps', '/news/bees/9', 'https://x.example/news/bees/2'], page)).toBeUndefined();
    expect(nextPart(['/page/2', '/2'], 'https://www.lark.example/')).toBeUndefined();
  });
});
