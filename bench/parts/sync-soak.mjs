/**
 * A soak test of sync. Lede in two Chromiums and a Firefox writes, goes offline and is killed; the server is killed,
 * slowed and interrupted. The test can run in parts: `.cache/soak` holds the profiles, the server's files and a ledger
 * of every act, and the next call continues from there.
 */
import { fork } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { faultsOf } from './soak-ledger.mjs';

const TOP = join(import.meta.dirname, '../..');
const FOLDER = join(TOP, '.cache', 'soak');
const [STATE, LEDGER] = [join(FOLDER, 'state.json'), join(FOLDER, 'ledger.jsonl')];
const KINDS = ['chromium', 'chromium', 'firefox'];
/** Number of notes that are edited more often than others, so that devices conflict on them. */
const HOT = 60;
const [USER, PASSWORD, PASSPHRASE] = ['reader', 'open sesame, ünlocked', 'eleven quiet rivers'];
const DATABASE = 'lede';
const pause = (ms) => new Promise((over) => setTimeout(over, ms));

/** Mulberry32 with its state outside, so that the next part of a run can continue the sequence. */
function numbers(state) {
  return (end) => {
    state.seed = (state.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state.seed ^ (state.seed >>> 15), 1 | state.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

/**
 * Runs for about `minutes`, or until `kills` kills. Returns 1 if something is lost or duplicated at the end, else 0.
 */
export async function soak({ notes = 5_000, minutes = 8, kills = 200 }) {
  const end = Date.now() + minutes * 60_000;
  mkdirSync(FOLDER, { recursive: true });
  const begun = existsSync(STATE);
  const state = begun
    ? JSON.parse(readFileSync(STATE, 'utf8'))
    : { seed: 20_261_128, notes, acts: 0, kills: { browser: 0, worker: 0, server: 0 }, port: 0 };
  const server = await startServer(state);
  const Device = await deviceClass();
  const profiles = KINDS.map((_, at) => join(FOLDER, `device-${at}`));
  for (const profile of profiles) mkdirSync(profile, { recursive: true });
  const devices = [];
  for (const [at, kind] of KINDS.entries()) devices.push(await Device.start(kind, join(TOP, 'dist'), profiles[at]));
  const save = () => writeFileSync(STATE, JSON.stringify(state));
  try {
    if (!begun) await begin(devices, server, state);
    save();
    await disturb({ devices, server, state, save, end, kills, Device });
    if (total(state) < kills) {
      console.log(`${said(state)}; run it again to go on`);
      return 0;
    }
    return await judge(devices, server, state, end);
  } finally {
    for (const device of devices) await device.close().catch(() => undefined);
    server.kill();
  }
}

const total = ({ kills }) => kills.browser + kills.worker + kills.server;
const said = ({ acts, kills, notes }) =>
  `${notes} notes, ${acts} acts, killed: browsers ${kills.browser}, workers ${kills.worker}, servers ${kills.server}`;

/** Builds the Device class, with the harness of the end-to-end tests, as a module for node. */
async function deviceClass() {
  const outDir = join(TOP, '.cache', 'soak-device');
  await build({
    configFile: false,
    logLevel: 'error',
    root: TOP,
    build: { ssr: join(import.meta.dirname, 'soak-device.ts'), outDir, minify: false, emptyOutDir: true },
  });
  return (await import(join(outDir, 'soak-device.js'))).Device;
}

/** Starts the server as a process that can be killed and started again with the same files and port. */
async function startServer(state) {
  const folder = join(FOLDER, 'couch');
  mkdirSync(folder, { recursive: true });
  state.port ||= 20_000 + (process.pid % 20_000);
  let child = null;
  const start = async () => {
    child = fork(join(TOP, 'dev', 'couch.mjs'), ['--folder', folder, '--port', String(state.port)], { silent: true });
    await new Promise((listening, failed) => {
      child.once('message', listening);
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    });
    child.removeAllListeners('exit');
  };
  await start();
  return {
    url: `http://127.0.0.1:${state.port}/${DATABASE}`,
    isUp: () => child !== null,
    start,
    set: (change) => child?.send(change),
    kill: () => {
      child?.kill('SIGKILL');
      child = null;
    },
  };
}

async function begin(devices, server, state) {
  const authorization = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
  await fetch(server.url, { method: 'PUT', headers: { authorization } });
  await devices[0].stock(state.notes, Date.now());
  for (const device of devices) {
    const began = Date.now();
    await device.setUp(server.url, USER, PASSWORD, PASSPHRASE);
    await settled(device, 300_000);
    console.log(`joined after ${Math.round((Date.now() - began) / 1_000)} s`);
  }
}

/** Waits until a sync has ended with nothing left to do. Throws after `ms`. */
async function settled(device, ms, since = 0) {
  for (const end = Date.now() + ms; Date.now() < end; await pause(200)) {
    const { running, doneAt = 0, stop } = await device.state();
    if (!running && doneAt > since) return;
    if (stop) await device.run();
  }
  throw new Error(`no round ended in ${ms} ms: ${JSON.stringify(await device.state())}`);
}

async function disturb({ devices, server, state, save, end, kills, Device }) {
  const next = numbers(state);
  let offline = 0;
  while (total(state) < kills && Date.now() < end) {
    const place = next(devices.length);
    const device = devices[place];
    for (let many = 1 + next(6); many > 0; many -= 1) await actOnce(device, place, state, next, Device);
    if (server.isUp()) server.set({ delayMs: next(4) === 0 ? 60 : 0, cutEvery: next(4) === 0 ? 5 + next(20) : 0 });
    else if (--offline <= 0) await server.start();
    const other = devices[next(devices.length)];
    for (const one of new Set([device, other])) if (next(3) > 0) await one.run();
    await pause(next(1_500));
    await killOne({ device, server, state, next, away: (turns) => (offline = turns) });
    save();
  }
  if (!server.isUp()) await server.start();
}

async function killOne({ device, server, state, next, away }) {
  const which = next(3);
  if (which === 0) {
    await device.killBrowser();
    state.kills.browser += 1;
  } else if (which === 1) {
    await device.killWorker().catch(() => undefined);
    state.kills.worker += 1;
  } else if (server.isUp()) {
    server.kill();
    state.kills.server += 1;
    const turns = next(4);
    if (turns === 0) await server.start();
    else away(turns);
  }
}

/** Does one act on one device and records its result in the ledger. */
async function actOnce(device, place, state, next, Device) {
  state.acts += 1;
  const value = `${state.acts} by ${place}`;
  const id = next(10) === 0 ? `added-${state.acts}` : `n${next(2) ? next(HOT) : next(state.notes)}`;
  const act = id.startsWith('added')
    ? 'add'
    : ['text', 'text', 'text', 'tag', 'tag', 'colour', 'delete', 'restore'][next(8)];
  const before = act === 'text' ? await device.note(id) : null;
  if (act === 'text' && !before) return;
  const { acked, after, before: found } = await device.act(...requestOf(act, id, value, before, next, Device), id);
  const seen = before ? [before.text, ...Object.values(before.alts)] : [];
  const wasLive = found !== null && found.deletedAt === undefined;
  const revived = found !== null && found.deletedAt !== undefined;
  const line = { act, id, place, value, acked, seen, clocks: after?.clocks, wasLive, revived };
  appendFileSync(LEDGER, `${JSON.stringify(line)}\n`);
}

function requestOf(act, id, value, before, next, Device) {
  switch (act) {
    case 'add':
      return ['note.add', Device.addition(id, next(40), value)];
    case 'text':
      return [
        'note.change',
        { id, change: { text: value, textBase: before.clocks.text, settled: Object.keys(before.alts) } },
      ];
    case 'tag':
      return ['tag.set', { entryIds: [], noteIds: [id], add: [value], remove: [] }];
    case 'colour':
      return ['note.change', { id, change: { colour: ['green', 'blue', 'pink', 'violet'][next(4)] } }];
    default:
      return [`note.${act}`, { ids: [id] }];
  }
}

/** Lets all devices sync until they have the same records, then checks the ledger. */
async function judge(devices, server, state, end) {
  server.set({ delayMs: 0, cutEvery: 0 });
  const began = Date.now();
  for (let turn = 1; Date.now() < Math.max(end, began + 240_000); turn += 1) {
    for (const device of devices) {
      const since = (await device.state()).doneAt ?? 0;
      await device.run();
      await settled(device, 120_000, since);
    }
    const all = [];
    for (const device of devices) all.push(await device.all());
    const same = new Set(all.map(({ digest }) => digest)).size === 1;
    if (!same || all.some(({ waiting }) => waiting > 0)) continue;
    const ledger = readFileSync(LEDGER, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { lost, doubled } = faultsOf(ledger, all[0], state.notes);
    const acked = ledger.filter((one) => one.acked).length;
    console.log(`${said(state)}; all alike after ${turn} rounds each, ${Math.round((Date.now() - began) / 1_000)} s`);
    console.log(`acknowledged ${acked} of ${ledger.length}; lost ${lost.length}, doubled ${doubled.length}`);
    for (const fault of [...lost, ...doubled].slice(0, 20)) console.log(`  ${fault}`);
    if (lost.length + doubled.length === 0) rmSync(FOLDER, { recursive: true, force: true });
    return lost.length + doubled.length > 0 ? 1 : 0;
  }
  console.log('the devices differ');
  return 1;
}
