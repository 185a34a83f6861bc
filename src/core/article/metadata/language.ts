/** A page's language and direction: as declared, unless the script of the text contradicts it. */

/** Scripts that are read off a text, by Unicode name (also their ISO 15924 code, which is what Intl answers). */
const SCRIPTS = [
  ...[
    'Latn',
    'Cyrl',
    'Grek',
    'Arab',
    'Hebr',
    'Deva',
    'Beng',
    'Guru',
    'Gujr',
    'Orya',
    'Taml',
    'Telu',
    'Knda',
    'Mlym',
    'Sinh',
  ],
  ...[
    'Thai',
    'Laoo',
    'Mymr',
    'Khmr',
    'Tibt',
    'Geor',
    'Armn',
    'Ethi',
    'Mong',
    'Thaa',
    'Syrc',
    'Hang',
    'Hira',
    'Kana',
    'Hani',
  ],
] as const;
const OWN = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
/** ISO 15924 codes that are written from right to left (CLDR, script metadata). */
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Samr', 'Mand']);
/** Share of a text's letters above which its script overrules the language a template claims. */
const OVERRULES = 0.6;
/** Share of kana among letters above which a text is Japanese, if kana and Han together outnumber Hangul (0–1). */
const KANA = 0.05;
/** Minimum letters of a text to tell its language. */
const FEWEST = 40;

/** The language tag in its canonical spelling, or undefined if it is invalid ("en_US" is read as "en-US"). */
export function languageTag(value: string | undefined): string | undefined {
  const first = (value ?? '').split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(first) || /^(?:und|zxx|mul)\b/i.test(first)) return undefined;
  try {
    return Intl.getCanonicalLocales(first)[0];
  } catch {
    return undefined;
  }
}

/** Cache of the scripts of languages: a call to Intl costs as much as reading a small page. */
const scripts = new Map<string, string | undefined>();

function scriptOf(lang: string): string | undefined {
  if (!scripts.has(lang)) scripts.set(lang, likelyScript(lang));
  return scripts.get(lang);
}

function likelyScript(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script;
  } catch {
    return undefined;
  }
}

/**
 * Cache of the script of each character ('' for none): a page has some hundred different ones, and there are thirty
 * scripts to try.
 */
const scriptOfSigns = new Map<string, string>();

function scriptOfSign(sign: string): string {
  const known = scriptOfSigns.get(sign);
  if (known !== undefined) return known;
  const script = OWN.find(([, pattern]) => pattern.test(sign))?.[0] ?? '';
  scriptOfSigns.set(sign, script);
  return script;
}

/** The script most of a text's letters are of, Japanese and Korean told from Chinese, with its share of the letters. */
function scriptIn(text: string): { script: string; share01: number } | undefined {
  let letters = 0;
  const counts = new Map<string, number>();
  for (const sign of text) {
    const script = scriptOfSign(sign);
    if (!script) continue;
    letters++;
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const of = (script: string) => counts.get(script) ?? 0;
  if (letters < FEWEST) return undefined;
  const [han, kana, hangul] = [of('Hani'), of('Hira') + of('Kana'), of('Hang')];
  if (kana / letters > KANA && kana + han > hangul) return { script: 'Jpan', share01: (kana + han) / letters };
  if (hangul > han && counts.delete('Hang')) counts.set('Kore', hangul + han);
  const [script, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['Latn', 0];
  return { script, share01: count / letters };
}

/** Whether a language that is written in `named` can look like `seen`. */
const fits = (named: string, seen: string) =>
  named === seen ||
  (seen === 'Hani' && /^(?:Hans|Hant|Jpan|Kore)$/.test(named)) ||
  (seen === 'Kore' && named === 'Hang');

/**
 * The page's language and direction.
 *
 * @param claims what the page says, most trusted first
 * @param sample some of its text; 1,000 letters are plenty. Its script overrules a claim that cannot be written in it
 * @param dir the page's own `dir`
 */
export function languageOf(
  claims: (string | undefined)[],
  sample: string,
  dir: string,
): { lang?: string; dir: 'ltr' | 'rtl' } {
  const told = claims.map((claim) => languageTag(claim)).filter((tag): tag is string => tag !== undefined);
  const seen = scriptIn(sample);
  const sure = seen !== undefined && seen.share01 >= OVERRULES;
  let lang = told.find((tag) => !sure || fits(scriptOf(tag) ?? '', seen.script));
  if (lang === undefined && sure && seen.script !== 'Latn') {
    const guess = seen.script === 'Hani' ? 'zh' : languageOfScript(seen.script, sample);
    lang = guess;
  }
  lang ??= sure && seen.script !== 'Latn' ? undefined : told[0];
  const script = sure ? seen.script : lang ? scriptOf(lang) : undefined;
  const writes = script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  const claimed = dir.toLowerCase();
  const direction = sure ? writes : claimed === 'rtl' || claimed === 'ltr' ? claimed : writes;
  return { ...(lang ? { lang } : {}), dir: direction };
}

/** The language most written in a script (CLDR, likely subtags); letters that one neighbour alone has tell it apart. */
function languageOfScript(script: string, sample: string): string | undefined {
  if (script === 'Cyrl' && /[іїєґ]/i.test(sample)) return /[ўэы]/i.test(sample) ? 'be' : 'uk';
  if (script === 'Cyrl' && /[ђћљњџј]/i.test(sample)) return /[ѓќѕ]/i.test(sample) ? 'mk' : 'sr';
  if (script === 'Cyrl' && !/[ыэё]/i.test(sample) && /ъ/i.test(sample)) return 'bg';
  if (script === 'Arab' && /[ٹڈڑےں]/.test(sample)) return 'ur';
  if (script === 'Arab' && /[پچژگ]/.test(sample)) return 'fa';
  try {
    return new Intl.Locale(`und-${script}`).maximize().language;
  } catch {
    return undefined;
  }
}
