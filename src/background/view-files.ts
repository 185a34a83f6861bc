/** Answers our own pages about files: imports and backups. A file is read whole before anything is written, and merged in one transaction. */
import { backupOfDay } from '../adapters/store/write/backups.ts';
import type { Handlers } from '../adapters/browser/channel.ts';
import { stored } from '../adapters/store/database.ts';
import { write } from '../adapters/store/write/write.ts';
import { readBackup } from '../core/library/backup/backup.ts';
import { isBelievable, later } from '../core/library/clock.ts';
import { readImport } from '../core/library/import/import.ts';
import { type ImportPlan, planImport } from '../core/library/import/plan.ts';
import type { Records } from '../core/library/records.ts';
import { type Result, fail, ok } from '../core/result.ts';
import type { FromView } from '../messages.ts';
import { type Means, announced } from './announce.ts';

type Kinds = 'library.import' | 'backup.restore' | 'backup.saved';
type Counts = Pick<ImportPlan, 'added' | 'changed' | 'same'>;

/** The handlers about files. */
export function fileHandlers(means: Means): Pick<Handlers<FromView>, Kinds> {
  const { db, nowMs } = means;
  return {
    'library.import': ({ text, dry }) => take(means, 'library.import', readImport(text, nowMs()), dry ?? false),

    'backup.restore': async ({ bytes, day, dry }) => {
      const read = bytes === undefined ? backupOfDay(db, day ?? '', nowMs()) : unpacked(bytes, nowMs());
      return take(means, 'backup.restore', await read, dry ?? false);
    },

    'backup.saved': () =>
      stored(async () => {
        await db.meta.put({ key: 'savedOutsideAt', value: nowMs() });
        return ok(null);
      }),
  };
}

async function take(means: Means, kind: string, read: Result<Records>, dry: boolean): Promise<Result<Counts>> {
  if (!read.ok) return read;
  const { db, nowMs } = means;
  const at = nowMs();
  const written = await write<Counts>(db, { kind, nowMs: at }, async (draft) => {
    const [entries, notes] = await Promise.all([db.entries.toArray(), db.notes.toArray()]);
    const arriving = new Set(read.value.articles.map(({ entryId }) => entryId));
    const articles = arriving.size ? await db.articles.bulkGet(entries.map(({ id }) => id)) : [];
    const existing = { entries, notes, articles: articles.flatMap((article) => (article ? [article] : [])) };
    const plan = planImport(existing, read.value, at);
    if (!dry) {
      draft.putAll(plan.pairs);
      for (const article of plan.articles) draft.keep(article);
      for (const { after } of plan.pairs) {
        for (const clock of Object.values(after.clocks)) {
          if (isBelievable(clock, at)) draft.seenClock = later(draft.seenClock, clock);
        }
      }
    }
    return ok({ added: plan.added, changed: plan.changed, same: plan.same });
  });
  return announced(db, written);
}

function unpacked(base64: string, nowMs: number): Result<Records> {
  try {
    return readBackup(
      Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
      nowMs,
    );
  } catch {
    return fail('not-understood', '1|damaged|');
  }
}
