/**
 * Records of every older version are converted to the current one, step by step; those of a newer Lede are rejected.
 */
import { describe, expect, it } from 'vitest';
import { STEPS, migrate } from '../../../../src/core/library/migrate.ts';
import { parseEntry, parseKept, parseNote } from '../../../../src/core/library/parse-records.ts';
import { RECORD_VERSION } from '../../../../src/core/library/records.ts';
import { VERSION_1 } from '../../../fixtures/records/version-1.ts';

const NOW_MS = Date.UTC(2026, 0, 1);

describe('migration', () => {
  it('has a step from every version to the next, up to today’s', () => {
    expect(STEPS.map(({ from }) => from)).toEqual(
      Array.from({ length: RECORD_VERSION - 1 }, (_unused, index) => index + 1),
    );
  });

  it('converts version 1 to records with every current field, and changes nothing else', () => {
    for (const record of VERSION_1.entries) {
      const raised = migrate('entries', record);
      expect(raised).toEqual({ ok: true, value: { ...record, version: RECORD_VERSION, parted: [] } });
      expect(parseEntry(raised.ok ? raised.value : null, NOW_MS)).toMatchObject({ ok: true });
    }
    const [first, second] = VERSION_1.notes.map((record) => migrate('notes', record));
    expect(first).toMatchObject({
      ok: true,
      value: { text: 'old words', alts: {}, textSeen: { old: '000000020.0001.old' } },
    });
    expect(second).toMatchObject({ ok: true, value: { alts: {}, textSeen: {} } });
    for (const raised of [first, second])
      expect(parseNote(raised?.ok ? raised.value : null, NOW_MS)).toMatchObject({ ok: true });
    for (const record of VERSION_1.articles) {
      const raised = migrate('articles', record);
      expect(parseKept(raised.ok ? raised.value : null)).toMatchObject({ ok: true });
    }
  });

  it('leaves current records unchanged and rejects unknown versions', () => {
    const today = { ...VERSION_1.entries[0], version: RECORD_VERSION, parted: ['x'] };
    expect(migrate('entries', today)).toEqual({ ok: true, value: today });
    for (const bad of [null, 3, [], {}, { version: '1' }, { version: RECORD_VERSION + 1 }]) {
      expect(migrate('notes', bad).ok).toBe(false);
    }
  });

  it('runs later steps on the results of earlier ones', () => {
    const steps = [
      ...STEPS,
      { from: 2, entries: (entry: Record<string, unknown>) => ({ ...entry, shelf: entry.parted }) },
    ];
    expect(migrate('entries', VERSION_1.entries[0], steps)).toMatchObject({
      ok: true,
      value: { version: 3, shelf: [] },
    });
  });
});
