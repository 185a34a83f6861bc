import { describe, expect, it } from 'vitest';
import { abbreviation, writesOrdinalStop } from '../../../../../src/core/digest/language/abbreviations.ts';
import { isStopCharacter, languageOf, stopWords } from '../../../../../src/core/digest/language/stop-words.ts';
import { Lexicon, stem, words } from '../../../../../src/core/digest/language/terms.ts';

describe('words', () => {
  it('are words in scripts with spaces, and characters in others', () => {
    expect(words('The 3 Boats left.')).toEqual(['the', '3', 'boats', 'left']);
    expect(words('河水上涨 fast')).toEqual(['河', '水', '上', '涨', 'fast']);
    expect(words('기차가')).toEqual(['기', '차', '가']);
    expect(words('नदी भर गई')).toEqual(['नदी', 'भर', 'गई']);
  });
  it('are found by dictionary in Thai', () => expect(words('ฝนตกทั้งคืน').length).toBeGreaterThan(1));
});

describe('stem', () => {
  it('maps the forms of a word to one stem', () => {
    expect(stem('engineers', 'en')).toBe(stem('engineer', 'en'));
    expect(stem('cities', 'en')).toBe(stem('city', 'en'));
    expect(stem('prices', 'en')).toBe(stem('price', 'en'));
    expect(stem('деревня', 'ru')).toBe(stem('деревне', 'ru'));
  });
  it('leaves short words alone', () => {
    expect(stem('bus', 'en')).toBe('bus');
    expect(stem('nhà', 'vi')).toBe('nhà');
  });
});

describe('Lexicon', () => {
  it('gives forms of a word one number, and recognises function words and names', () => {
    const lexicon = new Lexicon('en');
    const { all } = lexicon.units('The bridge near Oakham and the bridges');
    expect(all[0]).toBe(all[5]);
    expect(all[1]).toBe(all[6]);
    expect(lexicon.stop[all[0] ?? -1]).toBe(true);
    expect(lexicon.stop[all[1] ?? -1]).toBe(false);
    expect(lexicon.capitals[all[3] ?? -1]).toBe(1);
    expect(lexicon.capitals[all[0] ?? -1]).toBe(0);
  });
});

describe('languageOf', () => {
  it("uses the script, then function words, then the page's declaration", () => {
    expect(languageOf('河水上涨，村民连夜转移到高处。', 'en')).toBe('zh');
    expect(languageOf('川の水が上がったので、村の人は高い所へ移った。')).toBe('ja');
    expect(
      languageOf(
        'Die Brücke ist seit dem Morgen für alle gesperrt und wird nicht vor dem Winter wieder geöffnet.',
        'en',
      ),
    ).toBe('de');
    expect(languageOf('Le pont est fermé depuis ce matin et ne sera pas rouvert avant la fin de cette année.')).toBe(
      'fr',
    );
    expect(languageOf('Ποιος θα πληρώσει για τη γέφυρα;')).toBe('el');
    expect(languageOf('Kwa heri', 'sw-KE')).toBe('sw');
    expect(languageOf('', '')).toBe('');
  });
});

describe('lists', () => {
  it('have function words', () => {
    expect(stopWords('en').has('the')).toBe(true);
    expect(stopWords('tlh').size).toBe(0);
    expect(isStopCharacter('的')).toBe(true);
    expect(isStopCharacter('河')).toBe(false);
  });
  it('have abbreviations', () => {
    expect(abbreviation('Dr')).toBe('always');
    expect(abbreviation('Inc')).toBe('sometimes');
    expect(abbreviation('bridge')).toBe('none');
    expect(writesOrdinalStop('de')).toBe(true);
    expect(writesOrdinalStop('en')).toBe(false);
  });
});
