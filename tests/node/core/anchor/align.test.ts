import { describe, expect, it } from 'vitest';
import { align, part } from '../../../../src/core/anchor/align.ts';
import { fold } from '../../../../src/core/anchor/fold.ts';

const codes = (text: string): Uint16Array => fold(text).codes;

describe('aligning', () => {
  it('finds the exact words in the middle of a text', () => {
    const text = codes('xxxxthequickfoxyyyy');
    const found = align(codes('quickfox'), text, 0, text.length);
    expect(found.errors).toBe(0);
    expect(part(found, 0, 8)).toEqual({ start: 7, end: 15, same: 8, first: 0, last: 8 });
  });

  it('counts letters that were changed, left out and inserted', () => {
    const text = codes('aaaathequickbrownfoxjumpsoverbbbb');
    const found = align(codes('thequickfoxjumpsever'), text, 0, text.length);
    expect(found.errors).toBe(6); // "brown" inserted, "o" changed
    expect(part(found, 0, 20)).toMatchObject({ start: 4, end: 29, same: 19 });
  });

  it('separates the parts of a passage', () => {
    const text = codes('before changed after');
    const found = align(codes('beforechangeafter'), text, 0, text.length);
    expect(part(found, 6, 12)).toMatchObject({ start: 6, end: 12 });
    expect(part(found, 12, 17)).toMatchObject({ start: 13, end: 18, same: 5 });
  });

  it('reports that nothing matches', () => {
    expect(part(align(codes('abc'), codes(''), 0, 0), 0, 3)).toBeNull();
  });
});
