/** trim: removes exactly the given letters at the ends. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trimBoth, trimEnd } from '../../../../src/core/library/trim.ts';

it('does the same as the regular expression', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('-', '.', 'a') }), (text) => {
      expect(trimEnd(text, '-.')).toBe(text.replace(/[-.]+$/, ''));
      expect(trimBoth(text, '-')).toBe(text.replace(/^-+|-+$/g, ''));
    }),
  );
});
