/** Fills gaps of a record of the library from a record of a file, and never removes anything. */
import { altsOf } from '../change.ts';
import { clockParts } from '../clock.ts';
import { mergeNotes } from '../merge.ts';
import { isSame } from '../plain.ts';
import { type Entry, MARKS, type Note } from '../records.ts';
import { IMPORT_DEVICE } from './foreign.ts';

/**
 * The record as it arrives: no time of it lies ahead, and times that the file does not tell (0) are now. What lies in
 * the bin has lain there since now, so that it is not erased at once.
 */
export function arrived<R extends Entry | Note>(record: R, nowMs: number): R {
  const past = (ms: number) => Math.min(ms || nowMs, nowMs);
  const binned = record.deletedAt === undefined ? {} : { deletedAt: nowMs };
  if (!('addedAt' in record)) {
    return { ...record, createdAt: past(record.createdAt), changedAt: past(record.changedAt), ...binned };
  }
  const { addedAt, changedAt, openedAt } = record;
  const marks = MARKS.flatMap((mark) => (record[mark] === undefined ? [] : [[mark, past(record[mark])]]));
  return {
    ...record,
    addedAt: past(addedAt),
    changedAt: past(changedAt),
    openedAt: past(openedAt),
    ...Object.fromEntries(marks),
    ...binned,
  };
}

/** Facts of an article that an entry may lack; a file puts nothing into the archive that stands in the list. */
const GAPS = [
  ...(['siteName', 'byline', 'publishedTime', 'lang', 'fingerprint', 'readAt', 'favouriteAt', 'position'] as const),
];

/**
 * The entry with what it lacked of those facts, and with tags that the person never took away; the same object where it
 * lacked nothing.
 */
export function fillEntry(known: Entry, arriving: Entry): Entry {
  const gaps = GAPS.filter(
    (field) => known[field] === undefined && arriving[field] !== undefined && !known.clocks[field],
  );
  const tags = tagsOfBoth(known, arriving);
  if (!gaps.length && tags === known.tags) return known;
  return { ...known, ...Object.fromEntries(gaps.map((field) => [field, arriving[field]])), tags };
}

/**
 * The note with the file's words kept beside its own where it does not know them, and its tags. Place, colour and bin
 * stay as they are. A `duplicate` (the same passage under another id) adds only its tags.
 */
export function fillNote(known: Note, arriving: Note, duplicate: boolean): Note {
  const tags = tagsOfBoth(known, arriving);
  if (duplicate) return tags === known.tags ? known : { ...known, tags };
  const { text, alts, textSeen, clocks } = mergeNotes(known, arriving);
  const words = { text, alts, textSeen, clocks: { ...known.clocks, ...(clocks.text ? { text: clocks.text } : {}) } };
  return withoutDoubles(withWordsOf(known, { ...known, ...words, tags }));
}

/** Drops texts in `alts` that are the same as the text or as another one. */
export function withoutDoubles(note: Note): Note {
  const said = new Set([note.text]);
  const alts = Object.entries(note.alts).filter(([, words]) => !said.has(words) && said.add(words));
  return alts.length === Object.keys(note.alts).length ? note : { ...note, alts: Object.fromEntries(alts) };
}

/**
 * With all words that a person wrote here: a file may claim to have seen them. Words that came from a file before may
 * be replaced by one.
 */
function withWordsOf(known: Note, merged: Note): Note {
  const there = new Set([merged.text, ...altsOf(merged)]);
  const own = Object.entries({ ...known.alts, [known.clocks.text ?? '']: known.text });
  const missing = own.filter(([clock, words]) => {
    const device = clockParts(clock)?.device;
    return device !== undefined && device !== IMPORT_DEVICE && words !== '' && !there.has(words);
  });
  return missing.length ? { ...merged, alts: { ...merged.alts, ...Object.fromEntries(missing) } } : merged;
}

function tagsOfBoth<R extends Entry | Note>(known: R, arriving: R): string[] {
  const fresh = arriving.tags.filter((tag) => known.clocks[`tag:${tag}`] === undefined);
  const tags = [...new Set([...known.tags, ...fresh])].toSorted();
  return isSame(tags, known.tags) ? known.tags : tags;
}
