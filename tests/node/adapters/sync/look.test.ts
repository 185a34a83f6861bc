/** The connection test: one reason for each possible problem of a server, before anything is sent. */
import { PASSPHRASE, newDevice } from './device.ts'; // first: it brings IndexedDB
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Couch, startCouch } from '../../../../dev/couch.mjs';
import { STOPS } from '../../../../src/core/library/sync/state.ts';
import { KEY_DOCUMENT, type Server } from '../../../../src/adapters/sync/server.ts';

let couch: Couch;
let server: Server;
let databases = 0;
beforeAll(async () => {
  couch = await startCouch();
});
afterAll(() => couch.stop());
beforeEach(() => {
  const { origin, user, password } = couch;
  server = { url: `${origin}/look${(databases += 1)}`, user, password };
});
afterEach(() => {
  couch.tamper(null);
  Object.assign(couch.state, { mayCreate: true });
});

/** The result of the test: what was found, or the reason why sync cannot start. */
async function look(wish: Partial<Server> = {}, passphrase = PASSPHRASE) {
  const looked = await newDevice().client.look({ ...server, ...wish }, passphrase);
  return looked.ok ? looked.value : looked.stop;
}
/** Creates the database and, if `started`, sets up sync in it. */
async function make(started: boolean): Promise<void> {
  const { client } = newDevice();
  expect(await client.create(server)).toEqual({ ok: true, value: null });
  if (started) await client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
}
/** Writes without the client. */
async function put(path: string, change: (before: Record<string, unknown>) => object): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${server.user}:${server.password}`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const answer = await fetch(server.url + path, { headers });
  const before = answer.ok ? ((await answer.json()) as Record<string, unknown>) : {};
  const body = JSON.stringify(change(before));
  expect((await fetch(server.url + path, { method: 'PUT', headers, body })).ok).toBe(true);
}

it('finds an empty database, and a library that the passphrase opens', async () => {
  await make(false);
  expect(await look()).toEqual({ found: 'empty' });
  await newDevice().client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
  expect(await look()).toEqual({ found: 'library', documents: 0 });
});
it('reports that nothing answers', async () => {
  expect(await look({ url: 'http://127.0.0.1:9/look' })).toBe('unreachable');
});
it.each([
  ['a page', 200, {}, '<html>Sign in to the hotel</html>'],
  ['other JSON', 200, {}, '{"hello":"world"}'],
  ['nothing there', 404, {}, 'Not Found'],
  ['a way elsewhere', 302, { location: 'https://login.example/' }, ''],
])('tells that it is no CouchDB: %s', async (_what, status, headers, body) => {
  couch.tamper((_request, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  });
  expect(await look()).toBe('not-couchdb');
});
it('reports a wrong password, or that the user has no access', async () => {
  await make(false);
  expect(await look({ password: 'wrong' })).toBe('password');
  expect(await look({ user: '', password: '' })).toBe('password');
  couch.tamper((_request, response) => {
    response.writeHead(403).end('{"error":"forbidden","reason":"You are not allowed to access this db."}');
    return true;
  });
  expect(await look()).toBe('password');
});
it('reports that there is no database, and whether this user may create one', async () => {
  expect(await look()).toBe('no-database');
  couch.state.mayCreate = false;
  expect(await newDevice().client.create(server)).toEqual({ ok: false, stop: 'password' });
});
it('reports that the database has other content', async () => {
  await make(false);
  await put('/recipe', () => ({ title: 'Bread' }));
  expect(await look()).toBe('occupied');
});
it('reports a wrong passphrase', async () => {
  await make(true);
  expect(await look({}, 'another')).toBe('passphrase');
});
it('reports that a newer Lede wrote there, and changes nothing', async () => {
  await make(true);
  await put(`/${KEY_DOCUMENT}`, (before) => ({ ...before, v: 2, kdf: 'argon2id' }));
  expect(await look()).toBe('newer');
  const before = couch.requests.length;
  expect(
    await newDevice().client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false }),
  ).toMatchObject({
    stop: 'newer',
  });
  expect(couch.requests.slice(before).every(({ method }) => method === 'GET')).toBe(true);
});
it('has a sentence for every reason', () => {
  const sentences: Record<string, { message: string }> = JSON.parse(
    readFileSync('public/_locales/en/messages.json', 'utf8'),
  );
  const said = STOPS.map((stop) => sentences[`sync_stop_${stop.replaceAll('-', '_')}`]?.message);
  expect(said.every((sentence) => sentence)).toBe(true);
  expect(new Set(said).size).toBe(STOPS.length);
});
