/** The unit in which a library is shown or exported: an entry with its notes and article. */
import type { Entry, KeptArticle, Note, Records } from './records.ts';

/** An entry with its live notes in the order of the text, and its article where one is given too. */
export interface Shelf {
  entry: Entry;
  notes: Note[];
  article?: KeptArticle;
}

/** Live entries with their live notes, latest added first; entries without a note too. */
export function shelvesOf({ entries, notes, articles }: Records): Shelf[] {
  const kept = new Map(articles.map((article) => [article.entryId, article]));
  const ofEntry = new Map<string, Note[]>();
  for (const note of notes) {
    if (note.deletedAt !== undefined) continue;
    const list = ofEntry.get(note.entryId);
    if (list) list.push(note);
    else ofEntry.set(note.entryId, [note]);
  }
  return entries
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted(addedLast)
    .map((entry) => {
      const article = kept.get(entry.id);
      const own = (ofEntry.get(entry.id) ?? []).toSorted(
        (a, b) => a.quote.start - b.quote.start || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
      );
      return { entry, notes: own, ...(article ? { article } : {}) };
    });
}

/** The order of shelves: latest added first. */
export function addedLast(a: Entry, b: Entry): number {
  return b.addedAt - a.addedAt || (a.id < b.id ? -1 : 1);
}

/** When something about an article was last changed: itself or one of its notes. */
export function changedLast({ entry, notes }: Shelf): number {
  return notes.reduce((latest, { changedAt }) => Math.max(latest, changedAt), entry.changedAt);
}
