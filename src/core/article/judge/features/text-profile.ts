/**
 * Profiles a text in any script: hashes of its words, and counts of sentence ends, digits, capitals and separators. One
 * pass, without regular expressions.
 */

/** What a run looks like as text. Counts are of characters. */
export interface Profile {
  /** Hashes of the words in order; Han, kana and Thai go by pairs of characters. */
  words: Int32Array;
  letters: number;
  digits: number;
  capitals: number;
  /** Sentence ends: `.` `!` `?` and their equivalents in other scripts. */
  stops: number;
  commas: number;
  /** Signs that part a title from tags or a menu's entries: `|` `_` `»` `›` `·` `•` `/` … between words. */
  separators: number;
  money: number;
  /** Kinds of first and last character. */
  first: Sign;
  last: Sign;
}

/** The class of a character. */
export type Sign = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
export const OTHER: Sign = 0;
export const LETTER: Sign = 1;
export const CAPITAL: Sign = 2;
export const DIGIT: Sign = 3;
export const STOP: Sign = 4;
export const COMMA: Sign = 5;
export const COLON: Sign = 6;
export const SEPARATOR: Sign = 7;
export const ELLIPSIS: Sign = 8;
export const CLOSING: Sign = 9;
export const WHITE: Sign = 10;

/** Letters of scripts written without spaces: paired instead of joined. */
function isPaired(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0x0e01 && code <= 0x0eff) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff)
  );
}

const table = new Uint8Array(0x10000);
const listed: [Sign, string][] = [
  [STOP, '.!?。！？؟۔।॥።։…‽｡．⁇⁈⁉᠃།។'],
  [COMMA, ',、，;；،؛፣'],
  [COLON, ':：'],
  [SEPARATOR, '|_»›·•/\\｜>→«‹–—-~～‖▸►▶■●◆※★☆'],
  [ELLIPSIS, '…'],
  [CLOSING, '"\'”’)]}」』）】》〉'],
  [WHITE, ' \t\n\r\f\v\u00a0\u3000\u200b\ufeff\u2009\u202f'],
];
/** First and last code unit of each kind; a later line overrides an earlier one. All not named is `OTHER`. */
const ranges: [Sign, number, number][] = [
  [DIGIT, 48, 57],
  [CAPITAL, 65, 90],
  [LETTER, 97, 122],
  [LETTER, 0xc0, 0xffff],
  [OTHER, 0x2000, 0x2bff],
  [OTHER, 0x3000, 0x3040],
  [CAPITAL, 0xc0, 0xde],
  [CAPITAL, 0x391, 0x3a9],
  [CAPITAL, 0x410, 0x42f],
  [OTHER, 0xd7, 0xd7],
  [OTHER, 0xf7, 0xf7],
  [OTHER, 0xff00, 0xff0f],
  [OTHER, 0xff1a, 0xff20],
];
for (const [sign, first, last] of ranges) table.fill(sign, first, last + 1);
for (const [sign, signs] of listed) for (const one of signs) table[one.charCodeAt(0)] = sign;

const MONEY = new Set('$€£¥₹₽₩₴₺₫฿₪￥＄'.split('').map((one) => one.charCodeAt(0)));

function lower(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code < 0xc0) return code;
  if ((code <= 0xde && code !== 0xd7) || (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f))
    return code + 32;
  return code;
}

function sign(code: number): Sign {
  return (table[code] ?? OTHER) as Sign;
}

/** Only the first letters of a word count, so inflected forms are one word in any alphabet. */
const STEM = 6;
/**
 * Where the words of one text are gathered: a text has no more words than characters. Longer texts get a list of their
 * own.
 */
const POOL = new Int32Array(4096);
/** The first of the letters that are paired. */
const FIRST_PAIRED = 0x0e01;

/** Profiles a text. Linear in its length. */
export function profile(text: string): Profile {
  let letters = 0;
  let digits = 0;
  let capitals = 0;
  let stops = 0;
  let commas = 0;
  let separators = 0;
  let money = 0;
  let hash = 0;
  let length = 0;
  let pairWith = 0;
  let count = 0;
  const words = text.length < POOL.length ? POOL : new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = table[code];
    if (kind === LETTER || kind === CAPITAL || kind === DIGIT) {
      if (kind === DIGIT) digits++;
      else {
        letters++;
        if (kind === CAPITAL) capitals++;
      }
      if (code >= FIRST_PAIRED && isPaired(code)) {
        if (hash !== 0) words[count++] = hash;
        hash = 0;
        length = 0;
        if (pairWith !== 0) words[count++] = (Math.imul(pairWith, 65_599) + code) | 1;
        pairWith = code;
        continue;
      }
      pairWith = 0;
      if (length++ < STEM) hash = (Math.imul(hash === 0 ? 5381 : hash, 33) + lower(code)) | 0;
      continue;
    }
    if (hash !== 0) words[count++] = hash;
    hash = 0;
    length = 0;
    pairWith = 0;
    if (kind === WHITE) continue;
    if (kind === STOP || kind === ELLIPSIS) stops++;
    else if (kind === COMMA) commas++;
    else if (kind === SEPARATOR) {
      if (table[text.charCodeAt(at - 1)] === WHITE || code === 124 || code === 95 || code === 0xff5c) separators++;
    } else if (MONEY.has(code)) money++;
  }
  if (hash !== 0) words[count++] = hash;
  return {
    words: words.slice(0, count),
    letters,
    digits,
    capitals,
    stops,
    commas,
    separators,
    money,
    first: sign(text.charCodeAt(0)),
    last: sign(text.charCodeAt(text.length - 1)),
  };
}
