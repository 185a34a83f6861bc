/** The newest changes, kept next to the last backup: one value for each change since then, in the order of writing. */
import { mergeEntries, mergeNotes } from '../merge.ts';
import { parseEntry, parseNote } from '../parse-records.ts';
import { isRecord } from '../plain.ts';
import { type Clock, type Entry, type Note, RECORD_VERSION, type Records } from '../records.ts';

/** The prefix of these values' keys. */
export const NEWEST = 'newest:';
/** Most records of one change that is kept this way; a larger one (an import) gets a backup at once. */
export const NEWEST_MOST = 50;

/** The key of one change of a library; keys sort in the order of writing. */
export function newestKey(device: string, clock: Clock): string {
  return `${NEWEST}${device}:${clock}`;
}

/** The library of a key; null if the key is not one of these. */
export function libraryOfKey(key: string): string | null {
  const [, device] = key.startsWith(NEWEST) ? key.split(':') : [];
  return device ?? null;
}

/** The records of a library after all of these changes; what cannot be read is left out. */
export function newestRecords(values: Record<string, unknown>, device: string, nowMs: number): Records {
  const [entries, notes] = [new Map<string, Entry>(), new Map<string, Note>()];
  for (const key of Object.keys(values).toSorted()) {
    const value = values[key];
    if (libraryOfKey(key) !== device || !isRecord(value)) continue;
    for (const row of Array.isArray(value.entries) ? value.entries : []) {
      const entry = parseEntry(row, nowMs);
      if (entry.ok && entry.value.version === RECORD_VERSION) entries.set(entry.value.id, entry.value);
    }
    for (const row of Array.isArray(value.notes) ? value.notes : []) {
      const note = parseNote(row, nowMs);
      if (note.ok && note.value.version === RECORD_VERSION) notes.set(note.value.id, note.value);
    }
  }
  return { entries: [...entries.values()], notes: [...notes.values()], articles: [] };
}

/** A backup with the newest changes on top. */
export function withNewest(backup: Records, newest: Records): Records {
  return {
    entries: joined(backup.entries, newest.entries, mergeEntries),
    notes: joined(backup.notes, newest.notes, mergeNotes),
    articles: backup.articles,
  };
}

function joined<R extends { id: string }>(old: R[], fresh: R[], merge: (a: R, b: R) => R): R[] {
  const all = new Map(old.map((record) => [record.id, record]));
  for (const record of fresh) {
    const known = all.get(record.id);
    all.set(record.id, known ? merge(known, record) : record);
  }
  return [...all.values()];
}
