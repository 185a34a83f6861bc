/**
 * Reads dates as people and machines write them, in any script, and gives them in ISO 8601 as exactly as they were
 * told.
 */
import { alternatives } from '../alternatives.ts';
import { monthFirst, monthOf, NUMBER_FOLLOWS } from './months.ts';

/** Longest line read for a date, in code units: a date with its label and time is far shorter. */
const LONGEST = 200;
/** Valid years of publication (old texts are put online with their own date). */
const FIRST_YEAR = 1700;
const LAST_YEAR = 2100;
/** The Buddhist era of Thai pages is this many years ahead. */
const BUDDHIST_AHEAD = 543;
/** First Gregorian year less one of each era that East Asian pages count from. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 };
/** Zone names with one fixed offset (RFC 5322, 4.3, and the two names of UTC). */
const ZONES: Record<string, string> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};
/** Code point of the zero of each script's digits (Unicode 16, general category Nd, those in use on the web). */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810, 0xff10,
];
const HAN_DIGITS = '〇一二三四五六七八九';

interface Day {
  year: number;
  month: number;
  day: number;
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const isYear = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;
const isDay = ({ year, month, day }: Day) =>
  isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Every script's digits as 0–9, full-width signs as plain ones, invisible marks gone. */
function plain(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const zero = ZEROS.find((each) => code >= each && code <= each + 9);
      return zero === undefined ? sign : String(code - zero);
    })
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日])/g, hanNumber);
}

function hanNumber(signs: string): string {
  const digit = (sign: string | undefined) => Math.max(0, HAN_DIGITS.indexOf(sign === '零' ? '〇' : (sign ?? '〇')));
  const ten = signs.indexOf('十');
  if (ten < 0) return [...signs].map((sign) => digit(sign)).join('');
  return String((ten === 0 ? 1 : digit(signs[ten - 1])) * 10 + digit(signs[ten + 1]));
}

/** A year as Gregorian: Thai pages add 543, Persian ones count from the Hijra. */
function gregorian(date: Day, lang: string | undefined): Day | undefined {
  if (date.year >= FIRST_YEAR + BUDDHIST_AHEAD && date.year > LAST_YEAR)
    date = { ...date, year: date.year - BUDDHIST_AHEAD };
  if (date.year >= 1300 && date.year < 1500 && lang?.startsWith('fa')) return fromPersian(date);
  return isDay(date) ? date : undefined;
}

/** The Gregorian date of a Persian one: estimated, then adjusted until it agrees with the browser's calendar. */
function fromPersian({ year, month, day }: Day): Day | undefined {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const dayMs = 86_400_000;
  let at = Date.UTC(year + 621, 2, 21) + ((month - 1) * 30.5 + day - 1) * dayMs;
  for (let tries = 0; tries < 12; tries++) {
    const parts = format.formatToParts(at);
    const part = (type: string) => Number.parseInt(parts.find((each) => each.type === type)?.value ?? '0', 10);
    const away = (year - part('year')) * 365 + (month - part('month')) * 30 + day - part('day');
    if (away === 0) {
      const [y = 0, m = 0, d = 0] = new Date(at).toISOString().slice(0, 10).split('-').map(Number);
      return { year: y, month: m, day: d };
    }
    at += away * dayMs;
  }
  return undefined;
}

interface Found {
  date: Day;
  start: number;
  end: number;
}

