/**
 * Repairs relations after a batch arrived: every note has its entry, and every address one entry. A Dexie transaction
 * is lost after a hundred awaits without a question to the database, so what is pending is looked up without awaiting.
 */
import { changeNote } from '../../../core/library/change.ts';
import { mergeArticles } from '../../../core/library/merge.ts';
import type { Entry, KeptArticle, Note } from '../../../core/library/records.ts';
import { syncName } from '../../../core/library/sync/content.ts';
import { broughtBack } from '../../../core/library/sync/deletions.ts';
import { homeFirst, isSameArticle, movedEntry, unitedEntry } from '../../../core/library/sync/duplicates.ts';
import type { Draft } from './write.ts';

/** Entries that became parts of others, one after the other, that are followed to the one that stayed. */
const MOVES_MOST = 20;

/** Moves notes whose entry became part of another, and unites entries of one address. */
export async function reconcileEntries(draft: Draft): Promise<void> {
  await moveHomeless(draft);
  const fresh = pendingEntries(draft).filter(({ deletedAt }) => deletedAt === undefined);
  if (!fresh.length) return;
  const keys = [...new Set(fresh.flatMap(({ urlKey, aliases }) => [urlKey, ...aliases]))];
  const { db } = draft;
  const rows = [
    ...(await db.entries.where('urlKey').anyOf(keys).toArray()),
    ...(await db.entries.where('aliases').anyOf(keys).toArray()),
  ];
  const known = new Map([...rows, ...pendingEntries(draft)].map((entry) => [entry.id, entry]));
  for (const { id } of fresh) {
    for (const other of [...known.values()]) {
      const current = known.get(id);
      if (!current || !known.has(other.id) || !isSameArticle(current, other)) continue;
      const [home, guest] = homeFirst(current, other);
      known.set(home.id, await unite(draft, home, guest));
      known.delete(guest.id);
    }
  }
}

function pendingEntries({ pairs }: Draft): Entry[] {
  return [...pairs.values()].flatMap((pair) => (pair.table === 'entries' ? [pair.after] : []));
}

async function moveHomeless(draft: Draft): Promise<void> {
  const { db, pairs } = draft;
  const notes = [...pairs.values()].flatMap((pair) => (pair.table === 'notes' ? [pair.after] : []));
  const pending = new Set(pendingEntries(draft).map(({ id }) => id));
  const homes = [...new Set(notes.map(({ entryId }) => entryId))].filter((id) => !pending.has(id));
  const there = await db.entries.bulkGet(homes);
  const missing = homes.filter((_id, at) => !there[at]);
  for (const from of missing) {
    const to = await movedTo(draft, from);
    if (to === null) continue;
    const own = notes.filter(({ entryId }) => entryId === from);
    for (const note of own) rewrite(draft, changeNote(note, { entryId: to }, draft.stamp), note);
  }
}

/** The entry that a removed entry was merged into; null if there is none. */
async function movedTo({ db }: Draft, from: string): Promise<string | null> {
  let at = from;
  for (let moves = 0; moves < MOVES_MOST; moves += 1) {
    const into = (await db.erased.get(at))?.into;
    if (into === undefined) return at === from ? null : at;
    at = into;
  }
  return null;
}

async function unite(draft: Draft, home: Entry, guest: Entry): Promise<Entry> {
  const { db, stamp } = draft;
  draft.known.delete(syncName('entries', home.id));
  const united = await draft.putEntry(unitedEntry(home, guest, stamp));
  await moveNotes(draft, guest.id, home.id);
  await moveArticle(draft, guest.id, home.id);
  draft.pairs.delete(syncName('entries', guest.id));
  await db.entries.delete(guest.id);
  await db.erased.put(movedEntry(guest, home, stamp.nowMs));
  draft.left.add(guest.id);
  draft.resend.add(syncName('entries', guest.id));
  return united;
}

/** Moves every note of one entry to another. */
export async function moveNotes(draft: Draft, from: string, to: string): Promise<void> {
  for (const note of await draft.notesOf(from)) {
    rewrite(draft, changeNote(note, { entryId: to }, draft.stamp), note);
  }
}

async function moveArticle(draft: Draft, from: string, to: string): Promise<void> {
  const guest = await draft.articleOf(from);
  if (!guest) return;
  const home = await draft.articleOf(to);
  const moved: KeptArticle = { ...guest, entryId: to };
  draft.known.delete(syncName('articles', to));
  draft.keep(home ? mergeArticles(home, moved) : moved);
  draft.kept.delete(from);
  await draft.db.articles.delete(from);
  draft.resend.add(syncName('articles', from));
}

/** Changes made here must be sent, whatever arrived. */
function rewrite(draft: Draft, after: Note, before: Note): void {
  const name = syncName('notes', after.id);
  draft.known.delete(name);
  const pending = draft.pairs.get(name);
  draft.putAll([{ table: 'notes', before: pending?.table === 'notes' ? pending.before : before, after }]);
}

/**
 * Erases entries whose erasure waited for their notes; those whose notes live on come back, and say so. Returns their
 * names.
 */
export async function eraseDeferred(draft: Draft): Promise<string[]> {
  const { db, stamp } = draft;
  const erased = (await db.erased.toArray()).filter(({ table }) => table === 'entries');
  const rows = await db.entries.bulkGet(erased.map(({ id }) => id));
  const cameBack: string[] = [];
  for (const entry of rows) {
    if (!entry) continue;
    const live = (await draft.notesOf(entry.id)).some(({ deletedAt }) => deletedAt === undefined);
    if (live) {
      await draft.putEntry(broughtBack(entry, stamp));
      await db.erased.delete(entry.id);
      cameBack.push(syncName('entries', entry.id));
    } else {
      await db.entries.delete(entry.id);
      await db.articles.delete(entry.id);
      draft.left.add(entry.id);
    }
  }
  return cameBack;
}

/** Takes entries out of the bin that have a live note, written on another device. Returns their names. */
export async function reviveHomes(draft: Draft): Promise<string[]> {
  const binned = await draft.db.entries.orderBy('deletedAt').toArray();
  const notes = await draft.db.notes
    .where('entryId')
    .anyOf(binned.map(({ id }) => id))
    .toArray();
  const homes = new Set(notes.flatMap(({ deletedAt, entryId }) => (deletedAt === undefined ? [entryId] : [])));
  const cameBack: string[] = [];
  for (const entry of binned) {
    if (!homes.has(entry.id)) continue;
    draft.putAll([{ table: 'entries', before: entry, after: broughtBack(entry, draft.stamp) }]);
    cameBack.push(syncName('entries', entry.id));
  }
  return cameBack;
}
