/**
 * Takes letters off the ends of a text, in one walk: a pattern such as `/-+$/` looks at every letter of a long row
 * again.
 */

/** Without any of these letters at its end. */
export function trimEnd(text: string, letters: string): string {
  let end = text.length;
  while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Without any of these letters at both ends. */
export function trimBoth(text: string, letters: string): string {
  const left = trimEnd(text, letters);
  let start = 0;
  while (start < left.length && letters.includes(left.charAt(start))) start += 1;
  return left.slice(start);
}
