import { describe, expect, it } from 'vitest';
import { simplified } from '../../../../src/core/anchor/simplified.ts';

describe('the simplified character', () => {
  it.each([
    ['爐', '炉'],
    ['麵', '面'],
    ['發', '发'],
    ['髮', '发'],
    ['山', '山'],
    ['a', 'a'],
  ])('of %s is %s', (from, to) => {
    expect(simplified(from)).toBe(to);
  });

  it('is the same for all forms of a traditional one', () => {
    for (const same of ['帳账帐賬', '著着', '瞭了', '餘余馀']) {
      expect(new Set([...same].map(simplified)).size).toBe(1);
    }
  });
});
