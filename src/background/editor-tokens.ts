/**
 * Issues the note editor's one-time tokens. A page script gets an address with a random token in it; the editor that
 * opens there trades the token for the note, once and in that tab alone.
 */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import type { Note } from '../core/library/records.ts';
import { type Result, fail, ok } from '../core/result.ts';

/** How long a token is valid: one minute, in milliseconds. */
const TOKEN_MS = 60_000;
/** Most tokens at once: more than a person needs in a minute, few enough that a flood fills nothing. */
const TOKENS_MOST = 50;

/** Stores a token for a note in a tab and returns it. Expired tokens, and the oldest beyond the bound, are dropped. */
export async function issueToken(
  db: LibraryDatabase,
  { noteId, tabId, token, nowMs }: { noteId: string; tabId: number; token: string; nowMs: number },
): Promise<string> {
  await db.transaction('rw', db.editorTokens, async () => {
    await db.editorTokens.where('expiresAt').belowOrEqual(nowMs).delete();
    const surplus = (await db.editorTokens.count()) - TOKENS_MOST + 1;
    if (surplus > 0)
      await db.editorTokens.bulkDelete(await db.editorTokens.orderBy('expiresAt').limit(surplus).primaryKeys());
    await db.editorTokens.add({ token, noteId, tabId, expiresAt: nowMs + TOKEN_MS });
  });
  return token;
}

/**
 * Trades a token for its note. `not-allowed` if it was used before, has expired or comes from another tab; `not-found`
 * if the note is gone.
 */
export async function redeemToken(
  db: LibraryDatabase,
  token: string,
  tabId: number | undefined,
  nowMs: number,
): Promise<Result<Note>> {
  return db.transaction('rw', db.editorTokens, db.notes, async () => {
    const found = await db.editorTokens.get(token);
    if (found) await db.editorTokens.delete(token);
    if (!found || found.expiresAt <= nowMs || found.tabId !== tabId) return fail('not-allowed');
    const note = await db.notes.get(found.noteId);
    return note ? ok(note) : fail('not-found');
  });
}
