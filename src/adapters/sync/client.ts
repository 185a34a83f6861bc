/** The sync client: everything a person can do about sync, through ports that the background passes in. */
import type { Stop, SyncState } from '../../core/library/sync/state.ts';
import type { Account, AccountStore } from './account.ts';
import type { Bridge } from './bridge.ts';
import { type Found, enter, look, newKeys } from './unlock.ts';
import type { LibraryPort, Taken } from './library-port.ts';
import { type Database, destroyReplica, openReplica } from './replica.ts';
import { type Travelling, endOf, syncRound } from './round.ts';
import type { SettingsPort } from './settings.ts';
import { type Server, Stopped, clearDatabase, createDatabase, readKeys, writeKeys } from './server.ts';

/** What the client works with. */
export interface ClientDependencies {
  accounts: AccountStore;
  library: LibraryPort;
  settings: SettingsPort;
  /** Changes what views show; `readState` gives the rest. */
  tell(change: Partial<SyncState>): Promise<void>;
  taken(taken: Taken): void;
  nowMs: () => number;
  /** PouchDB's adapter for the replica and a prefix for its name: tests run several devices in one process. */
  adapter?: string;
  prefix?: string;
}

/** Whether a step succeeded, or what stopped it. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; stop: Stop };

/** What a person sets up. */
export interface Setup {
  server: Server;
  passphrase: string;
  notesOnly: boolean;
  /** Sync settings too. */
  settings: boolean;
}

/** The state before anything was compared with the server. */
const NEVER = { sequence: -1, keysRev: '', fullAt: 0, tooNew: 0 };

/** The operations of sync. Only one may run at a time; the background holds a lock. */
export interface Client {
  /** Looks at the server and changes nothing. */
  look(server: Server, passphrase: string): Promise<Outcome<Found>>;
  create(server: Server): Promise<Outcome<null>>;
  /** Joins the server; the first round is a separate step. */
  start(setup: Setup): Promise<Outcome<null>>;
  /** Runs one round; if the signal halts it, the next round continues. */
  round(signal: AbortSignal): Promise<Outcome<null> | { ok: false; stop: 'halted' }>;
  /** Forgets the server on this device. The library stays. */
  leave(): Promise<void>;
  /** Encrypts everything again and removes the old documents; false if the server may keep them until compaction. */
  changePassphrase(passphrase: string, signal: AbortSignal): Promise<Outcome<boolean>>;
  /** Removes everything from the server and leaves it. The library stays. */
  remove(): Promise<Outcome<boolean>>;
}

/** The client on these ports. */
export function createClient(dependencies: ClientDependencies): Client {
  const { accounts, library, tell } = dependencies;
  const nameOf = (keyId: string) => `${dependencies.prefix ?? ''}lede-replica-${keyId}`;
  const attempt = <T>(work: () => Promise<T>) => outcome(work);

  return {
    look: (server, passphrase) => attempt(() => look(server, passphrase)),
    create: (server) =>
      attempt(async () => {
        await createDatabase(server);
        return null;
      }),

    start: ({ server, passphrase, notesOnly, settings }) =>
      attempt(async () => {
        const entered = await enter(server, passphrase);
        const old = await accounts.read();
        await library.follow(false);
        if (old) await destroyReplica(nameOf(old.recipe.keyId), dependencies.adapter);
        const travelling = settings ? { settings: { count: 0, values: {} } } : {};
        await accounts.write({ server, ...entered, notesOnly, ...travelling, remembered: NEVER, renewing: false });
        await library.follow(true);
        await library.enqueue('all');
        const chosen = { url: server.url, user: server.user, notesOnly, settings };
        await tell({ on: true, stop: null, halted: false, doneAt: 0, ...chosen });
        return null;
      }),

    round: async (signal) => {
      const account = await accounts.read();
      if (!account) return { ok: true, value: null };
      await tell({ running: true, done: 0, total: 0, halted: false });
      try {
        if (account.renewing) await finishRenewing(dependencies, account);
        await roundOf(dependencies, account, nameOf(account.recipe.keyId), signal);
        return { ok: true, value: null };
      } catch (thrown) {
        const stop = endOf(thrown, signal);
        await tell(stop === 'halted' ? { halted: true, running: false } : { stop, running: false });
        return { ok: false, stop };
      }
    },

    leave: async () => {
      const account = await accounts.read();
      await accounts.forget();
      await library.follow(false);
      if (account) await destroyReplica(nameOf(account.recipe.keyId), dependencies.adapter);
      await tell(OFF);
    },

    changePassphrase: (passphrase, signal) =>
      attempt(async () => {
        const account = await accounts.read();
        if (!account) throw new Stopped('removed');
        // What other devices have sent must arrive here before it is removed there.
        await roundOf(dependencies, account, nameOf(account.recipe.keyId), signal);
        const renewed: Account = { ...account, ...(await newKeys(passphrase)), remembered: NEVER, renewing: true };
        await accounts.write(renewed);
        const clean = await finishRenewing(dependencies, renewed);
        await destroyReplica(nameOf(account.recipe.keyId), dependencies.adapter);
        await roundOf(dependencies, { ...renewed, renewing: false }, nameOf(renewed.recipe.keyId), signal);
        return clean;
      }),

    remove: () =>
      attempt(async () => {
        const account = await accounts.read();
        if (!account) throw new Stopped('removed');
        const clean = await clearDatabase(account.server);
        await accounts.forget();
        await library.follow(false);
        await destroyReplica(nameOf(account.recipe.keyId), dependencies.adapter);
        await tell(OFF);
        return clean;
      }),
  };
}

