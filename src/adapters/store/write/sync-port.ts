/**
 * The library's side of sync on Dexie: what waits to be sent, and what arrived, merged with its place in one
 * transaction.
 */
import { isBelievable, later } from '../../../core/library/clock.ts';
import { type Entry, type Erased, type Note, RECORD_VERSION } from '../../../core/library/records.ts';
import { type Content, type SyncTable, partsOfName, syncName } from '../../../core/library/sync/content.ts';
import { broughtBack, deletedUnseen } from '../../../core/library/sync/deletions.ts';
import { isSameContent, joinAll, saysAll } from '../../../core/library/sync/join.ts';
import { ok } from '../../../core/result.ts';
import type { Arrived, LibraryPort, ReplicaCheckpoint, Taken } from '../../sync/library-port.ts';
import type { LibraryDatabase } from '../database.ts';
import { FOLLOWING, rememberToSend } from './outbox.ts';
import { eraseDeferred, moveNotes, reviveHomes, reconcileEntries } from './reconcile-entries.ts';
import { type Draft, write } from './write.ts';

/** The key in `meta` for the checkpoint of the replica, `<replica> <seq>`. */
const PLACE = 'syncPlace';

/** The port on this database. `nowMs` is the time of each write. */
export function libraryPort(db: LibraryDatabase, nowMs: () => number): LibraryPort {
  return {
    place: async () => readCheckpoint((await db.meta.get(PLACE))?.value),
    take: (batch, to) => take(db, nowMs(), batch, to),
    complete: async () => {
      const cameBack: string[] = [];
      const written = await write<null>(db, { kind: 'sync', nowMs: nowMs(), journalled: false }, async (draft) => {
        cameBack.push(...(await eraseDeferred(draft)), ...(await reviveHomes(draft)));
        return ok(null);
      });
      return written.ok ? ok<Taken>({ entryIds: written.value.entryIds, cameBack }) : written;
    },
    waiting: (most) =>
      db.transaction('r', db.tables, async () => {
        const rows = await db.outbox
          .filter(({ heldAt }) => heldAt !== RECORD_VERSION)
          .limit(most)
          .toArray();
        return Promise.all(rows.map(async ({ name, mark }) => ({ name, mark, content: await contentOf(db, name) })));
      }),
    count: () => db.outbox.filter(({ heldAt }) => heldAt !== RECORD_VERSION).count(),
    settle: (sent) =>
      db.transaction('rw', db.outbox, async () => {
        const rows = await db.outbox.bulkGet(sent.map(({ name }) => name));
        const done = sent.filter(({ mark }, at) => rows[at]?.mark === mark);
        await db.outbox.bulkDelete(done.map(({ name }) => name));
      }),
    hold: async (names) => {
      await db.outbox
        .where('name')
        .anyOf([...names])
        .modify({ heldAt: RECORD_VERSION });
    },
    names: () => namesOf(db),
    enqueue: (names) =>
      db.transaction('rw', db.tables, async () => {
        const all = names === 'all' ? await namesOf(db) : names;
        await rememberToSend(db, all, `again ${crypto.randomUUID()}`);
      }),
    follow: (on) =>
      db.transaction('rw', db.outbox, db.meta, async () => {
        if (on) await db.meta.put({ key: FOLLOWING, value: 1 });
        else {
          await db.meta.bulkDelete([FOLLOWING, PLACE]);
          await db.outbox.clear();
        }
      }),
  };
}

async function namesOf(db: LibraryDatabase): Promise<string[]> {
  const named = async (table: SyncTable) =>
    (await db[table].toCollection().primaryKeys()).map((id) => syncName(table, id));
  const erased = (await db.erased.toArray()).map(({ table, id }) => syncName(table, id));
  return [...(await named('entries')), ...(await named('notes')), ...(await named('articles')), ...erased];
}

/** What the library holds under a name, in the transaction that is open. */
async function contentOf(db: LibraryDatabase, name: string): Promise<Content | null> {
  const parts = partsOfName(name);
  if (!parts) return null;
  const { table, id } = parts;
  if (table === 'articles') {
    const record = await db.articles.get(id);
    return record ? { table, record } : null;
  }
  const record = table === 'entries' ? await db.entries.get(id) : await db.notes.get(id);
  if (record) return 'quote' in record ? { table: 'notes', record } : { table: 'entries', record };
  const erased = await db.erased.get(id);
  return erased?.table === table ? { table: 'erased', record: erased } : null;
}

