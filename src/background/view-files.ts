/** Handlers about files: pieces of imports and backups, each merged in one transaction, and when to back up. */
import type { Handlers } from '../adapters/browser/channel.ts';
import { type LibraryDatabase, stored } from '../adapters/store/database.ts';
import { backupDays } from '../adapters/store/read/backups.ts';
import { backUpNow } from '../adapters/store/write/backups.ts';
import { type Draft, write } from '../adapters/store/write/write.ts';
import { isBelievable, later } from '../core/library/clock.ts';
import { readOwn } from '../core/library/import/own.ts';
import { type Binned, type Counts, type ImportPlan, type Trust, planImport } from '../core/library/import/plan.ts';
import type { Records } from '../core/library/records.ts';
import { addressAliases } from '../core/library/address-aliases.ts';
import { urlKey } from '../core/library/url-key.ts';
import { type Result, ok } from '../core/result.ts';
import type { FromView } from '../messages.ts';
import { type Dependencies, announced } from './announce.ts';

type Kinds = 'library.take' | 'backup.make' | 'backup.saved' | 'loss.answer';

/** A piece of a file, checked. */
interface Piece {
  records: Records;
  trust: Trust;
  dry: boolean;
  group: string;
  counted: string[];
}

/** The handlers about files. */
export function fileHandlers(dependencies: Dependencies): Pick<Handlers<FromView>, Kinds> {
  const { db, nowMs } = dependencies;
  return {
    'library.take': async ({ records: given, trust, group, dry = false, counted = [] }) => {
      const { records, refused } = checked(given, nowMs());
      const taken = await take(dependencies, { records, trust, dry, group, counted });
      return taken.ok ? ok({ ...taken.value, refused }) : taken;
    },

    'backup.make': async () => {
      const made = await backUpNow(db, nowMs());
      return made.ok ? ok(null) : made;
    },

    'backup.saved': () =>
      stored(async () => {
        await db.meta.put({ key: 'savedOutsideAt', value: nowMs() });
        return ok(null);
      }),

    'loss.answer': () =>
      stored(async () => {
        // What was restored must not wait for tomorrow's backup: the fault may happen again.
        await backUpNow(db, nowMs());
        const days = await backupDays(db);
        const latest = days.ok ? Math.max(0, ...days.value.map(({ order }) => order)) : 0;
        await db.meta.put({ key: 'lossAnswered', value: latest });
        return ok(null);
      }),
  };
}

/** The valid records of a piece, and the number of invalid ones. */
function checked(given: Record<keyof Records, unknown[]>, nowMs: number): { records: Records; refused: number } {
  const records: Records = { entries: [], notes: [], articles: [] };
  let refused = 0;
  for (const table of ['entries', 'notes', 'articles'] as const) {
    for (const row of given[table]) if (readOwn([], table, row, nowMs, records)) refused += 1;
  }
  return { records, refused };
}

async function take(dependencies: Dependencies, { records, trust, dry, group, counted }: Piece): Promise<Result<Told>> {
  const { db, nowMs } = dependencies;
  const options = { kind: 'library.import', nowMs: nowMs(), group, journalled: !dry };
  const written = await write<Told>(db, options, async (draft) => {
    const plan = planImport(await metBy(db, records), records, draft.stamp, trust);
    if (!dry) put(draft, plan);
    return ok(withoutCounted(plan, counted));
  });
  return announced(db, written);
}

type Told = Counts & { binned: Binned };

/** What is reported of a plan: its counts, without entries that an earlier part of the same file has counted. */
function withoutCounted({ pairs, binned, ...counts }: ImportPlan, counted: readonly string[]): Told {
  let { added, changed, same } = counts;
  for (const id of counted) {
    const pair = pairs.find(({ table, after }) => table === 'entries' && after.id === id);
    if (!pair) same -= 1;
    else if (pair.before) changed -= 1;
    else added -= 1;
  }
  return { added, changed, same: Math.max(0, same), binned };
}

function put(draft: Draft, plan: ImportPlan): void {
  draft.putAll(plan.pairs);
  draft.keepFresh(plan.articles);
  for (const { after } of plan.pairs) {
    for (const clock of Object.values(after.clocks)) {
      if (isBelievable(clock, draft.stamp.nowMs)) draft.seenClock = later(draft.seenClock, clock);
    }
  }
}

/**
 * The part of the library that a piece may touch: entries by id and address, their notes and articles, and notes by id.
 */
async function metBy(db: LibraryDatabase, { entries, notes, articles }: Records): Promise<Records> {
  const ids = [...entries.map(({ id }) => id), ...notes.map(({ entryId }) => entryId)];
  const keys = entries.flatMap(({ url, urlKey: key, aliases }) => [
    urlKey(url),
    key,
    ...aliases,
    ...addressAliases(url),
  ]);
  const [byId, byKey, byAlias, own] = await Promise.all([
    db.entries.bulkGet([...new Set(ids)]),
    db.entries.where('urlKey').anyOf(keys).toArray(),
    db.entries.where('aliases').anyOf(keys).distinct().toArray(),
    db.notes.bulkGet(notes.map(({ id }) => id)),
  ]);
  const homes = await db.entries.bulkGet(own.flatMap((note) => (note ? [note.entryId] : [])));
  const met = new Map(
    [...byId, ...homes, ...byKey, ...byAlias].flatMap((one) => (one ? [[one.id, one] as const] : [])),
  );
  const under = await db.notes
    .where('entryId')
    .anyOf([...met.keys()])
    .toArray();
  const all = new Map([...under, ...own].flatMap((note) => (note ? [[note.id, note] as const] : [])));
  const kept = articles.length
    ? await db.articles
        .where('entryId')
        .anyOf([...met.keys()])
        .toArray()
    : [];
  return { entries: [...met.values()], notes: [...all.values()], articles: kept };
}
