/**
 * Groups of scripts, as the inside of a character class for patterns with the flag `u`: `new RegExp(`[${HAN_KANA}]+`,
 * 'u')`. Unicode's `Script` property says which letters belong to a script.
 */

const classOf = (...scripts: string[]): string => scripts.map((script) => String.raw`\p{Script=${script}}`).join('');

/** The syllables of Japanese. */
export const KANA = classOf('Hiragana', 'Katakana');
/** Chinese and Japanese. */
export const HAN_KANA = classOf('Han') + KANA;
/** Chinese, Japanese and Korean: a character is about two Latin letters wide. */
export const WIDE = HAN_KANA + classOf('Hangul');
/** Thai, Lao, Khmer and Burmese, which write spaces between phrases, not between words. */
export const PHRASE_SPACED = classOf('Thai', 'Lao', 'Khmer', 'Myanmar');
/** Thai alone of these. */
export const THAI = classOf('Thai');
/** Scripts written without spaces between words. */
export const UNSPACED = HAN_KANA + PHRASE_SPACED;

const ANY_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** Whether a text holds a letter of a script written without spaces between words. */
export function hasUnspaced(text: string): boolean {
  return ANY_UNSPACED.test(text);
}
