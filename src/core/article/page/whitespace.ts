/** White space as `\s` matches it, by code units: a page of five megabytes takes a few milliseconds. */

/** Whether a code unit is white space (`\s`). */
export function isWhitespace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0xa0;
  if (code < 0x3001)
    return (
      code === 0x3000 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x1680
    );
  return code === 0xfeff;
}

/** How many code units of a text are not white. Linear. */
export function countNonWhitespace(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!isWhitespace(text.charCodeAt(at))) count++;
  return count;
}

/** Each stretch of white space as one space. Linear; a text that is folded already is given back as it is. */
export function collapseWhitespace(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isWhitespace(code)) continue;
    let end = at + 1;
    while (end < text.length && isWhitespace(text.charCodeAt(end))) end++;
    if (code === 0x20 && end === at + 1) continue;
    folded += text.slice(from, at) + ' ';
    from = end;
    at = end - 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** Whether a text ends in white space. */
export function endsWithWhitespace(text: string): boolean {
  return text.length > 0 && isWhitespace(text.charCodeAt(text.length - 1));
}
