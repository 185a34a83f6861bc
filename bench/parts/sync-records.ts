/** Makes entries and notes of ordinary size for the sync benches. */
import { newEntry, newNote } from '../../src/core/library/change.ts';
import { tick } from '../../src/core/library/clock.ts';
import { type Entry, type Note, RECORD_VERSION } from '../../src/core/library/records.ts';

/** Number of notes for each article. */
const NOTES_EACH = 10;

/** The text of a note, about 200 letters. */
const wordsOf = (index: number) => `Note ${index}. ${'It says what a person thought while they read this. '.repeat(4)}`;

/** `notes` notes, ten to an entry, with ids `n0`… and `e0`…, all written at `nowMs`. */
export function recordsOf(notes: number, nowMs: number): { entries: Entry[]; notes: Note[] } {
  const stamp = { clock: tick(undefined, nowMs, 'bench'), nowMs };
  const times = { createdAt: nowMs, changedAt: nowMs };
  const quote = { prefix: 'before it stood this ', suffix: ' and after it that', start: 1_000 };
  const entryAt = (at: number) => ({
    ...{ id: `e${at}`, urlKey: `site.example/${at}`, aliases: [], parted: [], url: `https://site.example/${at}` },
    ...{ title: `The title of article ${at}, as long as titles are`, tags: ['river'], broughtBack: [] },
    addedAt: nowMs,
    changedAt: nowMs,
    openedAt: nowMs,
  });
  const noteAt = (at: number) => ({
    ...{ id: `n${at}`, entryId: `e${Math.floor(at / NOTES_EACH)}`, url: 'https://site.example/', tags: [] },
    ...{ quote: { ...quote, exact: `passage ${at} that was marked` }, colour: 'yellow' as const },
    text: wordsOf(at),
    ...times,
  });
  return {
    entries: Array.from({ length: Math.ceil(notes / NOTES_EACH) }, (_, at) =>
      newEntry(entryAt(at), RECORD_VERSION, stamp),
    ),
    notes: Array.from({ length: notes }, (_, at) => newNote(noteAt(at), RECORD_VERSION, stamp)),
  };
}
