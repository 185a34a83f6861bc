/**
 * Search in the address bar: suggests notes and articles that contain what is typed, by a scan. A suggestion opens its
 * place, plain words open the library.
 */
import { openAddress, openPage, showAddress } from '../adapters/browser/browser.ts';
import type { LibraryDatabase } from '../adapters/store/database.ts';
import { type Suggestion, onOmnibox, setOmniboxHint } from '../adapters/browser/omnibox.ts';
import { t } from '../adapters/i18n/sentences.ts';
import { parseQuery } from '../core/library/search/query.ts';
import { type Scanned, scan } from '../core/library/search/scan.ts';
import { linkTo } from '../core/library/text-fragment.ts';
import { createOmniboxCache } from './omnibox-cache.ts';

/** Lines that browsers show below the address bar. */
const LINES = 6;
/** Letters of a note that fit one line. */
const LINE_LENGTH = 90;

/** Registers the listeners for the address bar. */
export function answerOmnibox(db: LibraryDatabase): void {
  const readCached = createOmniboxCache(db);
  setOmniboxHint(t('omnibox_hint'));
  onOmnibox(
    (text) => suggestions(readCached, text),
    (content, newTab) => {
      if (!/^https?:\/\//.test(content)) void openPage(`library/index.html?q=${encodeURIComponent(content)}`);
      else void (newTab ? openAddress(content) : showAddress(content));
    },
  );
}

/** One line that every browser accepts: without control characters or lone surrogates, cut between letters. */
function plainLine(words: string): string {
  const line = words
    .slice(0, LINE_LENGTH * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '');
  return [...line].slice(0, LINE_LENGTH).join('');
}

/**
 * What the library has for these words, newest first; empty if the database refuses. `readCached` gives the records to
 * search.
 */
export async function suggestions(readCached: () => Promise<Scanned[]>, text: string): Promise<Suggestion[]> {
  try {
    const things = await readCached();
    const byId = new Map(things.map(({ entry, note }) => [note?.id ?? entry.id, { entry, note }]));
    const lines = new Map<string, Suggestion>();
    for (const { id } of scan(things, parseQuery(text), LINES * 2)) {
      const { entry, note } = byId.get(id) ?? {};
      if (!entry) continue;
      const words = note ? `${note.text || note.quote.exact} — ${entry.title}` : entry.title;
      const content = note ? linkTo(note.url, note.quote.exact) : entry.url;
      const line = plainLine(words);
      if (!lines.has(content)) lines.set(content, { content, description: line });
    }
    return [...lines.values()].slice(0, LINES);
  } catch {
    return [];
  }
}
