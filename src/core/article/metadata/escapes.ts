/** Reads HTML character references in places where no HTML is parsed: JSON-LD, and meta tags that are escaped twice. */

/** The entities that occur in titles and names (wcxb-dev); all others stay as they are. */
const NAMED = new Map<string, string>(
  Object.entries({
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
  }),
);
/** The last code point there is. */
const LAST = 0x10ffff;

/**
 * A text with its escaped characters read, once: what was escaped twice stays escaped. The text is shown as text, never
 * read as HTML.
 */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED.get(String(name).toLowerCase()) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    const isSign = code >= 0x20 && code <= LAST && !(code >= 0xd800 && code <= 0xdfff);
    return isSign ? String.fromCodePoint(code) : whole;
  });
}
