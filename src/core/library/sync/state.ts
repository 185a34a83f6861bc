/** The state of sync as plain data, which views put into words. */
import * as v from 'valibot';

/** Why sync has stopped. Each reason has one sentence in `_locales`, `sync_stop_<reason>` with `_` instead of `-`. */
export const STOPS = [
  'unreachable', // the server does not answer
  'cors', // it answers, but not to this extension
  'not-couchdb', // what answers is no CouchDB
  'password', // it does not know this user and password, or they may not enter the database
  'no-database', // it has no database of that name
  'occupied', // the database holds other things
  'passphrase', // the passphrase does not open what is there
  'passphrase-changed', // it was changed on another device
  'removed', // everything was removed from the server
  'newer', // a newer Lede wrote it
  'full', // the server has no room, or takes no document so large
  'storage', // this browser has no room
  'not-allowed', // the browser does not let Lede ask this server
] as const;
/** Why sync stopped. */
export type Stop = (typeof STOPS)[number];

const count = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
const shape = v.object({
  /** Whether sync is set up on this device. */
  on: v.fallback(v.boolean(), false),
  /** A round is under way. */
  running: v.fallback(v.boolean(), false),
  /** When everything was last in step, ms; 0 if never. */
  doneAt: count,
  stop: v.fallback(v.nullable(v.picklist(STOPS)), null),
  /** Documents of this round: how many are done, of how many; 0 of 0 where it is not known yet. */
  done: count,
  total: count,
  /** The person stopped the round; it continues on request. */
  halted: v.fallback(v.boolean(), false),
  /** Documents left alone: a newer Lede's, and those that are not ours or damaged. */
  tooNew: count,
  foreign: count,
  /** Notes and entries that were deleted on one device and edited on another, and so came back. */
  cameBack: count,
  /** The database and the user, for the person to see; never the password. */
  url: v.fallback(v.string(), ''),
  user: v.fallback(v.string(), ''),
  notesOnly: v.fallback(v.boolean(), false),
  /** Settings travel too. */
  settings: v.fallback(v.boolean(), false),
});

/** The state of sync. */
export type SyncState = v.InferOutput<typeof shape>;

/** Reads a stored state; invalid parts are ignored. */
export function readState(kept: unknown): SyncState {
  const record = typeof kept === 'object' && kept !== null ? kept : {};
  return v.parse(shape, {
    ...Object.fromEntries(Object.keys(shape.entries).map((name) => [name, undefined])),
    ...record,
  });
}

/** The one line that a person reads, with its values. */
export type StateLine =
  | { line: 'off' }
  | { line: 'running'; done: number; total: number }
  | { line: 'halted'; waiting: number }
  | { line: 'stopped'; stop: Stop; waiting: number }
  | { line: 'waiting'; waiting: number }
  | { line: 'done'; minutes: number }
  | { line: 'never' };

const MINUTE_MS = 60_000;

/** The line for a state, with `waiting` changes of this device that are not sent yet. */
export function stateLine(state: SyncState, waiting: number, nowMs: number): StateLine {
  if (!state.on) return { line: 'off' };
  if (state.running) return { line: 'running', done: state.done, total: state.total };
  if (state.halted) return { line: 'halted', waiting };
  if (state.stop !== null) return { line: 'stopped', stop: state.stop, waiting };
  if (waiting > 0) return { line: 'waiting', waiting };
  if (state.doneAt === 0) return { line: 'never' };
  return { line: 'done', minutes: Math.max(0, Math.floor((nowMs - state.doneAt) / MINUTE_MS)) };
}
