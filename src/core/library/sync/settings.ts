/** Joins what two devices changed of the settings, field by field and item by item. */
import { canonical, isRecord, isSame } from '../plain.ts';

/** Settings as plain values, by name. */
export type PlainSettings = Readonly<Record<string, unknown>>;

/** The name of the one document that holds them. */
export const SETTINGS_NAME = 'settings';

/**
 * Three-way merge. `base`: what both had last; `mine`: this device; `theirs`: the server. A field that one side
 * changed is taken from it. Where both did, lists and records are joined item by item, and of two other values the
 * server's stands, so that all devices come to the same.
 *
 *     mergeSettings({ theme: 'light' }, { theme: 'light', badge: true }, { theme: 'dark' })
 *     // { theme: 'dark', badge: true }
 */
export function mergeSettings(base: PlainSettings, mine: PlainSettings, theirs: PlainSettings): PlainSettings {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const joined = [...names].map((name) => [name, mergeValue(own(base, name), own(mine, name), own(theirs, name))]);
  return Object.fromEntries(joined.filter(([, value]) => value !== undefined));
}

function mergeValue(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const joined = mergeSettings(byName(Array.isArray(base) ? base : []), byName(mine), byName(theirs));
    return Object.values(joined);
  }
  if (isRecord(mine) && isRecord(theirs)) return mergeSettings(isRecord(base) ? base : {}, mine, theirs);
  return theirs ?? mine;
}

/** The items of a list under names of their own: a site's correction by its site, everything else by what it says. */
function byName(items: readonly unknown[]): PlainSettings {
  const named = items.map((item) => [
    isRecord(item) && 'correction' in item ? `site ${String(item.site)}` : `item ${canonical(item)}`,
    item,
  ]);
  return Object.fromEntries(named);
}

function own(record: PlainSettings, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
