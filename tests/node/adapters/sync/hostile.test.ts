/** A hostile server: whatever it answers, the library loses nothing, and the person gets one sentence. */
import { type Device, PASSPHRASE, at, newDevice, settle, together } from './device.ts'; // first: it brings IndexedDB
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Couch, startCouch } from '../../../../dev/couch.mjs';
import { canonical } from '../../../../src/core/library/plain.ts';
import { documentId, deriveKeys, newRecipe, seal } from '../../../../src/adapters/sync/crypto.ts';
import type { Server } from '../../../../src/adapters/sync/server.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
});
afterAll(() => couch.stop());

type Row = { id: string; doc: Record<string, unknown> & { _id: string; _rev: string } };

/** Sends a request to the server without the client, as its owner can. */
async function direct(server: Server, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${server.user}:${server.password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}
const documents = async (server: Server): Promise<Row[]> =>
  ((await direct(server, 'GET', '/_all_docs?include_docs=true')) as { rows: Row[] }).rows.filter(
    ({ id }) => id !== 'lede-keys',
  );

/** Makes an answer of `_changes` list its results backwards. */
function reverseChanges(response: ServerResponse): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response) as (text: string) => ServerResponse;
  response.write = (chunk: string | Uint8Array) => chunks.push(Buffer.from(chunk)) > 0;
  response.end = ((chunk?: string | Uint8Array) => {
    if (chunk) chunks.push(Buffer.from(chunk));
    const read = JSON.parse(Buffer.concat(chunks).toString()) as { results: unknown[] };
    response.removeHeader('content-length'); // the separators between results have changed
    return end(JSON.stringify({ ...read, results: read.results.toReversed() }));
  }) as typeof response.end;
}

/** Two devices with three notes, and the server's documents. */
async function stocked(): Promise<{ server: Server; a: Device; b: Device; rows: Row[] }> {
  const { server, devices } = await together(couch, 2);
  const [a, b] = [at(devices, 0), at(devices, 1)];
  await a.addEntry('e1');
  for (const id of ['n1', 'n2', 'n3']) await a.addNote(id, 'e1', { text: `words of ${id}` });
  await settle(devices);
  return { server, a, b, rows: await documents(server) };
}

/** Lets the server change its documents. Neither device may lose anything, and both must still agree. */
async function survives(change: (rows: Row[], server: Server) => Promise<unknown>): Promise<Device> {
  const { server, a, b, rows } = await stocked();
  const before = canonical(await a.all());
  await change(rows, server);
  for (const device of [b, a, b, a]) expect(await device.sync()).toBe('done');
  expect(canonical(await a.all())).toBe(before);
  expect(canonical(await b.all())).toBe(before);
  await a.changeNote('n1', { text: 'it goes on' });
  await settle([a, b]);
  expect(await b.db.notes.get('n1')).toMatchObject({ text: 'it goes on' });
  const fresh = newDevice();
  await fresh.client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
  await settle([fresh, a]);
  return b;
}

