/** Merging copies of a record gives the same result in any order, and no text is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { altsOf, changeEntry, changeNote, newEntry, newNote } from '../../../../src/core/library/change.ts';
import { clockParts, later, tick } from '../../../../src/core/library/clock.ts';
import { mergeArticles, mergeEntries, mergeNotes } from '../../../../src/core/library/merge.ts';
import { COLOURS, type Entry, type Note, RECORD_VERSION } from '../../../../src/core/library/records.ts';
import { articleOf } from '../../../fakes/article-of.ts';

const DEVICES = ['anna', 'bert', 'cleo'];
const START_MS = Date.UTC(2026, 0, 1);

/** Events on one of three devices, as a list of numbers that fast-check can shrink. */
const events = fc.array(
  fc.record({
    device: fc.nat({ max: DEVICES.length - 1 }),
    from: fc.nat({ max: DEVICES.length - 1 }),
    action: fc.constantFrom(
      'text',
      'settle',
      'put back',
      'colour',
      'tag',
      'untag',
      'delete',
      'restore',
      'title',
      'merge',
    ),
    word: fc.constantFrom('north', 'south', 'east', 'west'),
    stepMs: fc.nat({ max: 3 }),
  }),
  { maxLength: 30 },
);

interface Replica {
  note: Note;
  entry: Entry;
  clock: string | undefined;
  nowMs: number;
}

const latest = (record: { clocks: Record<string, string> }, clock: string | undefined) =>
  Object.values(record.clocks).reduce<string | undefined>(later, clock);

/** Three devices that start with the same records and then go through the events. */
function live(history: typeof events extends fc.Arbitrary<infer T> ? T : never): Replica[] {
  const stamp = { clock: tick(undefined, START_MS, 'zero'), nowMs: START_MS };
  const quote = { exact: 'a passage', prefix: '', suffix: '', start: 3 };
  const times = { createdAt: START_MS, changedAt: START_MS };
  const note = newNote(
    { id: 'n', entryId: 'e', url: 'https://example.org/a', quote, colour: 'yellow', text: '', tags: [], ...times },
    RECORD_VERSION,
    stamp,
  );
  const entry = newEntry(
    {
      id: 'e',
      urlKey: 'https://example.org/a',
      aliases: [],
      parted: [],
      url: 'https://example.org/a',
      title: 'A',
      tags: [],
      addedAt: START_MS,
      changedAt: START_MS,
      openedAt: START_MS,
      broughtBack: [],
    },
    RECORD_VERSION,
    stamp,
  );
  // The devices' own clocks are wrong by an hour and more, as devices' clocks are.
  const replicas: Replica[] = DEVICES.map((_name, index) => ({
    note,
    entry,
    clock: stamp.clock,
    nowMs: START_MS + index * 4e6,
  }));
  for (const { device, from, action, word, stepMs } of history) {
    const replica = replicas[device];
    const other = replicas[from];
    if (!replica || !other) continue;
    replica.nowMs += stepMs;
    if (action === 'merge') {
      replica.note = mergeNotes(replica.note, other.note);
      replica.entry = mergeEntries(replica.entry, other.entry);
      replica.clock = latest(replica.entry, latest(replica.note, replica.clock));
      continue;
    }
    replica.clock = tick(replica.clock, replica.nowMs, DEVICES[device] ?? '');
    const now = { clock: replica.clock, nowMs: replica.nowMs };
    const { note: own } = replica;
    const tags = action === 'tag' ? [...own.tags, word] : own.tags.filter((tag) => tag !== word);
    const gone = action === 'delete' ? replica.nowMs : null;
    if (action === 'text') replica.note = changeNote(own, { text: `${word} ${replica.clock}` }, now);
    if (action === 'settle') replica.note = changeNote(own, { settled: Object.keys(own.alts) }, now);
    if (action === 'put back') {
      replica.note = changeNote(own, { alts: [...altsOf(own), word] }, now);
      replica.clock = latest(replica.note, replica.clock);
    }
    if (action === 'colour') replica.note = changeNote(own, { colour: COLOURS[word.length - 4] ?? 'pink' }, now);
    if (action === 'tag' || action === 'untag') {
      replica.note = changeNote(own, { tags }, now);
      replica.entry = changeEntry(replica.entry, { tags, aliases: tags }, now);
    }
    if (action === 'delete' || action === 'restore') {
      replica.note = changeNote(own, { deletedAt: gone }, now);
      replica.entry = changeEntry(replica.entry, { deletedAt: gone }, now);
    }
    if (action === 'title') replica.entry = changeEntry(replica.entry, { title: word, byline: word, readAt: 5 }, now);
  }
  return replicas;
}

