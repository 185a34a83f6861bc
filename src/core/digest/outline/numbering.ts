/** Reads the number a line opens with ("1.2", "（一）", "IV.", "§ 3", "Step 2", "Bước 1") in any script. */

/** `form` names the way of numbering, `values` the number (`1.2` is `[1, 2]`), `length` the characters it takes. */
export interface LineNumber {
  form: string;
  values: number[];
  length: number;
}

const HAN_DIGITS = '〇一二三四五六七八九';
const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
/** The zero of each set of decimal digits: Latin, Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
/** Korean lists count in this order. */
const HANGUL = '가나다라마바사아자차카타파하';
/** The largest number of a heading. */
const MOST = 199;

function digits(text: string): number {
  let value = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const zero = ZEROS.find((z) => code >= z && code <= z + 9);
    if (zero === undefined) return NaN;
    value = value * 10 + code - zero;
  }
  return value;
}

function han(text: string): number {
  if (/^\p{Nd}+$/u.test(text)) return digits(text);
  let value = 0;
  let unit = 0;
  for (const char of text.replace('两', '二')) {
    if (char === '十') {
      value += (unit || 1) * 10;
      unit = 0;
    } else if (char === '百') {
      value += (unit || 1) * 100;
      unit = 0;
    } else unit = Math.max(0, HAN_DIGITS.indexOf(char));
  }
  return value + unit;
}

function roman(text: string): number {
  let value = 0;
  const numbers = [...text.toUpperCase()].map((char) => ROMAN[char] ?? NaN);
  numbers.forEach((n, i) => (value += n < (numbers[i + 1] ?? 0) ? -n : n));
  return value;
}

interface Form {
  form: string;
  pattern: RegExp;
  read: (found: string) => number[];
}

const H = '[〇一二三四五六七八九十百两]{1,4}|\\p{Nd}{1,3}';
const FORMS: Form[] = [
  {
    form: 'section',
    pattern: /^§+\s*(\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,3})[.:)\s]*/u,
    read: (s) => s.split('.').map(digits),
  },
  {
    form: 'decimal',
    pattern: /^(\p{Nd}{1,3}(?:[.．]\p{Nd}{1,3}){1,4})(?:[.)．、:：]|(?=\s|\p{Lo}))\s*(?=\P{Nd})/u,
    read: (s) => s.split(/[.．]/).map(digits),
  },
  { form: 'decimal', pattern: /^(\p{Nd}{1,3})(?:[.)．、:：]|\s*[-–—|]\s|️?⃣)\s*(?=\P{Nd})/u, read: (s) => [digits(s)] },
  { form: 'bare', pattern: /^(\p{Nd}{1,2})\s+(?=\p{Lu}|\p{Lo})/u, read: (s) => [digits(s)] },
  { form: 'hash', pattern: /^[#№]\s*(\p{Nd}{1,3})(?!\p{Nd})[.:)\s–—-]*/u, read: (s) => [digits(s)] },
  { form: 'paren', pattern: /^[(（\[]\s*(\p{Nd}{1,3})\s*[)）\]]\s*/u, read: (s) => [digits(s)] },
  { form: 'circle', pattern: /^([①-⑳❶-❿])\s*/u, read: (s) => [(s.codePointAt(0) ?? 0) - (s >= '❶' ? 0x2775 : 0x245f)] },
  { form: 'han-paren', pattern: new RegExp(`^[（(](${H})[）)]\\s*`, 'u'), read: (s) => [han(s)] },
  {
    form: 'han-ordinal',
    pattern: new RegExp(
      `^第\\s*(${H})\\s*(?:[章節节部编編篇讲講课課条條步回話话点點幕集天周]|部分|步骤|阶段)?[、，,.．:：\\s]*`,
      'u',
    ),
    read: (s) => [han(s)],
  },
  { form: 'han', pattern: /^([〇一二三四五六七八九十百]{1,4})\s*[、.．:：]\s*/u, read: (s) => [han(s)] },
  { form: 'hangul-ordinal', pattern: /^제\s*(\p{Nd}{1,3})\s*[장절조항부편화]?[.:\s]*/u, read: (s) => [digits(s)] },
  { form: 'hangul', pattern: /^([가나다라마바사아자차카타파하])[.)]\s*/u, read: (s) => [HANGUL.indexOf(s) + 1] },
  { form: 'roman', pattern: /^([IVXLC]{1,7})[.):]\s+/u, read: (s) => [roman(s)] },
  { form: 'small-roman', pattern: /^\(?([ivx]{1,6})[.)]\s+/u, read: (s) => [roman(s)] },
  { form: 'letter', pattern: /^\(?([A-Z])[.)]\s+/u, read: (s) => [(s.codePointAt(0) ?? 64) - 64] },
  { form: 'small-letter', pattern: /^\(?([a-z])\)\s+/u, read: (s) => [(s.codePointAt(0) ?? 96) - 96] },
];
/**
 * A word and a number: "Step 1", "Chapter 2:", "Глава 3", "Bước 1", "Tip #4", "Part II". The word is part of the
 * form, so only like words count on.
 */
