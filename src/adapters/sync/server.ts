/** The CouchDB requests that PouchDB does not make: database info, the key document, and removing everything. */
import * as v from 'valibot';
import type { Stop } from '../../core/library/sync/state.ts';
import { ITERATIONS, ITERATIONS_MOST, type KeyRecipe } from './crypto.ts';

/** A database with the user and password for it. */
export interface Server {
  url: string;
  user: string;
  password: string;
}

/** The document that tells every device how keys are derived from the passphrase. It holds no secret. */
export interface KeyDocument extends KeyRecipe {
  /** A known text, encrypted: only the right passphrase opens it. */
  check: string;
}

/** Its id; starts with a letter that no other document's id starts with, and sorts after them. */
export const KEY_DOCUMENT = 'lede-keys';
/** The version of the key document that this code writes. */
const KEY_VERSION = 1;
/** How long one response may take, ms. */
const ANSWER_MS = 60_000;
/** How long the first look at a server may take while a person waits, ms. */
const LOOK_MS = 15_000;
/** Options of a request that says nothing about the person. */
const PLAIN = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;
/** Most bytes read of one response: the largest batch of documents is a quarter of it. */
const ANSWER_BYTES = 200_000_000;

/** The reason why sync stops; thrown inside the client and caught at its edge. */
export class Stopped extends Error {
  readonly stop: Stop;
  constructor(stop: Stop) {
    super(stop);
    this.stop = stop;
  }
}

/** `fetch` with the password, without cookies, cache or redirects, within a time and a size. */
export function fetchFor({ user, password }: Server, signal?: AbortSignal): typeof fetch {
  const credentials = user === '' ? null : `Basic ${btoa(utf8Letters(`${user}:${password}`))}`;
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.delete('authorization');
    if (credentials !== null) headers.set('authorization', credentials);
    const given = [init.signal, signal].flatMap((one) => (one ? [one] : []));
    const response = await fetch(input, {
      ...init,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([...given, AbortSignal.timeout(ANSWER_MS)]),
    });
    return bounded(response);
  };
}

/** The response with at most `ANSWER_BYTES` of body; reading more throws. */
function bounded(response: Response): Response {
  if (!response.body) return response;
  let size = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > ANSWER_BYTES) controller.error(new RangeError('too large'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}

function utf8Letters(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

/** What a database reports about itself. */
export interface DatabaseInfo {
  /** Number of documents, including the key document. */
  documents: number;
  /** Increases with every change. */
  sequence: number;
  /** The revision of the key document, empty if there is none: a recreated database may have the same sequence. */
  keysRev: string;
}

const info = v.object({
  total_rows: v.number(),
  // CouchDB 3 answers `12-g1AAA…`; only the number stays the same between requests.
  update_seq: v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+/u))]),
  rows: v.array(v.object({ value: v.optional(v.object({ rev: v.string(), deleted: v.optional(v.boolean()) })) })),
});
/** Asks for the key document's revision, and with it for the sequence and the number of documents. */
const INFO = `/_all_docs?update_seq=true&keys=${encodeURIComponent(JSON.stringify([KEY_DOCUMENT]))}`;

/** Asks the database for its state in one request. Throws `Stopped` if it cannot be used. */
export async function databaseInfo(server: Server, signal?: AbortSignal): Promise<DatabaseInfo> {
  const answer = await ask(server, 'GET', INFO, undefined, signal);
  if (answer.status === 404 && isCouchError(answer.body)) throw new Stopped('no-database');
  const read = v.safeParse(info, answer.body);
  if (answer.status !== 200 || !read.success) throw new Stopped(stopOf(answer.status, answer.body));
  const { total_rows: documents, update_seq: sequence, rows } = read.output;
  const keys = rows[0]?.value;
  return {
    documents,
    sequence: typeof sequence === 'number' ? sequence : Number.parseInt(sequence, 10),
    keysRev: keys && keys.deleted !== true ? keys.rev : '',
  };
}

const couchError = v.object({ error: v.string(), reason: v.optional(v.unknown()) });
function isCouchError(body: unknown): boolean {
  return v.is(couchError, body);
}

/** The stop that an unsuccessful response means. */
export function stopOf(status: number, body: unknown): Stop {
  if (status === 401 || status === 403) return 'password';
  if (status === 413 || status === 507) return 'full';
  if (status >= 500) return isCouchError(body) || status > 500 ? 'unreachable' : 'not-couchdb';
  return 'not-couchdb';
}

interface Answer {
  status: number;
  body: unknown;
}

/**
 * One request to the database. `body` is undefined if the response is not JSON. Throws `Stopped` if there is no
 * response.
 */
async function ask(
  server: Server,
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  waitMs = ANSWER_MS,
): Promise<Answer> {
  const own = fetchFor(server, signal);
  let response: Response;
  try {
    response = await own(server.url + path, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(waitMs),
    });
  } catch {
    if (await leadsElsewhere(server)) throw new Stopped('not-couchdb');
    throw new Stopped((await answersAtAll(server)) ? 'cors' : 'unreachable');
  }
  try {
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: response.status, body: undefined };
  }
}