function numeric(line: string, lang: string | undefined): Found | undefined {
  const find = (pattern: RegExp, read: (groups: number[], all: RegExpExecArray) => Day): Found | undefined => {
    const all = pattern.exec(line);
    if (!all) return undefined;
    const date = gregorian(read(all.slice(1).map(Number), all), lang);
    return date && { date, start: all.index, end: all.index + all[0].length };
  };
  const ymd = ([year = 0, month = 0, day = 0]: number[]) => ({ year, month, day });
  return (
    find(/(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/, ymd) ??
    find(/(令和|平成|昭和|民國|民国)(?:元|(\d{1,3}))年 ?(\d{1,2})月 ?(\d{1,2})/, (_, all) => ({
      year: (ERAS[all[1] ?? ''] ?? 0) + Number(all[2] ?? 1),
      month: Number(all[3]),
      day: Number(all[4]),
    })) ??
    find(/(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/, ([year = 0, , month = 0, day = 0]) => ({
      year,
      month,
      day,
    })) ??
    find(/(?<!\d)(\d{4})[-./] (\d{1,2})[-./] (\d{1,2})(?!\d)/, ymd) ??
    find(/(?<![\d.])(\d{1,2}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)/, ([a = 0, , b = 0, year = 0]) => {
      const first = b > 12 || (a <= 12 && monthFirst(lang));
      return first ? { year, month: a, day: b } : { year, month: b, day: a };
    }) ??
    find(/^(?<!\d)(\d{4})(\d{2})(\d{2})(?:T\d+)?$/, ymd)
  );
}

/** How many tokens before and after a month's name its numbers may stand; after one that a number follows, one more. */
const FARTHEST_BEFORE = 2;
const FARTHEST_AFTER = 5;

/** A month's name with a day and a year next to it, with any short words between them ("13 de abril de 2024"). */
function named(line: string, lang: string | undefined, wide: boolean): Found | undefined {
  const tokens = [...line.matchAll(/\d+|[\p{L}\p{M}]+\.?/gu)];
  const number = (index: number) => (/^\d/.test(tokens[index]?.[0] ?? '') ? Number(tokens[index]?.[0]) : undefined);
  const isNumberOf = (least: number, most: number) => {
    const is = tokens.map(([text]) => /^\d/.test(text) && text.length >= least && text.length <= most);
    return (index: number) => is.slice(Math.max(0, index - FARTHEST_BEFORE), index + FARTHEST_AFTER + 1).includes(true);
  };
  const hasDay = isNumberOf(1, 2);
  const hasYear = isNumberOf(4, 4);
  for (const [index, token] of tokens.entries()) {
    // Looking a name up may take the names of forty languages, so the numbers next to it come first.
    if (/^\d/.test(token[0]) || !hasDay(index) || !hasYear(index)) continue;
    let month = monthOf(token[0], lang, wide);
    if (month === undefined) continue;
    let after = index + 1;
    if (month === NUMBER_FOLLOWS) month = number(after++);
    if (month === undefined) continue;
    let day: number | undefined;
    let year: number | undefined;
    let [first, last] = [index, after - 1];
    for (const at of [index - 1, index - 2, after, after + 1, after + 2, after + 3]) {
      const value = number(at);
      const text = tokens[at]?.[0] ?? '';
      if (value === undefined) continue;
      if (text.length <= 2 && day === undefined && value >= 1 && value <= 31) day = value;
      else if (text.length === 4 && year === undefined) year = value;
      else continue;
      [first, last] = [Math.min(first, at), Math.max(last, at)];
    }
    if (day === undefined || year === undefined) continue;
    const date = gregorian({ year, month, day }, lang);
    const end = tokens[last];
    if (date && end) return { date, start: tokens[first]?.index ?? 0, end: end.index + end[0].length };
  }
  return undefined;
}

/** Half of the day, hour, minutes, seconds, "am" or "pm", zone. */
const CLOCK = new RegExp(
  [
    String.raw`(上午|下午|오전|오후|午後|午前)? ?(?<![\d:.])(\d{1,2}) ?(?:[:時时시h]|\.(?=\d\d(?!\d))) ?(\d{2})(?!\d)`,
    String.raw`(?::(\d{2}))?(?:[.,]\d+)?(?: ?分)? ?([ap]\.? ?m\b\.?)?`,
    String.raw`(?:[ ,(]*(Z\b|(?:UTC|GMT)? ?[+-]\d{2}:?\d{2}|[A-Z]{3}\b))?`,
  ].join(''),
  'i',
);

/** The time of day next to a date, after or before it. "20:27 PM" is 20:27. */
function timeIn(line: string, { start, end }: Found): string {
  const found = CLOCK.exec(line.slice(end, end + 60)) ?? CLOCK.exec(line.slice(Math.max(0, start - 30), start));
  if (!found) return '';
  const [, before = '', hours = '', minutes = '', seconds, half = '', zone = ''] = found;
  let hour = Number(hours);
  if (hour > 24 || Number(minutes) > 59) return '';
  const late = /下午|오후|午後/.test(before) || /^p/i.test(half);
  const early = /上午|오전|午前/.test(before) || /^a/i.test(half);
  if (late && hour < 12) hour += 12;
  if ((early && hour === 12) || hour === 24) hour = 0;
  const offset = /([+-]\d{2}):?(\d{2})/.exec(zone);
  const told = offset ? `${offset[1]}:${offset[2]}` : (ZONES[zone.trim().toUpperCase()] ?? '');
  return `T${pad(hour)}:${minutes}${seconds ? `:${seconds}` : ''}${told === '+00:00' ? 'Z' : told}`;
}

/**
 * The first date in a line, as ISO 8601: `2024-04-13`, with the time and the zone where they are told.
 *
 * @param text a line as shown, or a machine's value (ISO, RFC 5322, seconds or milliseconds since 1970); 200 code
 *   units are read
 * @param lang BCP 47 of the page: its month names are tried first, and it settles `4/5/2024`
 * @returns undefined where no whole date stands; relative times ("5 hours ago") are none
 */
export function dateIn(text: string, lang?: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{10}$|^\d{13}$/.test(trimmed)) {
    const at = new Date(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1));
    return isYear(at.getUTCFullYear()) ? `${at.toISOString().slice(0, 19)}Z` : undefined;
  }
  const line = plain(trimmed.slice(0, LONGEST));
  if (!/\d/.test(line)) return undefined;
  const found =
    numeric(line, lang) ?? named(line, lang, false) ?? (mayName(line) ? named(line, lang, true) : undefined);
  if (!found) return undefined;
  const { year, month, day } = found.date;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}${timeIn(line, found)}`;
}

/** A day, a year and a word of three letters or more: enough to look the word up in all languages. */
const mayName = (line: string) =>
  /(?<!\d)\d{4}(?!\d)/.test(line) && /(?<!\d)\d{1,2}(?!\d)/.test(line) && /[\p{L}\p{M}]{3}/u.test(line);

/** Labels of a later change, not the publication; their date is used only if there is no other. */
export const CHANGED = new RegExp(
  alternatives(
    'updat modif edited revis aktualis actuali[sz] atualiz aggiorn bijgewerkt zaktual обновл изменен оновлен',
    '更新 修改 수정 تحديث güncel',
  ),
  'iu',
);

/** Maximum letters in a line about a date, without the date and time themselves. */
const LABEL_LETTERS = 80;

/** The date of a line that tells a date and little else ("Release time:Apr 13, 2024 20:27 PM"), or undefined. */
export function dateLine(line: string, lang?: string): string | undefined {
  if (line.length > LONGEST || !/\p{Nd}|[一二三四五六七八九]/u.test(line)) return undefined;
  const date = dateIn(line, lang);
  const words = line.replace(/[^\p{L}]/gu, '').length;
  return date && words <= LABEL_LETTERS ? date : undefined;
}
