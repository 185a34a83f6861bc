/** Builds one regular expression out of lists of alternatives, so that long lists can be read line by line. */

/**
 * The alternatives of all lists as one group that captures nothing: `alternatives('a b', 'c')` is `(?:a|b|c)`.
 *
 * @param lists patterns separated by single spaces; a space within a pattern is written `\s`
 */
export function alternatives(...lists: string[]): string {
  return `(?:${lists.flatMap((list) => list.split(' ')).join('|')})`;
}
