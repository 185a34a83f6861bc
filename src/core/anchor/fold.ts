/**
 * Folds text to what stays the same when a page is typeset again: no space, no case, one kind of quote mark and dash,
 * simplified for traditional Chinese.
 */
import { simplified } from './simplified.ts';

/**
 * A text without typographic differences. `at[i]` is the position in `text` of the letter that became folded letter
 * `i`; `codes` are the code units of `folded`.
 */
export interface Folded {
  text: string;
  folded: string;
  codes: Uint16Array;
  at: Int32Array;
}

/** Marks in `TABLE`: not met yet, dropped, several letters, half of a surrogate pair. No folded letter is below 5. */
const UNKNOWN = 0;
const DROPPED = 1;
const SEVERAL = 2;
const PAIR = 3;

/** Space, controls, soft hyphen, joiners, direction marks, variation selectors, and marks that may be left out in
 * Latin, Greek, Cyrillic, Hebrew and Arabic (vowel signs of other scripts are letters and stay). */
const DROP = new RegExp(
  String.raw`^[\s\p{Cc}\p{Cf}\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670` +
    String.raw`\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff` +
    String.raw`\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]$`,
  'u',
);
const QUOTE_MARKS = /^["'`´‘’‚‛“”„‟‹›«»′″‴「」『』〝〞〟]$/u;
const DASHES = /^[\p{Pd}\u2212\u2043]$/u;
const HAN = /^\p{Script=Han}$/u;
const QUOTE_CODE = 0x27;
const DASH_CODE = 0x2d;
/** Three dots are written as one sign or as three. */
const DOT_CODE = 0x2e;

/** Hangul letters join into syllables by arithmetic (The Unicode Standard, 3.12). */
const HANGUL = { syllable: 0xac00, lead: 0x1100, vowel: 0x1161, tail: 0x11a7, vowels: 21, tails: 28, leads: 19 };
const HANGUL_COUNT = HANGUL.leads * HANGUL.vowels * HANGUL.tails;

/** What each code unit folds to: a mark or a letter. Filled as letters are met. */
const TABLE = new Uint16Array(0x10000);
/** Folded letters of code points that become several letters or are beyond the table. */
const STRINGS = new Map<number, string>();

/** Folds one code point to none, one or several letters. */
function foldPoint(point: number): string {
  const letter = String.fromCodePoint(point);
  if (DROP.test(letter)) return '';
  if (point >= HANGUL.syllable && point < HANGUL.syllable + HANGUL_COUNT) return letter;
  let folded = '';
  for (const part of letter.normalize('NFKD').toLowerCase()) {
    if (DROP.test(part)) continue;
    if (QUOTE_MARKS.test(part)) folded += "'";
    else if (DASHES.test(part)) folded += '-';
    else if (HAN.test(part)) folded += simplified(part);
    else folded += part === 'ς' ? 'σ' : part === 'ı' ? 'i' : part;
  }
  return folded;
}

function learn(code: number): number {
  let mark: number;
  if (code >= 0xd800 && code < 0xe000) mark = PAIR;
  else {
    const folded = foldPoint(code);
    if (folded.length === 1) mark = Math.max(folded.charCodeAt(0), SEVERAL);
    else mark = folded === '' ? DROPPED : SEVERAL;
    if (mark === SEVERAL) STRINGS.set(code, folded);
  }
  TABLE[code] = mark;
  return mark;
}

/**
 * Joins letter `code` to the folded letter before it: a run of one quote mark, dash or dots is one, Hangul letters are
 * a syllable. The joined letter, or -1 if the two stay apart.
 */
function joined(before: number, code: number): number {
  if (before === code && (code === QUOTE_CODE || code === DASH_CODE || code === DOT_CODE)) return code;
  if (code >= HANGUL.vowel && code < HANGUL.vowel + HANGUL.vowels) {
    const lead = before - HANGUL.lead;
    if (lead >= 0 && lead < HANGUL.leads) {
      return HANGUL.syllable + (lead * HANGUL.vowels + (code - HANGUL.vowel)) * HANGUL.tails;
    }
  } else if (code > HANGUL.tail && code < HANGUL.tail + HANGUL.tails) {
    const syllable = before - HANGUL.syllable;
    if (syllable >= 0 && syllable < HANGUL_COUNT && syllable % HANGUL.tails === 0) return before + code - HANGUL.tail;
  }
  return -1;
}

/** Number of letters folded in one step, which takes about a millisecond. */
const STEP = 16_384;

/** Folds a text. O(length); about 10 ms for 200,000 letters. */
export function fold(text: string): Folded {
  const steps = foldSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `fold` in steps of about a millisecond. */
export function* foldSteps(text: string): Generator<undefined, Folded> {
  let codes = new Uint16Array(text.length + 8);
  let at = new Int32Array(text.length + 8);
  let size = 0;
  const push = (code: number, place: number): void => {
    const whole = size > 0 ? joined(codes[size - 1] ?? 0, code) : -1;
    if (whole >= 0) {
      codes[size - 1] = whole;
      return;
    }
    if (size === codes.length) {
      const [oldCodes, oldAt] = [codes, at];
      codes = new Uint16Array(size * 2);
      at = new Int32Array(size * 2);
      codes.set(oldCodes);
      at.set(oldAt);
    }
    codes[size] = code;
    at[size++] = place;
  };
  let pause = STEP;
  for (let i = 0; i < text.length; i++) {
    if (i >= pause) {
      pause = i + STEP;
      yield;
    }
    const code = text.charCodeAt(i);
    let mark = TABLE[code] ?? UNKNOWN;
    if (mark === UNKNOWN) mark = learn(code);
    if (mark === DROPPED) continue;
    if (mark > PAIR) {
      push(mark, i);
      continue;
    }
    let point = code;
    if (mark === PAIR) point = text.codePointAt(i) ?? code;
    let letters = STRINGS.get(point);
    if (letters === undefined) {
      letters = point === code ? '\ufffd' : foldPoint(point);
      STRINGS.set(point, letters);
    }
    for (let k = 0; k < letters.length; k++) push(letters.charCodeAt(k), i);
    if (point > 0xffff) i++;
  }
  const own = codes.subarray(0, size);
  return { text, folded: stringOf(own), codes: own, at: at.subarray(0, size) };
}

/** Number of arguments that every engine allows in one call. */
const CHUNK = 8192;

function stringOf(codes: Uint16Array): string {
  let out = '';
  for (let i = 0; i < codes.length; i += CHUNK) out += String.fromCharCode(...codes.subarray(i, i + CHUNK));
  return out;
}

/**
 * The range of the original text of folded letters [start, end), including marks that belong to its last letter. `start
 * < end`.
 */
export function unfold(folded: Folded, start: number, end: number): { start: number; end: number } {
  const { text, at } = folded;
  const from = at[start] ?? text.length;
  let to = at[end - 1] ?? text.length;
  to += (text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
  // The marks of a letter, and the rest of a run of dots, dashes or quote marks, come before the next letter.
  const next = at[end] ?? text.length;
  while (to < next && !/\s/.test(text.charAt(to))) to++;
  return { start: from, end: Math.max(from, to) };
}

/** The first folded letter at or after `place` in the original text. O(log length). */
export function foldedIndex(folded: Folded, place: number): number {
  let [low, high] = [0, folded.at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.at[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
