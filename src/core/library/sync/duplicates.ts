/** Merges two entries of the same article that two devices made independently. */
import { type EntryChange, changeEntry } from '../change.ts';
import type { Stamp } from '../clock.ts';
import type { Clock, Entry, Erased } from '../records.ts';
import { wantedClocks } from './deletions.ts';

/** Whether two live entries are of one address, and no person parted them. */
export function isSameArticle(a: Entry, b: Entry): boolean {
  if (a.id === b.id || a.deletedAt !== undefined || b.deletedAt !== undefined) return false;
  if (a.parted.includes(b.urlKey) || b.parted.includes(a.urlKey)) return false;
  return a.urlKey === b.urlKey || a.aliases.includes(b.urlKey) || b.aliases.includes(a.urlKey);
}

/** Orders two entries so that the one that stays comes first; every device chooses the same. */
export function homeFirst(a: Entry, b: Entry): [home: Entry, guest: Entry] {
  return a.id < b.id ? [a, b] : [b, a];
}

/** The entry that stays, with the other's tags, addresses and reading. */
export function unitedEntry(home: Entry, guest: Entry, stamp: Stamp): Entry {
  const others = [guest.urlKey, ...guest.aliases].filter((key) => key !== home.urlKey && !home.parted.includes(key));
  const change: EntryChange = {
    tags: [...home.tags, ...guest.tags],
    aliases: [...home.aliases, ...others],
    broughtBack: [...new Set([...home.broughtBack, ...guest.broughtBack])],
    ...(home.readAt === undefined && guest.readAt !== undefined ? { readAt: guest.readAt } : {}),
    ...(home.favouriteAt === undefined && guest.favouriteAt !== undefined ? { favouriteAt: guest.favouriteAt } : {}),
    // In the list as long as one of the two is.
    ...(home.archivedAt !== undefined && guest.archivedAt === undefined ? { archivedAt: null } : {}),
    ...(home.fingerprint === undefined && guest.fingerprint !== undefined ? { fingerprint: guest.fingerprint } : {}),
    ...((guest.position ?? 0) > (home.position ?? 0) && guest.position !== undefined
      ? { position: guest.position }
      : {}),
  };
  const united = changeEntry(home, change, stamp);
  return {
    ...united,
    addedAt: Math.min(home.addedAt, guest.addedAt),
    openedAt: Math.max(home.openedAt, guest.openedAt),
  };
}

/** The erasure of the other entry; `into` tells where to move notes that still name it. */
export function movedEntry(guest: Entry, home: Entry, nowMs: number): Erased {
  const clock = Object.values(guest.clocks).reduce<Clock>((last, one) => (one > last ? one : last), '');
  return { id: guest.id, table: 'entries', erasedAt: nowMs, clock, seen: wantedClocks(guest.clocks), into: home.id };
}
