/** Undoes or redoes the last step, of one entry or of the whole library. */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { type Draft, type Written, write } from '../adapters/store/write/write.ts';
import { later } from '../core/library/clock.ts';
import { type Step, replay } from '../core/library/journal.ts';
import { type Result, ok } from '../core/result.ts';

/**
 * Undoes the latest step, or redoes the one undone last; returns its verb, null if there is none. With `only`, the
 * latest of the steps that it accepts. The steps of one group go together, each in its own transaction, so that others
 * can save in between; after an interruption, another call continues.
 */
export async function undoOrRedo(
  db: LibraryDatabase,
  way: 'undo' | 'redo',
  nowMs: number,
  only?: (step: Step) => boolean,
): Promise<Result<Written<string | null>>> {
  // A piece of an import is not a step of one page or note: undoing it would undo the whole import.
  const may = (step: Step) => !only || (step.group === undefined && only(step));
  const first = await undoOrRedoOne(db, way, nowMs, () => nextStep(db, way, may));
  const group = first.ok ? first.value.value?.group : undefined;
  if (!first.ok || group === undefined) return told(first);
  const entryIds = new Set(first.value.entryIds);
  const rest = await db.journal.where('group').equals(group).primaryKeys();
  for (const seq of way === 'undo' ? rest.toSorted((a, b) => b - a) : rest) {
    const done = await undoOrRedoOne(db, way, nowMs, async () => {
      const step = await db.journal.get(seq);
      return step && (step.undoneAt === undefined) === (way === 'undo') ? step : undefined;
    });
    if (!done.ok) return done;
    for (const id of done.value.entryIds) entryIds.add(id);
  }
  return ok({ value: first.value.value?.kind ?? null, entryIds: [...entryIds] });
}

function told(done: Result<Written<Step | null>>): Result<Written<string | null>> {
  return done.ok ? ok({ ...done.value, value: done.value.value?.kind ?? null }) : done;
}

function undoOrRedoOne(
  db: LibraryDatabase,
  way: 'undo' | 'redo',
  nowMs: number,
  find: () => Promise<Step | undefined>,
): Promise<Result<Written<Step | null>>> {
  const options = { kind: `change.${way}`, nowMs, journalled: false, backedUp: true };
  return write<Step | null>(db, options, async (draft) => {
    const step = await find();
    if (!step) return ok(null);
    await replayAll(draft, step, way);
    const taken = await retraceArticles(draft, step, way);
    const { undoneAt: _undone, taken: _taken, ...done } = step;
    await db.journal.put(way === 'undo' ? { ...done, undoneAt: nowMs, ...(taken.length ? { taken } : {}) } : done);
    return ok(step);
  });
}

async function replayAll(draft: Draft, { records }: Step, way: 'undo' | 'redo'): Promise<void> {
  const { db, stamp } = draft;
  const idsOf = (table: string) => records.flatMap((one) => (one.table === table ? [one.id] : []));
  const [entries, notes] = await Promise.all([db.entries.bulkGet(idsOf('entries')), db.notes.bulkGet(idsOf('notes'))]);
  const byId = new Map([...entries, ...notes].flatMap((record) => (record ? [[record.id, record] as const] : [])));
  for (const record of records) {
    const before = byId.get(record.id);
    if (!before) continue;
    const after = replay(before, record, way, stamp);
    if (after === before) continue;
    if ('quote' in before && 'quote' in after) {
      draft.putAll([{ table: 'notes', before, after }]);
      // texts restored next to others use their own clocks
      draft.seenClock = later(draft.seenClock, after.clocks.text);
    } else if (!('quote' in before) && !('quote' in after)) draft.putAll([{ table: 'entries', before, after }]);
  }
}

/** Articles that came with the step go with it, and are answered, to be put back when it is done again. */
async function retraceArticles({ db }: Draft, { articles = [], taken = [] }: Step, way: 'undo' | 'redo') {
  if (way === 'redo') {
    await db.articles.bulkPut(taken);
    return [];
  }
  const there = (await db.articles.bulkGet(articles)).flatMap((article) => (article ? [article] : []));
  await db.articles.bulkDelete(articles);
  return there;
}

/** The latest step that is not undone, or the earliest that is. Reads one step at a time, as an import has hundreds. */
function nextStep(db: LibraryDatabase, way: 'undo' | 'redo', may: (step: Step) => boolean): Promise<Step | undefined> {
  const all = db.journal.orderBy('seq');
  return way === 'undo'
    ? all
        .reverse()
        .filter((step) => step.undoneAt === undefined && may(step))
        .first()
    : all.filter((step) => step.undoneAt !== undefined && may(step)).first();
}
