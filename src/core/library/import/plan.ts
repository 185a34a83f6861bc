/** Plans an import or a restore: which records are new, which change, and which exist already. Pure. */
import { changeEntry } from '../change.ts';
import type { Stamp } from '../clock.ts';
import type { Pair } from '../journal.ts';
import { mergeEntries, mergeNotes } from '../merge.ts';
import { isSame } from '../plain.ts';
import { type Entry, type KeptArticle, type Note, RECORD_VERSION, type Records } from '../records.ts';
import { urlKey } from '../url-key.ts';
import { arrived, fillEntry, fillNote, withoutDoubles } from './fill.ts';
import { createDuplicateFinder } from './duplicate-notes.ts';
import { addressAliases } from '../address-aliases.ts';

/**
 * How far a file is trusted. `fill`: any file; existing records only take what they lack. `restore`: a backup of the
 * person's own library; for equal ids the later value of each field wins, as between two devices. Neither deletes
 * anything or replaces an existing article.
 */
export type Trust = 'fill' | 'restore';

/** What the person is shown: counts of entries and notes together. */
export interface Counts {
  added: number;
  changed: number;
  same: number;
}

/** The items of a file that are in the bin, by the library's own ids. */
export interface Binned {
  entries: string[];
  notes: string[];
}

/** What is to be written. */
export interface ImportPlan extends Counts {
  pairs: Pair[];
  /** What the file holds too and stays in the bin: the person may want it back. */
  binned: Binned;
  /** Articles of entries that had none. */
  articles: KeptArticle[];
}

interface Planning {
  plan: ImportPlan;
  existing: Records;
  incoming: Records;
  stamp: Stamp;
  trust: Trust;
  /** Which entry of the library each incoming entry is. */
  homes: Map<string, string>;
  /** The entries after the plan. */
  entries: Map<string, Entry>;
}

/**
 * Plans the merge of `incoming` into `existing` (at least all entries, notes and articles that `incoming` may meet).
 * Planning again on the outcome plans nothing. Times of the file that lie ahead are brought to the moment of arrival.
 */
export function planImport(existing: Records, incoming: Records, stamp: Stamp, trust: Trust = 'fill'): ImportPlan {
  const binned: Binned = { entries: [], notes: [] };
  const plan: ImportPlan = { pairs: [], articles: [], binned, added: 0, changed: 0, same: 0 };
  const entries = new Map(existing.entries.map((entry) => [entry.id, entry]));
  const planning: Planning = { plan, existing, incoming, stamp, trust, homes: new Map(), entries };
  planEntries(planning);
  const { notes, metNotes } = planNotes(planning);
  reviveEntries(planning, notes);
  const homes = new Set(planning.homes.values());
  const met = existing.entries.filter(({ id }) => homes.has(id)).map(({ id }) => id);
  binned.entries = inBin(met, entries);
  binned.notes = inBin(metNotes, notes);
  planArticles(planning);
  count(planning, 'entries', existing.entries, entries, incoming.entries.length);
  count(planning, 'notes', existing.notes, notes, incoming.notes.length);
  return plan;
}

/** Each incoming entry is one of the library by id, else by address; itself where it is new. */
function planEntries({ existing, incoming, stamp, trust, homes, entries }: Planning): void {
  const byKey = new Map<string, string>();
  const enter = (entry: Entry) => {
    for (const key of [entry.urlKey, ...entry.aliases]) if (!byKey.has(key)) byKey.set(key, entry.id);
  };
  for (const entry of existing.entries.toSorted((a, b) => (a.deletedAt ?? 0) - (b.deletedAt ?? 0))) enter(entry);
  for (const given of incoming.entries) {
    const arriving = arrived(trust === 'fill' ? honest(given) : given, stamp.nowMs);
    const home = entries.has(arriving.id) ? arriving.id : homeOf(arriving, byKey, entries);
    const known = home === undefined ? undefined : entries.get(home);
    const after = known ? join(known, arriving, trust) : arriving;
    homes.set(given.id, after.id);
    entries.set(after.id, after);
    enter(after);
  }
}

/**
 * An entry of an imported file, without aliases on other sites: an alias of another site would show that site its
 * notes.
 */
function honest(entry: Entry): Entry {
  return { ...live(entry), urlKey: urlKey(entry.url), aliases: addressAliases(entry.url).toSorted() };
}

function homeOf(entry: Entry, byKey: Map<string, string>, entries: Map<string, Entry>): string | undefined {
  for (const key of [entry.urlKey, ...entry.aliases, ...addressAliases(entry.url)]) {
    const id = byKey.get(key);
    const known = id === undefined ? undefined : entries.get(id);
    if (known && !known.parted.includes(entry.urlKey) && !entry.parted.includes(known.urlKey)) return id;
  }
  return undefined;
}

