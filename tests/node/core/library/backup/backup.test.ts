/** A backup contains everything and restores it completely; a damaged one is rejected. */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, readBackup, startBackup } from '../../../../../src/core/library/backup/backup.ts';
import { membersOf, sliceable } from '../../../../../src/core/library/backup/unzip.ts';
import { problemOf } from '../../../../../src/core/library/import/problem.ts';
import { planImport } from '../../../../../src/core/library/import/plan.ts';
import type { Records } from '../../../../../src/core/library/records.ts';
import { tick } from '../../../../../src/core/library/clock.ts';
import { NOW_MS, STAMP, applied, emptyLibrary, libraries, sorted } from '../../../../fakes/library.ts';

const zipped = (library: Records) => {
  const writer = startBackup(NOW_MS, 'here');
  for (const piece of piecesOf(library)) writer.add(piece);
  return new Uint8Array(writer.finish().flatMap((chunk) => [...chunk]));
};
const readAll = async (bytes: Uint8Array) => {
  const read = await readBackup(sliceable(bytes), NOW_MS);
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
};
const reasonOf = async (bytes: Uint8Array) => {
  const read = await readBackup(sliceable(bytes), NOW_MS);
  return read.ok ? null : problemOf(read.error.detail)?.reason;
};

describe('a backup', () => {
  it('restores everything including the bin, is reproducible, and can be restored twice', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const [first] = library.notes;
        if (first) library.notes[0] = { ...first, deletedAt: NOW_MS, clocks: { ...first.clocks } };
        const bytes = zipped(library);
        expect(zipped(library)).toEqual(bytes);
        const { records, problems } = await readAll(bytes);
        expect(problems).toEqual([]);
        const plan = planImport(emptyLibrary(), records, STAMP, 'restore');
        const restored = applied(emptyLibrary(), plan);
        expect(sorted(restored)).toEqual(sorted(library));
        expect(plan.binned).toEqual({ entries: [], notes: [] }); // as the backup holds it, nothing to decide
        const again = planImport(restored, records, STAMP, 'restore');
        expect([again.added, again.changed, again.articles.length]).toEqual([0, 0, 0]);
      }),
      { numRuns: 60 },
    );
  });

  it('never removes anything existing', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, libraries, async (library, old) => {
        const { records } = await readAll(zipped(old));
        const after = applied(library, planImport(library, records, STAMP, 'restore'));
        const ids = new Set(after.notes.map(({ id }) => id));
        expect(library.notes.every(({ id }) => ids.has(id))).toBe(true);
        expect(after.notes.filter(({ deletedAt }) => deletedAt !== undefined)).toEqual([]);
        expect(after.articles.length).toBeGreaterThanOrEqual(library.articles.length);
      }),
      { numRuns: 60 },
    );
  });

  it('that is truncated, corrupted or from another program is rejected', async () => {
    const bytes = zipped(emptyLibrary());
    expect(await reasonOf(bytes.slice(0, -30))).toBe('damaged');
    expect(await reasonOf(strToU8('no zip at all'))).toBe('damaged');
    expect(await reasonOf(zipSync({ 'other.txt': strToU8('x') }))).toBe('unknown-format');
    expect(await reasonOf(zipSync({ 'library.json': strToU8('{"entries": [') }))).toBe('not-json');
    expect(await reasonOf(zipSync({ 'library.json': strToU8('{"entries": [{}], "notes": []}') }))).toBe('bad-field');
    const newer = zipSync({ 'library.json': strToU8('{"entries": [{"version": 99}], "notes": []}') });
    expect(await reasonOf(newer)).toBe('newer-version');
    expect(await reasonOf(zipSync({ 'library.json': new Uint8Array(50_000_000) }))).toBe('too-large');
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat({ max: 255 }), async (at, byte) => {
        const damaged = zipped(emptyLibrary());
        damaged[at % damaged.length] = byte;
        await readBackup(sliceable(damaged), NOW_MS); // returns an answer in any case
      }),
    );
  });

  it('of an older Lede can be restored too', async () => {
    const { articles, ...rest } =
      fc.sample(libraries, { numRuns: 20, seed: 4 }).find((one) => one.articles.length) ?? emptyLibrary();
    const files = articles.map((one) => [`articles/${one.entryId}.json`, strToU8(JSON.stringify(one))] as const);
    const zip = zipSync({ 'library.json': strToU8(JSON.stringify(rest)), ...Object.fromEntries(files) });
    expect((await readAll(zip)).records).toEqual({ ...rest, articles });
  });

  it('with a damaged part restores all the others, and reports the damaged one', async () => {
    const library =
      fc.sample(libraries, { numRuns: 60, seed: 7 }).find((one) => one.notes.length > 2) ?? emptyLibrary();
    const bytes = zipped(library);
    const members = await membersOf(sliceable(bytes));
    const notes = members.ok ? members.value.find(({ name }) => name.startsWith('notes/')) : undefined;
    if (notes) bytes[notes.at + 60] = (bytes[notes.at + 60] ?? 0) ^ 255;
    const { records, problems } = await readAll(bytes);
    expect(records.entries).toHaveLength(library.entries.length);
    expect(records.notes).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'damaged', field: notes?.name }]);
  });

  it('made with a clock a year ahead keeps concurrent texts', async () => {
    const ahead = tick(undefined, NOW_MS + 365 * 86_400_000, 'wrong');
    const later = tick(ahead, NOW_MS, 'wrong');
    const [library] = fc.sample(libraries, { numRuns: 60, seed: 9 }).filter((one) => one.notes.length > 0);
    const [note] = library?.notes ?? [];
    if (!library || !note) throw new Error('no note');
    const both = {
      ...note,
      text: 'second',
      alts: { [ahead]: 'first' },
      clocks: { text: later },
      textSeen: { wrong: later },
    };
    const { records } = await readAll(zipped({ ...library, notes: [both] }));
    const restored = applied(emptyLibrary(), planImport(emptyLibrary(), records, STAMP, 'restore'));
    expect(restored.notes).toMatchObject([{ text: 'second' }]);
    expect(Object.values(restored.notes[0]?.alts ?? {})).toEqual(['first']);
    const twice = applied(restored, planImport(restored, records, STAMP, 'restore'));
    expect(twice).toEqual(restored);
  });
});
