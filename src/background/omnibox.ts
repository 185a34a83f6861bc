/**
 * Answers the address bar: notes and articles that hold what is typed, by looking at each; an answer opens the place
 * itself, plain words the library.
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
/** Letters of a note that fit such a line. */
const LINE_LENGTH = 90;

/** Listens to the address bar. */
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

/** One line as every browser takes it: without control characters and halves of letters, cut between letters. */
function plainLine(words: string): string {
  const line = words
    .slice(0, LINE_LENGTH * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '');
  return [...line].slice(0, LINE_LENGTH).join('');
}

/**
 * What the library has for these words, newest first; nothing where the database refuses. `readCached` is what there is
 * to look through.
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
