/** One library in Chromium and Firefox, through a CouchDB on this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Couch, startCouch } from '../../dev/couch.mjs';
import { startFirefox } from './harness/firefox.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';
import type { Browser, Surface } from './harness/surface.ts';

const WORDS = 'The engineers of that time straightened the beds';
const PASSPHRASE = 'eleven quiet rivers';
const folder = mkdtempSync(join(tmpdir(), 'lede-couch-'));
let couch: Couch;
let firefox: Browser;

test.beforeAll(async ({ site }) => {
  couch = await startCouch({ folder });
  firefox = await startFirefox('dist/firefox', site.origin);
});
test.afterAll(async () => {
  await firefox.close();
  await couch.stop();
  rmSync(folder, { recursive: true, force: true });
});
test.beforeEach(({ lede }) => emptyLibrary(lede));

async function fill(options: Surface, name: string, text: string): Promise<void> {
  await options.click({ role: 'textbox', name: say(name) });
  await options.press('ControlOrMeta+a');
  await options.press('Delete');
  await options.type(text);
}

const status = async (options: Surface) =>
  (await options.texts('.sync-form [role=status], .sync-on [role=status]')).join(' ');

/** Fills in the form; the address may be a link. */
async function setUp(
  options: Surface,
  fields: { address: string; user?: string; password?: string; passphrase: string },
) {
  await fill(options, 'sync_address', fields.address);
  if (fields.user !== undefined) await fill(options, 'sync_user', fields.user);
  if (fields.password !== undefined) await fillSecret(options, 'sync_password', fields.password);
  await fillSecret(options, 'sync_passphrase', fields.passphrase);
}

/** Password fields have no role of their own. */
async function fillSecret(options: Surface, name: string, text: string): Promise<void> {
  const place = name === 'sync_password' ? 0 : 1;
  await options.click({ css: '.sync-form input[type=password]', at: place });
  await options.press('ControlOrMeta+a');
  await options.press('Delete');
  await options.type(text);
}

const press = (options: Surface, name: string) => options.click({ role: 'button', name: say(name) });

async function noteIn(lede: Browser): Promise<{ text: string; alts: string[]; deleted: boolean }[]> {
  return lede.background(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('lede');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('lede'));
    });
    const asking = database.transaction('notes').objectStore('notes').getAll();
    const all = await new Promise<{ text: string; alts: Record<string, string>; deletedAt?: number }[]>((resolve) => {
      asking.onsuccess = () => resolve(asking.result);
    });
    database.close();
    return all.map(({ text, alts, deletedAt }) => ({
      text,
      alts: Object.values(alts),
      deleted: deletedAt !== undefined,
    }));
  }, null);
}

/** Writes text into the only note as its editor does, based on what this browser shows. */
async function write(browser: Browser, text: string): Promise<void> {
  const page = await browser.page('options/index.html');
  const answer = await page.evaluate(async (words: string) => {
    const scope = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const api = scope.browser ?? scope.chrome;
    const opening = indexedDB.open('lede');
    await new Promise((done) => opening.addEventListener('success', done));
    const asking = opening.result.transaction('notes').objectStore('notes').getAll();
    await new Promise((done) => asking.addEventListener('success', done));
    opening.result.close();
    const { id, clocks } = asking.result[0] as { id: string; clocks: { text?: string } };
    const change = { text: words, ...(clocks.text === undefined ? {} : { textBase: clocks.text }) };
    return api.runtime.sendMessage({ lede: 'ask', kind: 'note.change', body: { id, change } });
  }, text);
  expect(answer.ok).toBe(true);
  await page.close();
}

/** Keeps both versions of the only note, in the library. */
async function settleIn(browser: Browser): Promise<void> {
  const library = await browser.page('library/index.html');
  await library.click({ role: 'button', name: say('parts_versions_both') });
  await expect.poll(async () => (await noteIn(browser))[0]?.alts).toEqual([]);
  await library.screenshot('test-results/sync-library.png');
  await library.close();
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };

