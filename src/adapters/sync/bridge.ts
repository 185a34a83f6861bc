/** Projects the library into the encrypted replica and back: seals records on the way out, opens and merges them in. */
import type { Row, Written } from 'pouchdb-core';
import { RECORD_VERSION } from '../../core/library/records.ts';
import {
  type Content,
  DOCUMENT_VERSION,
  type DecodedContent,
  nameOf,
  readContent,
  writeContent,
} from '../../core/library/sync/content.ts';
import { joinAll, saysAll } from '../../core/library/sync/join.ts';
import { SETTINGS_NAME } from '../../core/library/sync/settings.ts';
import { type SyncKeys, documentId, open, seal } from './crypto.ts';
import type { Arrived, LibraryPort, Taken, Waiting } from './library-port.ts';
import { type Database, type Sealed, isRecordId } from './replica.ts';
import { Stopped } from './server.ts';

/** Number of documents processed at once; their plaintext is in memory together. */
const BATCH = 100;
/**
 * Longest ciphertext that is opened or sent, in characters: ten times the longest article met. Longer ones are left
 * alone.
 */
const SEALED_LIMIT = 12_000_000;

/** What the two sides of the bridge share. */
export interface Bridge {
  replica: Database;
  /** Names the replica and its keys: documents that carry another name are not ours. */
  keyId: string;
  keys: SyncKeys;
  library: LibraryPort;
  nowMs: () => number;
  /** Articles stay on this device. */
  notesOnly: boolean;
  /** Revisions that this round wrote from the library; they need not be read back. */
  own: Set<string>;
}

/** Documents that were left alone. */
export interface LeftAlone {
  tooNew: number;
  foreign: number;
}

/** What a reading of the replica brought. */
export interface Pulled extends Pick<Taken, 'cameBack'>, LeftAlone {
  /** The whole replica was read, not only new documents. */
  fromStart: boolean;
}

type Leaf = DecodedContent | 'foreign';

/** Merges the replica's changes since the last time into the library, one transaction a batch. Throws `Stopped`. */
export async function pullBridge(bridge: Bridge, signal: AbortSignal, told: (taken: Taken) => void): Promise<Pulled> {
  const { replica, library, keyId } = bridge;
  const settingsId = await documentId(bridge.keys, SETTINGS_NAME);
  let since = await sinceOf(bridge);
  const all: Pulled = { cameBack: [], tooNew: 0, foreign: 0, fromStart: since === 0 };
  for (;;) {
    signal.throwIfAborted();
    const page = await replica.changes({ since, limit: BATCH, include_docs: true, conflicts: true });
    if (!page.results.length) break;
    const read: { id: string; leaves: Leaf[] }[] = [];
    for (const { id, doc, deleted } of page.results) {
      if (!isRecordId(id) || id === settingsId || (doc && !doc._conflicts && bridge.own.has(doc._rev))) continue;
      read.push({ id, leaves: deleted || !doc ? [] : await leavesOf(bridge, id, doc) });
    }
    const batch = await arrivedOf(bridge, read, all);
    const taken = await library.take(batch, { replica: placeName(keyId), seq: page.last_seq });
    if (!taken.ok) throw new Stopped('storage');
    all.cameBack.push(...taken.value.cameBack);
    if (taken.value.entryIds.length) told(taken.value);
    since = page.last_seq;
  }
  const settled = await library.complete();
  if (!settled.ok) throw new Stopped('storage');
  all.cameBack.push(...settled.value.cameBack);
  if (settled.value.entryIds.length) told(settled.value);
  return all;
}

/**
 * Names what a sequence number counts: the replica of these keys as this version of Lede reads it. A newer version
 * starts over, as it understands documents that were left alone.
 */
export function placeName(keyId: string): string {
  return `${keyId}.${DOCUMENT_VERSION}.${RECORD_VERSION}`;
}

/** The sequence to continue from; the start if the replica is another one or was lost. */
async function sinceOf({ replica, library, keyId }: Bridge): Promise<number> {
  const place = await library.place();
  if (place?.replica !== placeName(keyId)) return 0;
  const { update_seq: end } = await replica.info();
  return Number(end) < place.seq ? 0 : place.seq;
}

/** Every leaf revision, the winner first. */
async function leavesOf(bridge: Bridge, id: string, doc: Sealed & { _conflicts?: string[] }): Promise<Leaf[]> {
  const others = await Promise.all((doc._conflicts ?? []).map((rev) => bridge.replica.get(id, { rev })));
  return Promise.all([doc, ...others].map((leaf) => leafOf(bridge, id, leaf)));
}

async function leafOf({ keys, keyId, nowMs }: Bridge, id: string, doc: Partial<Sealed>): Promise<Leaf> {
  if (doc.k !== keyId || typeof doc.e !== 'string' || doc.e.length > SEALED_LIMIT) return 'foreign';
  const text = await open(keys, id, doc.e);
  if (text === null) return 'damaged';
  const content = readContent(text, nowMs());
  // A document under another one's id could overwrite that one.
  if (typeof content === 'object' && (await documentId(keys, nameOf(content))) !== id) return 'damaged';
  return content;
}

