/** prefix-sums: the sum of any range in constant time, equal to adding it up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sums, weightedMeans } from '../../../src/core/prefix-sums.ts';

const list = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 });
const place = fc.integer({ min: -3, max: 15 });

test('sums equal those by addition, for any range', () => {
  fc.assert(
    fc.property(list, place, place, (values, from, to) => {
      fc.pre(from <= to);
      const sum = sums(values.length, (at) => values[at] ?? 0);
      const added = values.slice(Math.max(0, from), Math.max(0, to)).reduce((all, one) => all + one, 0);
      expect(sum(from, to)).toBe(added);
    }),
  );
});

test('means are weighted, and -1 if nothing has weight', () => {
  fc.assert(
    fc.property(list, place, place, (values, from, to) => {
      const mean = weightedMeans(values, values)(from, to);
      const some = values.slice(Math.max(0, from), Math.max(0, to));
      const weight = some.reduce((all, one) => all + one, 0);
      if (weight === 0) expect(mean).toBe(-1);
      else expect(mean).toBeCloseTo(some.reduce((all, one) => all + one * one, 0) / weight);
    }),
  );
});
