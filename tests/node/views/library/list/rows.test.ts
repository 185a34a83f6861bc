import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../../../src/core/library/search/search.ts';
import type { Shelf } from '../../../../../src/core/library/shelf.ts';
import type { Entry, Note } from '../../../../../src/core/library/records.ts';
import { rowsOf, sitesOf, withFilter } from '../../../../../src/views/library/list/rows.ts';

const entry = (id: string, change: Partial<Entry> = {}): Entry => ({
  id,
  version: 1,
  urlKey: `https://${id}.example.org/`,
  aliases: [],
  parted: [],
  url: `https://${id}.example.org/`,
  title: id,
  tags: [],
  addedAt: 1,
  changedAt: 1,
  openedAt: 1,
  broughtBack: [],
  clocks: {},
  ...change,
});
const note = (id: string, entryId: string, changedAt = 1): Note => ({
  id,
  version: 1,
  entryId,
  url: `https://${entryId}.example.org/`,
  quote: { exact: id, prefix: '', suffix: '', start: 0 },
  colour: 'yellow',
  text: '',
  textSeen: {},
  alts: {},
  tags: [],
  createdAt: 1,
  changedAt,
  clocks: {},
});
const shelves: Shelf[] = [
  { entry: entry('birch', { addedAt: 3 }), notes: [note('b1', 'birch'), note('b2', 'birch', 9)] },
  { entry: entry('alder', { addedAt: 5 }), notes: [] },
  { entry: entry('cedar', { addedAt: 4, url: 'https://www.alder.example.org/c' }), notes: [note('c1', 'cedar')] },
];
const keys = (rows: { key: string }[]) => rows.map(({ key }) => key).join(' ');
const hit = (kind: Hit['kind'], id: string, entryId: string, score = 1): Hit => ({ kind, id, entryId, score });

describe('the rows of the library', () => {
  it('are in the chosen order, notes under their article', () => {
    expect(keys(rowsOf(shelves, null, 'changed', 'en'))).toBe('ebirch nb1 nb2 ealder ecedar nc1');
    expect(keys(rowsOf(shelves, null, 'added', 'en'))).toBe('ealder ecedar nc1 ebirch nb1 nb2');
    expect(keys(rowsOf(shelves, null, 'title', 'en'))).toBe('ealder ebirch nb1 nb2 ecedar nc1');
  });

  it('show only the notes that were found, best article first', () => {
    const hits = [hit('note', 'b2', 'birch', 2), hit('note', 'c1', 'cedar', 7)];
    expect(keys(rowsOf(shelves, hits, 'best', 'en'))).toBe('ecedar nc1 ebirch nb2');
  });

  it('show all notes of an article that was itself found', () => {
    expect(keys(rowsOf(shelves, [hit('entry', 'birch', 'birch')], 'best', 'en'))).toBe('ebirch nb1 nb2');
    expect(rowsOf(shelves, [], 'best', 'en')).toEqual([]);
  });

  it('count sites by host, the most used first', () => {
    expect(sitesOf(shelves)[0]).toEqual({ site: 'alder.example.org', count: 2 });
  });

  it('add a filter to the search once, and remove it again', () => {
    const once = withFilter('old mill', 'tag:to read');
    expect(once).toBe('old mill tag:"to read"');
    expect(withFilter(once, 'tag:to read')).toBe('old mill');
  });
});
