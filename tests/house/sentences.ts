/** The rules on Lede's messages: which keys the code uses, and the faults of a language's file. */

/** A `_locales` file. */
export type Sentences = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/** The plural forms that CLDR knows, as the last word of a key. */
const FORMS = /_(?:zero|one|two|few|many|other)$/u;
/** Words that alarm or blame. */
const ALARMING = /\b(?:errors?|invalid|failed to|failure|exception|oops|sorry)\b/iu;
/** Messages with fewer words than this may be the same in two languages (names, "Lede", "CSV"). */
const TRANSLATED_FROM_WORDS = 3;

/** The faults of one language's file compared with English. Plural forms may differ from English's. */
export function localeFaults(language: string, file: string, english: Sentences): string[] {
  const sentences: Sentences = JSON.parse(file);
  const [keys, wanted] = [Object.keys(sentences), Object.keys(english)];
  const faults: string[] = [];
  const families = (names: string[]) =>
    new Set(names.filter((key) => FORMS.test(key)).map((key) => key.replace(FORMS, '')));
  const plural = families(wanted);
  for (const key of wanted) {
    const optional = FORMS.test(key) && !key.endsWith('_other') && plural.has(key.replace(FORMS, ''));
    if (!(key in sentences) && !(optional && language !== 'en')) faults.push(`${language}: ${key} is missing.`);
  }
  for (const key of keys) {
    const family = FORMS.test(key) && plural.has(key.replace(FORMS, ''));
    if (!(key in english) && !family) faults.push(`${language}: ${key} is not in en.`);
  }
  const sorted = [...keys].sort();
  const astray = keys.find((key, at) => key !== sorted[at]);
  if (astray) faults.push(`${language}: ${astray} is out of order; sort the file by key.`);
  for (const [key, { message, placeholders }] of Object.entries(sentences)) {
    if (message.trim() === '') faults.push(`${language}: ${key} is empty.`);
    const measure = english[key] ?? english[key.replace(FORMS, '_other')];
    if (!measure) continue;
    const [has, needs] = [slots(message, placeholders), slots(measure.message, measure.placeholders)];
    // "One block" may omit its number.
    if (has !== needs && !(FORMS.test(key) && !key.endsWith('_other')))
      faults.push(`${language}: ${key} fills in ${has || 'nothing'}, en fills in ${needs || 'nothing'}.`);
    const words = message.split(/\s+/u).length;
    if (language !== 'en' && words >= TRANSLATED_FROM_WORDS && message === measure.message)
      faults.push(`${language}: ${key} is as in en; translate it.`);
  }
  return faults;
}

/** The placeholders of a message, sorted. */
function slots(message: string, placeholders: Sentences[string]['placeholders'] = {}): string {
  const plain = message.replaceAll('$$', '');
  const names = [...plain.matchAll(/\$(\w+?)\$/gu)].map(
    ([, name = '']) => placeholders[name.toLowerCase()]?.content ?? `$${name}$`,
  );
  const numbers = [...plain.replace(/\$\w+?\$/gu, '').matchAll(/\$[1-9]/gu)].map(([slot]) => slot);
  return [...new Set([...names, ...numbers])].sort().join(' ');
}

/** English messages that alarm, blame or apologise. */
export function plainFaults(english: Sentences): string[] {
  return Object.entries(english)
    .filter(([, { message }]) => ALARMING.test(message))
    .map(([key, { message }]) => `${key} says “${message}”: say what happened and what to do.`);
}

/** Keys that a file names in full: `t('key')`, `count('key', …)`, `__MSG_key__`. */
export function keysNamed(text: string): string[] {
  const said = [...text.matchAll(/(?<![\w.])t\(\s*(['"])([\w]+)\1/gu)].map(([, , key = '']) => key);
  const counted = [...text.matchAll(/(?<![\w.])count\(\s*(['"])([\w]+)\1/gu)].map(([, , key = '']) => `${key}_other`);
  const placed = [...text.matchAll(/__MSG_(\w+?)__/gu)].map(([, key = '']) => key);
  return [...said, ...counted, ...placed];
}

/** The keys that some file may use: in full as a string, or by a template such as `reason_${reason}`. */
export function keysUsed(keys: string[], texts: string[]): Set<string> {
  const all = texts.join('\n');
  const strings = new Set([...all.matchAll(/['"`]([a-z]\w*)['"`]/gu)].map(([, key = '']) => key));
  for (const key of keysNamed(all)) strings.add(key);
  const templates = [...all.matchAll(/`([a-z]\w*_)\$\{/gu)].map(([, start = '']) => start);
  // `${group}_${one}`, where somebody passes group="typeface"
  for (const [, part = ''] of all.matchAll(/`\$\{(\w+)\}_\$\{/gu)) {
    for (const [, word = ''] of all.matchAll(new RegExp(`\\b${part}[=:]\\s*['"](\\w+)['"]`, 'gu')))
      templates.push(`${word}_`);
  }
  return new Set(
    keys.filter(
      (key) =>
        strings.has(key) ||
        (FORMS.test(key) && strings.has(key.replace(FORMS, ''))) ||
        templates.some((start) => key.startsWith(start)),
    ),
  );
}