/** The contents to merge. Documents that are damaged or deleted are written again where the library has the record. */
async function arrivedOf(bridge: Bridge, read: { id: string; leaves: Leaf[] }[], left: LeftAlone): Promise<Arrived[]> {
  const batch: Arrived[] = [];
  const lost = new Set<string>();
  for (const { id, leaves } of read) {
    const contents = leaves.filter((leaf): leaf is Content => typeof leaf === 'object');
    const bad = leaves.filter((leaf) => leaf === 'damaged' || leaf === 'foreign').length;
    left.foreign += bad;
    left.tooNew += leaves.includes('too-new') ? 1 : 0;
    const [first] = contents;
    if (first) batch.push({ name: nameOf(first), contents, again: leaves.length > 1 && !leaves.includes('too-new') });
    else if (!leaves.includes('too-new')) lost.add(id);
  }
  if (lost.size) {
    for (const name of await bridge.library.names()) {
      if (lost.has(await documentId(bridge.keys, name))) batch.push({ name, contents: [], again: true });
    }
  }
  return batch;
}

/** What one pass of the outbox came to. */
export interface Pushed {
  written: number;
}

/** Writes waiting changes, joined with what is there, then deletes conflicting revisions. `done` counts names. */
export async function pushBridge(bridge: Bridge, signal: AbortSignal, done: (count: number) => void): Promise<Pushed> {
  let [written, handled, stuck] = [0, 0, 0];
  for (;;) {
    signal.throwIfAborted();
    const waiting = await bridge.library.waiting(BATCH);
    if (!waiting.length) return { written };
    const pass = await pushBatch(bridge, waiting);
    written += pass.written;
    handled += waiting.length;
    done(handled);
    // What another context changed between reading and writing is tried again, a few times.
    stuck = pass.settled ? 0 : stuck + 1;
    if (stuck > 3) return { written };
  }
}

/** What is to be done to one document. */
interface Plan {
  id: string;
  one: Waiting;
  write?: Written<Sealed>;
  /** Revisions in conflict, deleted once the joined one is written. */
  losers: string[];
  /** A newer Lede wrote here. */
  held: boolean;
}

async function pushBatch(bridge: Bridge, waiting: Waiting[]): Promise<{ written: number; settled: boolean }> {
  const { replica, library, keys, notesOnly } = bridge;
  const sendable = waiting.filter(({ name }) => !(notesOnly && name.startsWith('articles ')));
  const ids = await Promise.all(sendable.map(({ name }) => documentId(keys, name)));
  const { rows } = ids.length
    ? await replica.allDocs({ keys: ids, include_docs: true, conflicts: true })
    : { rows: [] };
  const plans = await Promise.all(sendable.map((one, at) => planOf(bridge, ids[at] ?? '', one, rows[at])));
  const refused = await writeAll(bridge, plans);
  // Only after the joined revision is written: a worker that dies before this finds the conflicts again.
  const losers = plans.flatMap(({ id, losers }) => (refused.has(id) ? [] : losers.map((rev) => loserOf(id, rev))));
  if (losers.length) await replica.bulkDocs(losers);
  const held = plans.flatMap((plan) => (plan.held ? [plan.one.name] : []));
  if (held.length) await library.hold(held);
  const staying = new Set(plans.flatMap((plan) => (plan.held || refused.has(plan.id) ? [plan.one.name] : [])));
  const sent = waiting.filter(({ name }) => !staying.has(name));
  await library.settle(sent);
  const writes = plans.filter(({ write }) => write).length;
  return { written: writes - refused.size + losers.length, settled: sent.length > 0 || held.length > 0 };
}

function loserOf(id: string, rev: string): Written<Sealed> {
  return { _id: id, _rev: rev, _deleted: true };
}

async function planOf(bridge: Bridge, id: string, one: Waiting, row: Row<Sealed> | undefined): Promise<Plan> {
  const doc = row?.doc ?? null;
  const leaves = doc ? await leavesOf(bridge, id, doc) : [];
  const plan: Plan = { id, one, losers: doc?._conflicts ?? [], held: false };
  if (leaves.includes('too-new')) return { ...plan, losers: [], held: true };
  const contents = leaves.filter((leaf): leaf is Content => typeof leaf === 'object');
  const joined = one.content ? joinAll([one.content, ...contents]) : null;
  const rev = row?.value?.rev === undefined ? {} : { _rev: row.value.rev };
  if (!joined) {
    // Nothing is stored under this name any more: an article whose entry was erased or moved.
    return doc && one.name.startsWith('articles ') ? { ...plan, write: { _id: id, ...rev, _deleted: true } } : plan;
  }
  const [winner] = leaves;
  if (typeof winner === 'object' && saysAll(winner, joined, bridge.nowMs())) return plan;
  const e = await seal(bridge.keys, id, writeContent(joined));
  return e.length <= SEALED_LIMIT ? { ...plan, write: { _id: id, ...rev, k: bridge.keyId, e } } : plan;
}

/** Writes the documents; returns the ids of those that another context changed in the meantime. */
async function writeAll({ replica, own }: Bridge, plans: readonly Plan[]): Promise<Set<string>> {
  const writes = plans.flatMap(({ write }) => (write ? [write] : []));
  if (!writes.length) return new Set();
  const answers = await replica.bulkDocs(writes);
  for (const answer of answers) if ('rev' in answer) own.add(answer.rev);
  return new Set(writes.flatMap(({ _id }, at) => (answers[at] && 'error' in answers[at] ? [_id] : [])));
}
