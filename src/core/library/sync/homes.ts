/**
 * Deletion against edit: what somebody wrote without knowing of a deletion is not lost, and the entry it belongs to
 * comes back with it.
 */
import type { Stamp } from '../clock.ts';
import type { Clock, Entry, Note } from '../records.ts';

/**
 * Fields that say that a person wanted something of a record. Reading on, addresses and fingerprints come by the way.
 */
const WANTED = new Set(['title', 'text', 'colour', 'quote', 'tag:', 'broughtBack']);

/** The latest clock of each field that a person writes, tags as one; no words and no addresses are in it. */
export function wantedClocks(clocks: Readonly<Record<string, Clock>>): Record<string, Clock> {
  const wanted: Record<string, Clock> = {};
  for (const [field, clock] of Object.entries(clocks)) {
    const key = field.startsWith('tag:') ? 'tag:' : field;
    if (WANTED.has(key) && clock > (wanted[key] ?? '')) wanted[key] = clock;
  }
  return wanted;
}

/** Whether these clocks tell of writing that whoever had `seen` those had not seen. */
export function tellsMore(clocks: Readonly<Record<string, Clock>>, seen: Readonly<Record<string, Clock>>): boolean {
  const known = wantedClocks(seen);
  return Object.entries(wantedClocks(clocks)).some(([field, clock]) => clock > (known[field] ?? ''));
}

/** Whether `joined`, which is in the bin, was put there by somebody who had not seen what one of the copies says. */
export function deletedUnseen<R extends Entry | Note>(joined: R, copies: readonly R[]): boolean {
  const deletion = joined.clocks.deletedAt;
  if (joined.deletedAt === undefined || deletion === undefined) return false;
  const deleters = copies.filter(({ clocks }) => clocks.deletedAt === deletion);
  const writers = copies.filter(({ clocks }) => clocks.deletedAt !== deletion);
  return deleters.length > 0 && writers.some(({ clocks }) => deleters.every((one) => tellsMore(clocks, one.clocks)));
}

/** The record out of the bin for every device: written like a change that a person made at `stamp`. */
export function broughtBack<R extends Entry | Note>(record: R, stamp: Stamp): R {
  const { deletedAt: _gone, ...rest } = record;
  const back = { ...rest, changedAt: stamp.nowMs, clocks: { ...record.clocks, deletedAt: stamp.clock } };
  return back as unknown as R; // the same record without one optional field
}
