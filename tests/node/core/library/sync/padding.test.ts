/** Padding and its inverse. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, paddedSize, unpad } from '../../../../../src/core/library/sync/padding.ts';

describe('padding', () => {
  it('returns what was padded, and produces few different lengths', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        expect(unpad(pad(bytes))).toEqual(bytes);
      }),
    );
    const sizes = new Set(Array.from({ length: 200_000 }, (_, bytes) => paddedSize(bytes)));
    expect(sizes.size).toBeLessThan(25);
    for (let bytes = 0; bytes < 3_000_000; bytes += 997) {
      expect(paddedSize(bytes)).toBeGreaterThanOrEqual(bytes + 4);
      if (bytes > 65_536) expect(paddedSize(bytes)).toBeLessThan(bytes * 1.13);
    }
  });
  it('rejects invalid padding', () => {
    expect(unpad(new Uint8Array([0, 0]))).toBeNull();
    expect(unpad(new Uint8Array([0, 0, 1, 0, 7]))).toBeNull();
  });
});
