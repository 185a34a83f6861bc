import { describe, expect, it } from 'vitest';
import { monthFirst, monthOf, NUMBER_FOLLOWS } from '../../../../../src/core/article/metadata/months.ts';

describe('monthOf', () => {
  it('recognises full, short, inflected and abbreviated names', () => {
    expect(monthOf('April', 'en', false)).toBe(4);
    expect(monthOf('SEPT.', 'en', false)).toBe(9);
    expect(monthOf('апреля', 'ru', false)).toBe(4);
    expect(monthOf('апрель', 'ru', false)).toBe(4);
    expect(monthOf('févr.', 'fr', false)).toBe(2);
  });
  it('tries the languages of a word’s script on request', () => {
    expect(monthOf('kwietnia', 'en', false)).toBeUndefined();
    expect(monthOf('kwietnia', 'en', true)).toBe(4);
    expect(monthOf('نيسان', undefined, true)).toBe(4);
  });
  it('says that the number follows if months are numbered', () =>
    expect(monthOf('tháng', 'vi', false)).toBe(NUMBER_FOLLOWS));
  it('rejects other words, unknown languages and ambiguous abbreviations', () => {
    expect(monthOf('table', 'en', true)).toBeUndefined();
    expect(monthOf('ju', 'en', false)).toBeUndefined();
    expect(monthOf('April', 'not a language', false)).toBe(4);
  });
});

describe('monthFirst', () => {
  it('follows the language', () => {
    expect(monthFirst('en-US')).toBe(true);
    expect(monthFirst('en-GB')).toBe(false);
    expect(monthFirst(undefined)).toBe(false);
    expect(monthFirst('not a language')).toBe(false);
  });
});
