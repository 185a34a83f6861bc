/** Knows the note editor's one-time passes: a page gets an address with a random token, our editor trades it once, in that tab, for the note. */
import type { LibraryDatabase } from '../adapters/store/database.ts';
import type { Note } from '../core/library/records.ts';
import { type Result, fail, ok } from '../core/result.ts';

/** How long a pass waits for its editor to open: one minute, in milliseconds. */
const PASS_MS = 60_000;
/** Passes that may wait at once: more than a person opens in a minute, few enough that a flood fills nothing. */
const PASSES_MOST = 50;

/** Writes a pass and answers its token; passes that ran out, and the oldest beyond the bound, go. */
export async function issuePass(
  db: LibraryDatabase,
  { noteId, tabId, token, nowMs }: { noteId: string; tabId: number; token: string; nowMs: number },
): Promise<string> {
  await db.transaction('rw', db.passes, async () => {
    await db.passes.where('expiresAt').belowOrEqual(nowMs).delete();
    const surplus = (await db.passes.count()) - PASSES_MOST + 1;
    if (surplus > 0) await db.passes.bulkDelete(await db.passes.orderBy('expiresAt').limit(surplus).primaryKeys());
    await db.passes.add({ token, noteId, tabId, expiresAt: nowMs + PASS_MS });
  });
  return token;
}

/** Trades a token for its note; a second time, too late, or in another tab it is worth nothing. */
export async function redeemPass(
  db: LibraryDatabase,
  token: string,
  tabId: number | undefined,
  nowMs: number,
): Promise<Result<Note>> {
  return db.transaction('rw', db.passes, db.notes, async () => {
    const pass = await db.passes.get(token);
    if (pass) await db.passes.delete(token);
    if (!pass || pass.expiresAt <= nowMs || pass.tabId !== tabId) return fail('not-allowed');
    const note = await db.notes.get(pass.noteId);
    return note ? ok(note) : fail('not-found');
  });
}
