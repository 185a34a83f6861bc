/** Chooses a handful of old highlights for a day, to be seen again. */
import type { Entry, Note } from './records.ts';
import type { Shelf } from './shelf.ts';
import { stableId } from './stable-id.ts';

/** Highlights a day. */
const HANDFUL = 5;
/** What is younger is still remembered, ms. */
const OLD_MS = 14 * 86_400_000;

/**
 * At most five highlights older than two weeks, each of another article, the same for the whole of `day` (any number
 * that names it) as long as they are there. Lost ones are among them: their words are kept.
 */
export function handful(shelves: readonly Shelf[], day: number, nowMs: number): { entry: Entry; note: Note }[] {
  const drawn = shelves.flatMap(({ entry, notes }) => {
    const old = notes.filter(({ createdAt }) => nowMs - createdAt > OLD_MS);
    const lots = old.map((note) => ({ entry, note, lot: stableId(note.id, String(day)) }));
    return lots.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, 1);
  });
  return drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, HANDFUL);
}
