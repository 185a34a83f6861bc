/** Setting up, changing the passphrase, stopping and removing, and what each leaves on the server's disk. */
import { PASSPHRASE, at, settle, together } from './device.ts'; // first: it brings IndexedDB
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Couch, startCouch } from '../../../../dev/couch.mjs';
import { documentId, deriveKeys, newRecipe, open, seal } from '../../../../src/adapters/sync/crypto.ts';
import { RECORD_VERSION } from '../../../../src/core/library/records.ts';
import { articleOf } from '../../../fakes/article-of.ts';

let couch: Couch;
const folder = mkdtempSync(join(tmpdir(), 'lede-couch-'));
beforeAll(async () => {
  couch = await startCouch({ folder });
});
afterAll(async () => {
  await couch.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** All bytes that the server has written. */
function onDisk(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1')).join('\n');
}

const signal = () => new AbortController().signal;

describe('keys', () => {
  it('decrypt what they encrypted under its id, and nothing else', async () => {
    const recipe = newRecipe();
    const [keys, same, other] = await Promise.all([
      deriveKeys('ein Paß', recipe),
      deriveKeys('ein Pa\u00df', recipe),
      deriveKeys('another', recipe),
    ]);
    const id = await documentId(keys, 'notes n1');
    expect(id).toMatch(/^[0-9a-f]{32}$/u);
    expect(await documentId(same, 'notes n1')).toBe(id);
    expect(await documentId(other, 'notes n1')).not.toBe(id);
    const [one, two] = [await seal(keys, id, 'words'), await seal(keys, id, 'words')];
    expect(one).not.toBe(two);
    expect(await open(same, id, one)).toBe('words');
    expect(await open(other, id, one)).toBeNull();
    expect(await open(keys, 'elsewhere', one)).toBeNull();
    for (const bad of ['', '!', 'AAAA', one.slice(0, -8), `A${one.slice(1)}`])
      expect(await open(keys, id, bad)).toBeNull();
    await expect(crypto.subtle.exportKey('raw', keys.seal)).rejects.toThrow(/extractable/u);
  });
});

const SECRETS = ['quicksilver', 'site.example', 'thimblerig', 'periwinkle', 'n-plain-1'];

describe('on the server', () => {
  // The files of a CouchDB named by LEDE_COUCH may be on another machine.
  it.skipIf(process.env['LEDE_COUCH'])('nothing can be read, and lengths reveal little', async () => {
    const { server, devices } = await together(couch, 2);
    const [a, b] = [at(devices, 0), at(devices, 1)];
    await a.addEntry('e1', { title: 'On quicksilver', tags: ['thimblerig'] });
    const article = articleOf('The periwinkle grows.', { url: 'https://site.example/e1' });
    await a.db.articles.put({ entryId: 'e1', version: RECORD_VERSION, article, keptAt: 5 });
    await a.addNote('n-plain-1', 'e1', { text: 'quicksilver' });
    await a.addNote('n2', 'e1', { text: 'quicksilver '.repeat(30) });
    await a.library.enqueue('all');
    await settle([a, b]);
    const disk = onDisk();
    expect(disk).toContain(server.url.split('/').at(-1));
    for (const secret of [...SECRETS, PASSPHRASE]) expect(disk).not.toContain(secret);
    const sizes = [...disk.matchAll(/"e":"([A-Za-z0-9+/=]+)"/gu)].map(([, sealed = '']) => sealed.length);
    expect(sizes.length).toBeGreaterThanOrEqual(4);
    expect(new Set(sizes).size).toBe(1);
  });
});

describe.each([true, false])('a user who may create databases: %s', (mayCreate) => {
  it('changes the passphrase: old documents are deleted, and other devices continue with the new one', async () => {
    const { server, devices } = await together(couch, 2);
    const [a, b] = [at(devices, 0), at(devices, 1)];
    await a.addEntry('e1');
    await a.addNote('n1', 'e1', { text: 'kept' });
    await settle([a, b]);
    await b.addNote('n2', 'e1', { text: 'not yet sent' });
    couch.state.mayCreate = mayCreate;
    expect(await a.client.changePassphrase('twelve loud rivers', signal())).toEqual({ ok: true, value: true });
    expect(await b.sync()).toBe('passphrase-changed');
    expect(await b.client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: false })).toEqual({
      ok: false,
      stop: 'passphrase',
    });
    expect(
      await b.client.start({ server, passphrase: 'twelve loud rivers', notesOnly: false, settings: false }),
    ).toMatchObject({
      ok: true,
    });
    await settle([a, b]);
    couch.state.mayCreate = true;
    expect(await a.db.notes.get('n2')).toMatchObject({ text: 'not yet sent' });
    const { keyId } = (await a.accounts.read())?.recipe ?? { keyId: '' };
    const authorization = `Basic ${Buffer.from(`${server.user}:${server.password}`).toString('base64')}`;
    const listed = await fetch(`${server.url}/_all_docs?include_docs=true`, { headers: { authorization } });
    const { rows } = (await listed.json()) as { rows: { id: string; doc: { k?: string } }[] };
    expect(rows.filter(({ id }) => id !== 'lede-keys').every(({ doc }) => doc.k === keyId)).toBe(true);
  });

  it('is noticed even if the new database has as many changes as the old one', async () => {
    const { devices } = await together(couch, 2);
    const [a, b] = [at(devices, 0), at(devices, 1)];
    await a.addEntry('e1');
    await settle([a, b]);
    await b.sync();
    couch.state.mayCreate = mayCreate;
    await a.client.changePassphrase('twelve loud rivers', signal());
    couch.state.mayCreate = true;
    expect(await b.sync()).toBe('passphrase-changed');
  });

  it('deletes everything on the server; the other device stops and keeps its library', async () => {
    const { devices } = await together(couch, 2);
    const [a, b] = [at(devices, 0), at(devices, 1)];
    await a.addEntry('e1');
    await settle([a, b]);
    couch.state.mayCreate = mayCreate;
    expect(await a.client.remove()).toEqual({ ok: true, value: true });
    couch.state.mayCreate = true;
    await b.addNote('n1', 'e1');
    expect(await b.sync()).toBe('removed');
    expect([await a.db.entries.count(), await b.db.entries.count(), await b.db.notes.count()]).toEqual([1, 1, 1]);
    expect(a.state()).toMatchObject({ on: false });
    expect(await a.accounts.read()).toBeNull();
  });
});

it('an interrupted change of passphrase is finished at the next round', async () => {
  const { devices } = await together(couch, 1);
  const a = at(devices, 0);
  await a.addEntry('e1');
  await settle([a]);
  for (const method of ['DELETE', 'PUT']) {
    couch.tamper((request, response) => {
      if (request.method !== method) return false;
      response.destroy();
      return true;
    });
    expect(await a.client.changePassphrase(`words ${method}`, signal())).toMatchObject({ ok: false });
    couch.tamper(null);
    await settle([a]);
    expect((await a.accounts.read())?.renewing).toBe(false);
  }
  expect(await a.db.entries.count()).toBe(1);
});

it('stopping forgets the server and keeps the library; later changes are not queued for it', async () => {
  const { devices } = await together(couch, 1);
  const a = at(devices, 0);
  await a.addEntry('e1');
  await a.client.leave();
  await a.addEntry('e2');
  expect(await a.library.count()).toBe(0);
  expect(await a.db.entries.count()).toBe(2);
  expect(a.state()).toMatchObject({ on: false, url: '', user: '' });
});
