/** Search for a view: reads the library into an index that answers while it grows, and follows every change. */
import type { Entry, Note } from '../../../core/library/records.ts';
import { type Query, parseQuery } from '../../../core/library/search/query.ts';
import { type Scanned, scan } from '../../../core/library/search/scan.ts';
import { type Hit, createSearch } from '../../../core/library/search/search.ts';
import { nextTurn } from '../../pace.ts';
import { LibraryDatabase } from '../database.ts';
import { followChanges } from './changes.ts';

/** How long to work before the page may draw and handle keys again, ms: less than a frame. */
const SLICE_MS = 10;
/** Articles read from the database at once. */
const BATCH = 40;
/** Most hits of one search: more than anyone scrolls through. */
const HITS_MOST = 500;

/** The state of the index: nothing read yet, titles and notes, or articles too. `failed` if the database refuses. */
export type SearchStage = 'reading' | 'notes' | 'all' | 'failed';

/** Search over the library as it is now. */
export interface LibrarySearch {
  /** What the query finds now, best first; more may come while `stage()` is not `all`. */
  find: (text: string, most?: number) => Hit[];
  query: (text: string) => Query;
  entry: (id: string) => Entry | undefined;
  note: (id: string) => Note | undefined;
  stage: () => SearchStage;
}

/**
 * Opens a search; `grown` is called whenever results may have changed. Where all live records were just read they are
 * taken as `known` and not read again, except for those that `changed` since.
 */
export function openSearch(
  grown: () => void,
  signal: AbortSignal,
  db = new LibraryDatabase(),
  known?: { entries: Entry[]; notes: Note[]; changed: string[] },
): LibrarySearch {
  const index = createSearch();
  const entries = new Map<string, Entry>();
  const notes = new Map<string, Note>();
  const notesOf = new Map<string, Set<string>>();
  let stage: SearchStage = 'reading';
  const missed = [...(known?.changed ?? [])];
  /** Changes are taken in one after the other, so that an older reading never overtakes a newer one. */
  let turn: Promise<unknown> = Promise.resolve();

  const forget = (entryId: string) => {
    for (const id of notesOf.get(entryId) ?? []) {
      notes.delete(id);
      index.drop('note', id);
    }
    notesOf.delete(entryId);
  };
  const hold = (note: Note) => {
    notes.set(note.id, note);
    const own = notesOf.get(note.entryId) ?? new Set();
    notesOf.set(note.entryId, own.add(note.id));
  };
  const refresh = async (entryIds: string[]) => {
    for (let at = 0; at < entryIds.length && !signal.aborted; at += BATCH) await take(entryIds.slice(at, at + BATCH));
    grown();
  };
  const take = async (entryIds: string[]) => {
    const [rows, marks, articles] = await Promise.all([
      db.entries.bulkGet(entryIds),
      db.notes.where('entryId').anyOf(entryIds).toArray(),
      db.articles.bulkGet(entryIds),
    ]);
    const touched = entryIds.map((id, at) => ({ id, entry: rows[at], body: articles[at]?.article.text ?? '' }));
    await inSlices(
      touched,
      ({ id, entry, body }) => {
        forget(id);
        if (entry && entry.deletedAt === undefined) {
          entries.set(id, entry);
          index.putEntry(entry, body);
        } else {
          entries.delete(id);
          index.drop('entry', id);
        }
      },
      signal,
    );
    const live = marks.filter(({ deletedAt, entryId }) => deletedAt === undefined && entries.has(entryId));
    await inSlices(
      live,
      (note) => {
        hold(note);
        index.putNote(note);
      },
      signal,
    );
  };
  const readAll = async () => {
    for (const entry of known?.entries ?? (await db.entries.toArray()))
      if (entry.deletedAt === undefined) entries.set(entry.id, entry);
    for (const note of known?.notes ?? (await db.notes.toArray()))
      if (note.deletedAt === undefined && entries.has(note.entryId)) hold(note);
    grown(); // from here on notes and titles are found by a scan
    await inSlices([...entries.values()], (entry) => index.putEntry(entry), signal);
    await inSlices([...notes.values()], (note) => index.putNote(note), signal);
    stage = 'notes';
    grown();
    const ids = [...entries.keys()];
    for (let at = 0; at < ids.length && !signal.aborted; at += BATCH) {
      const kept = await db.articles.bulkGet(ids.slice(at, at + BATCH));
      const work = kept.flatMap((one) => (one ? [one] : []));
      await inSlices(
        work,
        ({ entryId, article }) => {
          const entry = entries.get(entryId);
          if (entry) index.putEntry(entry, article.text);
        },
        signal,
      );
    }
    stage = 'all';
    await (turn = turn.then(() => refresh(missed)));
  };
  followChanges(async (entryIds) => {
    if (stage === 'all') await (turn = turn.then(() => refresh(entryIds)).catch(() => undefined));
    else missed.push(...entryIds);
  }, signal);
  void readAll().catch(() => {
    stage = 'failed';
    grown();
  });

  const things = (): Scanned[] => [
    ...[...entries.values()].map((entry) => ({ entry })),
    ...[...notes.values()].flatMap((note) => {
      const entry = entries.get(note.entryId);
      return entry ? [{ entry, note }] : [];
    }),
  ];
  return {
    find: (text, most = HITS_MOST) =>
      stage === 'reading' ? scan(things(), parseQuery(text), most) : index.find(parseQuery(text), most),
    query: parseQuery,
    entry: (id) => entries.get(id),
    note: (id) => notes.get(id),
    stage: () => stage,
  };
}

/** Does a piece of work for each item of a list, yielding to the page between slices. */
async function inSlices<T>(list: readonly T[], act: (item: T) => void, signal: AbortSignal): Promise<void> {
  let began = performance.now();
  for (const item of list) {
    if (signal.aborted) return;
    act(item);
    if (performance.now() - began < SLICE_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}
