/** Schedules sync: every ten minutes, ten seconds after a change, when the library opens, and on demand. */
import { awake, onWake, stopWaking, wakeEvery } from '../../adapters/browser/alarms.ts';
import { isGranted } from '../../adapters/browser/grants.ts';
import { onSettings, travellingSettings } from '../../adapters/browser/settings.ts';
import { syncState, tellSyncState } from '../../adapters/browser/sync-state.ts';
import { accountStore } from '../../adapters/sync/account.ts';
import type { Client } from '../../adapters/sync/client.ts';
import { allowClient, loadClient } from '../../adapters/sync/load-client.ts';
import { libraryPort } from '../../adapters/store/write/sync-port.ts';
import type { Stop, SyncState } from '../../core/library/sync/state.ts';
import { ok } from '../../core/result.ts';
import { type Dependencies, announced, onAnnounced } from '../announce.ts';

const ALARM = 'sync';
/** Interval of automatic syncs, in minutes. */
const EVERY_MIN = 10;
/** How long after a change, ms: by then somebody who writes a note has paused. */
const AFTER_CHANGE_MS = 10_000;
const LOCK = 'lede-sync';
/** Stops that may resolve themselves and are retried at the next alarm; all others wait for the person. */
const PASSING: readonly (Stop | null)[] = [null, 'unreachable', 'cors', 'not-allowed', 'full'];

/** The operations of sync for views. */
export interface Syncing {
  /**
   * Runs a round, unless one is running or sync is off. `asked`: the person asked for it, so an earlier stop does not
   * count.
   */
  run(asked: boolean): Promise<void>;
  /** Stops the round that is running in this context. */
  halt(): void;
  /** Uses the client while no round runs. */
  alone<T>(work: (client: Client, signal: AbortSignal) => Promise<T>): Promise<T>;
  accounts: ReturnType<typeof accountStore>;
}

/** Registers the listeners that start rounds. */
export function keepInSync(dependencies: Dependencies): Syncing {
  const { db, nowMs } = dependencies;
  const accounts = accountStore();
  let going: AbortController | null = null;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const client = () =>
    loadClient({
      accounts,
      library: libraryPort(db, nowMs),
      settings: travellingSettings,
      tell: tellWithReason,
      nowMs,
      taken: ({ entryIds }) => void announced(db, ok({ value: null, entryIds }), { silent: true }),
    });
  const alone = <T>(work: (client: Client, signal: AbortSignal) => Promise<T>) =>
    navigator.locks.request(LOCK, async () => {
      const controller = (going = new AbortController());
      try {
        return await awake(async () => work(await client(), controller.signal));
      } finally {
        going = null;
        await followAlarm();
      }
    });
  const followAlarm = async () => {
    if ((await syncState()).on) await wakeEvery(ALARM, EVERY_MIN);
    else await stopWaking(ALARM);
  };
  const run = async (asked: boolean) => {
    const state = await syncState();
    if (!state.on || (!asked && (state.halted || !PASSING.includes(state.stop)))) return;
    const { held = [] } = await navigator.locks.query();
    if (held.some(({ name }) => name === LOCK)) return; // the running round includes the change
    await alone((sync, signal) => sync.round(signal));
  };

  allowClient();
  onWake((name) => {
    if (name === ALARM) void run(false);
  });
  const runSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(() => void run(false), AFTER_CHANGE_MS);
  };
  onAnnounced(runSoon);
  onSettings(() => void syncState().then(({ settings }) => settings && runSoon()), new AbortController().signal);
  void forgetRunning().then(followAlarm);
  return { run, halt: () => going?.abort(), alone, accounts };
}

/**
 * Publishes the state. A server that the browser does not let us ask looks like one that refuses by CORS: the person
 * may have revoked the permission, and Firefox can forget it in a crash.
 */
async function tellWithReason(change: Partial<SyncState>): Promise<void> {
  const stop = change.stop === 'cors' ? await reasonAt((await syncState()).url, change.stop) : change.stop;
  await tellSyncState(stop === undefined ? change : { ...change, stop });
}

/** `not-allowed` if the server seems to refuse by CORS but the browser itself does not let Lede ask it. */
export async function reasonAt(url: string, stop: Stop): Promise<Stop> {
  return stop === 'cors' && !(await isGranted(url)) ? 'not-allowed' : stop;
}

/** A worker that was killed during a round could not say that it ended. */
async function forgetRunning(): Promise<void> {
  if ((await syncState()).running) await tellSyncState({ running: false });
}
