/** escapes: HTML entities in metadata are decoded once, and nothing else is changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescaped } from '../../../../../src/core/article/metadata/escapes.ts';

describe('unescaped', () => {
  it.each([
    ['Rope &amp; tar', 'Rope & tar'],
    ['The master&#8217;s ledger', 'The master’s ledger'],
    ['SQL &#x26; AI', 'SQL & AI'],
    ['&quot;港口&QUOT;&nbsp;&#128674;', '"港口" 🚢'],
    ['&amp;amp;', '&amp;'],
    ['&lt;b&gt;', '<b>'],
  ])('reads %s', (text, read) => expect(unescaped(text)).toBe(read));
  it.each(['R&D; more', 'a & b', '&#0;', '&#xD800;', '&#9999999;', '&unknown;', '&#x110000;'])('keeps %s', (text) =>
    expect(unescaped(text)).toBe(text),
  );
  it('never throws, and leaves texts without an ampersand unchanged', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!text.includes('&')) expect(unescaped(text)).toBe(text);
        expect(unescaped(text).length).toBeLessThanOrEqual(text.length);
      }),
    ));
});