const three = events.map(live).map(([a, b, c]) => {
  if (!a || !b || !c) throw new Error('three devices');
  return [a, b, c] as const;
});

describe('merging', () => {
  it('does not depend on the order, the grouping, or how often', () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(mergeNotes(a.note, b.note)).toEqual(mergeNotes(b.note, a.note));
        expect(mergeNotes(mergeNotes(a.note, b.note), c.note)).toEqual(mergeNotes(a.note, mergeNotes(b.note, c.note)));
        expect(mergeNotes(a.note, a.note)).toEqual(a.note);
        const both = mergeNotes(a.note, b.note);
        expect(mergeNotes(both, b.note)).toEqual(both);
        expect(mergeEntries(a.entry, b.entry)).toEqual(mergeEntries(b.entry, a.entry));
        expect(mergeEntries(mergeEntries(a.entry, b.entry), c.entry)).toEqual(
          mergeEntries(a.entry, mergeEntries(b.entry, c.entry)),
        );
        expect(mergeEntries(a.entry, a.entry)).toEqual(a.entry);
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps every text that nobody replaced knowingly', () => {
    const write = (note: Note, text: string, device: string, nowMs: number, last?: string) =>
      changeNote(note, { text }, { clock: tick(last, nowMs, device), nowMs });
    fc.assert(
      fc.property(three, fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), ([a], left, right) => {
        fc.pre(left !== right && left !== a.note.text && right !== a.note.text);
        const here = write(a.note, left, 'here', a.nowMs + 1, a.clock);
        const there = write(a.note, right, 'there', a.nowMs + 2, a.clock);
        const merged = mergeNotes(here, there);
        expect([merged.text, ...Object.values(merged.alts)]).toEqual(expect.arrayContaining([left, right]));
        expect(Object.values(merged.alts)).not.toContain(a.note.text || 'nothing');
      }),
      { numRuns: 300 },
    );
  });

  it('keeps text that was dropped and restored, even with a copy that saw it dropped', () => {
    const [a] = live([]);
    if (!a) throw new Error('a device');
    const at = (ms: number, device: string) => ({ clock: tick(a.clock, START_MS + ms, device), nowMs: START_MS + ms });
    const both = mergeNotes(
      changeNote(a.note, { text: 'one' }, at(1, 'anna')),
      changeNote(a.note, { text: 'two' }, at(2, 'bert')),
    );
    const settled = changeNote(both, { settled: Object.keys(both.alts) }, at(3, 'anna'));
    expect(mergeNotes(both, settled).alts).toEqual({}); // the choice applies wherever it arrives
    const back = changeNote(settled, { alts: ['one'] }, at(4, 'anna'));
    for (const copy of [settled, both]) {
      const merged = mergeNotes(back, copy);
      expect([merged.text, altsOf(merged)]).toEqual(['two', ['one']]);
    }
  });

  it('prefers an edit that the deletion had not seen, and keeps a later deletion', () => {
    const [a] = live([]);
    if (!a) throw new Error('a device');
    const at = (ms: number, device: string) => ({ clock: tick(a.clock, START_MS + ms, device), nowMs: START_MS + ms });
    const gone = changeNote(a.note, { deletedAt: START_MS + 10 }, at(10, 'anna'));
    const edited = changeNote(a.note, { text: 'still needed' }, at(20, 'bert'));
    expect(mergeNotes(gone, edited)).toMatchObject({ text: 'still needed' });
    expect(mergeNotes(gone, edited).deletedAt).toBeUndefined();
    const goneLater = changeNote(edited, { deletedAt: START_MS + 30 }, at(30, 'bert'));
    expect(mergeNotes(gone, goneLater).deletedAt).toBe(START_MS + 30);
  });

  it('keeps the article that was read last, the same one on both sides', () => {
    const article = articleOf('One sentence stands here.');
    const first = { entryId: 'e', version: RECORD_VERSION, article, keptAt: 1 };
    const other = { ...first, article: { ...article, title: 'Another' } };
    expect(mergeArticles(first, { ...first, keptAt: 2 }).keptAt).toBe(2);
    expect(mergeArticles(first, other)).toEqual(mergeArticles(other, first));
  });
});

describe('clocks', () => {
  it('always increases, as strings too, and names its device', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 2, maxLength: 40 }), (times) => {
        let last: string | undefined;
        for (const nowMs of times) {
          const next = tick(last, nowMs, 'd-1');
          if (last !== undefined) expect(next > last).toBe(true);
          expect(clockParts(next)?.device).toBe('d-1');
          last = next;
        }
      }),
    );
  });
});
