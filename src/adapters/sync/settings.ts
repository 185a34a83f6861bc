/** Syncs settings through one more document of the replica, if the person wants that. */
import * as v from 'valibot';
import { canonical } from '../../core/library/plain.ts';
import { type PlainSettings, SETTINGS_NAME, mergeSettings } from '../../core/library/sync/settings.ts';
import { type SyncKeys, documentId, open, seal } from './crypto.ts';
import { type Database, type Sealed } from './replica.ts';

/** The version of the document's shape that this code writes. */
const VERSION = 1;
/** Longest ciphertext that is opened, in characters: far more than the longest settings need. */
const SEALED_LIMIT = 4_000_000;

/** The settings of this device as sync sees them: without keys, addresses of models, and what belongs to one device. */
export interface SettingsPort {
  read(): Promise<PlainSettings>;
  /** Changes these fields only; what is not a setting of this Lede is ignored. */
  change(fields: PlainSettings): Promise<void>;
}

/** The settings on which this device and the server last agreed. */
export interface Agreed {
  /** How often the document had been written by then: a server cannot pass off an older one as new. */
  count: number;
  values: PlainSettings;
}

/** What joining the settings needs. */
export interface SettingsDependencies {
  replica: Database;
  keyId: string;
  keys: SyncKeys;
  settings: SettingsPort;
}

const shape = v.object({
  v: v.number(),
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER - 1)),
  values: v.record(v.string(), v.unknown()),
});

/** Whether this device has changes to send. */
export async function settingsWait(port: SettingsPort, agreed: Agreed): Promise<boolean> {
  return canonical(await port.read()) !== canonical(agreed.values);
}

/**
 * Joins this device's settings with those in the replica, on both sides. Returns the new agreement; `written` if the
 * replica has something to send. A document of a newer Lede is left alone; one that cannot be read is replaced.
 */
export async function joinSettings(
  { replica, keyId, keys, settings }: SettingsDependencies,
  agreed: Agreed,
): Promise<{ agreed: Agreed; written: boolean }> {
  const id = await documentId(keys, SETTINGS_NAME);
  const { rows } = await replica.allDocs({ keys: [id], include_docs: true, conflicts: true });
  const [row] = rows;
  const doc = row?.doc ?? null;
  const losers = doc?._conflicts ?? [];
  const leaves = doc ? [doc, ...(await Promise.all(losers.map((rev) => replica.get(id, { rev }))))] : [];
  const read = await Promise.all(leaves.map((leaf) => readLeaf(keys, id, leaf)));
  if (read.some((one) => one === 'too-new')) return { agreed, written: false };
  // An older count means that the server was restored from a copy.
  const known = read.filter(
    (one): one is Agreed => typeof one === 'object' && one !== null && one.count >= agreed.count,
  );

  const mine = await settings.read();
  let merged = mine;
  // Revisions in conflict were written side by side: a field that one of them lacks was not removed by it.
  const base = leaves.length > 1 ? {} : agreed.values;
  for (const leaf of known) merged = mergeSettings(base, merged, leaf.values);
  const values = await take(settings, mine, merged);

  const count = Math.max(agreed.count, ...known.map((one) => one.count));
  const [winner] = known;
  const stands = winner && read[0] === winner && canonical(winner.values) === canonical(merged);
  if (stands && losers.length === 0) return { agreed: { count, values }, written: false };
  const next = { v: VERSION, count: count + 1, values: merged };
  const rev = row?.value?.rev === undefined ? {} : { _rev: row.value.rev };
  const e = await seal(keys, id, JSON.stringify(next));
  await replica.bulkDocs([{ _id: id, ...rev, k: keyId, e }]);
  // Only after the joined revision is written: a worker that dies before this finds the conflicts again.
  if (losers.length) await replica.bulkDocs(losers.map((_rev) => ({ _id: id, _rev, _deleted: true })));
  return { agreed: { count: next.count, values }, written: true };
}

/**
 * Takes over what is new in `merged` and answers what this device then has in common with it: a field that this Lede
 * does not know, or knows in other bounds, is not taken, and must not look as if the person had changed it.
 */
async function take(port: SettingsPort, mine: PlainSettings, merged: PlainSettings): Promise<PlainSettings> {
  const news = Object.entries(merged).filter(([name, value]) => canonical(value) !== canonical(mine[name]));
  if (news.length === 0) return mine;
  await port.change(Object.fromEntries(news));
  const now = await port.read();
  const taken = news.filter(([name]) => Object.hasOwn(now, name)).map(([name]) => [name, now[name]]);
  return { ...mine, ...Object.fromEntries(taken) };
}

type Leaf = Agreed | 'too-new' | null;

async function readLeaf(keys: SyncKeys, id: string, { e }: Partial<Sealed>): Promise<Leaf> {
  const text = typeof e === 'string' && e.length <= SEALED_LIMIT ? await open(keys, id, e) : null;
  if (text === null) return null;
  try {
    const parsed = v.safeParse(shape, JSON.parse(text));
    if (!parsed.success) return null;
    return parsed.output.v > VERSION ? 'too-new' : parsed.output;
  } catch {
    return null;
  }
}
