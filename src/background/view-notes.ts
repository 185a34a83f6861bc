/** Handlers about notes: adding them in the reader, editing, deleting and restoring them, undo and redo. */
import { type Handlers, type Sender, askPage } from '../adapters/browser/channel.ts';
import { stored } from '../adapters/store/database.ts';
import { write } from '../adapters/store/write/write.ts';
import { changeEntry, changeNote } from '../core/library/change.ts';
import type { Step } from '../core/library/journal.ts';
import type { Note } from '../core/library/records.ts';
import { editedTags } from '../core/library/tags.ts';
import { type Result, fail, ok } from '../core/result.ts';
import type { Answer, Ask, FromView, ToPage } from '../messages.ts';
import { type Dependencies, announced } from './announce.ts';
import { arrive, mark } from './keeping.ts';
import { redeemToken } from './editor-tokens.ts';
import { undoOrRedo } from './undoing.ts';
import { restoreEntry } from './view-entries.ts';

type Kinds =
  | 'note.add'
  | 'note.change'
  | 'note.delete'
  | 'note.restore'
  | 'change.undo'
  | 'change.redo'
  | 'editor.open'
  | 'editor.resize'
  | 'editor.close';

/** The handlers about notes. */
export function noteHandlers({ db, nowMs, newId }: Dependencies): Pick<Handlers<FromView>, Kinds> {
  return {
    'note.add': async ({ article, quote, colour, text, id }) =>
      announced(
        db,
        await write<Note>(db, { kind: 'note.add', nowMs: nowMs() }, async (draft) => {
          const entry = await arrive(draft, { url: article.url, article, joined: true, isSaved: true }, newId);
          return mark(draft, entry, { id: id ?? newId(), url: article.url, quote, colour, text });
        }),
      ),

    // Words typed into a note that was deleted in the meantime are not lost: the note comes back.
    'note.change': async ({ id, change: { tagsBase, ...change } }) =>
      announced(
        db,
        await write<Note>(db, { kind: 'note.change', nowMs: nowMs() }, async (draft) => {
          const note = await draft.note(id);
          if (!note) return fail('not-found');
          if (change.tags && tagsBase) change.tags = editedTags(note.tags, change.tags, tagsBase);
          const revived = note.deletedAt === undefined ? {} : { deletedAt: null };
          if (note.deletedAt !== undefined) {
            const entry = await draft.entry(note.entryId);
            if (entry) await restoreEntry(draft, entry);
          }
          return ok(
            await draft.putNote(changeNote((await draft.note(id)) ?? note, { ...change, ...revived }, draft.stamp)),
          );
        }),
      ),

    'note.delete': async ({ ids }) =>
      announced(
        db,
        await write<null>(db, { kind: 'note.delete', nowMs: nowMs() }, async (draft) => {
          for (const before of await db.notes.bulkGet(ids)) {
            if (!before || before.deletedAt !== undefined) continue;
            const after = changeNote(before, { deletedAt: draft.stamp.nowMs }, draft.stamp);
            draft.putAll([{ table: 'notes', before, after }]);
          }
          return ok(null);
        }),
      ),

    'note.restore': async ({ ids }) =>
      announced(
        db,
        await write<null>(db, { kind: 'note.restore', nowMs: nowMs() }, async (draft) => {
          for (const note of await db.notes.bulkGet(ids)) {
            if (!note) continue;
            const entry = await draft.entry(note.entryId);
            // Only the entry is restored, not the other notes that were deleted with it.
            if (entry?.deletedAt !== undefined) {
              await draft.putEntry(changeEntry(entry, { deletedAt: null }, draft.stamp));
            }
            await draft.putNote(changeNote(note, { deletedAt: null }, draft.stamp));
          }
          return ok(null);
        }),
      ),

    'change.undo': async (one) => {
      const own = ({ records, entryIds }: Step) =>
        records.length > 0 ? records.every(({ id }) => id === one?.id) : entryIds.every((id) => id === one?.id);
      const only = one ? own : undefined;
      const undone = announced(db, await undoOrRedo(db, 'undo', nowMs(), only));
      return undone.ok ? ok({ undone: undone.value }) : undone;
    },
    'change.redo': async () => {
      const redone = announced(db, await undoOrRedo(db, 'redo', nowMs()));
      return redone.ok ? ok({ redone: redone.value }) : redone;
    },

    'editor.open': ({ token }, sender) => stored(() => redeemToken(db, token, sender.tabId, nowMs())),
    'editor.resize': (size, sender) => toItsPage(sender, 'editor.resize', size),
    'editor.close': (_ask, sender) => toItsPage(sender, 'editor.close', null),
  };
}

/** Passes a wish of the editor on to the page script of its tab. */
function toItsPage<K extends 'editor.resize' | 'editor.close'>(
  { tabId }: Sender,
  kind: K,
  body: Ask<ToPage, K>,
): Promise<Result<Answer<ToPage, K>>> | Result<never> {
  return tabId === undefined ? fail('not-allowed') : askPage(tabId, kind, body);
}
