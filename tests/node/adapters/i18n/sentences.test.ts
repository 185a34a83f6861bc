import { afterEach, describe, expect, it } from 'vitest';
import {
  bytes,
  count,
  day,
  direction,
  language,
  languageName,
  minutes,
  number,
  speak,
  t,
  when,
} from '../../../../src/adapters/i18n/sentences.ts';

const HOUR_MS = 3_600_000;
const noon = new Date(2024, 3, 13, 12).getTime();

afterEach(() => speak('', null));

describe('words', () => {
  it('fills named and numbered placeholders, and turns a double dollar sign into one', () => {
    speak('en', {
      kept: { message: 'Kept $COUNT$ notes of $2 for $$5', placeholders: { count: { content: '$1' } } },
    });
    expect(t('kept', 12_345, 'Ann')).toBe('Kept 12,345 notes of Ann for $5');
    expect(t('unheard_of')).toBe('unheard_of');
  });

  it('chooses the plural form of the language, and the general one if a form is missing', () => {
    speak('ru', { n_one: { message: '$1 блок' }, n_few: { message: '$1 блока' }, n_other: { message: '$1 блоков' } });
    expect([1, 2, 5, 21, 104].map((n) => count('n', n))).toEqual([
      '1 блок',
      '2 блока',
      '5 блоков',
      '21 блок',
      '104 блока',
    ]);
  });

  it('writes dates as precisely as the page, in any time zone', () => {
    speak('en-GB', {});
    expect(day('2024-04-13T23:59:00-11:00')).toBe('13 Apr 2024');
    expect(day('2024-04')).toBe('Apr 2024');
    expect(day('2024')).toBe('2024');
    expect(day('spring')).toBe('spring');
  });

  it('writes minutes, numbers and sizes in the language', () => {
    speak('en', {});
    expect([minutes(0.2), minutes(8.6), number(1234.5), bytes(12_300)]).toEqual([
      '1 min',
      '9 min',
      '1,234.5',
      '12.3 kB',
    ]);
    speak('zh-CN', {});
    expect(minutes(9)).toBe('9分钟');
    speak('ar', {});
    expect(direction()).toBe('rtl');
    expect(language()).toBe('ar');
  });

  it('writes a relative time within a week and a date beyond', () => {
    speak('en', {});
    expect(when(noon - 3 * HOUR_MS, noon)).toBe('3 hours ago');
    expect(when(noon - 25 * HOUR_MS, noon)).toBe('yesterday');
    expect(when(noon - 8 * 24 * HOUR_MS, noon)).toBe('Apr 5, 2024');
  });

  it('names languages and accepts any tag that a page may have', () => {
    speak('en', {});
    expect(languageName('zh-Hans-CN')).toBe('Chinese');
    expect(languageName('not a language')).toBe(null);
    expect(languageName('')).toBe(null);
  });
});