const OFF: Partial<SyncState> = {
  on: false,
  running: false,
  stop: null,
  halted: false,
  doneAt: 0,
  done: 0,
  total: 0,
  tooNew: 0,
  foreign: 0,
  cameBack: 0,
  url: '',
  user: '',
};

/** Empties the server and writes the new keys; safe to repeat. Returns whether nothing old is left there. */
async function finishRenewing({ accounts, library }: ClientDependencies, account: Account): Promise<boolean> {
  const { server, recipe, check } = account;
  const there = await readKeys(server);
  let clean = true;
  if (there?.keyId !== recipe.keyId) {
    clean = await clearDatabase(server);
    if (!(await writeKeys(server, { ...recipe, check }))) throw new Stopped('passphrase-changed');
  }
  await library.enqueue('all');
  await accounts.change({ renewing: false });
  return clean;
}

async function roundOf(
  dependencies: ClientDependencies,
  account: Account,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const { accounts, library, nowMs, tell } = dependencies;
  const { recipe, keys, server, notesOnly, remembered } = account;
  const replica: Database = openReplica(name, dependencies.adapter);
  const bridge: Bridge = { replica, keyId: recipe.keyId, keys, library, nowMs, notesOnly, own: new Set() };
  let toldAt = 0;
  if ((await library.place()) === null) {
    // The first round, or a library that was lost and starts over: everything is compared.
    await library.follow(true);
    await library.enqueue('all');
  }
  try {
    const end = await syncRound(
      bridge,
      server,
      remembered,
      {
        taken: dependencies.taken,
        progress: (done, total) => {
          if (nowMs() - toldAt < TELL_MS) return;
          toldAt = nowMs();
          void tell({ running: true, done, total });
        },
      },
      signal,
      travellingOf(dependencies, account),
    );
    await accounts.change({ remembered: end.remembered });
    const seen = end.idle ? {} : { tooNew: end.tooNew, foreign: end.foreign };
    const back = end.cameBack.length ? { cameBack: end.cameBack.length } : {};
    await tell({ ...seen, ...back, running: false, stop: null, halted: false, doneAt: nowMs(), done: 0, total: 0 });
  } finally {
    await replica.close();
  }
}

function travellingOf({ accounts, settings }: ClientDependencies, account: Account): Travelling | undefined {
  if (!account.settings) return undefined;
  return { port: settings, agreed: account.settings, agree: (agreed) => accounts.change({ settings: agreed }) };
}

/** Interval of progress messages to views, in ms. */
const TELL_MS = 300;

async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    const stop = endOf(thrown, new AbortController().signal);
    return { ok: false, stop: stop === 'halted' ? 'unreachable' : stop };
  }
}
