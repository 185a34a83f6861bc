/** The library and the sync client as one module for a page: the background's code without the extension. */
import PouchDB from 'pouchdb-core';
import { LibraryDatabase } from '../../src/adapters/store/database.ts';
import { libraryPort } from '../../src/adapters/store/write/sync-port.ts';
import { write } from '../../src/adapters/store/write/write.ts';
import { accountStore } from '../../src/adapters/sync/account.ts';
import { createClient } from '../../src/adapters/sync/client.ts';
import { openReplica } from '../../src/adapters/sync/replica.ts';
import type { Server } from '../../src/adapters/sync/server.ts';
import { changeNote } from '../../src/core/library/change.ts';
import { ok } from '../../src/core/result.ts';
import { recordsOf } from './sync-records.ts';

const PASSPHRASE = 'eleven quiet rivers';
const nowMs = () => Date.now();
const db = new LibraryDatabase('bench');
const library = libraryPort(db, nowMs);
const client = createClient({
  accounts: accountStore('bench-account'),
  library,
  nowMs,
  settings: { read: async () => ({}), change: async () => undefined },
  tell: async () => undefined,
  taken: () => undefined,
});

const round = async () => {
  const began = performance.now();
  const done = await client.round(new AbortController().signal);
  if (!done.ok) throw new Error(`a round ended as ${done.stop}`);
  return performance.now() - began;
};

/** The methods that the bench calls on a device. Times are in ms. */
export const device = {
  stock: async (notes: number) => {
    const records = recordsOf(notes, nowMs());
    await db.entries.bulkPut(records.entries);
    await db.notes.bulkPut(records.notes);
  },
  create: (server: Server) => client.create(server),
  start: async (server: Server) => {
    const started = await client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
    if (!started.ok) throw new Error(started.stop);
  },
  round,
  edit: async (id: string, text: string) => {
    const written = await write<null>(db, { kind: 'bench', nowMs: nowMs() }, async (draft) => {
      const note = await draft.note(id);
      if (note) await draft.putNote(changeNote(note, { text, settled: Object.keys(note.alts) }, draft.stamp));
      return ok(null);
    });
    return written.ok;
  },
  /** Pushes the same notes as plain documents, with PouchDB alone. */
  plainPush: async (server: Server, notes: number) => {
    const plain = openReplica('bench-plain');
    const docs = recordsOf(notes, nowMs()).notes.map((note) => ({ ...note, _id: note.id, k: '', e: '' }));
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
