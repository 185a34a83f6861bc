import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGED, dateIn, dateLine } from '../../../../../src/core/article/metadata/date.ts';

describe('dateIn', () => {
  it.each([
    ['2024-04-13', '2024-04-13'],
    ['2024-04-13T20:27:05+0800', '2024-04-13T20:27:05+08:00'],
    ['2024-04-13T20:27:05.123Z', '2024-04-13T20:27:05Z'],
    ['2024-04-13 20:27', '2024-04-13T20:27'],
    ['Sat, 13 Apr 2024 20:27:00 GMT', '2024-04-13T20:27:00Z'],
    ['20240413', '2024-04-13'],
    ['1713040020', '2024-04-13T20:27:00Z'],
    ['1713040020000', '2024-04-13T20:27:00Z'],
  ])('reads what machines write: %s', (text, iso) => expect(dateIn(text)).toBe(iso));

  it.each([
    ['Release time:Apr 13, 2024 20:27 PM', 'en', '2024-04-13T20:27'],
    ['Apr 13, 2024 8:27 PM', 'en', '2024-04-13T20:27'],
    ['Published April 13th, 2024 at 12:05 a.m. EDT', 'en-US', '2024-04-13T00:05-04:00'],
    ['Sept. 3, 2023', 'en', '2023-09-03'],
    ['发布时间：2024年4月13日 20:27', 'zh', '2024-04-13T20:27'],
    ['二〇二四年四月十三日', 'zh', '2024-04-13'],
    ['２０２４年４月１３日　下午8:27', 'zh', '2024-04-13T20:27'],
    ['令和6年4月13日 20時27分', 'ja', '2024-04-13T20:27'],
    ['民國113年4月13日', 'zh-TW', '2024-04-13'],
    ['2024. 4. 13.', 'ko', '2024-04-13'],
    ['입력 2024년 4월 13일 오후 8:27', 'ko', '2024-04-13T20:27'],
    ['13 апреля 2024', 'ru', '2024-04-13'],
    ['13 апреля 2024 г., 20:27', 'ru', '2024-04-13T20:27'],
    ['13 квітня 2024', 'uk', '2024-04-13'],
    ['13 kwietnia 2024, 20:27', 'pl', '2024-04-13T20:27'],
    ['13 Απριλίου 2024', 'el', '2024-04-13'],
    ['١٣ أبريل ٢٠٢٤', 'ar', '2024-04-13'],
    ['13 نيسان 2024', 'ar', '2024-04-13'],
    ['۲۵ فروردین ۱۴۰۳', 'fa', undefined],
    ['۱۴۰۳/۰۱/۲۵', 'fa', '2024-04-13'],
    ['13. April 2024', 'de', '2024-04-13'],
    ['13 de abril de 2024', 'es', '2024-04-13'],
    ['13 avril 2024 à 20h27', 'fr', '2024-04-13T20:27'],
    ['1er mai 2024', 'fr', '2024-05-01'],
    ['Ngày 13 tháng 4 năm 2024', 'vi', '2024-04-13'],
    ['13 เมษายน 2567', 'th', '2024-04-13'],
    ['१३ अप्रैल २०२४', 'hi', '2024-04-13'],
    ['13 באפריל 2024', 'he', '2024-04-13'],
    ['13 Nisan 2024', 'tr', '2024-04-13'],
    ['13.4.2024 klo 20.27', 'fi', '2024-04-13T20:27'],
  ])('reads what people write: %s', (text, lang, iso) => expect(dateIn(text, lang)).toBe(iso));

  it('decides the order of day and month by the language, unless a number is unambiguous', () => {
    expect(dateIn('4/5/2024', 'en-US')).toBe('2024-04-05');
    expect(dateIn('4/5/2024', 'en-GB')).toBe('2024-05-04');
    expect(dateIn('4/13/2024', 'fr')).toBe('2024-04-13');
    expect(dateIn('13/4/2024', 'en-US')).toBe('2024-04-13');
  });

  it('tries other languages if the page declares a wrong one', () => {
    expect(dateIn('13 kwietnia 2024', 'en')).toBe('2024-04-13');
    expect(dateIn('13 апреля 2024')).toBe('2024-04-13');
  });

  it.each([
    '',
    'no date',
    '5 hours ago',
    '2024',
    'April 2024',
    '2024-02-31',
    '0001-01-01',
    '99/99/2024',
    'Chapter 12, page 1024',
  ])('takes nothing from %j', (text) => expect(dateIn(text, 'en')).toBeUndefined());

  it('returns an existing date or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d ./:年月日-]{0,24}$/)), (text) => {
        const iso = dateIn(text);
        if (iso === undefined) return;
        expect(iso).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/);
        expect(new Date(`${iso.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso.slice(0, 10));
      }),
    );
  });

  it('finds any date that the browser formats in a language', () => {
    const langs = [
      'en',
      'de',
      'fr',
      'es',
      'pt',
      'it',
      'pl',
      'ru',
      'uk',
      'el',
      'tr',
      'cs',
      'hu',
      'sv',
      'id',
      'vi',
      'ko',
      'ja',
      'zh',
      'hi',
      'he',
      'fi',
      'ro',
    ];
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...langs), (at, lang) => {
        const shown = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
        expect(`${shown} ${dateIn(shown, lang)}`).toBe(`${shown} ${at.toISOString().slice(0, 10)}`);
      }),
    );
  });
});

describe('dateLine', () => {
  it('accepts a line with only a date', () => {
    expect(dateLine('Release time:Apr 13, 2024 20:27 PM')).toBe('2024-04-13T20:27');
    expect(dateLine('Jane Doe | 13 April 2024 | 5 min read')).toBe('2024-04-13');
  });
  it('ignores a sentence with a date', () => {
    const sentence =
      'The committee that had met on 13 April 2024 in the old town hall decided after a long debate that ' +
      'the bridge would be built again.';
    expect(dateLine(sentence)).toBeUndefined();
  });
  it('recognises a later change by its label', () => {
    for (const label of ['Updated 3 May 2024', '更新：2024-05-03', 'Обновлено 3 мая 2024'])
      expect(label).toMatch(CHANGED);
  });
});
