/** The library and the sync client as one module for the bench, in a page: what the extension's background runs, without the extension. */
import PouchDB from 'pouchdb-core';
import { LibraryDatabase } from '../../src/adapters/store/database.ts';
import { libraryPort } from '../../src/adapters/store/write/sync-port.ts';
import { write } from '../../src/adapters/store/write/write.ts';
import { accountStore } from '../../src/adapters/sync/account.ts';
import { createClient } from '../../src/adapters/sync/client.ts';
import { openReplica } from '../../src/adapters/sync/replica.ts';
import type { Server } from '../../src/adapters/sync/server.ts';
import { changeNote, newEntry, newNote } from '../../src/core/library/change.ts';
import { tick } from '../../src/core/library/clock.ts';
import { type Entry, type Note, RECORD_VERSION } from '../../src/core/library/records.ts';
import { ok } from '../../src/core/result.ts';

const PASSPHRASE = 'eleven quiet rivers';
/** Notes of one article. */
const NOTES_EACH = 10;
const nowMs = () => Date.now();
const db = new LibraryDatabase('bench');
const library = libraryPort(db, nowMs);
const client = createClient({
  ...{ accounts: accountStore('bench-account'), library, nowMs },
  tell: async () => undefined,
  taken: () => undefined,
});

/** Words of a note, about 200 letters. */
const wordsOf = (index: number) => `Note ${index}. ${'It says what a person thought while they read this. '.repeat(4)}`;

function recordsOf(notes: number): { entries: Entry[]; notes: Note[] } {
  const stamp = { clock: tick(undefined, nowMs(), 'bench'), nowMs: nowMs() };
  const times = { createdAt: stamp.nowMs, changedAt: stamp.nowMs };
  const entries = Array.from({ length: Math.ceil(notes / NOTES_EACH) }, (_, at) =>
    newEntry(
      {
        ...{ id: `e${at}`, urlKey: `site.example/${at}`, aliases: [], parted: [], url: `https://site.example/${at}` },
        ...{ title: `The title of article ${at}, as long as titles are`, tags: ['river'], broughtBack: [] },
        ...{ addedAt: stamp.nowMs, changedAt: stamp.nowMs, openedAt: stamp.nowMs },
      },
      RECORD_VERSION,
      stamp,
    ),
  );
  const quote = { prefix: 'before it stood this ', suffix: ' and after it that', start: 1_000 };
  const made = Array.from({ length: notes }, (_, at) =>
    newNote(
      {
        ...{ id: `n${at}`, entryId: `e${Math.floor(at / NOTES_EACH)}`, url: 'https://site.example/', tags: [] },
        ...{
          quote: { ...quote, exact: `passage ${at} that was marked` },
          colour: 'yellow',
          text: wordsOf(at),
          ...times,
        },
      },
      RECORD_VERSION,
      stamp,
    ),
  );
  return { entries, notes: made };
}

const round = async () => {
  const began = performance.now();
  const done = await client.round(new AbortController().signal);
  if (!done.ok) throw new Error(`a round ended as ${done.stop}`);
  return performance.now() - began;
};

/** What the bench asks of a device. Times in ms. */
export const device = {
  stock: async (notes: number) => {
    const records = recordsOf(notes);
    await db.entries.bulkPut(records.entries);
    await db.notes.bulkPut(records.notes);
  },
  create: (server: Server) => client.create(server),
  start: async (server: Server) => {
    const started = await client.start({ server, passphrase: PASSPHRASE, notesOnly: false });
    if (!started.ok) throw new Error(started.stop);
  },
  round,
  tryRound: async () => {
    const done = await client.round(new AbortController().signal);
    return done.ok ? 'done' : done.stop;
  },
  edit: async (id: string, text: string) => {
    const written = await write<null>(db, { kind: 'bench', nowMs: nowMs() }, async (draft) => {
      const note = await draft.note(id);
      if (note) await draft.putNote(changeNote(note, { text, settled: Object.keys(note.alts) }, draft.stamp));
      return ok(null);
    });
    return written.ok;
  },
  tag: async (id: string, tag: string) => {
    const written = await write<null>(db, { kind: 'bench', nowMs: nowMs() }, async (draft) => {
      const note = await draft.note(id);
      if (note) await draft.putNote(changeNote(note, { tags: [...note.tags, tag] }, draft.stamp));
      return ok(null);
    });
    return written.ok;
  },
  waiting: () => library.count(),
  /** Every note: its words, those beside them, its tags. */
  all: async () =>
    (await db.notes.orderBy('id').toArray()).map(({ id, text, alts, tags }) => ({
      ...{ id, tags, words: [text, ...Object.values(alts)].toSorted() },
    })),
  /** The same notes as plain documents, pushed by PouchDB alone. */
  plainPush: async (server: Server, notes: number) => {
    const plain = openReplica('bench-plain');
    const docs = recordsOf(notes).notes.map((note) => ({ ...note, _id: note.id, k: '', e: '' }));
    const began = performance.now();
    await plain.bulkDocs(docs);
    await PouchDB.replicate(plain, remoteOf(server), { batch_size: 100, batches_limit: 1 });
    return performance.now() - began;
  },
  plainPull: async (server: Server) => {
    const began = performance.now();
    await PouchDB.replicate(remoteOf(server), openReplica('bench-plain'), { batch_size: 100, batches_limit: 1 });
    return performance.now() - began;
  },
};

function remoteOf({ url, user, password }: Server) {
  const authorization = `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
  return new PouchDB<{ k: string; e: string }>(url, {
    skip_setup: true,
    fetch: (input: RequestInfo, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      return fetch(input, { ...init, headers });
    },
  });
}

Object.assign(globalThis, { device });
