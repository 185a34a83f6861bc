/** The person's language: sentences from `_locales`, and plurals, dates, numbers and minutes through Intl. */
import { localeMessage, uiLanguage } from '../browser/locale.ts';

/** A `_locales` file: key → sentence, with `$NAME$` standing for `placeholders.name.content` (`$1` … `$9`). */
export type Sentences = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/** Languages written from right to left (ISO 639; the scripts Arabic, Hebrew, Syriac, Thaana and N'Ko). */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/** Milliseconds of a minute, an hour, a day. */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Up to this age a time is said relatively ("2 days ago"), beyond it as a date. */
const RELATIVE_MS = 7 * DAY_MS;

/** Set where a person chose another language than the browser's. */
let chosen: { tag: string; sentences: Sentences } | null = null;

/** Uses `tag` (BCP 47) and these sentences from now on; null goes back to the browser's own language. */
export function speak(tag: string, sentences: Sentences | null): void {
  chosen = sentences && { tag, sentences };
}

/**
 * The BCP 47 tag of the sentences in use: the browser's own where it is of the same language, so that en-GB keeps its
 * dates.
 */
export function language(): string {
  if (chosen) return chosen.tag;
  const browsers = uiLanguage();
  const ours = localeMessage('words_language');
  return !ours || base(ours) === base(browsers) ? browsers : ours;
}

/** The direction in which the language in use is written. */
export function direction(): 'ltr' | 'rtl' {
  return directionOf(language());
}

/** The direction in which a language (BCP 47) is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(base(tag)) ? 'rtl' : 'ltr';
}

/** Cached Intl formatters of the language in use: creating one takes longer than using it a hundred times. */
const made = new Map<string, unknown>();
function once<Tool>(kind: string, make: (tag: string) => Tool): Tool {
  const tag = language();
  const key = `${kind} ${tag}`;
  const found = made.get(key) ?? make(tag);
  made.set(key, found);
  return found as Tool; // each `kind` has one factory
}

/**
 * The sentence of that key with `$1`, `$2` … filled in, numbers as the language writes them; the key itself where
 * there is none.
 */
export function t(key: string, ...substitutions: (string | number)[]): string {
  const said = substitutions.map((one) => (typeof one === 'number' ? number(one) : one));
  if (!chosen) return localeMessage(key, said) || key;
  const sentence = chosen.sentences[key];
  return sentence ? fill(sentence, said) : key;
}

/**
 * The sentence `<key>_one`, `<key>_few`, … that fits the number, which is `$1` of it; `<key>_other` where the form
 * has none.
 */
export function count(key: string, amount: number, ...more: (string | number)[]): string {
  const form = `${key}_${once('plural', (tag) => new Intl.PluralRules(tag)).select(amount)}`;
  const sentence = t(form, amount, ...more);
  return sentence === form ? t(`${key}_other`, amount, ...more) : sentence;
}

/** A number as the language writes it. */
export function number(amount: number): string {
  return once('number', (tag) => new Intl.NumberFormat(tag)).format(amount);
}

/** A share of 0–1 as the language writes a percentage, whole: "40 %". */
export function percent(share01: number): string {
  const options = { style: 'percent', maximumFractionDigits: 0 } as const;
  return once('percent', (tag) => new Intl.NumberFormat(tag, options)).format(share01);
}

/** A list as the language writes it: "a, b and c". */
export function list(names: readonly string[]): string {
  return once('list', (tag) => new Intl.ListFormat(tag, { type: 'conjunction' })).format(names);
}

/** Minutes, short: "9 min", never less than one. */
export function minutes(amount: number): string {
  const whole = Math.max(1, Math.round(amount));
  const options = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
  return once('minutes', (tag) => new Intl.NumberFormat(tag, options)).format(whole);
}

/** Bytes in the unit that reads best: "12 kB". */
export function bytes(amount: number): string {
  const [unit, size] =
    amount >= 1e6 ? ['megabyte', amount / 1e6] : amount >= 1e3 ? ['kilobyte', amount / 1e3] : ['byte', amount];
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language(), options).format(size);
}

/**
 * A day as the page gives it, ISO 8601 of any precision (`2024`, `2024-04`, `2024-04-13T20:27`); the string itself if
 * it is not a date.
 */
export function day(iso: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso) ?? [];
  if (!year) return iso;
  // The day as written, whatever the zone: a reader wants the date that the page shows.
  const at = new Date(Number(year), Number(month ?? 1) - 1, Number(date ?? 1));
  const options: Intl.DateTimeFormatOptions = date
    ? { dateStyle: 'medium' }
    : { year: 'numeric', ...(month ? { month: 'short' } : {}) };
  return new Intl.DateTimeFormat(language(), options).format(at);
}

/** A moment (ms) seen from `now` (ms): "2 hours ago" within a week, a date beyond. */
export function when(moment: number, now: number): string {
  const age = now - moment;
  if (age >= RELATIVE_MS)
    return once('date', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' })).format(moment);
  const relative = once('relative', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  if (age >= DAY_MS) return relative.format(-Math.floor(age / DAY_MS), 'day');
  if (age >= HOUR_MS) return relative.format(-Math.floor(age / HOUR_MS), 'hour');
  return age >= MINUTE_MS ? relative.format(-Math.floor(age / MINUTE_MS), 'minute') : relative.format(0, 'second');
}

/** The name of a language (BCP 47) in the language in use; null if it is not known. */
export function languageName(tag: string): string | null {
  try {
    return new Intl.DisplayNames(language(), { type: 'language', fallback: 'none' }).of(base(tag)) ?? null;
  } catch {
    return null; // a page may call its language anything
  }
}

function base(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

function fill({ message, placeholders = {} }: Sentences[string], said: string[]): string {
  const positional = (text: string) => text.replace(/\$([1-9])/g, (_, index: string) => said[Number(index) - 1] ?? '');
  return message
    .split('$$')
    .map((part) =>
      positional(
        part.replace(/\$(\w+)\$/g, (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole),
      ),
    )
    .join('$');
}
