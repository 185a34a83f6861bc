/**
 * One change of the library: reads what it needs, collects new records, and writes all of them in one transaction or
 * none.
 */
import { type Stamp, later, tick } from '../../../core/library/clock.ts';
import { type Pair, STEP_LIMIT, type Step, stepOf, writtenOn } from '../../../core/library/journal.ts';
import type { Clock, Entry, KeptArticle, Note } from '../../../core/library/records.ts';
import { syncName } from '../../../core/library/sync/content.ts';
import { type Failure, type Result, fail, ok } from '../../../core/result.ts';
import { boundEntry, boundNote } from '../../../core/library/bounds.ts';
import { type LibraryDatabase, isDiskFull, stored } from '../database.ts';
import { rememberToSend } from './outbox.ts';
import { isSmall, keepNewest, markTrouble, mayWrite } from './safety.ts';

/** The result of a change: its value, and the ids of the entries that changed. */
export interface Written<T> {
  value: T;
  entryIds: string[];
}

/** A refusal is thrown inside the transaction, so that the database rolls everything back. */
class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** A change in progress. Reads see what it has already written. */
export class Draft {
  readonly pairs = new Map<string, Pair>();
  readonly kept = new Map<string, KeptArticle>();
  readonly fresh = new Set<string>();
  readonly db: LibraryDatabase;
  readonly stamp: Stamp;
  /** Clocks met in records that came from elsewhere: ours must be later from now on. */
  seenClock: Clock | undefined;
  /** Names (`notes <id>`) that came from the server as they are now written: they need not be sent back. */
  readonly known = new Set<string>();
  /** Names that must be sent although nothing is written under them: what was there moved into another record. */
  readonly resend = new Set<string>();
  /**
   * Entries that views must read again although nothing is written there: they, or some of their notes, were removed.
   */
  readonly left = new Set<string>();

  constructor(db: LibraryDatabase, stamp: Stamp) {
    this.db = db;
    this.stamp = stamp;
  }

  async entry(id: string): Promise<Entry | undefined> {
    const pending = this.pairs.get(`entries ${id}`);
    return pending?.table === 'entries' ? pending.after : this.db.entries.get(id);
  }

  async note(id: string): Promise<Note | undefined> {
    const pending = this.pairs.get(`notes ${id}`);
    return pending?.table === 'notes' ? pending.after : this.db.notes.get(id);
  }

  /** Notes of an entry, those in the bin included. */
  async notesOf(entryId: string): Promise<Note[]> {
    const rows = await this.db.notes.where('entryId').equals(entryId).toArray();
    const notes = new Map(rows.map((row) => [row.id, row]));
    for (const pair of this.pairs.values()) if (pair.table === 'notes') notes.set(pair.after.id, pair.after);
    return [...notes.values()].filter((note) => note.entryId === entryId);
  }

  async articleOf(entryId: string): Promise<KeptArticle | undefined> {
    return this.kept.get(entryId) ?? this.db.articles.get(entryId);
  }

  async putEntry(after: Entry): Promise<Entry> {
    const before = await this.before('entries', after.id, () => this.db.entries.get(after.id));
    if (before !== after) this.pairs.set(`entries ${after.id}`, { table: 'entries', before, after });
    return after;
  }

  async putNote(after: Note): Promise<Note> {
    const before = await this.before('notes', after.id, () => this.db.notes.get(after.id));
    if (before !== after) this.pairs.set(`notes ${after.id}`, { table: 'notes', before, after });
    return after;
  }

  /** Keeps the article of an entry; this cannot be undone. */
  keep(article: KeptArticle): void {
    this.kept.set(article.entryId, article);
  }

  /** Keeps the articles of entries that had none; undone with the step. */
  keepFresh(articles: readonly KeptArticle[]): void {
    for (const article of articles) {
      this.keep(article);
      this.fresh.add(article.entryId);
    }
  }

  /** Many new or changed records at once, as an import brings them: `before` is what is known of each, null if new. */
  putAll(pairs: readonly Pair[]): void {
    for (const pair of pairs) this.pairs.set(`${pair.table} ${pair.after.id}`, pair);
  }

  private async before<R>(table: Pair['table'], id: string, load: () => Promise<R | undefined>): Promise<R | null> {
    const pending = this.pairs.get(`${table} ${id}`);
    return pending ? (pending.before as R | null) : ((await load()) ?? null); // same table, same record
  }
}

/** How a change is written. `journalled: false` for a change that nobody would undo (a merge, an observation). */
export interface WriteOptions {
  kind: string;
  nowMs: number;
  journalled?: boolean;
  /** Whether the change is also kept with the last backup; defaults to `journalled`. */
  backedUp?: boolean;
  /** Shared by changes that are undone together, such as the pieces of one import. */
  group?: string;
}

/**
 * Makes one change. Where `work` answers a failure, or the database refuses, or the worker dies, nothing is changed.
 * Once it resolves, the change is on the disk, and a small one also outside the database.
 */
