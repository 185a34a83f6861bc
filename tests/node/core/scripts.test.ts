import { describe, expect, it } from 'vitest';
import { UNSPACED, hasUnspaced } from '../../../src/core/scripts.ts';

describe('scripts without spaces', () => {
  it.each(['东京', 'ひらがな', 'カタカナ', 'ภาษาไทย', 'ລາວ', 'ខ្មែរ', 'မြန်မာ'])('are recognised in %s', (word) => {
    expect(hasUnspaced(`a ${word} b`)).toBe(true);
    expect(`a ${word} b`.match(new RegExp(`[${UNSPACED}]`, 'gu'))?.length).toBeGreaterThan(1);
  });

  it.each(['tide', 'прилив', 'παλίρροια', '한국어 단어', 'المد', '123'])('are not found in %s', (word) => {
    expect(hasUnspaced(word)).toBe(false);
  });
});
