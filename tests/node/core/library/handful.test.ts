import { expect, it } from 'vitest';
import { handful } from '../../../../src/core/library/handful.ts';
import type { Entry, Note } from '../../../../src/core/library/records.ts';
import type { Shelf } from '../../../../src/core/library/shelf.ts';

const NOW_MS = Date.UTC(2026, 6, 1);
const DAY_MS = 86_400_000;
const shelf = (n: number, ages: number[]): Shelf => ({
  entry: { id: `e${n}` } as Entry,
  notes: ages.map((days, at) => ({ id: `n${n}.${at}`, createdAt: NOW_MS - days * DAY_MS }) as Note),
});
const ids = (shelves: Shelf[], day: number) => handful(shelves, day, NOW_MS).map(({ note }) => note.id);
const library = Array.from({ length: 40 }, (_, n) => shelf(n, [3, 20, 400]));

it('chooses five old highlights of different articles, the same all day and others the next', () => {
  const today = ids(library, 1);
  expect(today).toHaveLength(5);
  expect(new Set(today.map((id) => id.split('.')[0])).size).toBe(5);
  expect(today.filter((id) => id.endsWith('.0'))).toEqual([]);
  expect(ids(library.toReversed(), 1)).toEqual(today);
  expect(ids(library, 2)).not.toEqual(today);
});

it('shows every old highlight within weeks, and no recent one', () => {
  const seen = new Set(Array.from({ length: 120 }, (_, day) => ids(library, day)).flat());
  expect(seen.size).toBeGreaterThan(70); // of 80
  expect(ids([shelf(1, [1, 13])], 1)).toEqual([]);
  expect(ids([], 1)).toEqual([]);
});