/** Joined by id in one's own backup the entries merge; joined by address alone the file's only fills gaps. */
function join(known: Entry, arriving: Entry, trust: Trust): Entry {
  if (trust === 'fill' || known.id !== arriving.id) return fillEntry(known, arriving);
  return kept(known, unbinned(known, mergeEntries(known, arriving)));
}

/** Notes by id after the plan, and the ids of the library's notes that are also in the file. */
interface PlannedNotes {
  notes: Map<string, Note>;
  metNotes: Set<string>;
}

function planNotes({ existing, incoming, stamp: { nowMs }, trust, homes, entries }: Planning): PlannedNotes {
  const met = new Set<string>();
  const notes = new Map(existing.notes.map((note) => [note.id, note]));
  const findDuplicate = createDuplicateFinder(existing.notes);
  for (const given of incoming.notes) {
    const entryId = homes.get(given.entryId) ?? given.entryId;
    const arriving = arrived({ ...given, entryId }, nowMs);
    if (!entries.has(entryId)) entries.set(entryId, entryOfNote(arriving));
    const known = notes.get(arriving.id);
    const duplicate = known ? undefined : findDuplicate(arriving);
    const own = known ?? (duplicate && notes.get(duplicate.id));
    if (own) met.add(own.id);
    if (!own) notes.set(arriving.id, trust === 'fill' ? live(arriving) : arriving);
    else if (known && trust === 'restore') {
      notes.set(own.id, kept(own, unbinned(own, withoutDoubles(mergeNotes(own, arriving)))));
    } else notes.set(own.id, kept(own, fillNote(own, arriving, duplicate !== undefined)));
  }
  return { notes, metNotes: met };
}

/** Those of the ids whose record is in the bin. */
function inBin(ids: Iterable<string>, records: ReadonlyMap<string, Entry | Note>): string[] {
  return [...new Set(ids)].filter((id) => records.get(id)?.deletedAt !== undefined);
}

/** The entry of a note whose own is nowhere: damaged in the file, for example. */
function entryOfNote({ entryId, url, createdAt }: Note): Entry {
  return {
    id: entryId,
    version: RECORD_VERSION,
    url,
    title: url,
    urlKey: urlKey(url),
    tags: [],
    broughtBack: [],
    ...{ aliases: addressAliases(url).toSorted(), parted: [], clocks: {} },
    addedAt: createdAt,
    changedAt: createdAt,
    openedAt: createdAt,
  };
}

function live<R extends Entry | Note>({ deletedAt: _binned, ...record }: R): R {
  return record as R; // the same record without an optional field
}

/** What is live stays live, and what is in the bin already keeps the moment from which its days there count. */
function unbinned<R extends Entry | Note>(known: R, merged: R): R {
  if (merged.deletedAt === undefined || merged.deletedAt === known.deletedAt) return merged;
  return known.deletedAt === undefined ? live(merged) : { ...merged, deletedAt: known.deletedAt };
}

/** An entry in the bin comes out where a live note comes under it: nobody would find the note there. */
function reviveEntries({ entries, existing, stamp }: Planning, notes: ReadonlyMap<string, Note>): void {
  const before = new Map(existing.notes.map((note) => [note.id, note]));
  for (const note of notes.values()) {
    const entry = entries.get(note.entryId);
    if (!entry || entry.deletedAt === undefined || note.deletedAt !== undefined || before.get(note.id) === note)
      continue;
    entries.set(entry.id, changeEntry(entry, { deletedAt: null }, stamp));
  }
}

/** Articles come to entries that have none. */
function planArticles({ plan, existing, incoming, stamp, homes }: Planning): void {
  const there = new Set(existing.articles.map(({ entryId }) => entryId));
  for (const article of incoming.articles) {
    const entryId = homes.get(article.entryId);
    if (entryId === undefined || there.has(entryId)) continue;
    there.add(entryId);
    plan.articles.push({ ...article, entryId, keptAt: Math.min(article.keptAt, stamp.nowMs) });
  }
}

function kept<R>(known: R, after: R): R {
  return isSame(known, after) ? known : after;
}

function count(
  { plan }: Planning,
  table: Pair['table'],
  existing: readonly (Entry | Note)[],
  after: ReadonlyMap<string, Entry | Note>,
  incoming: number,
): void {
  const before = new Map(existing.map((record) => [record.id, record]));
  let touched = 0;
  for (const [id, record] of after) {
    const known = before.get(id);
    if (known === record) continue;
    plan.pairs.push({ table, before: known ?? null, after: record } as Pair); // of one table, as they were given
    if (known) plan.changed += 1;
    else plan.added += 1;
    touched += 1;
  }
  plan.same += Math.max(0, incoming - touched);
}
