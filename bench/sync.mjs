/**
 * Measures sync between devices in real Chromium profiles and a server on this machine: the first push and pull, one
 * edit, and a check without news, compared with plain PouchDB. `npm run bench -- sync soak` instead kills browsers,
 * workers and the server at random, and counts what is lost.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { startCouch } from '../dev/couch.mjs';
import { openChromium } from './parts/chromium.mjs';
import { call, pageOf } from './parts/sync-page.mjs';
import { soak } from './parts/sync-soak.mjs';

/** Above this many notes, only one device and no peer is measured. A full run would take more than ten minutes. */
const BOTH_UP_TO = 20_000;
const TOP = join(import.meta.dirname, '..');

/**
 * `npm run bench -- sync [--limit NOTES]`; without a limit 1,000 and 10,000 notes. `npm run bench -- sync soak [--limit
 * NOTES] [--minutes MINUTES] [--kills KILLS]` needs the extension built for both browsers. It continues where the last
 * run stopped.
 */
export async function run({ limit, minutes, kills, rest = [] }) {
  if (rest[0] === 'soak') {
    return soak({ notes: Number(limit ?? 5_000), minutes: Number(minutes ?? 8), kills: Number(kills ?? 200) });
  }
  const face = await faceOf();
  const browser = await openChromium();
  try {
    for (const notes of limit ? [Number(limit)] : [1_000, 10_000]) await measure(browser, face, notes);
    return 0;
  } finally {
    await browser.close();
  }
}

async function faceOf() {
  const out = join(TOP, '.cache', 'bench-sync');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'webextension-polyfill': join(TOP, 'tests/fakes/browser.ts') } },
    build: {
      outDir: out,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'parts', 'sync-face.ts'), formats: ['es'], fileName: () => 'face.js' },
    },
  });
  return readFileSync(join(out, 'face.js'), 'utf8');
}

async function measure(browser, face, notes) {
  const couch = await startCouch();
  const server = { url: `${couch.origin}/lede`, user: couch.user, password: couch.password };
  const plain = { ...server, url: `${couch.origin}/plain` };
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [a, b] = await Promise.all(contexts.map((context) => pageOf(context, couch.origin, face)));
  const cost = async (work) => {
    const before = couch.requests.length;
    const ms = await work();
    const asked = couch.requests.slice(before);
    const bytes = asked.reduce((sum, one) => sum + one.bytes + one.answered, 0);
    return `${(ms / 1_000).toFixed(2)} s, ${asked.length} requests, ${(bytes / 1e6).toFixed(3)} MB`;
  };
  await call(a, 'stock', notes);
  await call(a, 'create', server);
  await call(a, 'start', server);
  console.log(`${notes} notes in ${Math.ceil(notes / 10)} articles; Chromium ${browser.version()}`);
  console.log(`first push             ${await cost(() => call(a, 'round'))}`);
  if (notes > BOTH_UP_TO) return alone(a, cost, server, { contexts, couch });
  await call(b, 'start', server);
  console.log(`first pull             ${await cost(() => call(b, 'round'))}`);
  await call(a, 'round');
  await call(b, 'round');
  // The first push after a first pull compares everything that was fetched. This happens once for each device.
  await call(b, 'edit', 'n2', 'An edit.');
  console.log(`first edit of the 2nd  ${await cost(() => call(b, 'round'))}`);
  await call(a, 'round');
  await call(a, 'edit', 'n1', 'One edit.');
  console.log(`one edit, sent         ${await cost(() => call(a, 'round'))}`);
  console.log(`one edit, fetched      ${await cost(() => call(b, 'round'))}`);
  console.log(`nothing new            ${await cost(() => call(b, 'round'))}`);
  console.log(`documents on the server ${await documents(server)}`);
  await call(a, 'create', plain);
  console.log(`plain PouchDB, push    ${await cost(() => call(a, 'plainPush', plain, notes))}`);
  console.log(`plain PouchDB, pull    ${await cost(() => call(b, 'plainPull', plain))}`);
  await Promise.all(contexts.map((context) => context.close()));
  await couch.stop();
}

/** Measures one device alone: an edit, and a check without news. */
async function alone(a, cost, server, { contexts, couch }) {
  await call(a, 'edit', 'n1', 'One edit.');
  console.log(`one edit, sent         ${await cost(() => call(a, 'round'))}`);
  console.log(`nothing new            ${await cost(() => call(a, 'round'))}`);
  console.log(`documents on the server ${await documents(server)}`);
  await Promise.all(contexts.map((context) => context.close()));
  await couch.stop();
}

async function documents({ url, user, password }) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const answer = await fetch(url, { headers: { authorization } });
  return (await answer.json()).doc_count;
}
