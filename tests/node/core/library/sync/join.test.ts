/** Joining does not depend on the order, and an edit survives an erasure that had not seen it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeNote, newEntry, newNote } from '../../../../../src/core/library/change.ts';
import { tick } from '../../../../../src/core/library/clock.ts';
import { type Entry, type Erased, type Note, RECORD_VERSION } from '../../../../../src/core/library/records.ts';
import {
  type Content,
  nameOf,
  partsOfName,
  readContent,
  writeContent,
} from '../../../../../src/core/library/sync/content.ts';
import { broughtBack, deletedUnseen, tellsMore, wantedClocks } from '../../../../../src/core/library/sync/deletions.ts';
import { isSameContent, join, joinAll, outlives } from '../../../../../src/core/library/sync/join.ts';
import { homeFirst, isSameArticle, movedEntry, unitedEntry } from '../../../../../src/core/library/sync/duplicates.ts';
import { NOW_MS, libraries } from '../../../../fakes/library.ts';

const at = (ms: number, device = 'anna') => ({ clock: tick(undefined, ms, device), nowMs: ms });
const quote = { exact: 'a passage', prefix: '', suffix: '', start: 3 };
const note = (ms = 1_000): Note =>
  newNote(
    {
      id: 'n',
      entryId: 'e',
      url: 'https://example.org/a',
      quote,
      colour: 'yellow',
      text: 'first',
      tags: ['river'],
      createdAt: ms,
      changedAt: ms,
    },
    RECORD_VERSION,
    at(ms),
  );
const entry = (id: string, ms: number, fields: Partial<Entry> = {}): Entry =>
  newEntry(
    {
      id,
      urlKey: 'example.org/a',
      aliases: [],
      parted: [],
      url: 'https://example.org/a',
      title: id,
      tags: [id],
      addedAt: ms,
      changedAt: ms,
      openedAt: ms,
      broughtBack: [],
      ...fields,
    },
    RECORD_VERSION,
    at(ms),
  );
const tomb = (record: Note, ms: number): Erased => ({
  ...{ id: record.id, table: 'notes', erasedAt: ms, clock: record.clocks.deletedAt ?? '' },
  seen: wantedClocks(record.clocks),
});

describe('the content of a document', () => {
  it('is parsed back unchanged from its text, for any library', () => {
    fc.assert(
      fc.property(libraries, ({ entries, notes, articles }) => {
        const all: Content[] = [
          ...entries.map((record): Content => ({ table: 'entries', record })),
          ...notes.map((record): Content => ({ table: 'notes', record })),
          ...articles.map((record): Content => ({ table: 'articles', record })),
        ];
        for (const content of all) {
          const read = readContent(writeContent(content), NOW_MS);
          expect(typeof read === 'object' && isSameContent(read, content)).toBe(true);
          expect(partsOfName(nameOf(content))?.table).toBe(content.table);
        }
      }),
      { numRuns: 50 },
    );
  });
  it.each([
    ['', 'damaged'],
    ['{"v":1,"table":"notes","record":{}}', 'damaged'],
    ['{"v":1,"table":"passwords","record":{"version":2}}', 'damaged'],
    ['{"v":9,"table":"notes","record":{"version":2}}', 'too-new'],
    ['{"v":1,"table":"notes","record":{"version":99}}', 'too-new'],
  ])('%s is %s', (text, said) => expect(readContent(text, NOW_MS)).toBe(said));
});

describe('joining', () => {
  const deleted = changeNote(note(), { deletedAt: 2_000 }, at(2_000));
  const written = changeNote(note(), { text: 'second' }, at(1_500, 'bert'));
  const erased: Content = { table: 'erased', record: tomb(deleted, 9_000) };

  it('is commutative and idempotent for records and erasures', () => {
    const all: Content[] = [note(), deleted, written].map((record) => ({ table: 'notes', record }));
    for (const a of [...all, erased]) {
      expect(join(a, a)).toEqual(a);
      for (const b of [...all, erased]) expect(join(a, b)).toEqual(join(b, a));
    }
    expect(joinAll([])).toBeNull();
  });
  it('erases what the erasing device had seen, and nothing else', () => {
    expect(join(erased, { table: 'notes', record: deleted })).toEqual(erased);
    expect(join(erased, { table: 'notes', record: note() })).toEqual(erased);
    // Written before the deletion by the clock, but the erasing device never saw it.
    expect(join(erased, { table: 'notes', record: written })).toEqual({ table: 'notes', record: written });
    expect(outlives(changeNote(deleted, { deletedAt: null }, at(3_000)), tomb(deleted, 9_000))).toBe(true);
  });
  it('judges an erasure of an older Lede, which does not say what was seen, by its clock', () => {
    const { seen: _seen, ...old } = tomb(deleted, 9_000);
    expect(outlives(written, old)).toBe(false);
    expect(outlives(changeNote(note(), { text: 'later' }, at(2_500, 'bert')), old)).toBe(true);
  });
});

describe('deletion against edit', () => {
  const deleted = changeNote(note(), { deletedAt: 2_000 }, at(2_000));
  const written = changeNote(note(), { text: 'second' }, at(1_500, 'bert'));
  const joined = join({ table: 'notes', record: deleted }, { table: 'notes', record: written }).record as Note;

  it('the edit wins if the deleting device had not seen it', () => {
    expect(joined.deletedAt).toBe(2_000);
    expect(deletedUnseen(joined, [deleted, written])).toBe(true);
    const back = broughtBack(joined, at(3_000, 'cleo'));
    expect(back).toMatchObject({ text: 'second' });
    // Permanent: the same deletion changes nothing later.
    const again = join({ table: 'notes', record: back }, { table: 'notes', record: deleted });
    expect((again.record as Note).deletedAt).toBeUndefined();
  });
  it('the deletion wins if the deleting device had seen everything', () => {
    const seen = changeNote(written, { deletedAt: 2_000 }, at(2_000));
    expect(deletedUnseen(seen, [seen, written, note()])).toBe(false);
    expect(tellsMore(note().clocks, seen.clocks)).toBe(false);
  });
});

describe('one article as two entries', () => {
  const [a, b] = [entry('a', 1_000), entry('b', 2_000, { readAt: 5, position: 9 })];
  it('is recognised by its address, unless the person separated them or one is in the bin', () => {
    expect(isSameArticle(a, b)).toBe(true);
    expect(isSameArticle(a, a)).toBe(false);
    expect(isSameArticle({ ...a, parted: ['example.org/a'] }, b)).toBe(false);
    expect(isSameArticle({ ...a, deletedAt: 4 }, b)).toBe(false);
    expect(isSameArticle({ ...a, urlKey: 'example.org/b' }, { ...b, aliases: ['example.org/b'] })).toBe(true);
  });
  it('becomes the entry that every device chooses, with the tags and reading state of both', () => {
    const [home, guest] = homeFirst(b, a);
    expect([home.id, guest.id]).toEqual(['a', 'b']);
    const united = unitedEntry(home, guest, at(3_000));
    expect(united).toMatchObject({ id: 'a', tags: ['a', 'b'], readAt: 5, position: 9, addedAt: 1_000 });
    expect(movedEntry(guest, home, 3_000)).toMatchObject({ id: 'b', table: 'entries', into: 'a' });
    expect(outlives(guest, movedEntry(guest, home, 3_000))).toBe(false);
  });
});
