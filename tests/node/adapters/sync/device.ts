/** A device for tests in node: the real library on an in-memory IndexedDB, with the real sync client. */
import 'fake-indexeddb/auto';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { LibraryDatabase } from '../../../../src/adapters/store/database.ts';
import { libraryPort } from '../../../../src/adapters/store/write/sync-port.ts';
import { write } from '../../../../src/adapters/store/write/write.ts';
import { type AccountStore, accountStore } from '../../../../src/adapters/sync/account.ts';
import { type Client, createClient } from '../../../../src/adapters/sync/client.ts';
import type { LibraryPort } from '../../../../src/adapters/sync/library-port.ts';
import {
  type EntryChange,
  type NoteChange,
  changeEntry,
  changeNote,
  newEntry,
  newNote,
} from '../../../../src/core/library/change.ts';
import { type Entry, type Note, RECORD_VERSION } from '../../../../src/core/library/records.ts';
import { type SyncState, readState } from '../../../../src/core/library/sync/state.ts';
import type { PlainSettings } from '../../../../src/core/library/sync/settings.ts';
import { canonical } from '../../../../src/core/library/plain.ts';
import type { Server } from '../../../../src/adapters/sync/server.ts';
import { ok } from '../../../../src/core/result.ts';
import type { Couch } from '../../../../dev/couch.mjs';

PouchDB.plugin(memory);
let devices = 0;

export interface Device {
  db: LibraryDatabase;
  client: Client;
  accounts: AccountStore;
  library: LibraryPort;
  settings: { values: PlainSettings };
  state(): SyncState;
  clock: { nowMs: number };
  addEntry(id: string, fields?: Partial<Entry>): Promise<Entry>;
  addNote(id: string, entryId: string, fields?: Partial<Note>): Promise<Note>;
  changeEntry(id: string, change: EntryChange): Promise<void>;
  changeNote(id: string, change: NoteChange): Promise<void>;
  sync(): Promise<string>;
  /** Everything in the library, in a fixed order, without device-specific records. */
  all(): Promise<unknown>;
}

/** A new device with an empty library. With `wrap` a test can intercept calls between client and library. */
export function newDevice(wrap: (port: LibraryPort) => LibraryPort = (port) => port): Device {
  devices += 1;
  const prefix = `device-${devices}-${Math.floor(performance.now())}`;
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const nowMs = () => (clock.nowMs += 7);
  const db = new LibraryDatabase(prefix);
  const accounts = accountStore(`${prefix}-account`);
  const library = wrap(libraryPort(db, nowMs));
  let state = readState({});
  const settings: Device['settings'] = { values: {} };
  const client = createClient({
    accounts,
    library,
    settings: {
      read: async () => settings.values,
      change: async (fields) => void (settings.values = { ...settings.values, ...fields }),
    },
    tell: async (change) => void (state = { ...state, ...change }),
    taken: () => undefined,
    nowMs,
    prefix,
    adapter: 'memory',
  });
  const change = <T>(work: Parameters<typeof write<T>>[2]) => write<T>(db, { kind: 'test', nowMs: nowMs() }, work);
  return {
    db,
    client,
    accounts,
    library,
    settings,
    clock,
    state: () => state,
    addEntry: async (id, fields = {}) => {
      const written = await change<Entry>(async (draft) => {
        const at = draft.stamp.nowMs;
        const url = fields.url ?? `https://site.example/${id}`;
        const plain = {
          id,
          urlKey: `site.example/${id}`,
          aliases: [],
          parted: [],
          url,
          title: `Title of ${id}`,
          tags: [],
        };
        const times = { addedAt: at, changedAt: at, openedAt: at, broughtBack: [] };
        return ok(await draft.putEntry(newEntry({ ...plain, ...times, ...fields }, RECORD_VERSION, draft.stamp)));
      });
      if (!written.ok) throw new Error(written.error.kind);
      return written.value.value;
    },
    addNote: async (id, entryId, fields = {}) => {
      const written = await change<Note>(async (draft) => {
        const at = draft.stamp.nowMs;
        const quote = { exact: `words of ${id}`, prefix: 'before ', suffix: ' after', start: 10 };
        const plain = {
          id,
          entryId,
          url: `https://site.example/${entryId}`,
          quote,
          colour: 'yellow' as const,
          text: '',
        };
        const rest = { tags: [], createdAt: at, changedAt: at };
        return ok(await draft.putNote(newNote({ ...plain, ...rest, ...fields }, RECORD_VERSION, draft.stamp)));
      });
      if (!written.ok) throw new Error(written.error.kind);
      return written.value.value;
    },
    changeEntry: async (id, wish) => {
      await change<null>(async (draft) => {
        const entry = await draft.entry(id);
        if (entry) await draft.putEntry(changeEntry(entry, wish, draft.stamp));
        return ok(null);
      });
    },
    changeNote: async (id, wish) => {
      await change<null>(async (draft) => {
        const note = await draft.note(id);
        if (note) await draft.putNote(changeNote(note, wish, draft.stamp));
        return ok(null);
      });
    },
    sync: async () => {
      const done = await client.round(new AbortController().signal);
      return done.ok ? 'done' : done.stop;
    },
    all: async () => ({
      entries: await db.entries.orderBy('id').toArray(),
      notes: await db.notes.orderBy('id').toArray(),
      articles: (await db.articles.orderBy('entryId').toArray()).map(({ entryId, article }) => [entryId, article.text]),
      erased: (await db.erased.toArray()).map(({ id }) => id).toSorted(),
    }),
  };
}

export const PASSPHRASE = 'eleven quiet rivers';
let databases = 0;

/** A new database on a server, and devices that sync through it. */
export async function together(
  couch: Couch,
  count: number,
  wrap?: (port: LibraryPort, at: number) => LibraryPort,
): Promise<{ server: Server; devices: Device[] }> {
  databases += 1;
  const server = { url: `${couch.origin}/lede${databases}`, user: couch.user, password: couch.password };
  const devices = Array.from({ length: count }, (_, at) => newDevice(wrap && ((port) => wrap(port, at))));
  const made = await devices[0]?.client.create(server);
  if (made?.ok === false) throw new Error(made.stop);
  for (const { client } of devices) {
    const started = await client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
    if (!started.ok) throw new Error(started.stop);
  }
  return { server, devices };
}

/** Runs rounds on all devices until none has anything new; fails after `most` rounds. */
export async function settle(devices: readonly Device[], most = 6): Promise<void> {
  for (let round = 0; round < most; round += 1) {
    for (const device of devices) {
      const came = await device.sync();
      if (came !== 'done') throw new Error(`a round ended as ${came}`);
    }
    const all = await Promise.all(devices.map(async (device) => canonical(await device.all())));
    const waiting = await Promise.all(devices.map(({ library }) => library.count()));
    if (new Set(all).size === 1 && waiting.every((count) => count === 0)) return;
  }
  throw new Error(`the devices differ after ${most} rounds each`);
}

/** The device at an index; throws if there is none. */
export function at(devices: readonly Device[], place: number): Device {
  const device = devices[place];
  if (!device) throw new RangeError(`no device ${place}`);
  return device;
}
