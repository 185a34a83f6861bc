/** Knows how the last step is taken back or done again, for one entry or for the whole library. */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { type Written, write } from '../adapters/store/write/write.ts';
import { later } from '../core/library/clock.ts';
import { type Step, replay } from '../core/library/journal.ts';
import { type Result, ok } from '../core/result.ts';

/** Takes back (`undo`) the latest step, or does again (`redo`) the one taken back last; answers its verb, null where there is none.
 * With `only` the latest of those steps that it lets through. */
export function retrace(
  db: LibraryDatabase,
  way: 'undo' | 'redo',
  nowMs: number,
  only: (step: Step) => boolean = () => true,
): Promise<Result<Written<string | null>>> {
  return write<string | null>(db, { kind: `change.${way}`, nowMs, journalled: false }, async (draft) => {
    const step = nextStep((await db.journal.toArray()).filter(only), way);
    if (!step) return ok(null);
    for (const record of step.records) {
      if (record.table === 'entries') {
        const entry = await draft.entry(record.id);
        if (entry) await draft.putEntry(replay(entry, record, way, draft.stamp));
      } else {
        const note = await draft.note(record.id);
        if (!note) continue;
        const after = await draft.putNote(replay(note, record, way, draft.stamp));
        draft.seenClock = later(draft.seenClock, after.clocks.text); // words put back beside others use up clocks of their own
      }
    }
    const { undoneAt: _undone, ...done } = step;
    await db.journal.put(way === 'undo' ? { ...done, undoneAt: nowMs } : done);
    return ok(step.kind);
  });
}

function nextStep(steps: Step[], way: 'undo' | 'redo'): Step | undefined {
  const bySeq = steps.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  return way === 'undo'
    ? bySeq.findLast(({ undoneAt }) => undoneAt === undefined)
    : bySeq.find(({ undoneAt }) => undoneAt !== undefined);
}