test('the connection test says what is wrong, and then two browsers share a library', async ({ lede, site }) => {
  test.setTimeout(240_000);
  const { origin, user, password } = couch;
  const url = `${origin}/lede`;
  const options = await lede.page('options/index.html');
  // The person refuses the browser's permission request. No test can answer it, so the page gets the refusal directly.
  await options.evaluate(() => {
    const { permissions } = (globalThis as unknown as { chrome: { permissions: { request: unknown } } }).chrome;
    permissions.request = () => Promise.resolve(false);
  });
  await setUp(options, { address: url, user, password, passphrase: PASSPHRASE });
  await press(options, 'sync_test');
  await expect.poll(() => status(options)).toContain(say('sync_stop_not_allowed'));
  const own = await options.evaluate(() => location.origin);
  await expect
    .poll(() => options.texts('.sync-command'))
    .toEqual([expect.stringContaining(`cors/origins -d '"${own}"'`)]);
  await options.screenshot('test-results/sync-cors.png');
  couch.state.corsOrigin = own; // what the command does
  await press(options, 'sync_test');
  await expect.poll(() => status(options)).toContain(say('sync_stop_no_database'));
  couch.state.corsOrigin = '';
  await options.reload();
  await lede.allow('http://127.0.0.1/*');
  await options.show();
  await setUp(options, { address: url, user, password: 'wrong', passphrase: PASSPHRASE });
  await press(options, 'sync_test');
  await expect.poll(() => status(options)).toContain(say('sync_stop_password'));
  await fillSecret(options, 'sync_password', password);
  await press(options, 'sync_test');
  await expect.poll(() => status(options)).toContain(say('sync_stop_no_database'));
  await press(options, 'sync_create');
  await expect.poll(() => status(options)).toContain(say('sync_found_empty'));
  await press(options, 'sync_start');
  await expect.poll(() => status(options), { timeout: 30_000 }).toContain('Up to date');
  await press(options, 'sync_invite');
  await expect.poll(() => options.texts('.sync-command')).toEqual([expect.stringContaining('lede-sync:?')]);
  const [link = ''] = await options.texts('.sync-command');
  expect(link).not.toContain('password');
  await options.screenshot('test-results/sync-invite.png');
  await options.press('Escape');

  // Marked in Chromium.
  const article = site.url('/articles/river.en', 'shared.test');
  const page = await lede.open(article);
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
  await page.select(WORDS);
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual([WORDS]);
  await options.show();
  await press(options, 'sync_now');
  await expect.poll(() => noteIn(lede)).toHaveLength(1);

  // Firefox joins with the link; a wrong passphrase is reported.
  const other = await firefox.page('options/index.html');
  await setUp(other, { address: link, password, passphrase: 'another' });
  await press(other, 'sync_test');
  await expect.poll(() => status(other), { timeout: 30_000 }).toContain(say('sync_stop_passphrase'));
  await fillSecret(other, 'sync_passphrase', PASSPHRASE);
  await press(other, 'sync_start');
  await expect.poll(() => noteIn(firefox), { timeout: 30_000 }).toHaveLength(1);
  const there = await firefox.open(article);
  const glance = await new Glance(await firefox.popup()).settled();
  await glance.surface.close();
  await expect.poll(() => wordsOn(there)).toEqual([WORDS]);
  await other.show();
  await other.screenshot('test-results/sync-firefox.png');

  // Both edit the note while the server is unreachable; the person resolves the conflict in Chromium.
  const { port } = couch;
  await couch.stop();
  await write(lede, 'Words of Chromium.');
  await write(firefox, 'Words of Firefox.');
  await other.show();
  await press(other, 'sync_now');
  await expect.poll(() => status(other), { timeout: 30_000 }).toContain(say('sync_line_offline').replace('$1', '1'));
  couch = await startCouch({ port, folder });
  for (const turn of [1, 2]) {
    for (const surface of [other, options]) {
      await surface.show();
      await press(surface, 'sync_now');
      await expect.poll(() => status(surface), { timeout: 30_000, message: `turn ${turn}` }).toContain('Up to date');
    }
  }
  for (const browser of [lede, firefox]) {
    const texts = async () => (await noteIn(browser)).flatMap(({ text, alts }) => [text, ...alts]).toSorted();
    await expect.poll(texts, { timeout: 30_000 }).toEqual(['Words of Chromium.', 'Words of Firefox.']);
  }
  await settleIn(lede);
  await press(options, 'sync_now');
  await expect.poll(async () => (await noteIn(lede))[0]?.alts).toEqual([]);
  await expect.poll(() => status(options), { timeout: 30_000 }).toContain('Up to date');
  await other.show();
  await press(other, 'sync_now');
  await expect.poll(async () => (await noteIn(firefox))[0]?.alts, { timeout: 30_000 }).toEqual([]);

  // The passphrase is changed in Firefox: Chromium stops with one sentence, and keeps everything.
  await press(other, 'sync_change');
  await other.click({ css: 'dialog input[type=password]' });
  await other.type('twelve loud rivers');
  await other.click({ css: 'dialog .button-main' });
  await expect.poll(() => other.count({ css: 'dialog' }), { timeout: 30_000 }).toBe(0);
  await options.show();
  await press(options, 'sync_now');
  await expect.poll(() => status(options), { timeout: 30_000 }).toContain(say('sync_stop_passphrase_changed'));
  await press(options, 'sync_again');
  await fillSecret(options, 'sync_password', password);
  await fillSecret(options, 'sync_passphrase', 'twelve loud rivers');
  await press(options, 'sync_start');
  await expect.poll(() => status(options), { timeout: 30_000 }).toContain('Up to date');

  // Stopping sync keeps the library.
  await press(options, 'sync_leave');
  await options.click({ css: 'dialog .button-danger' });
  await expect.poll(() => options.count({ css: '.sync-form' })).toBe(1);
  expect(await noteIn(lede)).toHaveLength(1);
  await options.close();
  await other.close();
});
