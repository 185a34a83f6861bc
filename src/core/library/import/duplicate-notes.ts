/** Finds the note of the library that a note of a file duplicates under another id, in constant time each. */
import { altsOf } from '../change.ts';
import type { Note } from '../records.ts';

/** Notes with the same passage and the same text: by their context, and by the position that replaces it. */
interface Bucket {
  byContext: Map<string, Note>;
  byStart: Map<number, Note>;
  bareByStart: Map<number, Note>;
  first: Note;
  firstBare?: Note;
}

/**
 * Returns a function that finds a duplicate among these notes: the same passage of the same entry with the same text
 * (or none in the file), unless context and position show that it is another place.
 */
export function createDuplicateFinder(notes: readonly Note[]): (note: Note) => Note | undefined {
  const buckets = new Map<string, Bucket>();
  for (const note of notes) {
    const words = [note.text, ...altsOf(note)].filter(Boolean).join('\n\n');
    for (const text of new Set([note.text, words, ''])) enter(buckets, bucketKey(note, text), note);
  }
  return (note) => {
    const bucket = buckets.get(bucketKey(note, note.text));
    if (!bucket) return undefined;
    const { start } = note.quote;
    if (isBare(note)) {
      return bucket.byStart.get(start) ?? bucket.byStart.get(0) ?? (start === 0 ? bucket.first : undefined);
    }
    const bare = bucket.bareByStart.get(start) ?? bucket.bareByStart.get(0);
    return bucket.byContext.get(contextOf(note)) ?? bare ?? (start === 0 ? bucket.firstBare : undefined);
  };
}

function enter(buckets: Map<string, Bucket>, key: string, note: Note): void {
  const bucket = buckets.get(key) ?? newBucket(note);
  buckets.set(key, bucket);
  const { start } = note.quote;
  if (!bucket.byStart.has(start)) bucket.byStart.set(start, note);
  if (!isBare(note)) {
    if (!bucket.byContext.has(contextOf(note))) bucket.byContext.set(contextOf(note), note);
    return;
  }
  bucket.firstBare ??= note;
  if (!bucket.bareByStart.has(start)) bucket.bareByStart.set(start, note);
}

function newBucket(first: Note): Bucket {
  return { byContext: new Map(), byStart: new Map(), bareByStart: new Map(), first };
}

const bucketKey = ({ entryId, quote }: Note, text: string) => JSON.stringify([entryId, quote.exact, text]);
const contextOf = ({ quote }: Note) => JSON.stringify([quote.prefix, quote.suffix]);
const isBare = ({ quote }: Note) => quote.prefix === '' && quote.suffix === '';
