/** Scripts written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer and Burmese. */

/**
 * Their letters as the inside of a character class, for patterns with the flag `u`: `new RegExp(`[${UNSPACED}]+`,
 * 'u')`.
 */
export const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');

const ANY = new RegExp(`[${UNSPACED}]`, 'u');

/** Whether a text holds a letter of such a script. */
export function hasUnspaced(text: string): boolean {
  return ANY.test(text);
}
