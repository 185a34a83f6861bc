/**
 * foreign: converts another program's highlights to records that are the same each time, with the file's dates, and
 * never from the future.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockParts } from '../../../../../src/core/library/clock.ts';
import { type Foreign, cleanTags, dateOf, recordsOf } from '../../../../../src/core/library/import/foreign.ts';
import { NOW_MS, words } from '../../../../fakes/library.ts';

const DAY_MS = 86_400_000;
const item = (over: Partial<Foreign> = {}): Foreign => ({
  url: 'https://gazette.example/ferry',
  quote: { exact: 'the tide turned', prefix: '', suffix: '', start: 4 },
  text: '',
  tags: [],
  ...over,
});
const foreign: fc.Arbitrary<Foreign> = fc.record(
  {
    url: fc.constantFrom(
      'https://a.example/1',
      'https://a.example/1#part',
      'https://b.example/港',
      'https://b.example/2',
    ),
    quote: fc.record({ exact: words, prefix: words, suffix: words, start: fc.nat() }),
    ...{ text: words, tags: fc.array(words, { maxLength: 3 }), title: words, name: words },
    createdAt: fc.integer({ min: -5, max: NOW_MS + DAY_MS }),
    changedAt: fc.integer({ min: -5, max: NOW_MS + DAY_MS }),
  },
  { requiredKeys: ['url', 'quote', 'text', 'tags'] },
);

describe('recordsOf', () => {
  it('gives the same records for the same file, and one for each duplicate', () =>
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 6 }), (items) => {
        const once = recordsOf(items, NOW_MS);
        expect(recordsOf(items, NOW_MS)).toEqual(once);
        expect(recordsOf([...items, ...items], NOW_MS)).toEqual(once);
        const ids = once.notes.map((note) => note.id);
        expect(new Set(ids).size).toBe(ids.length);
        const entries = new Set(once.entries.map((entry) => entry.id));
        expect(entries.size).toBe(once.entries.length);
        for (const note of once.notes) expect(entries).toContain(note.entryId);
      }),
    ));
  it('never gives a time in the future or before 1970', () =>
    fc.assert(
      fc.property(fc.array(foreign, { maxLength: 6 }), (items) => {
        const { entries, notes } = recordsOf(items, NOW_MS);
        for (const at of [
          ...entries.map((one) => one.addedAt),
          ...notes.flatMap((one) => [one.createdAt, one.changedAt]),
        ]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(NOW_MS);
        }
      }),
    ));
  it('puts highlights of one page under one entry, dated by the first of them', () => {
    const { entries, notes } = recordsOf(
      [
        item({ createdAt: NOW_MS - DAY_MS }),
        item({ createdAt: NOW_MS - 3 * DAY_MS, text: 'older' }),
        item({ text: 'undated' }),
      ],
      NOW_MS,
    );
    expect(entries).toHaveLength(1);
    expect(notes).toHaveLength(3);
    expect(entries[0]).toMatchObject({ addedAt: NOW_MS - 3 * DAY_MS, title: 'https://gazette.example/ferry' });
  });
  it('gives a dated highlight clocks of its date, and an undated one the earliest', () => {
    const [dated, undated] = recordsOf([item({ createdAt: 1000, changedAt: 5000 }), item({ text: 'x' })], NOW_MS).notes;
    expect(dated?.changedAt).toBe(5000);
    for (const clock of [dated?.clocks.text, dated?.clocks.colour, dated?.clocks.quote])
      expect(clockParts(clock ?? '')?.ms).toBe(5000);
    expect(undated).toMatchObject({ createdAt: 0, changedAt: 0, clocks: { text: '000000000.0000.import' } });
  });
  it('recognises a highlight with an id after its text was changed, and one without an id by its text', () => {
    const idOf = (over: Partial<Foreign>) => recordsOf([item(over)], NOW_MS).notes[0]?.id;
    expect(idOf({ name: 'h1', text: 'a' })).toBe(idOf({ name: 'h1', text: 'b' }));
    expect(idOf({ name: 'h1' })).not.toBe(idOf({ name: 'h2' }));
    expect(idOf({ text: 'a' })).not.toBe(idOf({ text: 'b' }));
    expect(idOf({})).not.toBe(idOf({ url: 'https://gazette.example/other' }));
  });
  it("keeps the file's data about the page, and uses yellow if it has no colour", () => {
    const { entries, notes } = recordsOf(
      [item({ title: '渡轮', author: 'Ida', siteName: 'Gazette', tags: ['z', 'a'] })],
      NOW_MS,
    );
    expect(entries[0]).toMatchObject({
      title: '渡轮',
      byline: 'Ida',
      siteName: 'Gazette',
      url: 'https://gazette.example/ferry',
    });
    expect(notes[0]).toMatchObject({ colour: 'yellow', tags: ['a', 'z'], quote: item().quote });
  });
});

describe('dateOf', () => {
  it.each([
    ['2024-05-06T07:08:09Z', Date.UTC(2024, 4, 6, 7, 8, 9)],
    [1_700_000_000_000.4, 1_700_000_000_000],
    [-3, 0],
    ['2999-01-01', NOW_MS],
    ['yesterday', undefined],
    ['', undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [null, undefined],
    [{}, undefined],
  ])('%j → %j', (value, ms) => expect(dateOf(value, NOW_MS)).toBe(ms));
});

describe('cleanTags', () => {
  it('trims, sorts, and drops empty, duplicate and invalid tags', () =>
    expect(cleanTags([' tide ', 'tide', '', '  ', 4, null, '港', 'boat'])).toEqual(['boat', 'tide', '港']));
  it('truncates what is longer than a line, and is idempotent', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300 })), (tags) => {
        const clean = cleanTags(tags);
        for (const tag of clean) expect(tag.length).toBeLessThanOrEqual(200);
        expect(new Set(clean).size).toBe(clean.length);
      }),
    ));
});
