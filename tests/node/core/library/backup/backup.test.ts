/** A backup holds everything, comes back whole, and one that is damaged is refused. */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup, startBackup } from '../../../../../src/core/library/backup/backup.ts';
import { problemOf } from '../../../../../src/core/library/import/problem.ts';
import { planImport } from '../../../../../src/core/library/import/plan.ts';
import type { Records } from '../../../../../src/core/library/records.ts';
import { NOW_MS, applied, emptyLibrary, libraries, sorted } from '../../../../fakes/library.ts';

const zipped = (library: Records) => {
  const writer = startBackup(library, NOW_MS);
  for (const article of library.articles) writer.addArticle(article);
  return writer.finish();
};
const reasonOf = (bytes: Uint8Array) => {
  const read = readBackup(bytes, NOW_MS);
  return read.ok ? null : problemOf(read.error.detail)?.reason;
};

describe('a backup', () => {
  it('comes back whole, the bin too, the same bytes for the same library, and twice as once', () => {
    fc.assert(
      fc.property(libraries, (library) => {
        const [first] = library.notes;
        if (first) library.notes[0] = { ...first, deletedAt: NOW_MS - 5, clocks: { ...first.clocks } };
        const bytes = zipped(library);
        expect(zipped(library)).toEqual(bytes);
        const read = readBackup(bytes, NOW_MS);
        if (!read.ok) throw new Error(read.error.detail);
        const plan = planImport(emptyLibrary(), read.value, NOW_MS);
        const restored = applied(emptyLibrary(), plan);
        expect(sorted(restored)).toEqual(sorted(library));
        const again = planImport(restored, read.value, NOW_MS);
        expect([again.added, again.changed, again.articles.length]).toEqual([0, 0, 0]);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes anything away from what is there', () => {
    fc.assert(
      fc.property(libraries, libraries, (library, old) => {
        const read = readBackup(zipped(old), NOW_MS);
        if (!read.ok) throw new Error(read.error.detail);
        const after = applied(library, planImport(library, read.value, NOW_MS));
        const ids = new Set(after.notes.map(({ id }) => id));
        expect(library.notes.every(({ id }) => ids.has(id))).toBe(true);
        expect(after.notes.filter(({ deletedAt }) => deletedAt !== undefined)).toEqual([]);
        expect(after.articles.length).toBeGreaterThanOrEqual(library.articles.length);
      }),
      { numRuns: 60 },
    );
  });

  it('that is cut, mixed up or somebody else’s is refused', () => {
    const bytes = zipped(emptyLibrary());
    expect(reasonOf(bytes.slice(0, -30))).toBe('damaged');
    expect(reasonOf(strToU8('no zip at all'))).toBe('damaged');
    expect(reasonOf(zipSync({ 'other.txt': strToU8('x') }))).toBe('unknown-format');
    expect(reasonOf(zipSync({ 'library.json': strToU8('{"entries": [') }))).toBe('not-json');
    expect(reasonOf(zipSync({ 'library.json': strToU8('{"entries": [{}], "notes": []}') }))).toBe('bad-field');
    expect(reasonOf(zipSync({ 'library.json': strToU8('{"entries": [{"version": 99}], "notes": []}') }))).toBe(
      'newer-version',
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 255 }), (at, byte) => {
        const damaged = zipped(emptyLibrary());
        damaged[at % damaged.length] = byte;
        readBackup(damaged, NOW_MS); // answers, whatever it is
      }),
    );
  });
});
