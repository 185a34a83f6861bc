/** Which backups are kept: changed clocks, shrinking libraries and lost libraries never displace a good backup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BackupDay,
  dateOfDay,
  dayOfName,
  isBackupDue,
  lostLibrary,
  nameOfDay,
  surplusDays,
} from '../../../../../src/core/library/backup/days.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 5, 20, 12);
const day = (order: number, over: Partial<BackupDay> = {}): BackupDay => ({
  order,
  madeAt: NOW_MS + (order - 10) * DAY_MS,
  device: 'own',
  entries: 5,
  notes: 100,
  erased: 0,
  ...over,
});
const orders = (days: readonly BackupDay[]) => days.map(({ order }) => order).toSorted((a, b) => a - b);
const kept = (days: BackupDay[]) => {
  const gone = new Set(surplusDays(days));
  return orders(days.filter((one) => !gone.has(one)));
};

describe('a name', () => {
  it('has all data of its backup, and another name has none', () => {
    const any = fc.record({
      ...{ order: fc.nat(1e6), madeAt: fc.nat(), device: fc.stringMatching(/^[0-9a-z-]{1,8}$/) },
      entries: fc.nat(1e6),
      notes: fc.nat(1e6),
      erased: fc.nat(1e6),
    });
    fc.assert(
      fc.property(any, (one) => {
        expect(dayOfName(nameOfDay(one))).toEqual(one);
      }),
    );
    expect(dayOfName('holiday.zip')).toBeNull();
    expect(dateOfDay({ madeAt: 9e15 })).toBe('9999-12-31');
  });
});

describe('the next backup', () => {
  it('is due on another day, for another library, and if the last one was made with a clock that was ahead', () => {
    expect(isBackupDue([], 0, 'own')).toBe(true);
    expect(isBackupDue([day(10)], NOW_MS, 'own')).toBe(false);
    expect(isBackupDue([day(9)], NOW_MS, 'own')).toBe(true);
    expect(isBackupDue([day(10)], NOW_MS, 'other')).toBe(true);
    expect(isBackupDue([day(375)], NOW_MS, 'own')).toBe(true);
    expect(isBackupDue([day(10)], 0, 'own')).toBe(true);
  });
});

describe('what is deleted', () => {
  it('is everything before the last seven days, by order and not by the clock', () => {
    expect(kept(Array.from({ length: 12 }, (_, index) => day(index + 1)))).toEqual([6, 7, 8, 9, 10, 11, 12]);
    const ahead = Array.from({ length: 7 }, (_, index) => day(index + 1, { madeAt: NOW_MS + (365 + index) * DAY_MS }));
    expect(kept([...ahead, day(8)])).toContain(8);
    expect(kept([...ahead, day(8, { madeAt: 0 })])).toContain(8);
  });

  it('is never the only full one, unless the person emptied the library', () => {
    const small = Array.from({ length: 9 }, (_, index) => day(index + 2, { notes: 1, entries: 1 }));
    expect(kept([day(1, { notes: 5_000 }), ...small])).toContain(1);
    const erased = small.map((one) => ({ ...one, erased: 5_003 }));
    expect(kept([day(1, { notes: 5_000 }), ...erased])).not.toContain(1);
  });

  it('is not the last backup of a library that was lost', () => {
    const own = Array.from({ length: 9 }, (_, index) => day(index + 3, { notes: 400 }));
    const all = [day(1, { device: 'lost' }), day(2, { device: 'lost' }), ...own];
    expect(kept(all)).toContain(2);
    expect(kept(all)).not.toContain(1);
  });
});

describe('a lost library', () => {
  const holds = { device: 'new', entries: 1, notes: 1, erased: 0 };

  it('is found by a backup of another library, or if nothing is left', () => {
    expect(lostLibrary([day(3)], holds)?.order).toBe(3);
    expect(lostLibrary([day(3)], { ...holds, device: undefined, entries: 0, notes: 0 })?.order).toBe(3);
    expect(lostLibrary([day(3)], { ...holds, device: 'own', entries: 0, notes: 0 })?.order).toBe(3);
    expect(lostLibrary([day(3)], { ...holds, device: 'own' })).toBeNull();
    expect(lostLibrary([day(3)], { device: 'own', entries: 0, notes: 0, erased: 105 })).toBeNull();
    expect(lostLibrary([], holds)).toBeNull();
  });

  it('is offered from its latest full backup, and no more once the person has answered', () => {
    const days = [day(1), day(2), day(3, { notes: 2, entries: 1 }), day(4, { device: 'new' })];
    expect(lostLibrary(days, holds)?.order).toBe(2);
    expect(lostLibrary(days, holds, 4)).toBeNull();
  });
});
