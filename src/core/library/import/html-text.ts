/** Knows the words of a piece of HTML where there is no document to parse it: for quotes in other programs' files, never for showing. */

/** Elements whose end is the end of a line. */
const LINE_ENDS = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|li|h[1-6]|blockquote|pre|tr|figure|figcaption|section|article)\s*>/gi;
const UNSPOKEN = /<(script|style|template|svg)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const TAG = /<\/?[a-z][^>]*>/gi;
const NAMED = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', mdash: '—', ndash: '–' },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', copy: '©', middot: '·' },
  }),
);
/** The last code point of Unicode. */
const CODE_END = 0x10ffff;

/** The text, one line a block, spaces folded. A text without tags stays as it is but for its entities. */
export function textOfHtml(html: string): string {
  return html
    .replace(UNSPOKEN, '')
    .replace(LINE_ENDS, '\n')
    .replace(TAG, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
        const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
        return code > 0 && code <= CODE_END ? String.fromCodePoint(code) : whole;
      },
    )
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
