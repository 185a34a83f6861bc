import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterStep, isRead, withPart } from '../../../../src/views/parts/read-parts.ts';

describe('read parts', () => {
  it('grow with reading, but not with a jump or a step back', () => {
    const read = afterStep(afterStep([], 0, 500), 500, 900);
    expect(read).toEqual([{ start: 0, end: 900 }]);
    expect(afterStep(read, 900, 20_000)).toEqual(read);
    expect(afterStep(read, 900, 100)).toEqual(read);
  });

  it('count a range as read when most of it was passed', () => {
    const read = withPart(withPart([], 0, 50), 60, 100);
    expect(isRead(read, 0, 100)).toBe(true);
    expect(isRead(read, 40, 70)).toBe(false);
    expect(isRead(read, 5, 5)).toBe(false);
  });

  it('stay in order and separate, and contain what was added', () => {
    const range = fc.tuple(fc.nat(200), fc.nat(50));
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const parts = ranges.reduce<ReturnType<typeof withPart>>(
          (all, [start, size]) => withPart(all, start, start + size),
          [],
        );
        parts.forEach((part, index) => {
          expect(part.end).toBeGreaterThan(part.start);
          const next = parts[index + 1];
          if (next) expect(next.start).toBeGreaterThan(part.end);
        });
        for (const [start, size] of ranges) if (size > 0) expect(isRead(parts, start, start + size)).toBe(true);
      }),
    );
  });
});
