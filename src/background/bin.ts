/** Empties the bin: what has been there long enough is erased, and only a tombstone is kept. */
import { type LibraryDatabase, stored } from '../adapters/store/database.ts';
import type { Written } from '../adapters/store/write/write.ts';
import { rememberToSend } from '../adapters/store/write/outbox.ts';
import type { Entry, Erased, Note } from '../core/library/records.ts';
import { syncName } from '../core/library/sync/content.ts';
import { wantedClocks } from '../core/library/sync/deletions.ts';
import { type Result, ok } from '../core/result.ts';

/** How long deleted items can be restored: thirty days, in milliseconds. */
export const BIN_MS = 30 * 86_400_000;

/**
 * Erases everything that has been in the bin for at least `ageMs`, with the articles kept for it and the steps that
 * could bring it back. An entry with a note that is live, or that came to the bin later, stays until that note goes
 * too.
 */
export function erase(db: LibraryDatabase, nowMs: number, ageMs: number): Promise<Result<Written<{ erased: number }>>> {
  return stored(() =>
    db.transaction('rw', db.tables, async () => {
      const until = nowMs - ageMs;
      const over = await db.entries.where('deletedAt').belowOrEqual(until).toArray();
      const under = await db.notes
        .where('entryId')
        .anyOf(over.map(({ id }) => id))
        .toArray();
      const needed = new Set(
        under.filter(({ deletedAt = Infinity }) => deletedAt > until).map(({ entryId }) => entryId),
      );
      const entries = over.filter(({ id }) => !needed.has(id));
      const entryIds = entries.map(({ id }) => id);
      const notes = await db.notes.where('deletedAt').belowOrEqual(until).toArray();
      const tombs: Erased[] = [
        ...entries.map((entry) => tomb('entries', entry, nowMs)),
        ...notes.map((note) => tomb('notes', note, nowMs)),
      ];
      if (!tombs.length) return ok({ value: { erased: 0 }, entryIds: [] });
      await db.erased.bulkPut(tombs);
      await db.notes.bulkDelete(notes.map(({ id }) => id));
      await db.entries.bulkDelete(entryIds);
      await db.articles.bulkDelete(entryIds);
      const names = [
        ...tombs.map(({ table, id }) => syncName(table, id)),
        ...entryIds.map((id) => syncName('articles', id)),
      ];
      await rememberToSend(db, names, `erased ${nowMs}`);
      const gone = new Set(tombs.map(({ id }) => id));
      const steps = await db.journal.toArray();
      const empty = steps.filter(({ records }) => records.every(({ id }) => gone.has(id)));
      await db.journal.bulkDelete(empty.flatMap(({ seq }) => (seq === undefined ? [] : [seq])));
      return ok({
        value: { erased: tombs.length },
        entryIds: [...new Set([...entryIds, ...notes.map(({ entryId }) => entryId)])],
      });
    }),
  );
}

function tomb(table: Erased['table'], { id, clocks }: Entry | Note, nowMs: number): Erased {
  return { id, table, erasedAt: nowMs, clock: clocks.deletedAt ?? '', seen: wantedClocks(clocks) };
}