describe('a server that', () => {
  it('cuts documents short', () =>
    survives((rows, server) => {
      const docs = rows.map(({ doc }) => ({ ...doc, e: String(doc['e']).slice(0, 200) }));
      return direct(server, 'POST', '/_bulk_docs', { docs });
    }));
  it('returns one document under the name of another', () =>
    survives((rows, server) => {
      const docs = rows.map(({ doc }, place) => ({ ...doc, e: rows.at(place - 1)?.doc['e'] }));
      return direct(server, 'POST', '/_bulk_docs', { docs });
    }));
  it('returns what another passphrase encrypted, under the name of these keys', () =>
    survives(async (rows, server) => {
      const others = await deriveKeys('another', newRecipe());
      const docs = await Promise.all(
        rows.map(async ({ id, doc }) => ({ ...doc, e: await seal(others, id, '{"v":1,"table":"notes","record":{}}') })),
      );
      return direct(server, 'POST', '/_bulk_docs', { docs });
    }));
  it('cuts its answers off in the middle', async () => {
    const { server, a, b } = await stocked();
    for (let step = 0; step < 12; step += 1) {
      couch.state.cutEvery = 2 + (step % 5);
      await a.addNote(`cut${step}`, 'e1');
      for (const device of [a, b])
        expect(['done', 'unreachable', 'not-couchdb', 'cors']).toContain(await device.sync());
    }
    couch.state.cutEvery = 0;
    await settle([a, b]);
    const fresh = newDevice();
    await fresh.client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
    await settle([fresh, a]);
    expect(await fresh.db.notes.count()).toBe(15);
  });
  it('lists its changes in another order', async () => {
    const { server, a, b } = await stocked();
    couch.tamper((request, response) => {
      if (request.url?.includes('_changes')) reverseChanges(response);
      return false;
    });
    for (const id of ['n1', 'n2']) {
      await a.changeNote(id, { text: `${id} by a` });
      await b.changeNote(id, { colour: 'blue' });
    }
    await settle([a, b]);
    const fresh = newDevice();
    await fresh.client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
    await settle([fresh, a]);
    couch.tamper(null);
    expect(await fresh.db.notes.get('n1')).toMatchObject({ text: 'n1 by a', colour: 'blue' });
  });
  it('has documents of a newer Lede: they stay unchanged, and what waits for them stays here', async () => {
    const { server, a, rows } = await stocked();
    const keys = (await a.accounts.read())?.keys;
    if (!keys) throw new Error('no keys');
    const id = await documentId(keys, 'notes n1');
    const e = await seal(keys, id, '{"v":9,"table":"notes","record":{"id":"n1"}}');
    const before = rows.find((row) => row.id === id);
    await direct(server, 'PUT', `/${id}`, { ...before?.doc, e });
    expect(await a.sync()).toBe('done');
    await a.changeNote('n1', { text: 'written by the older one' });
    await a.changeNote('n2', { text: 'another' });
    for (let round = 0; round < 3; round += 1) expect(await a.sync()).toBe('done');
    expect((await documents(server)).find((row) => row.id === id)?.doc['e']).toBe(e);
    expect(await a.db.notes.get('n1')).toMatchObject({ text: 'written by the older one' });
    expect(a.state().tooNew).toBe(1);
    expect(await a.db.outbox.get('notes n1')).toBeDefined();
  });
  it('deletes everything', () =>
    survives((rows, server) => {
      const docs = rows.map(({ doc: { _id, _rev } }) => ({ _id, _rev, _deleted: true }));
      return direct(server, 'POST', '/_bulk_docs', { docs });
    }));
  it('adds its own documents, also huge ones', async () => {
    const device = await survives((_rows, server) =>
      direct(server, 'POST', '/_bulk_docs', {
        docs: [
          { _id: 'x1', k: 'other', e: 'AAAA' },
          { _id: 'x2', words: 'hello' },
          { _id: 'x3', k: 'other', e: 'A'.repeat(15_000_000) },
          { _id: '_design/x', views: {} },
        ],
      }),
    );
    expect(device.state().stop).toBeNull();
  });
  it('returns old documents again', async () => {
    const { server, a, b, rows } = await stocked();
    await a.changeNote('n1', { text: 'newer' });
    await settle([a, b]);
    const now = await documents(server);
    const docs = now.map(({ id, doc }) => ({ ...doc, e: rows.find((row) => row.id === id)?.doc['e'] }));
    await direct(server, 'POST', '/_bulk_docs', { docs });
    await settle([a, b]);
    expect(await a.db.notes.get('n1')).toMatchObject({ text: 'newer' });
  });
  it('is reset to an earlier day gets everything again', async () => {
    const { server, a, b, rows } = await stocked();
    await a.changeNote('n2', { text: 'written after the backup' });
    await settle([a, b]);
    const keys = await direct(server, 'GET', '/lede-keys');
    await direct(server, 'DELETE', '');
    await direct(server, 'PUT', '');
    const old = [...rows.map(({ doc }) => doc), keys as object];
    await direct(server, 'POST', '/_bulk_docs', { docs: old, new_edits: false });
    await settle([a, b]);
    const fresh = newDevice();
    await fresh.client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false });
    await settle([fresh, a]);
    expect(await fresh.db.notes.get('n2')).toMatchObject({ text: 'written after the backup' });
  });
  it('replaces the keys is not sent anything', async () => {
    const { server, a } = await stocked();
    const keys = (await direct(server, 'GET', '/lede-keys')) as object;
    await direct(server, 'PUT', '/lede-keys', { ...keys, keyId: 'someoneelses' });
    await a.addNote('n9', 'e1');
    const before = couch.requests.length;
    expect(await a.sync()).toBe('passphrase-changed');
    expect(couch.requests.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(await a.library.count()).toBe(1);
  });
  it('requires keys that are easy to guess is refused', async () => {
    const { server } = await stocked();
    const keys = (await direct(server, 'GET', '/lede-keys')) as object;
    await direct(server, 'PUT', '/lede-keys', { ...keys, iterations: 10 });
    expect(await newDevice().client.look(server, PASSPHRASE)).toEqual({ ok: false, stop: 'occupied' });
  });
  it('stores nothing cannot be used for sync', async () => {
    const { a } = await stocked();
    await a.addNote('n9', 'e1');
    couch.state.readOnly = true;
    expect(await a.sync()).toBe('password');
    couch.state.readOnly = false;
    expect(await a.sync()).toBe('done');
  });
  it('is not a CouchDB is recognised', async () => {
    const { a } = await stocked();
    for (const [status, body, stop] of [
      [200, '<html>Sign in to the hotel</html>', 'not-couchdb'],
      [500, 'oops', 'not-couchdb'],
      [503, '{"error":"busy"}', 'unreachable'],
      [413, '{"error":"too_large"}', 'full'],
    ] as const) {
      couch.tamper((_request, response) => {
        response.writeHead(status).end(body);
        return true;
      });
      expect(await a.sync()).toBe(stop);
    }
    couch.tamper(null);
    expect(await a.sync()).toBe('done');
    expect(a.state().stop).toBeNull();
  });
});
