/** text-profile: words of any script as numbers, and the form of a line. */
import { describe, expect, it } from 'vitest';
import {
  CAPITAL,
  COLON,
  DIGIT,
  ELLIPSIS,
  LETTER,
  STOP,
  profile,
} from '../../../../../../src/core/article/judge/features/text-profile.ts';

describe('profile', () => {
  it('treats upper and lower case as the same word, in four scripts', () => {
    for (const [big, small] of [
      ['Harbour', 'harbour'],
      ['Λιμάνι', 'λιμάνι'],
      ['Гавань', 'гавань'],
      ['ÉTÉ', 'été'],
    ] as const) {
      expect([...profile(big).words].slice(0, 1)).toEqual([...profile(small).words].slice(0, 1));
    }
  });

  it('pairs the characters of scripts without spaces', () => {
    expect(profile('港口新闻').words).toHaveLength(3);
    expect(profile('港口').words[0]).toBe(profile('新港口').words[1]);
  });

  it('counts stops, commas and separators', () => {
    const line = profile('Boats of the bay | harbour | tides_');
    expect(line.separators).toBe(3);
    expect(profile('早晨，船出海。晚上回来！').stops).toBe(2);
    expect(profile('早晨，船出海。').commas).toBe(1);
    expect(profile('a well-known harbour').separators).toBe(0);
    expect(profile('€ 20 or $ 25').money).toBe(2);
  });

  it('describes how a line begins and ends', () => {
    expect(profile('The end.')).toMatchObject({ first: CAPITAL, last: STOP });
    expect(profile('3 boats:')).toMatchObject({ first: DIGIT, last: COLON });
    expect(profile('and so on…')).toMatchObject({ first: LETTER, last: ELLIPSIS });
    expect(profile('').words).toHaveLength(0);
  });
});
