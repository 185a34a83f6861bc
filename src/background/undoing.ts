/** Knows how the last step is taken back or done again, for one entry or for the whole library. */
import type { LibraryDatabase } from '../adapters/database.ts';
import { type Written, write } from '../adapters/database-write.ts';
import { type Step, replay } from '../core/library/journal.ts';
import { type Result, ok } from '../core/result.ts';

/** Takes back (`undo`) the latest step, or does again (`redo`) the one taken back last; answers its verb, null where there is none.
 * With `entryId` only steps that touch that entry alone, so that a page cannot undo what was done elsewhere. */
export function retrace(
  db: LibraryDatabase,
  way: 'undo' | 'redo',
  nowMs: number,
  entryId?: string,
): Promise<Result<Written<string | null>>> {
  return write<string | null>(db, { kind: `change.${way}`, nowMs, journalled: false }, async (draft) => {
    const steps = await (entryId === undefined ? db.journal : db.journal.where('entryIds').equals(entryId)).toArray();
    const step = nextStep(steps, way, entryId);
    if (!step) return ok(null);
    for (const record of step.records) {
      if (record.table === 'entries') {
        const entry = await draft.entry(record.id);
        if (entry) await draft.putEntry(replay(entry, record, way, draft.stamp));
      } else {
        const note = await draft.note(record.id);
        if (note) await draft.putNote(replay(note, record, way, draft.stamp));
      }
    }
    const { undoneAt: _undone, ...done } = step;
    await db.journal.put(way === 'undo' ? { ...done, undoneAt: nowMs } : done);
    return ok(step.kind);
  });
}

function nextStep(steps: Step[], way: 'undo' | 'redo', entryId?: string): Step | undefined {
  const own = steps.filter(({ entryIds }) => entryId === undefined || entryIds.every((id) => id === entryId));
  const bySeq = own.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  return way === 'undo'
    ? bySeq.findLast(({ undoneAt }) => undoneAt === undefined)
    : bySeq.find(({ undoneAt }) => undoneAt !== undefined);
}
