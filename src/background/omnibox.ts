/** Answers the address bar: notes and articles that hold what is typed, by looking at each; an answer opens the place itself, plain words the library. */
import { openAddress, openPage, showAddress } from '../adapters/browser.ts';
import type { LibraryDatabase } from '../adapters/database.ts';
import { type Suggestion, onOmnibox, setOmniboxHint } from '../adapters/omnibox.ts';
import { t } from '../adapters/words.ts';
import { parseQuery } from '../core/library/query.ts';
import { type Scanned, scan } from '../core/library/scan.ts';
import { linkTo } from '../core/library/text-fragment.ts';

/** Lines that browsers show below the address bar. */
const LINES = 6;
/** Letters of a note that fit such a line. */
const LINE_LENGTH = 90;

/** Listens to the address bar. */
export function answerOmnibox(db: LibraryDatabase): void {
  setOmniboxHint(t('omnibox_hint'));
  onOmnibox(
    (text) => suggestions(db, text),
    (content, newTab) => {
      if (!/^https?:\/\//.test(content)) void openPage(`library/index.html?q=${encodeURIComponent(content)}`);
      else void (newTab ? openAddress(content) : showAddress(content));
    },
  );
}

/** What the library has for these words, newest first; nothing where the database refuses. */
export async function suggestions(db: LibraryDatabase, text: string): Promise<Suggestion[]> {
  try {
    const [entries, notes] = await Promise.all([db.entries.toArray(), db.notes.toArray()]);
    const live = new Map(entries.filter(({ deletedAt }) => deletedAt === undefined).map((entry) => [entry.id, entry]));
    const things: Scanned[] = [...live.values()].map((entry) => ({ entry }));
    for (const note of notes) {
      const entry = live.get(note.entryId);
      if (entry && note.deletedAt === undefined) things.push({ entry, note });
    }
    const byId = new Map(notes.map((note) => [note.id, note]));
    const lines = new Map<string, Suggestion>();
    for (const { id, entryId } of scan(things, parseQuery(text), LINES * 2)) {
      const [entry, note] = [live.get(entryId), byId.get(id)];
      if (!entry) continue;
      const words = note ? `${note.text || note.quote.exact} — ${entry.title}` : entry.title;
      const content = note ? linkTo(note.url, note.quote.exact) : entry.url;
      const line = words.replace(/\s+/g, ' ').slice(0, LINE_LENGTH);
      if (!lines.has(content)) lines.set(content, { content, description: line });
    }
    return [...lines.values()].slice(0, LINES);
  } catch {
    return [];
  }
}
