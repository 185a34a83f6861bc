/** entry-of: popup, page and background find the same entry for an address. */
import { describe, expect, it } from 'vitest';
import { entryOfKeys } from '../../../../../src/core/library/address/entry-of.ts';
import { keysOf } from '../../../../../src/core/library/address/keys-of.ts';
import { newEntry } from '../../../../../src/core/library/change.ts';
import { type Entry, RECORD_VERSION } from '../../../../../src/core/library/records.ts';
import { STAMP } from '../../../../fakes/library.ts';

const entry = (id: string, over: Partial<Entry> = {}): Entry => ({
  ...newEntry(
    {
      id,
      urlKey: 'https://m.news.example/a',
      aliases: ['https://news.example/a'],
      parted: [],
      url: 'https://m.news.example/a',
      title: id,
      tags: [],
      addedAt: 5,
      changedAt: 5,
      openedAt: 5,
      broughtBack: [],
    },
    RECORD_VERSION,
    STAMP,
  ),
  ...over,
});
const keys = keysOf('https://m.news.example/a');
const found = (...entries: Entry[]) => entryOfKeys(entries, keys)?.id;

describe('the entry of an address', () => {
  it('is found by its own key first, then by an alias', () => {
    expect(keys).toEqual(['https://m.news.example/a', 'https://news.example/a']);
    const other = entry('other', { urlKey: 'https://news.example/a', aliases: [], addedAt: 1 });
    expect(found(other, entry('own'))).toBe('own');
    expect(found(other)).toBe('other');
  });

  it('is a live one rather than one in the bin, and the oldest of equals', () => {
    expect(found(entry('binned', { deletedAt: 9, addedAt: 1 }), entry('live'))).toBe('live');
    expect(found(entry('b'), entry('a'), entry('old', { addedAt: 2 }))).toBe('old');
    expect(found(entry('b'), entry('a'))).toBe('a');
    expect(found(entry('binned', { deletedAt: 9 }))).toBe('binned');
  });

  it('is never one that the person separated from it', () => {
    expect(found(entry('parted', { parted: [keys[0] ?? ''] }))).toBeUndefined();
  });
});