export async function write<T>(
  db: LibraryDatabase,
  options: WriteOptions,
  work: (draft: Draft) => Promise<Result<T>>,
): Promise<Result<Written<T>>> {
  const { nowMs, journalled = true, backedUp = journalled } = options;
  const may = await mayWrite(db, nowMs);
  if (!may.ok) return may;
  const done = await stored(() => transact(db, options, work));
  if (!done.ok) {
    if (done.error.kind.startsWith('storage-')) await markTrouble();
    return done;
  }
  const { draft, value } = done.value;
  const { entries, notes } = recordsOf(draft);
  // In the database and nowhere else, and a full disk may take that: not acknowledged, so that the words stay open.
  const isKept = !backedUp || (await keepNewest(db, draft.stamp.clock, { entries, notes }));
  if (!isKept && (await isDiskFull())) return fail('storage-full', 'no room beside the database');
  return ok({ value, entryIds: touched(draft) });
}

async function transact<T>(
  db: LibraryDatabase,
  { kind, nowMs, journalled = true, backedUp = journalled, group }: WriteOptions,
  work: (draft: Draft) => Promise<Result<T>>,
): Promise<Result<{ draft: Draft; value: T }>> {
  try {
    return await db.transaction('rw', db.tables, async () => {
      const draft = new Draft(db, await stampOf(db, nowMs));
      const answer = await work(draft);
      if (!answer.ok) throw new Refused(answer.error);
      await flush(draft, backedUp);
      if (journalled) await addStep(db, stepOf(kind, nowMs, [...draft.pairs.values()], [...draft.fresh], group));
      return ok({ draft, value: answer.value });
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, error: thrown.failure };
    throw thrown;
  }
}

/** The next clock of this device; names the device at its first write. */
async function stampOf(db: LibraryDatabase, nowMs: number): Promise<Stamp> {
  const [clock, device] = await db.meta.bulkGet(['clock', 'device']);
  let name = device?.value;
  if (typeof name !== 'string') {
    name = crypto.randomUUID().slice(0, 8);
    await db.meta.put({ key: 'device', value: name });
  }
  return { clock: tick(typeof clock?.value === 'string' ? clock.value : undefined, nowMs, name), nowMs };
}

async function flush(draft: Draft, backedUp: boolean): Promise<void> {
  const { db, pairs, kept, known, resend, stamp, seenClock } = draft;
  if (!pairs.size && !kept.size && !resend.size) return;
  bindAll(pairs);
  const { entries, notes } = recordsOf(draft);
  if (entries.length) await db.entries.bulkPut(entries);
  if (notes.length) await db.notes.bulkPut(notes);
  if (kept.size) await db.articles.bulkPut([...kept.values()]);
  // The pairs' own keys are their names.
  const names = [...pairs.keys(), ...[...kept.keys()].map((id) => syncName('articles', id))];
  await rememberToSend(db, [...names.filter((name) => !known.has(name)), ...resend], stamp.clock);
  await db.meta.put({ key: 'clock', value: later(stamp.clock, seenClock) ?? stamp.clock });
  if (backedUp && !isSmall(entries, notes)) await db.meta.put({ key: 'backupWanted', value: 1 });
}

/** Every record passes here, so that everything stored can be restored from a backup. */
function bindAll(pairs: Map<string, Pair>): void {
  for (const [key, pair] of pairs) {
    if (pair.table === 'entries') pairs.set(key, { ...pair, after: boundEntry(pair.after) });
    else pairs.set(key, { ...pair, after: boundNote(pair.after) });
  }
}

function recordsOf({ pairs }: Draft): { entries: Entry[]; notes: Note[] } {
  const [entries, notes]: [Entry[], Note[]] = [[], []];
  for (const pair of pairs.values()) {
    if (pair.table === 'entries') entries.push(pair.after);
    else notes.push(pair.after);
  }
  return { entries, notes };
}

/** A new step drops the undone steps of the same entries: they can no longer be redone. */
async function addStep(db: LibraryDatabase, step: Step | null): Promise<void> {
  if (!step) return;
  const overlapping = await db.journal.where('entryIds').anyOf(step.entryIds).distinct().toArray();
  const gone = overlapping.flatMap((one) => (one.undoneAt !== undefined && one.seq !== undefined ? [one.seq] : []));
  if (gone.length) await db.journal.bulkDelete(gone);
  await db.journal.put(writtenOn(await db.journal.orderBy('seq').last(), step) ?? step);
  await letStepsGo(db);
}

/** Drops the oldest steps beyond the bound; the pieces of one import count as one. */
async function letStepsGo(db: LibraryDatabase): Promise<void> {
  const all = await db.journal.count();
  if (all <= STEP_LIMIT) return;
  const [grouped, groups] = await Promise.all([
    db.journal.where('group').above('').count(),
    db.journal.orderBy('group').uniqueKeys(),
  ]);
  for (let surplus = all - grouped + groups.length - STEP_LIMIT; surplus > 0; surplus -= 1) {
    const oldest = await db.journal.orderBy('seq').first();
    if (oldest?.group !== undefined) await db.journal.where('group').equals(oldest.group).delete();
    else if (oldest?.seq !== undefined) await db.journal.delete(oldest.seq);
  }
}

function touched({ pairs, kept, left }: Draft): string[] {
  const ids = [...pairs.values()].flatMap((pair) => [
    pair.table === 'entries' ? pair.after.id : pair.after.entryId,
    ...(pair.table === 'notes' && pair.before ? [pair.before.entryId] : []),
  ]);
  return [...new Set([...ids, ...kept.keys(), ...left])];
}
