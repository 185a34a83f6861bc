/**
 * A change gives the changed fields its clock and leaves the rest alone; steps can be undone; helpers for clocks,
 * values and tags.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { altsOf, changeEntry, changeNote, newEntry, newNote, seenAfter } from '../../../../src/core/library/change.ts';
import { isBelievable, later, tick } from '../../../../src/core/library/clock.ts';
import { type Step, replay, stepOf, writtenOn } from '../../../../src/core/library/journal.ts';
import { canonical, isRecord, isSame } from '../../../../src/core/library/plain.ts';
import { RECORD_VERSION } from '../../../../src/core/library/records.ts';
import { stableId } from '../../../../src/core/library/stable-id.ts';
import { countTags, withTags } from '../../../../src/core/library/tags.ts';

const NOW_MS = Date.UTC(2026, 0, 1);
const at = (ms: number, device = 'd') => ({ clock: tick(undefined, NOW_MS + ms, device), nowMs: NOW_MS + ms });
const quote = { exact: 'x', prefix: '', suffix: '', start: 0 };
const note = newNote(
  {
    id: 'n',
    entryId: 'e',
    url: 'https://a.example/',
    quote,
    colour: 'yellow',
    text: '',
    tags: ['b', 'a'],
    createdAt: NOW_MS,
    changedAt: NOW_MS,
  },
  RECORD_VERSION,
  at(0),
);
const entry = newEntry(
  {
    id: 'e',
    urlKey: 'k',
    aliases: [],
    parted: [],
    url: 'https://a.example/',
    title: 'T',
    tags: [],
    addedAt: NOW_MS,
    changedAt: NOW_MS,
    openedAt: NOW_MS,
    readAt: 3,
    broughtBack: [],
  },
  RECORD_VERSION,
  at(0),
);

describe('a change', () => {
  it('changes only its fields, and nothing if nothing differs', () => {
    const changed = changeNote(note, { colour: 'blue', text: 'words' }, at(5));
    expect(changed).toMatchObject({ colour: 'blue', text: 'words', changedAt: NOW_MS + 5, tags: ['a', 'b'] });
    expect(changed.clocks).toEqual({ ...note.clocks, colour: at(5).clock, text: at(5).clock });
    expect(changeNote(note, { colour: 'yellow', text: '', tags: ['a', 'b'] }, at(5))).toBe(note);
    expect(changeEntry(entry, {}, at(5))).toBe(entry);
    expect(changeEntry(entry, { readAt: null }, at(5))).not.toHaveProperty('readAt');
    expect(changeNote(note, { tags: ['c', 'a', 'c'] }, at(5)).clocks).toMatchObject({
      'tag:b': at(5).clock,
      'tag:c': at(5).clock,
    });
    expect(changeNote(note, { tags: ['c', 'a'] }, at(5)).clocks['tag:a']).toBe(at(0).clock);
  });

  it("of a note's text restores it from the bin, of tags does not", () => {
    const gone = changeNote(note, { deletedAt: NOW_MS + 1 }, at(1));
    expect(changeNote(gone, { text: 'still' }, at(2))).not.toHaveProperty('deletedAt');
    expect(changeNote(gone, { tags: [] }, at(2)).deletedAt).toBe(NOW_MS + 1);
  });

  it('based on an outdated text keeps both, without duplicates', () => {
    const mine = changeNote(note, { text: 'mine', textBase: note.clocks.text ?? '' }, at(1));
    const yours = changeNote(mine, { text: 'yours', textBase: note.clocks.text ?? '' }, at(2));
    expect([yours.text, yours.alts]).toEqual(['yours', { [at(1).clock]: 'mine' }]);
    expect(changeNote(yours, { text: 'ours', textBase: at(2).clock }, at(3)).alts).toEqual(yours.alts);
    expect(changeNote(yours, { settled: [at(1).clock] }, at(3)).alts).toEqual({});
    expect(changeNote(yours, { settled: [at(7).clock] }, at(3))).toBe(yours);
    // A version that arrived during the decision stays.
    const unseen = { ...yours, alts: { ...yours.alts, [at(2, 'x').clock]: 'theirs' } };
    expect(altsOf(changeNote(unseen, { text: 'mine', settled: [at(1).clock] }, at(3)))).toEqual(['theirs']);
    const meanwhile = changeNote(yours, { text: 'later', textBase: at(2).clock }, at(3));
    const chosen = changeNote(meanwhile, { text: 'mine', textBase: at(2).clock, settled: [at(1).clock] }, at(4));
    expect([chosen.text, altsOf(chosen)]).toEqual(['mine', ['later']]);
    expect(seenAfter({ d: at(9).clock }, at(2).clock)).toEqual({ d: at(9).clock });
  });
});

describe('a step', () => {
  it('can be undone and redone, field by field, and keeps later changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('blue', 'pink', 'yellow'),
        fc.string(),
        fc.uniqueArray(fc.constantFrom('a', 'c')),
        (colour, text, tags) => {
          const after = changeNote(note, { colour, text, tags }, at(1));
          const step = stepOf('note.change', NOW_MS, [{ table: 'notes', before: note, after }]);
          const [record] = step?.records ?? [];
          if (!record) return expect(after).toMatchObject({ colour: note.colour, text: note.text });
          const back = replay(after, record, 'undo', at(2));
          expect([back.colour, back.text, back.tags]).toEqual([note.colour, note.text, note.tags]);
          const again = replay(back, record, 'redo', at(3));
          expect([again.colour, again.text, again.tags]).toEqual([after.colour, after.text, after.tags]);
          const elsewhere = changeNote(after, { text: `${text} and more` }, at(4));
          expect(replay(elsewhere, record, 'undo', at(5)).text).toBe(text === '' ? elsewhere.text : elsewhere.text);
        },
      ),
    );
  });

  it('that dropped a version restores it next to the others, and can drop it again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 5 }),
        ([text = '', ...others]) => {
          const alts = Object.fromEntries(others.map((words, index) => [at(index).clock, words]));
          const before = { ...changeNote(note, { text }, at(9)), alts };
          const joined = [text, ...others].join(' ');
          const after = changeNote(before, { text: joined, settled: Object.keys(alts) }, at(10));
          const [record] = stepOf('note.change', NOW_MS, [{ table: 'notes', before, after }])?.records ?? [];
          if (!record) throw new Error('a step');
          expect(after.alts).toEqual({});
          const back = replay(after, record, 'undo', at(11));
          expect([back.text, altsOf(back)]).toEqual([text, others]);
          expect(Object.keys(back.alts).every((clock) => clock < (back.clocks.text ?? ''))).toBe(true);
          const again = replay(back, record, 'redo', at(12));
          expect([again.text, altsOf(again)]).toEqual([joined, []]);
        },
      ),
    );
  });

  it('joins the previous step if the person only continued writing', () => {
    const wrote = (text: string, next: string, at_ = 0, more = {}) => {
      const before = changeNote(note, { text }, at(1));
      const after = changeNote(before, { text: next, ...more }, at(2));
      return stepOf('note.change', NOW_MS + at_, [{ table: 'notes', before, after }]) as Step;
    };
    const first = { ...wrote('', 'Low'), seq: 4 };
    const joined = writtenOn(first, wrote('Low', 'Low tide', 20_000));
    expect(joined).toMatchObject({ seq: 4, at: NOW_MS + 20_000 });
    expect(joined?.records).toMatchObject([{ before: { text: '' }, after: { text: 'Low tide' } }]);
    for (const other of [
      wrote('Low', 'Low tide', 40_000), // after a while
      wrote('High', 'High tide'), // not based on the current text
      wrote('Low', 'Low tide', 0, { colour: 'blue' }), // and something else
      { ...wrote('Low', 'Low tide'), records: [] },
    ])
      expect(writtenOn(first, other)).toBeNull();
    expect(writtenOn({ ...first, undoneAt: NOW_MS }, wrote('Low', 'Low tide'))).toBeNull();
    expect(writtenOn(undefined, first)).toBeNull();
  });

  it('that created a record moves it to the bin, and back', () => {
    const [record] = stepOf('note.add', NOW_MS, [{ table: 'notes', before: null, after: note }])?.records ?? [];
    if (!record) throw new Error('a step');
    const gone = replay(note, record, 'undo', at(1));
    expect(gone.deletedAt).toBe(NOW_MS + 1);
    expect(replay(gone, record, 'redo', at(2))).not.toHaveProperty('deletedAt');
  });

  it('does not exist if only incidental data changed', () => {
    const seen = { ...note, place: { state: 'lost' as const, score01: 0, seenAt: 1 } };
    expect(stepOf('highlight.report', NOW_MS, [{ table: 'notes', before: note, after: seen }])).toBeNull();
    const known = changeEntry(entry, { aliases: ['k2'] }, at(1));
    expect(stepOf('highlight.add', NOW_MS, [{ table: 'entries', before: entry, after: known }])).toBeNull();
    const further = changeEntry(entry, { position: 900 }, at(1));
    expect(stepOf('entry.change', NOW_MS, [{ table: 'entries', before: entry, after: further }])).toBeNull();
    expect(stepOf('entry.part', NOW_MS, [{ table: 'entries', before: entry, after: known }])).not.toBeNull();
  });
});

describe('helpers', () => {
  it('clocks are accepted up to a day ahead', () => {
    expect(isBelievable(at(3_600_000).clock, NOW_MS)).toBe(true);
    expect(isBelievable(at(2 * 86_400_000).clock, NOW_MS)).toBe(false);
    expect(isBelievable('soon', NOW_MS)).toBe(false);
    expect([later(undefined, 'a'), later('b', 'a'), later('a', undefined)]).toEqual(['a', 'b', 'a']);
  });
  it('values are compared regardless of the order of keys', () => {
    expect(isSame({ a: 1, b: [{ d: 2, c: undefined }] }, { b: [{ d: 2 }], a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(canonical(undefined)).toBe('');
    expect([isRecord({}), isRecord([]), isRecord(null)]).toEqual([true, false, false]);
  });
  it('tags are added, removed and counted', () => {
    expect(withTags(['b', 'a'], ['c', 'a'], ['b', 'c'])).toEqual(['a', 'c']);
    expect(countTags([{ tags: ['x', 'y'] }, { tags: ['y'] }, { tags: ['x'], deletedAt: 1 }])).toEqual([
      { tag: 'y', count: 2 },
      { tag: 'x', count: 1 },
    ]);
  });
  it('the same parts give the same id, others another', () => {
    expect(stableId('a', 'bc')).toBe(stableId('a', 'bc'));
    expect(stableId('a', 'bc')).not.toBe(stableId('ab', 'c'));
    const many = new Set(Array.from({ length: 20_000 }, (_unused, index) => stableId('note', String(index))));
    expect(many.size).toBe(20_000);
    expect(stableId('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