/** Whether the response is a redirect, for example to a login page; the password is never sent along. */
async function leadsElsewhere({ url }: Server): Promise<boolean> {
  try {
    const { type, status } = await fetch(url, { ...PLAIN, redirect: 'manual', signal: AbortSignal.timeout(LOOK_MS) });
    return type === 'opaqueredirect' || (status >= 300 && status < 400);
  } catch {
    return false;
  }
}

/** Whether something answers whose response we may not read. */
async function answersAtAll({ url }: Server): Promise<boolean> {
  try {
    await fetch(url, { ...PLAIN, mode: 'no-cors', signal: AbortSignal.timeout(LOOK_MS) });
    return true;
  } catch {
    return false;
  }
}

const keyDocument = v.object({
  _rev: v.string(),
  v: v.number(),
  keyId: v.pipe(v.string(), v.regex(/^[0-9a-z]{8,40}$/u)),
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{20,100}={0,2}$/u)),
  // Fewer rounds would make the passphrase easy to guess for anyone who reads the server.
  iterations: v.pipe(v.number(), v.integer(), v.minValue(ITERATIONS), v.maxValue(ITERATIONS_MOST)),
  check: v.pipe(v.string(), v.maxLength(10_000)),
});

/** The key document with its revision, or null if the database has none. Throws `Stopped`. */
export async function readKeys(server: Server, signal?: AbortSignal): Promise<(KeyDocument & { rev: string }) | null> {
  const { status, body } = await ask(server, 'GET', `/${KEY_DOCUMENT}`, undefined, signal);
  if (status === 404) return null;
  if (status !== 200) throw new Stopped(stopOf(status, body));
  const version = v.safeParse(v.object({ v: v.number() }), body);
  if (version.success && version.output.v > KEY_VERSION) throw new Stopped('newer');
  const read = v.safeParse(keyDocument, body);
  if (!read.success) throw new Stopped('occupied');
  const { _rev: rev, v: _version, ...keys } = read.output;
  return { ...keys, rev };
}

/** Writes the key document; false if another device was first. `rev` is the one it replaces. */
export async function writeKeys(server: Server, keys: KeyDocument, rev?: string): Promise<boolean> {
  const document = { ...keys, v: KEY_VERSION, ...(rev === undefined ? {} : { _rev: rev }) };
  const { status, body } = await ask(server, 'PUT', `/${KEY_DOCUMENT}`, document);
  if (status === 409) return false;
  if (status !== 201 && status !== 202) throw new Stopped(stopOf(status, body));
  return true;
}

/** Creates the database. Throws `Stopped`: `password` if the user may not. */
export async function createDatabase(server: Server): Promise<void> {
  const { status, body } = await ask(server, 'PUT', '');
  if (status !== 201 && status !== 202 && status !== 412) throw new Stopped(stopOf(status, body));
}

/**
 * Removes every document from the server. If the user may delete and create databases, the database is recreated with
 * the same members, so that nothing old is left. Otherwise each document is deleted and the database compacted, as far
 * as the user's rights allow. Returns false if old, encrypted copies may stay until the server compacts the database
 * automatically.
 */
export async function clearDatabase(server: Server): Promise<boolean> {
  const security = await ask(server, 'GET', '/_security');
  const gone = await ask(server, 'DELETE', '');
  if (gone.status === 200 || gone.status === 202 || gone.status === 404) {
    await createDatabase(server);
    if (security.status === 200 && Object.keys(security.body ?? {}).length) {
      await ask(server, 'PUT', '/_security', security.body);
    }
    return true;
  }
  await deleteEach(server);
  const { status } = await ask(server, 'POST', '/_compact', {});
  return status === 200 || status === 202;
}

/** Documents deleted in one request. */
const BATCH = 500;
const listed = v.object({ rows: v.array(v.object({ id: v.string(), value: v.object({ rev: v.string() }) })) });
const written = v.array(v.object({ error: v.optional(v.string()) }));

async function deleteEach(server: Server): Promise<void> {
  for (;;) {
    const { status, body } = await ask(server, 'GET', `/_all_docs?limit=${BATCH}`);
    const page = v.safeParse(listed, body);
    if (status !== 200 || !page.success) throw new Stopped(stopOf(status, body));
    const docs = page.output.rows
      .filter(({ id }) => !id.startsWith('_design/'))
      .map(({ id, value }) => ({ _id: id, _rev: value.rev, _deleted: true }));
    if (!docs.length) return;
    const done = await ask(server, 'POST', '/_bulk_docs', { docs });
    const each = v.safeParse(written, done.body);
    if (!each.success || each.output.every(({ error }) => error !== undefined)) {
      throw new Stopped(stopOf(done.status === 201 ? 403 : done.status, done.body));
    }
  }
}
