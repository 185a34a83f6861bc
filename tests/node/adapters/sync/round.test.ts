/** Devices that sync through a real server: what is written on one appears on the other, and nothing is lost. */
import { type Device, PASSPHRASE, at, newDevice, settle, together } from './device.ts'; // first: it brings IndexedDB
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Couch, startCouch } from '../../../../dev/couch.mjs';
import { documentId, seal } from '../../../../src/adapters/sync/crypto.ts';
import { openReplica } from '../../../../src/adapters/sync/replica.ts';
import { joinSettings } from '../../../../src/adapters/sync/settings.ts';
import { erase } from '../../../../src/background/bin.ts';
import { RECORD_VERSION } from '../../../../src/core/library/records.ts';
import { SETTINGS_NAME } from '../../../../src/core/library/sync/settings.ts';
import { articleOf } from '../../../fakes/article-of.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
});
afterAll(() => couch.stop());

async function pair(): Promise<[Device, Device]> {
  const { devices } = await together(couch, 2);
  return [at(devices, 0), at(devices, 1)];
}

/** Two devices that both have one entry with one note. */
async function sharing(): Promise<[Device, Device]> {
  const [a, b] = await pair();
  await a.addEntry('e1');
  await a.addNote('n1', 'e1', { text: 'first', tags: ['river'] });
  await settle([a, b]);
  return [a, b];
}

describe('what is written on one device', () => {
  it('appears on the other, and changes of different fields are both kept', async () => {
    const [a, b] = await sharing();
    expect(await b.db.notes.get('n1')).toMatchObject({ text: 'first', tags: ['river'] });
    await a.changeNote('n1', { colour: 'blue', tags: ['river', 'sea'] });
    await b.changeNote('n1', { text: 'second', tags: [] });
    await b.changeEntry('e1', { title: 'Another title' });
    await settle([a, b]);
    expect(await a.db.notes.get('n1')).toMatchObject({ text: 'second', colour: 'blue', tags: ['sea'], alts: {} });
    expect(await a.db.entries.get('e1')).toMatchObject({ title: 'Another title' });
  });

  it('keeps both versions if the same text was changed on both, until the person resolves it', async () => {
    const [a, b] = await sharing();
    await a.changeNote('n1', { text: 'from a' });
    await b.changeNote('n1', { text: 'from b' });
    await settle([a, b]);
    const note = await a.db.notes.get('n1');
    expect([note?.text, ...Object.values(note?.alts ?? {})].toSorted()).toEqual(['from a', 'from b']);
    await b.changeNote('n1', { text: 'settled', settled: Object.keys(note?.alts ?? {}) });
    await settle([a, b]);
    expect(await a.db.notes.get('n1')).toMatchObject({ text: 'settled', alts: {} });
  });

  it('survives a deletion on the other, with its entry', async () => {
    const [a, b] = await sharing();
    const now = a.clock.nowMs;
    await a.changeEntry('e1', { deletedAt: now });
    await a.changeNote('n1', { deletedAt: now });
    await b.changeNote('n1', { text: 'still needed' });
    await settle([a, b]);
    expect(await a.db.notes.get('n1')).toMatchObject({ text: 'still needed' });
    expect((await a.db.notes.get('n1'))?.deletedAt).toBeUndefined();
    expect((await a.db.entries.get('e1'))?.deletedAt).toBeUndefined();
    expect(a.state().cameBack).toBeGreaterThan(0);
  });

  it('survives an erasure on the other, and an erasure without a concurrent edit is final', async () => {
    const [a, b] = await sharing();
    await a.addNote('n2', 'e1', { text: 'not needed' });
    await settle([a, b]);
    const now = a.clock.nowMs;
    for (const id of ['n1', 'n2']) await a.changeNote(id, { deletedAt: now });
    await a.changeEntry('e1', { deletedAt: now });
    await erase(a.db, now + 1_000, 0);
    expect(await a.db.entries.count()).toBe(0);
    b.clock.nowMs = now + 5_000;
    await b.changeNote('n1', { text: 'written meanwhile' });
    await settle([a, b]);
    expect(await a.db.notes.get('n1')).toMatchObject({ text: 'written meanwhile', entryId: 'e1' });
    expect(await a.db.entries.get('e1')).toMatchObject({ title: 'Title of e1' });
    expect(await b.db.notes.get('n2')).toBeUndefined();
  });

  it('erases what both erased, and its article is deleted on the server', async () => {
    const [a, b] = await sharing();
    await a.db.transaction('rw', a.db.tables, () =>
      a.db.articles.put({
        entryId: 'e1',
        version: RECORD_VERSION,
        article: articleOf('<p>Long words.</p>'),
        keptAt: 5,
      }),
    );
    await a.library.enqueue(['articles e1']);
    await settle([a, b]);
    expect((await b.db.articles.get('e1'))?.article.text).toContain('Long words');
    await a.changeEntry('e1', { deletedAt: a.clock.nowMs });
    await a.changeNote('n1', { deletedAt: a.clock.nowMs });
    await erase(a.db, a.clock.nowMs + 1_000, 0);
    await settle([a, b]);
    expect(await b.db.entries.count()).toBe(0);
    expect(await b.db.articles.count()).toBe(0);
    expect(await b.db.notes.count()).toBe(0);
  });
});

