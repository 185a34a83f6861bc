/**
 * The handlers for changes of a page's own highlights, their undo, and the address of the note editor. A page's address
 * is the sender's, whatever the message says.
 */
import { ownUrl } from '../../adapters/browser/browser.ts';
import type { Handlers, Sender } from '../../adapters/browser/channel.ts';
import { stored } from '../../adapters/store/database.ts';
import { type Draft, write } from '../../adapters/store/write/write.ts';
import { keysOf } from '../../core/library/address/keys-of.ts';
import { type NoteChange, changeNote } from '../../core/library/change.ts';
import type { Step } from '../../core/library/journal.ts';
import { isWebAddress } from '../../core/library/parse-tree.ts';
import type { Entry, Note } from '../../core/library/records.ts';
import { type Result, fail, ok } from '../../core/result.ts';
import type { FromPage } from '../../messages.ts';
import { type Dependencies, announced } from '../announce.ts';
import { issueToken } from '../editor-tokens.ts';
import { entryByKeys } from '../find-entry.ts';
import { highlightOf, ownNotes, sitesAt } from '../highlights-on.ts';
import { arrive, mark } from '../keeping.ts';
import { undoOrRedo } from '../undoing.ts';

/** An unchanged place of a highlight is written again only after this time: one day, in milliseconds. */
const SEEN_AGAIN_MS = 86_400_000;

type Kinds =
  | 'highlight.add'
  | 'highlight.recolour'
  | 'highlight.delete'
  | 'highlight.reattach'
  | 'highlight.report'
  | 'change.undo'
  | 'change.redo'
  | 'editor.address';

/** The handlers about a page's highlights. */
export function pageHighlightHandlers(dependencies: Dependencies): Pick<Handlers<FromPage>, Kinds> {
  const { db, nowMs, newId } = dependencies;
  return {
    'highlight.add': async ({ quote, colour, article, id }, sender) => {
      if (!isWebAddress(sender.url)) return fail('page-closed');
      if (sender.incognito) return fail('private');
      const written = await write<Note>(db, { kind: 'highlight.add', nowMs: nowMs() }, async (draft) => {
        const entry = await arrive(draft, { url: sender.url, isSaved: true, ...(article ? { article } : {}) }, newId);
        return mark(draft, entry, { id: id ?? newId(), url: sender.url, quote, colour, text: '' });
      });
      const note = announced(db, written);
      return note.ok ? ok(highlightOf(note.value)) : note;
    },

    'highlight.recolour': ({ ids, colour }, sender) =>
      changeOwn(dependencies, sender, 'highlight.recolour', ids, { colour }),

    'highlight.delete': ({ ids }, sender) =>
      changeOwn(dependencies, sender, 'highlight.delete', ids, { deletedAt: nowMs() }),

    'highlight.reattach': async ({ id, quote }, sender) => {
      const [at, shown] = [nowMs(), await sitesAt(sender.url)];
      const written = await write<Note>(db, { kind: 'highlight.reattach', nowMs: at }, async (draft) => {
        const note = await ownNote(draft, sender, shown, id);
        if (!note) return fail('not-found');
        const moved = changeNote(note, { quote }, draft.stamp);
        return ok(await draft.putNote({ ...moved, place: { state: 'in-place', score01: 1, seenAt: at } }));
      });
      const note = announced(db, written);
      return note.ok ? ok(highlightOf(note.value)) : note;
    },

    'highlight.report': async ({ found }, sender) => {
      if (sender.incognito) return ok(null); // when a note was last seen would reveal the visit
      const [at, shown] = [nowMs(), await sitesAt(sender.url)];
      const written = await write<null>(
        db,
        { kind: 'highlight.report', nowMs: at, journalled: false },
        async (draft) => {
          const entry = await entryByKeys(db, keysOf(sender.url));
          if (!entry) return ok(null);
          const notes = new Map(ownNotes(await draft.notesOf(entry.id), shown).map((note) => [note.id, note]));
          for (const { id, state, score01, now } of found) {
            const note = notes.get(id);
            if (!note || !isNews(note.place, state, now, at)) continue;
            await draft.putNote({
              ...note,
              place: { state, score01, seenAt: at, ...(now === undefined ? {} : { now }) },
            });
          }
          return ok(null);
        },
      );
      return announced(db, written, { tabId: sender.tabId });
    },

    'change.undo': async (_ask, sender) => {
      const undone = await undoOrRedoOwn(dependencies, sender, 'undo');
      return undone.ok ? ok({ undone: undone.value }) : undone;
    },

    'change.redo': async (_ask, sender) => {
      const redone = await undoOrRedoOwn(dependencies, sender, 'redo');
      return redone.ok ? ok({ redone: redone.value }) : redone;
    },

    'editor.address': async ({ id }, sender) => {
      if (sender.tabId === undefined) return fail('not-allowed');
      const [tabId, shown] = [sender.tabId, await sitesAt(sender.url)];
      return stored(async () => {
        const [note, entry] = await Promise.all([db.notes.get(id), entryByKeys(db, keysOf(sender.url))]);
        if (!note || !isOwn(note, entry, shown)) return fail('not-found');
        const token = await issueToken(db, { noteId: id, tabId, token: newId(), nowMs: nowMs() });
        return ok({ url: `${ownUrl('editor/index.html')}?token=${token}` });
      });
    },
  };
}

/** Whether a note belongs to the sender's page: it is of the page's entry, and was made at a site shown there. */
function isOwn(note: Note, entry: Entry | undefined, shown: ReadonlySet<string>): boolean {
  return entry !== undefined && note.entryId === entry.id && ownNotes([note], shown).length > 0;
}

/** The note with this id, if it belongs to the sender's page. */
async function ownNote(
  draft: Draft,
  sender: Sender,
  shown: ReadonlySet<string>,
  id: string,
): Promise<Note | undefined> {
  const [note, entry] = await Promise.all([draft.note(id), entryByKeys(draft.db, keysOf(sender.url))]);
  return note && isOwn(note, entry, shown) ? note : undefined;
}

async function changeOwn(
  { db, nowMs }: Dependencies,
  sender: Sender,
  kind: string,
  ids: string[],
  change: NoteChange,
): Promise<Result<null>> {
  const shown = await sitesAt(sender.url);
  const written = await write<null>(db, { kind, nowMs: nowMs() }, async (draft) => {
    const entry = await entryByKeys(db, keysOf(sender.url));
    const wanted = new Set(ids);
    const all = entry ? await draft.notesOf(entry.id) : [];
    const notes = ownNotes(all, shown).filter(({ id }) => wanted.has(id));
    if (notes.length < wanted.size) return fail('not-found');
    for (const note of notes) await draft.putNote(changeNote(note, change, draft.stamp));
    return ok(null);
  });
  return announced(db, written);
}

async function undoOrRedoOwn(
  { db, nowMs }: Dependencies,
  sender: Sender,
  way: 'undo' | 'redo',
): Promise<Result<string | null>> {
  const entry = await stored(async () => ok(await entryByKeys(db, keysOf(sender.url))));
  if (!entry.ok) return entry;
  const own = entry.value?.id;
  if (own === undefined) return ok(null);
  // Only steps that touch this entry alone: a page cannot undo what was done elsewhere.
  const only = ({ entryIds }: Step) => entryIds.every((id) => id === own);
  return announced(db, await undoOrRedo(db, way, nowMs(), only));
}

function isNews(place: Note['place'], state: string, now: string | undefined, atMs: number): boolean {
  return !place || place.state !== state || place.now !== now || atMs - place.seenAt > SEEN_AGAIN_MS;
}