const WORD =
  /^(\p{L}[\p{L}\p{M}'’]{1,14})\s+(?:#|№|[Nn]o\.?\s*|nº\s*)?(\p{Nd}{1,3}|[IVX]{1,5})(?=$|[\s.:)\]–—-])[.:)\]–—\s-]*/u;

/**
 * The number at the start of a line, or undefined. Years and amounts are not numbers of lines: three digits at most,
 * and below 200.
 */
export function lineNumber(text: string): LineNumber | undefined {
  const head = text.slice(0, 48);
  for (const { form, pattern, read } of FORMS) {
    const found = pattern.exec(head);
    if (!found?.[1]) continue;
    const values = read(found[1]);
    if (values.every((n) => n >= 0 && n <= MOST)) return { form, values, length: found[0].length };
  }
  const word = WORD.exec(head);
  if (!word?.[1] || !word[2]) return undefined;
  const value = /^\p{Nd}/u.test(word[2]) ? digits(word[2]) : roman(word[2]);
  return value >= 0 && value <= MOST
    ? { form: `word ${word[1].toLowerCase()}`, values: [value], length: word[0].length }
    : undefined;
}

/** True if `next` counts on from `before`: 1.2 → 1.3, 1.2 → 2, 1.2 → 1.2.1. The forms must be alike. */
export function countsOn(before: LineNumber, next: LineNumber): boolean {
  if (before.form !== next.form) return false;
  const a = before.values;
  const b = next.values;
  const last = b.length - 1;
  for (let i = 0; i < last; i++) if (a[i] !== b[i]) return false;
  if (b.length > a.length) return b.length === a.length + 1 && (b[last] ?? 9) <= 1;
  return b[last] === (a[last] ?? 0) + 1;
}

/**
 * Which of `numbers` (a line each, nothing where a line has none) belong to a run of two or more that count on, in
 * order. A run may count
 * down (a list of ten from the last to the first) where each has one value. A number alone is no run. O(n × forms).
 */
export function numberRuns(numbers: readonly (LineNumber | undefined)[]): boolean[] {
  const inRun = numbers.map(() => false);
  const last = new Map<string, number>();
  numbers.forEach((number, i) => {
    if (!number) return;
    const before = last.get(number.form);
    const previous = before === undefined ? undefined : numbers[before];
    if (before !== undefined && previous) {
      const down =
        previous.values.length === 1 &&
        number.values.length === 1 &&
        previous.values[0] === (number.values[0] ?? 0) + 1;
      if (countsOn(previous, number) || down) {
        inRun[before] = true;
        inRun[i] = true;
      }
    }
    last.set(number.form, i);
  });
  return inRun;
}

/**
 * The depth of each line by its number alone (1 is outermost), or nothing: by the number's parts ("1.2" is 2),
 * otherwise by nested forms (一、 above （一）), if the outer form continues after the inner one has begun. Nothing if all
 * numbers are on one level.
 */
export function depthsByNumber(numbers: readonly (LineNumber | undefined)[]): (number | undefined)[] {
  const inRun = numberRuns(numbers);
  const running = numbers.map((number, i) => (inRun[i] ? number : undefined));
  if (running.some((number) => (number?.values.length ?? 0) > 1)) {
    return running.map((number) => (number && number.form === 'decimal' ? number.values.length : undefined));
  }
  const forms: string[] = [];
  for (const number of running) if (number && !forms.includes(number.form)) forms.push(number.form);
  const nested = forms.slice(1).every((form, i) => {
    const begins = running.findIndex((number) => number?.form === form);
    return running[begins]?.values[0] === 1 && running.some((number, at) => at > begins && number?.form === forms[i]);
  });
  if (forms.length < 2 || !nested) return numbers.map(() => undefined);
  return running.map((number) => (number ? forms.indexOf(number.form) + 1 : undefined));
}