describe('the same article kept on both', () => {
  it('becomes one entry with the notes of both', async () => {
    const [a, b] = await pair();
    const same = { url: 'https://site.example/x', urlKey: 'site.example/x' };
    await a.addEntry('ea', { ...same, tags: ['one'] });
    await a.addNote('na', 'ea', { text: 'by a' });
    await b.addEntry('eb', { ...same, tags: ['two'] });
    await b.addNote('nb', 'eb', { text: 'by b' });
    await a.sync();
    await b.sync();
    await a.addNote('na2', 'ea'); // created while the other device has already joined them
    await b.addNote('nb2', 'eb');
    await settle([a, b]);
    const entries = await b.db.entries.toArray();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ tags: ['one', 'two'] });
    const homes = (await a.db.notes.toArray()).map(({ id, entryId }) => [id, entryId]);
    expect(homes).toEqual(['na', 'na2', 'nb', 'nb2'].map((id) => [id, entries[0]?.id]));
  });

  it('stays two entries if the person separated them', async () => {
    const [a, b] = await pair();
    await a.addEntry('ea', { urlKey: 'site.example/x', parted: ['site.example/x'] });
    await b.addEntry('eb', { urlKey: 'site.example/x' });
    await settle([a, b]);
    expect(await a.db.entries.count()).toBe(2);
  });
});

