/** Handlers about entries: adding, changing, separating, deleting and restoring them; and the tags of everything. */
import type { Handlers } from '../adapters/browser/channel.ts';
import { type Draft, write } from '../adapters/store/write/write.ts';
import { locateQuote } from '../core/anchor/locate.ts';
import { changeEntry, changeNote, newEntry } from '../core/library/change.ts';
import { type Entry, RECORD_VERSION } from '../core/library/records.ts';
import { editedTags, withTags } from '../core/library/tags.ts';
import { fail, ok } from '../core/result.ts';
import type { FromView } from '../messages.ts';
import { type Dependencies, announced } from './announce.ts';
import { erase } from './bin.ts';
import { keysOf } from '../core/library/address/keys-of.ts';
import { arrive } from './keeping.ts';

type Kinds =
  | ('entry.keep' | 'entry.change' | 'entry.mark' | 'entry.delete' | 'entry.restore' | 'entry.part')
  | ('tag.rename' | 'tag.set' | 'bin.empty');

/** The handlers about entries. */
export function entryHandlers({ db, nowMs, newId }: Dependencies): Pick<Handlers<FromView>, Kinds> {
  return {
    'entry.keep': async ({ article }) =>
      announced(
        db,
        await write<Entry>(db, { kind: 'entry.keep', nowMs: nowMs() }, async (draft) =>
          ok(await arrive(draft, { url: article.url, article, joined: true, isSaved: true }, newId)),
        ),
      ),

    'entry.change': async ({ id, change: { tagsBase, ...change } }) =>
      announced(
        db,
        await write<Entry>(db, { kind: 'entry.change', nowMs: nowMs() }, async (draft) => {
          const entry = await draft.entry(id);
          if (!entry) return fail('not-found');
          if (change.tags && tagsBase) change.tags = editedTags(entry.tags, change.tags, tagsBase);
          return ok(await draft.putEntry(changeEntry(entry, change, draft.stamp)));
        }),
      ),

    'entry.mark': async ({ ids, mark, at }) =>
      announced(
        db,
        await write<{ changed: number }>(db, { kind: 'entry.mark', nowMs: nowMs() }, async (draft) => {
          const marked = (await entriesOf(draft, ids)).filter((entry) => (entry[mark] === undefined) !== (at === null));
          draft.putAll(
            marked.map((before) => ({
              table: 'entries',
              before,
              after: changeEntry(before, { [mark]: at }, draft.stamp),
            })),
          );
          return ok({ changed: marked.length });
        }),
      ),

    'entry.delete': async ({ ids }) =>
      announced(
        db,
        await write<null>(db, { kind: 'entry.delete', nowMs: nowMs() }, async (draft) => {
          const at = draft.stamp.nowMs;
          for (const entry of await entriesOf(draft, ids)) {
            if (entry.deletedAt !== undefined) continue;
            await draft.putEntry(changeEntry(entry, { deletedAt: at }, draft.stamp));
            for (const note of await draft.notesOf(entry.id)) {
              if (note.deletedAt === undefined) await draft.putNote(changeNote(note, { deletedAt: at }, draft.stamp));
            }
          }
          return ok(null);
        }),
      ),

    'entry.restore': async ({ ids }) =>
      announced(
        db,
        await write<null>(db, { kind: 'entry.restore', nowMs: nowMs() }, async (draft) => {
          for (const entry of await entriesOf(draft, ids)) await restoreEntry(draft, entry);
          return ok(null);
        }),
      ),

    'entry.part': async ({ id, alias }) =>
      announced(
        db,
        await write<Entry>(db, { kind: 'entry.part', nowMs: nowMs() }, async (draft) => {
          const entry = await draft.entry(id);
          if (!entry || !entry.aliases.includes(alias)) return fail('not-found');
          return ok(await part(draft, entry, alias, newId()));
        }),
      ),

    'tag.rename': async ({ from, to }) =>
      announced(
        db,
        await write<{ changed: number }>(db, { kind: 'tag.rename', nowMs: nowMs() }, async (draft) => {
          const entryIds = await db.entries.where('tags').equals(from).primaryKeys();
          const noteIds = await db.notes.where('tags').equals(from).primaryKeys();
          return ok({ changed: await retag(draft, entryIds, noteIds, to === '' ? [] : [to], [from]) });
        }),
      ),

    'tag.set': async ({ entryIds, noteIds, add, remove }) =>
      announced(
        db,
        await write<{ changed: number }>(db, { kind: 'tag.set', nowMs: nowMs() }, async (draft) =>
          ok({ changed: await retag(draft, entryIds, noteIds, add, remove) }),
        ),
      ),

    'bin.empty': async () => announced(db, await erase(db, nowMs(), 0)),
  };
}

/** Takes an entry out of the bin, with the notes that were deleted with it. */
export async function restoreEntry(draft: Draft, entry: Entry): Promise<void> {
  if (entry.deletedAt === undefined) return;
  await draft.putEntry(changeEntry(entry, { deletedAt: null }, draft.stamp));
  for (const note of await draft.notesOf(entry.id)) {
    if (note.deletedAt === entry.deletedAt) await draft.putNote(changeNote(note, { deletedAt: null }, draft.stamp));
  }
}

async function entriesOf(draft: Draft, ids: string[]): Promise<Entry[]> {
  return (await draft.db.entries.bulkGet(ids)).flatMap((entry) => (entry ? [entry] : []));
}

/** Makes a separate entry for one address, with the notes made there; the two are never joined again automatically. */
async function part(draft: Draft, entry: Entry, alias: string, id: string): Promise<Entry> {
  const { stamp } = draft;
  const { version: _version, clocks: _clocks, deletedAt: _deletedAt, ...fields } = entry;
  const moving = (await draft.notesOf(entry.id)).filter(({ url }) => keysOf(url)[0] === alias);
  const url = moving[0]?.url ?? (URL.canParse(alias) ? alias : entry.url);
  const fresh = newEntry(
    {
      ...fields,
      id,
      urlKey: alias,
      aliases: [],
      parted: [entry.urlKey],
      url,
      addedAt: stamp.nowMs,
      changedAt: stamp.nowMs,
    },
    RECORD_VERSION,
    stamp,
  );
  await draft.putEntry(fresh);
  const rest = { aliases: entry.aliases.filter((one) => one !== alias), parted: [...entry.parted, alias] };
  await draft.putEntry(changeEntry(entry, rest, stamp));
  for (const note of moving) await draft.putNote(changeNote(note, { entryId: id }, stamp));
  const kept = await draft.articleOf(entry.id);
  // An article that does not contain what was marked there is another page's, joined by mistake.
  const isItsOwn = kept && moving.every(({ quote }) => locateQuote(kept.article.text, quote).ok);
  if (isItsOwn) draft.keep({ ...kept, entryId: id, keptAt: stamp.nowMs });
  return fresh;
}

async function retag(
  draft: Draft,
  entryIds: string[],
  noteIds: string[],
  add: string[],
  remove: string[],
): Promise<number> {
  let changed = 0;
  for (const entry of await entriesOf(draft, entryIds)) {
    const after = changeEntry(entry, { tags: withTags(entry.tags, add, remove) }, draft.stamp);
    if (after === entry) continue;
    changed += 1;
    draft.putAll([{ table: 'entries', before: entry, after }]);
  }
  for (const note of await draft.db.notes.bulkGet(noteIds)) {
    if (!note) continue;
    const after = changeNote(note, { tags: withTags(note.tags, add, remove) }, draft.stamp);
    if (after === note) continue;
    changed += 1;
    draft.putAll([{ table: 'notes', before: note, after }]);
  }
  return changed;
}
