/** Names of months in every language that `Intl` supports. */

/** The value of a word that is followed by the number of the month, as in "tháng 4". */
export const NUMBER_FOLLOWS = 0;

/** Languages to ask when neither the page's nor English knows a word, by the script it is written in. The order is by
 * speakers on the web (W3Techs, content languages, 2024); regions name other months than the language's default. */
const FALLBACKS: Record<string, string[]> = {
  Latn: [
    'es',
    'de',
    'fr',
    'pt',
    'it',
    'nl',
    'pl',
    'tr',
    'vi',
    'id',
    'cs',
    'sv',
    'ro',
    'hu',
    'da',
    'fi',
    'nb',
    'sk',
    'hr',
    'ca',
    'sl',
    'lt',
    'lv',
    'et',
    'ms',
    'sq',
    'az',
    'eu',
    'gl',
    'uz',
    'bs',
    'sr-Latn',
    'sw',
    'fil',
    'af',
    'is',
    'ga',
    'cy',
  ],
  Cyrl: ['ru', 'uk', 'bg', 'sr', 'kk', 'mk', 'be', 'mn', 'ky', 'tg'],
  Arab: ['ar', 'fa', 'ar-SY', 'ar-DZ', 'ar-MA', 'ur', 'ps', 'ckb', 'ug'],
  Deva: ['hi', 'mr', 'ne'],
  Grek: ['el'],
  Hebr: ['he'],
  Thai: ['th'],
  Beng: ['bn', 'as'],
  Taml: ['ta'],
  Telu: ['te'],
  Knda: ['kn'],
  Mlym: ['ml'],
  Gujr: ['gu'],
  Guru: ['pa'],
  Armn: ['hy'],
  Geor: ['ka'],
  Khmr: ['km'],
  Laoo: ['lo'],
  Mymr: ['my'],
  Sinh: ['si'],
  Ethi: ['am'],
};

/** Shortest beginning of a month's name that is taken for it ("sept", "févr"), in letters. */
const SHORTEST = 3;
const monthsOf = new Map<string, Map<string, number>>();

const bare = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[.\u200e\u200f]/g, '');

/**
 * Builds the names of one language: alone and in a date (where many languages inflect), long and short. About 0.2 ms.
 */
function learn(lang: string): Map<string, number> {
  const known = monthsOf.get(lang);
  if (known) return known;
  const names = new Map<string, number>();
  monthsOf.set(lang, names);
  const makes: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric', year: 'numeric' },
    { month: 'short', day: 'numeric', year: 'numeric' },
  ];
  for (const make of makes) {
    let format;
    try {
      format = new Intl.DateTimeFormat(lang, {
        ...make,
        calendar: 'gregory',
        numberingSystem: 'latn',
        timeZone: 'UTC',
      });
    } catch {
      return names;
    }
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
      const at = parts.findIndex((part) => part.type === 'month');
      const name = bare(parts[at]?.value ?? '');
      // Hebrew writes "in" onto the name: the literal before it ends in a letter.
      const glued = /[\p{L}\p{M}]+$/u.exec(parts[at - 1]?.value ?? '')?.[0];
      if (glued) names.set(bare(glued + name), month);
      const numbered = /^(\p{L}[\p{L}\p{M}]+) ?\d+$/u.exec(name);
      if (numbered?.[1]) names.set(numbered[1], NUMBER_FOLLOWS);
      else if (/^[\p{L}\p{M}]{2,}$/u.test(name) && !names.has(name)) names.set(name, month);
    }
  }
  return names;
}

const scripts = Object.keys(FALLBACKS).map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

/**
 * Which month a word names.
 *
 * @param word one word, any case, with or without a closing dot
 * @param lang BCP 47 of the page, asked first
 * @param wide asks every language of the word's script, not the page's and English alone; up to 10 ms once for Latin
 *   letters
 * @returns 1–12, {@link NUMBER_FOLLOWS}, or undefined
 */
export function monthOf(word: string, lang: string | undefined, wide: boolean): number | undefined {
  const name = bare(word);
  if (name.length < 2) return undefined;
  const near = lang ? [lang, 'en'] : ['en'];
  const asked = wide ? (FALLBACKS[scripts.find(([, own]) => own.test(name))?.[0] ?? ''] ?? []) : near;
  for (const each of asked) {
    const names = learn(each);
    const exact = names.get(name);
    if (exact !== undefined) return exact;
    if (wide || name.length < SHORTEST) continue;
    const begun = [...names].filter(([full, month]) => month !== NUMBER_FOLLOWS && full.startsWith(name));
    if (new Set(begun.map(([, month]) => month)).size === 1) return begun[0]?.[1];
  }
  return undefined;
}

/** Whether a numeric date of that language writes the month before the day (`4/13/2024`). Without a language: no. */
export function monthFirst(lang: string | undefined): boolean {
  if (!lang) return false;
  try {
    const parts = new Intl.DateTimeFormat(lang, { calendar: 'gregory', timeZone: 'UTC' }).formatToParts(0);
    const order = parts.map((part) => part.type);
    return order.indexOf('month') < order.indexOf('day') && order.indexOf('day') < order.indexOf('year');
  } catch {
    return false;
  }
}
