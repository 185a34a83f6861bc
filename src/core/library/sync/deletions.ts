/** Resolves deletions against edits: an edit made without knowledge of a deletion wins, and restores its entry too. */
import type { Stamp } from '../clock.ts';
import type { Clock, Entry, Note } from '../records.ts';

/** Fields that only change when a person edits a record, unlike the reading position, addresses and fingerprints. */
const WANTED = new Set(['title', 'text', 'colour', 'quote', 'tag:', 'broughtBack']);

/** The latest clock of each field that a person edits, all tags as one. Holds neither words nor addresses. */
export function wantedClocks(clocks: Readonly<Record<string, Clock>>): Record<string, Clock> {
  const wanted: Record<string, Clock> = {};
  for (const [field, clock] of Object.entries(clocks)) {
    const key = field.startsWith('tag:') ? 'tag:' : field;
    if (WANTED.has(key) && clock > (wanted[key] ?? '')) wanted[key] = clock;
  }
  return wanted;
}

/** Whether `clocks` contain an edit that is not covered by the clocks in `seen`. */
export function tellsMore(clocks: Readonly<Record<string, Clock>>, seen: Readonly<Record<string, Clock>>): boolean {
  const known = wantedClocks(seen);
  return Object.entries(wantedClocks(clocks)).some(([field, clock]) => clock > (known[field] ?? ''));
}

/** Whether `joined` was put into the bin by a device that had not seen an edit in one of `copies`. */
export function deletedUnseen<R extends Entry | Note>(joined: R, copies: readonly R[]): boolean {
  const deletion = joined.clocks.deletedAt;
  if (joined.deletedAt === undefined || deletion === undefined) return false;
  const deleters = copies.filter(({ clocks }) => clocks.deletedAt === deletion);
  const writers = copies.filter(({ clocks }) => clocks.deletedAt !== deletion);
  return deleters.length > 0 && writers.some(({ clocks }) => deleters.every((one) => tellsMore(clocks, one.clocks)));
}

/** The record taken out of the bin, as a change at `stamp` that all devices follow. */
export function broughtBack<R extends Entry | Note>(record: R, stamp: Stamp): R {
  const { deletedAt: _gone, ...rest } = record;
  const back = { ...rest, changedAt: stamp.nowMs, clocks: { ...record.clocks, deletedAt: stamp.clock } };
  return back as unknown as R; // the same record without one optional field
}
