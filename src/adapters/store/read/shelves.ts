/**
 * Reads the library as shelves without keeping a page waiting: the latest changes at once, everything in short steps,
 * then what changed since.
 */
import { type Shelf, changedLast, shelvesOf } from '../../../core/library/shelf.ts';
import type { Entry, Note } from '../../../core/library/records.ts';
import { type Result, ok } from '../../../core/result.ts';
import { LibraryDatabase, stored } from '../database.ts';

/** Articles read at first, and notes looked at to find them: more than any screen shows. */
const FIRST_ENTRIES = 12;
const FIRST_NOTES = 30;
/** Records read in one step: the browser copies them in less than a frame. */
const STEP = 400;

let opened: LibraryDatabase | undefined;
const ours = () => (opened ??= new LibraryDatabase());
const isLive = ({ deletedAt }: Entry | Note) => deletedAt === undefined;

/**
 * The shelves that changed last, latest first, and how many there are in all. Reads some tens of rows, whatever the
 * size of the library.
 */
export function latestShelves(db = ours()): Promise<Result<{ shelves: Shelf[]; total: number }>> {
  return stored(() =>
    db.transaction('r', db.entries, db.notes, async () => {
      const [entries, notes, all, binned] = await Promise.all([
        db.entries.orderBy('changedAt').reverse().filter(isLive).limit(FIRST_ENTRIES).toArray(),
        db.notes.orderBy('changedAt').reverse().filter(isLive).limit(FIRST_NOTES).toArray(),
        db.entries.count(),
        db.entries.orderBy('deletedAt').count(),
      ]);
      const known = new Map(entries.map((entry) => [entry.id, entry]));
      const others = [...new Set(notes.map(({ entryId }) => entryId))].filter((id) => !known.has(id));
      for (const entry of await db.entries.bulkGet(others)) if (entry && isLive(entry)) known.set(entry.id, entry);
      const latest = shelvesOf({ entries: [...known.values()], notes, articles: [] })
        .toSorted((a, b) => changedLast(b) - changedLast(a))
        .slice(0, FIRST_ENTRIES)
        .map(({ entry }) => entry);
      // One query an article, each answered at once: `anyOf` would step from note to note.
      const under = await Promise.all(latest.map(({ id }) => db.notes.where('entryId').equals(id).toArray()));
      const shelves = shelvesOf({ entries: latest, notes: under.flat(), articles: [] });
      return ok({ shelves: shelves.toSorted((a, b) => changedLast(b) - changedLast(a)), total: all - binned });
    }),
  );
}

/** Every shelf, read a step at a time; what changes in the meantime must be read again. */
export function everyShelf(signal: AbortSignal, db = ours()): Promise<Result<Shelf[]>> {
  return stored(async () => {
    const [entries, notes]: [Entry[], Note[]] = [[], []];
    for (let last = ''; !signal.aborted;) {
      const some = await db.entries.where('id').above(last).limit(STEP).toArray();
      entries.push(...some);
      last = some.at(-1)?.id ?? '';
      if (some.length < STEP) break;
    }
    for (let last = ''; !signal.aborted;) {
      const some = await db.notes.where('id').above(last).limit(STEP).toArray();
      notes.push(...some);
      last = some.at(-1)?.id ?? '';
      if (some.length < STEP) break;
    }
    return ok(shelvesOf({ entries, notes, articles: [] }));
  });
}

/** The current shelves of these entries, without those that are in the bin or gone. */
export function shelvesOfEntries(ids: readonly string[], db = ours()): Promise<Result<Shelf[]>> {
  return stored(async () => {
    const [entries, notes] = await Promise.all([
      db.entries.bulkGet([...ids]),
      db.notes
        .where('entryId')
        .anyOf([...ids])
        .toArray(),
    ]);
    return ok(shelvesOf({ entries: entries.flatMap((entry) => (entry ? [entry] : [])), notes, articles: [] }));
  });
}
