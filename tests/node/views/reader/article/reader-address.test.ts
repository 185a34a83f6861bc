import { describe, expect, it } from 'vitest';
import { searchOf, sourceOf } from '../../../../../src/views/reader/article/reader-address.ts';

describe("the reader's address", () => {
  it.each([
    [{ entryId: '3f' }, '?entry=3f'],
    [{ tabId: 7 }, '?tab=7'],
    [{ page: 'https://example.org/a?b=c&d#e', tabId: 7 }, '?page=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d%23e&tab=7'],
    [{ page: 'https://example.org/a', tabId: null }, '?page=https%3A%2F%2Fexample.org%2Fa'],
  ])('names %j and is read back', (source, search) => {
    expect(searchOf(source, '')).toBe(search);
    expect(sourceOf(search)).toEqual(source);
  });

  it("keeps the page's other parameters", () => {
    expect(searchOf({ entryId: '3f' }, '?tab=7&theme=dark')).toBe('?theme=dark&entry=3f');
  });

  it.each(['', '?tab=', '?tab=x', '?tab=-3', '?page=javascript:alert(1)', '?page=chrome://settings', '?page=nowhere'])(
    'has no open tab for %j',
    (search) => expect(sourceOf(search)).toEqual({ tabId: -1 }),
  );
});