describe('a round', () => {
  it('is one request if nothing changed', async () => {
    const [a, b] = await sharing();
    await settle([a, b]);
    await a.sync();
    const before = couch.requests.length;
    expect(await a.sync()).toBe('done');
    expect(couch.requests.length - before).toBe(1);
  });

  it('does not rewrite records with an implausible clock', async () => {
    const [a, b] = await sharing();
    const ahead = await a.db.notes.get('n1');
    const clocks = { ...ahead?.clocks, colour: `zzzzzzzzz.0000.${'x'.repeat(8)}` };
    await a.db.notes.update('n1', { clocks });
    await a.library.enqueue(['notes n1']);
    for (let rounds = 0; rounds < 3; rounds += 1) for (const device of [a, b]) await device.sync();
    const before = couch.requests.length;
    await a.sync();
    expect(couch.requests.length - before).toBe(1);
  });

  it('does not send articles if the person wants notes only', async () => {
    const { server, devices } = await together(couch, 1);
    const [a, b] = [at(devices, 0), newDevice()];
    await b.addEntry('e1');
    await b.db.articles.put({ entryId: 'e1', version: RECORD_VERSION, article: articleOf('<p>Words.</p>'), keptAt: 5 });
    await b.client.start({ server, passphrase: PASSPHRASE, notesOnly: true, settings: false });
    await settle([b]);
    await a.sync();
    expect(await a.db.entries.count()).toBe(1);
    expect(await a.db.articles.count()).toBe(0);
  });

  it('transfers settings if the person wants that, with one request if nothing changed', async () => {
    const { server, devices } = await together(couch, 1);
    const [home, a, b] = [at(devices, 0), newDevice(), newDevice()];
    a.settings.values = { theme: 'dark', calmSites: ['a.example'] };
    home.settings.values = { theme: 'light' };
    for (const { client } of [a, b])
      await client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: true });
    await settle([home, a, b]);
    expect(b.settings.values).toEqual({ theme: 'dark', calmSites: ['a.example'] });
    expect(home.settings.values).toEqual({ theme: 'light' });

    a.settings.values = { theme: 'sepia', calmSites: ['a.example', 'from-a.example'] };
    b.settings.values = { theme: 'dark', calmSites: ['a.example', 'from-b.example'] };
    for (let rounds = 0; rounds < 3; rounds += 1) for (const device of [a, b, home]) await device.sync();
    expect(a.settings.values).toEqual(b.settings.values);
    expect(a.settings.values.theme).toBe('sepia');
    expect(a.settings.values.calmSites).toHaveLength(3);
    const before = couch.requests.length;
    for (const device of [a, b, home]) await device.sync();
    expect(couch.requests.length - before).toBe(3);
  });

  it('does not treat an older copy of the settings as new', async () => {
    const { server, devices } = await together(couch, 1);
    const a = at(devices, 0);
    await a.client.start({ server, passphrase: PASSPHRASE, notesOnly: false, settings: true });
    a.settings.values = { theme: 'dark' };
    await a.sync();
    const account = await a.accounts.read();
    if (!account?.settings) throw new Error('no settings travel');
    const { keys, recipe, settings: agreed } = account;
    const id = await documentId(keys, SETTINGS_NAME);
    const old = await seal(keys, id, JSON.stringify({ v: 1, count: 0, values: { theme: 'light' } }));
    const replica = openReplica('replayed', 'memory');
    await replica.bulkDocs([{ _id: id, k: recipe.keyId, e: old }]);
    const port = { read: async () => a.settings.values, change: async () => void (a.settings.values = {}) };
    const joined = await joinSettings({ replica, keyId: recipe.keyId, keys, settings: port }, agreed);
    expect(joined).toMatchObject({ written: true, agreed: { values: { theme: 'dark' } } });
    expect(a.settings.values).toEqual({ theme: 'dark' });
  });

  it('loses no settings that two devices sent at the same moment', async () => {
    const { server, devices } = await together(couch, 1);
    const [a, b] = [at(devices, 0), newDevice()];
    const setup = { server, passphrase: PASSPHRASE, notesOnly: false, settings: true };
    for (const { client } of [a, b]) await client.start(setup);
    await settle([a, b]);
    a.settings.values = { calmSites: ['from-a.example'] };
    b.settings.values = { calmSites: ['from-b.example'] };
    await Promise.all([a.sync(), b.sync()]);
    for (let rounds = 0; rounds < 3; rounds += 1) for (const device of [a, b]) await device.sync();
    expect(a.settings.values.calmSites).toHaveLength(2);
    expect(b.settings.values).toEqual(a.settings.values);
  });

  it('reports an unreachable server, keeps what waits, and sends it later', async () => {
    const other = await startCouch();
    const { devices } = await together(other, 1);
    const a = at(devices, 0);
    await a.sync();
    await other.stop();
    await a.addEntry('e1');
    expect(await a.sync()).toBe('unreachable');
    expect(await a.library.count()).toBe(1);
    const again = await startCouch({ port: other.port }); // in memory, so it comes back empty
    expect(await a.sync()).toBe('no-database');
    expect(await a.db.entries.count()).toBe(1);
    await again.stop();
  });

  it('can be paused by the person and continues where it was', async () => {
    const { devices } = await together(couch, 2);
    const [a, b] = [at(devices, 0), at(devices, 1)];
    for (let index = 0; index < 250; index += 1) await a.addEntry(`e${index}`);
    const halt = new AbortController();
    const going = a.client.round(halt.signal);
    setTimeout(() => halt.abort(), 150);
    expect(await going).toEqual({ ok: false, stop: 'halted' });
    expect(a.state()).toMatchObject({ halted: true, running: false });
    await settle([a, b]);
    expect(await b.db.entries.count()).toBe(250);
  });
});

/** The databases on the server that were created through a proxy. */
async function databases(): Promise<string[]> {
  const authorization = `Basic ${Buffer.from(`${couch.user}:${couch.password}`).toString('base64')}`;
  const answer = await fetch(`${couch.origin}/_all_dbs`, { headers: { authorization } });
  return ((await answer.json()) as string[]).filter((name) => name.includes('lede-test-'));
}

it('works through a proxy to a CouchDB set in the environment', async () => {
  const user = encodeURIComponent(couch.user);
  const target = couch.origin.replace('http://', `http://${user}:${encodeURIComponent(couch.password)}@`);
  const others = (await databases()).length;
  const front = await startCouch({ target });
  const { devices } = await together(front, 2);
  await at(devices, 0).addEntry('e1');
  await settle(devices);
  expect(await at(devices, 1).db.entries.count()).toBe(1);
  expect(await databases()).toHaveLength(others + 1);
  await front.stop();
  expect(await databases()).toHaveLength(others);
});
