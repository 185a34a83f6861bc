import { expect, test } from 'vitest';
import { pattern } from '../../../../../src/core/digest/language/pattern.ts';

test('lines of a pattern are joined, and escapes stay unchanged', () => {
  const written = pattern('iu')`
    ^(?:step \d+
    |tip)(?!\p{L})
  `;
  expect(written.source).toBe(String.raw`^(?:step \d+|tip)(?!\p{L})`);
  expect(written.flags).toBe('iu');
  expect(written.test('Tip: rest')).toBe(true);
});

test('an invalid pattern throws', () => {
  expect(() => pattern('u')`(`).toThrow(SyntaxError);
});