function take(db: LibraryDatabase, nowMs: number, batch: readonly Arrived[], to: ReplicaCheckpoint) {
  return (async () => {
    const cameBack = new Set<string>();
    const again = new Set<string>();
    const written = await write<null>(db, { kind: 'sync', nowMs, journalled: false }, async (draft) => {
      for (const arrived of batch) {
        const back = await takeOne(draft, arrived, again, nowMs);
        if (back) cameBack.add(arrived.name);
      }
      await reconcileEntries(draft);
      await rememberToSend(db, again, draft.stamp.clock);
      await db.meta.put({ key: PLACE, value: `${to.replica} ${to.seq}` });
      return ok(null);
    });
    if (!written.ok) return written;
    return ok<Taken>({ entryIds: written.value.entryIds, cameBack: [...cameBack] });
  })();
}

/** Merges what arrived under one name. True if it was deleted on one side and has come back. */
async function takeOne(draft: Draft, arrived: Arrived, again: Set<string>, nowMs: number): Promise<boolean> {
  const { db } = draft;
  const local = await contentOf(db, arrived.name);
  const joined = joinAll([...(local ? [local] : []), ...arrived.contents]);
  if (!joined) return false;
  if (arrived.again || !saysAll(arrived.contents[0], joined, nowMs)) again.add(arrived.name);
  if (isSameContent(joined, local)) return false;
  draft.known.add(arrived.name);
  if (joined.table === 'erased') {
    await eraseHere(draft, joined.record);
    return false;
  }
  if (joined.table === 'articles') {
    draft.keep(joined.record);
    return false;
  }
  const copies = [...(local ? [local] : []), ...arrived.contents];
  const record = revived(joined.record, copies, draft);
  for (const clock of Object.values(record.clocks)) {
    if (isBelievable(clock, nowMs)) draft.seenClock = later(draft.seenClock, clock);
  }
  if (record !== joined.record) draft.known.delete(arrived.name);
  if ('quote' in record) await draft.putNote(record);
  else await draft.putEntry(record);
  if (local?.table === 'erased') await db.erased.delete(record.id);
  return (record !== joined.record || wasDeleted(local)) && record.deletedAt === undefined;
}

/** The record, taken out of the bin if whoever deleted it had not seen a later edit. */
function revived(joined: Entry | Note, copies: readonly Content[], { stamp }: Draft): Entry | Note {
  const records = copies.flatMap((copy) => (copy.table === 'entries' || copy.table === 'notes' ? [copy.record] : []));
  return deletedUnseen(joined, records) ? broughtBack(joined, stamp) : joined;
}

function wasDeleted(content: Content | null): boolean {
  if (content === null || content.table === 'articles') return false;
  return content.table === 'erased' || content.record.deletedAt !== undefined;
}

/**
 * Erases the record and keeps a tombstone. An entry with live notes stays until everything on the server has arrived;
 * `complete` then decides.
 */
async function eraseHere(draft: Draft, erased: Erased): Promise<void> {
  const { db, pairs } = draft;
  const { table, id, into } = erased;
  draft.left.add(table === 'entries' ? id : ((await draft.note(id))?.entryId ?? id));
  await db.erased.put(erased);
  if (table === 'notes') {
    pairs.delete(syncName(table, id));
    return db.notes.delete(id);
  }
  if (into !== undefined) await moveNotes(draft, id, into);
  else if ((await draft.notesOf(id)).some(({ deletedAt }) => deletedAt === undefined)) return undefined;
  pairs.delete(syncName(table, id));
  await db.entries.delete(id);
  await db.articles.delete(id);
}

function readCheckpoint(kept: unknown): ReplicaCheckpoint | null {
  const [replica = '', seq] = typeof kept === 'string' ? kept.split(' ') : [];
  return seq !== undefined && /^\d+$/u.test(seq) ? { replica, seq: Number(seq) } : null;
}
