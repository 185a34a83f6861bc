/** Raises records of older versions to today's: numbered steps, each from one version to the next. */
import { type Result, fail, ok } from '../result.ts';
import { clockParts } from './clock.ts';
import { RECORD_VERSION } from './records.ts';

/** A record of any version, before it is parsed. */
type Raw = Record<string, unknown>;
/** The tables of the library. */
export type Table = 'entries' | 'notes' | 'articles';

/** One step: brings a record of version `from` to `from + 1`. Must not change its argument. */
export interface MigrationStep {
  from: number;
  entries?: (record: Raw) => Raw;
  notes?: (record: Raw) => Raw;
  articles?: (record: Raw) => Raw;
}

/** All steps, in order. There is a fixture for each in `tests/fixtures/records`. */
export const STEPS: readonly MigrationStep[] = [
  {
    // Words written on two devices at once are both kept; the same article elsewhere can be parted for good.
    from: 1,
    entries: (entry) => ({ ...entry, parted: [] }),
    notes: (note) => ({ ...note, alts: {}, textSeen: seenOf(note.clocks) }),
  },
];

/**
 * A record brought up to today's version, unparsed; `not-understood` if it is from a newer Lede or says no version. A
 * step that throws is a bug and throws.
 */
export function migrate(table: Table, record: unknown, steps: readonly MigrationStep[] = STEPS): Result<Raw> {
  if (!isRaw(record) || typeof record.version !== 'number') return fail('not-understood', 'version');
  const latest = steps.reduce((top, { from }) => Math.max(top, from + 1), 1);
  if (record.version > Math.max(latest, RECORD_VERSION)) return fail('not-understood', `version ${record.version}`);
  let current = record;
  for (const step of steps) {
    if (current.version !== step.from) continue;
    current = { ...(step[table]?.(current) ?? current), version: step.from + 1 };
  }
  return ok(current);
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function seenOf(clocks: unknown): Record<string, string> {
  const clock = isRaw(clocks) ? clocks.text : undefined;
  const device = typeof clock === 'string' ? clockParts(clock)?.device : undefined;
  return typeof clock === 'string' && device !== undefined ? { [device]: clock } : {};
}
