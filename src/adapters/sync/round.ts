/** One round of sync: push local changes, pull remote ones, merge. It can be interrupted anywhere and started again. */
import type { Stop } from '../../core/library/sync/state.ts';
import { type Bridge, type LeftAlone, placeName, pullBridge, pushBridge } from './bridge.ts';
import type { Taken } from './library-port.ts';
import { replicate } from './replica.ts';
import { type Agreed, type SettingsPort, joinSettings, settingsWait } from './settings.ts';
import { type DatabaseInfo, type Server, Stopped, databaseInfo, readKeys } from './server.ts';

/**
 * After this time a round compares everything again, so that a server restored from a backup is noticed: one day, ms.
 */
const FULL_MS = 86_400_000;

/** What is remembered between rounds. */
export interface Remembered {
  /** The database's sequence when this device last had everything. */
  sequence: number;
  /** The key document's revision at that time. */
  keysRev: string;
  /** When everything was last compared, ms. */
  fullAt: number;
  /** Documents of a newer Lede seen so far. */
  tooNew: number;
}

/** The settings that travel, and what was agreed on last; `agree` is called whenever that changes. */
export interface Travelling {
  port: SettingsPort;
  agreed: Agreed;
  agree(agreed: Agreed): Promise<void>;
}

/** Callbacks of a running round. */
export interface Listener {
  progress(done: number, total: number): void;
  /** Called when records of the library changed. */
  taken(taken: Taken): void;
}

/** The result of a round. */
export interface RoundEnd extends LeftAlone {
  remembered: Remembered;
  /** Nothing waits, and the server has nothing new. One request. */
  idle: boolean;
  cameBack: string[];
}

/** Runs one round. Throws `Stopped` with what keeps it from going on, or the signal's reason where it was halted. */
export async function syncRound(
  bridge: Bridge,
  server: Server,
  before: Remembered,
  listener: Listener,
  signal: AbortSignal,
  travelling?: Travelling,
): Promise<RoundEnd> {
  const { library, nowMs } = bridge;
  const info = await databaseInfo(server, signal);
  const waits = await library.count();
  const due = nowMs() - before.fullAt >= FULL_MS;
  const settingsDue = travelling !== undefined && (await settingsWait(travelling.port, travelling.agreed));
  if (!due && waits === 0 && !settingsDue && isAsBefore(info, before) && (await isTaken(bridge))) {
    return { remembered: before, idle: true, cameBack: [], tooNew: before.tooNew, foreign: 0 };
  }
  await checkKeys(server, bridge.keyId, signal);

  const total = waits + Math.max(0, info.documents - (await bridge.replica.info()).doc_count);
  const steps = { sealed: 0, fetched: 0 };
  const tell = () => listener.progress(Math.min(total, steps.sealed + steps.fetched), total);
  const sealed = (count: number) => {
    steps.sealed = count;
    tell();
  };
  // First merge what an interrupted round left in the replica, copy by copy: once joined with local changes, it
  // would not be known which device had seen what.
  const early = await pullBridge(bridge, signal, (taken) => listener.taken(taken));
  await pushBridge(bridge, signal, sealed);
  await replicate(bridge.replica, server, 'push', signal, () => undefined);
  const { sequence, keysRev } = await databaseInfo(server, signal);
  await replicate(bridge.replica, server, 'pull', signal, ({ written }) => {
    steps.fetched = written;
    tell();
  });
  const settingsWritten = travelling !== undefined && (await exchangeSettings(bridge, travelling));
  const pulled = await pullBridge(bridge, signal, (taken) => listener.taken(taken));
  const { written } = await pushBridge(bridge, signal, () => undefined);
  if (written > 0 || settingsWritten) await replicate(bridge.replica, server, 'push', signal, () => undefined);
  const foreign = early.foreign + pulled.foreign;
  const tooNew = early.tooNew + pulled.tooNew + (early.fromStart ? 0 : before.tooNew);
  const cameBack = [...early.cameBack, ...pulled.cameBack];
  return { remembered: { sequence, keysRev, fullAt: nowMs(), tooNew }, idle: false, cameBack, tooNew, foreign };
}

/** Joins the settings with the replica's; true if the replica has something to send. */
async function exchangeSettings(bridge: Bridge, travelling: Travelling): Promise<boolean> {
  const { agreed, written } = await joinSettings({ ...bridge, settings: travelling.port }, travelling.agreed);
  if (agreed === travelling.agreed) return written;
  travelling.agreed = agreed;
  await travelling.agree(agreed);
  return written;
}

function isAsBefore(info: DatabaseInfo, before: Remembered): boolean {
  return info.sequence === before.sequence && info.keysRev === before.keysRev;
}

/** Whether the library has everything that the replica has: a worker may have died between the two. */
async function isTaken({ replica, library, keyId }: Bridge): Promise<boolean> {
  const [place, { update_seq: end }] = await Promise.all([library.place(), replica.info()]);
  return place?.replica === placeName(keyId) && place.seq === Number(end);
}

/** Checks that the server's keys are those of this device before anything is sent. */
async function checkKeys(server: Server, keyId: string, signal: AbortSignal): Promise<void> {
  const keys = await readKeys(server, signal);
  if (!keys) throw new Stopped('removed');
  if (keys.keyId !== keyId) throw new Stopped('passphrase-changed');
}

/** The stop that an error of a round means; `halted` if the person stopped it. */
export function endOf(thrown: unknown, signal: AbortSignal): Stop | 'halted' {
  if (signal.aborted) return 'halted';
  if (thrown instanceof Stopped) return thrown.stop;
  return thrown instanceof Error && /quota|indexeddb/iu.test(`${thrown.name} ${thrown.message}`)
    ? 'storage'
    : 'unreachable';
}
