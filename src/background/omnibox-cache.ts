/**
 * Caches what the address bar searches between keystrokes: a copy of the library's words of bounded size, valid until
 * something changes. Losing it when the worker stops is harmless.
 */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import type { Scanned } from '../core/library/search/scan.ts';
import type { Entry, Note } from '../core/library/records.ts';

/** Letters (UTF-16 units) kept at most, 16 MB of memory: about 50,000 notes. A larger library is read at every key. */
const UNITS_MOST = 8_000_000;

/**
 * Answers every live article and note, without articles' texts; the one copy serves until the next change, whoever made
 * it. Rejects where the database refuses.
 */
export function createOmniboxCache(db: LibraryDatabase, unitsMost = UNITS_MOST): () => Promise<Scanned[]> {
  let held: { mark: unknown; things: Promise<Scanned[]> } | null = null;
  return async () => {
    // Read first: what changes during the reading is read again at the next key. Every change writes its clock
    // here; erasing from the bin does not, but what is in the bin was not in the copy.
    const mark = (await db.meta.get('clock'))?.value;
    if (held && held.mark === mark) return held.things;
    const mine = { mark, things: read(db) };
    held = mine;
    const letGo = () => {
      if (held === mine) held = null;
    };
    void mine.things.then((things) => unitsOf(things) > unitsMost && letGo(), letGo);
    return mine.things;
  };
}

async function read(db: LibraryDatabase): Promise<Scanned[]> {
  const [entries, notes] = await db.transaction('r', db.entries, db.notes, () =>
    Promise.all([db.entries.toArray(), db.notes.toArray()]),
  );
  const live = new Map(
    entries.filter(({ deletedAt }) => deletedAt === undefined).map((entry) => [entry.id, slimEntry(entry)]),
  );
  const things: Scanned[] = [...live.values()].map((entry) => ({ entry }));
  for (const note of notes) {
    const entry = live.get(note.entryId);
    if (entry && note.deletedAt === undefined) things.push({ entry, note: slimNote(note) });
  }
  return things;
}

/** The entry without fields that are only needed to find a place or to merge. */
function slimEntry(entry: Entry): Entry {
  return { ...entry, broughtBack: [], clocks: {} };
}

function slimNote(note: Note): Note {
  const { exact, start } = note.quote;
  return { ...note, quote: { exact, prefix: '', suffix: '', start }, textSeen: {}, clocks: {} };
}

function unitsOf(things: readonly Scanned[]): number {
  let units = 0;
  for (const { entry, note } of things) {
    const words = note
      ? [note.quote.exact, note.text, note.url, ...Object.values(note.alts)]
      : [entry.title, entry.url];
    for (const word of words) units += word.length;
  }
  return units;
}
