/** The encrypted replica: a PouchDB that holds ciphertext only and speaks CouchDB's replication protocol. */
import idb from 'pouchdb-adapter-idb';
import http from 'pouchdb-adapter-http';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import { KEY_DOCUMENT, type Server, Stopped, fetchFor, stopOf } from './server.ts';

/** One synced document: which keys it was encrypted with, and the ciphertext. */
export interface Sealed {
  /** `KeyRecipe.keyId`. */
  k: string;
  /** Base64 of IV and ciphertext. */
  e: string;
}
/** The replica's local database. */
export type Database = PouchDB<Sealed>;

/** Documents in one request: articles among them may have megabytes. */
const BATCH = 100;

PouchDB.plugin(idb).plugin(http).plugin(replication);

/** The replica of that name in this browser. Revisions are kept no longer than needed. */
export function openReplica(name: string, adapter = 'idb'): Database {
  return new PouchDB<Sealed>(name, { adapter, auto_compaction: true, revs_limit: 50 });
}

/** Running counts of one direction. */
export interface Moved {
  read: number;
  written: number;
}

/** Pushes or pulls from the last checkpoint on. Throws `Stopped`, or the signal's reason if aborted. */
export async function replicate(
  replica: Database,
  server: Server,
  way: 'push' | 'pull',
  signal: AbortSignal,
  moved: (count: Moved) => void,
): Promise<Moved> {
  signal.throwIfAborted();
  let last: { status: number; body: unknown } | undefined;
  const asking = fetchFor(server, signal);
  const remote = new PouchDB<Sealed>(server.url, {
    skip_setup: true,
    fetch: async (url: string | Request, options?: RequestInit) => {
      const response = await asking(url, options);
      if (!response.ok && response.status !== 404) last = { status: response.status, body: undefined };
      return response;
    },
  });
  const options = { batch_size: BATCH, batches_limit: 1 };
  const going =
    way === 'push' ? PouchDB.replicate(replica, remote, options) : PouchDB.replicate(remote, replica, options);
  const cancel = () => going.cancel();
  signal.addEventListener('abort', cancel);
  void going.on('change', ({ docs_read: read, docs_written: written }) => moved({ read, written }));
  try {
    const { docs_read: read, docs_written: written, doc_write_failures: refused } = await going;
    signal.throwIfAborted();
    if (refused > 0) throw new Stopped('password'); // the server let us in and took nothing: a user who may only read
    return { read, written };
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof Stopped) throw thrown;
    if (isStorage(thrown)) throw new Stopped('storage');
    throw new Stopped(last && last.status < 500 ? stopOf(last.status, last.body) : stopIn(thrown));
  } finally {
    signal.removeEventListener('abort', cancel);
    await remote.close();
  }
}

function stopIn(thrown: unknown): 'password' | 'full' | 'unreachable' {
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined;
  if (status === 401 || status === 403) return 'password';
  return status === 413 ? 'full' : 'unreachable';
}

function isStorage(thrown: unknown): boolean {
  return thrown instanceof Error && /quota|_indexeddb|disk/iu.test(`${thrown.name} ${thrown.message}`);
}

/** True for ids of records, false for design documents and the key document. */
export function isRecordId(id: string): boolean {
  return !id.startsWith('_') && id !== KEY_DOCUMENT;
}

/** Removes the replica of that name from this browser, if there is one. */
export async function destroyReplica(name: string, adapter = 'idb'): Promise<void> {
  await new PouchDB(name, { adapter }).destroy();
}
