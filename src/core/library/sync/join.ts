/** Merges the local and the received copies of a record by their clocks; an edit outlives an erasure. */
import { later } from '../clock.ts';
import { mergeArticles, mergeEntries, mergeNotes } from '../merge.ts';
import { canonical, isSame } from '../plain.ts';
import type { Entry, Erased, Note } from '../records.ts';
import { type Content, asRead } from './content.ts';
import { tellsMore, wantedClocks } from './deletions.ts';

/**
 * Joins all contents of one name; null if there are none. The result does not depend on the order, so devices that keep
 * exchanging joined contents converge. Throws if the names differ, which is a bug.
 */
export function joinAll(contents: readonly Content[]): Content | null {
  const [first, ...rest] = contents;
  return first ? rest.reduce(join, first) : null;
}

/** Joins two contents of the same name. Commutative and idempotent. */
export function join(a: Content, b: Content): Content {
  if (a.table === 'erased') {
    return b.table === 'erased'
      ? { table: 'erased', record: laterErased(a.record, b.record) }
      : withErasure(b, a.record);
  }
  if (b.table === 'erased') return withErasure(a, b.record);
  if (a.table === 'entries' && b.table === 'entries') {
    return { table: 'entries', record: mergeEntries(a.record, b.record) };
  }
  if (a.table === 'notes' && b.table === 'notes') return { table: 'notes', record: mergeNotes(a.record, b.record) };
  if (a.table === 'articles' && b.table === 'articles') {
    return { table: 'articles', record: mergeArticles(a.record, b.record) };
  }
  throw new Error(`${a.table} and ${b.table} are no copies of one thing`);
}

/** True if two contents say the same, whatever the order of their keys. */
export function isSameContent(a: Content | null, b: Content | null): boolean {
  return isSame(a, b);
}

/**
 * Whether `document` already says everything in `content` that other devices would accept. They reject clocks that
 * are days ahead, so those alone are no reason to write again.
 */
export function saysAll(document: Content | undefined, content: Content, nowMs: number): boolean {
  if (!document) return false;
  if (isSameContent(document, content)) return true;
  const read = asRead(content, nowMs);
  return typeof read === 'object' && isSameContent(join(read, document), document);
}

/** Whether a record has an edit that its erasure had not seen, or was taken out of the bin since. */
export function outlives(record: Entry | Note, erased: Erased): boolean {
  if (record.deletedAt === undefined && (record.clocks.deletedAt ?? '') > erased.clock) return true;
  if (erased.seen) return tellsMore(record.clocks, erased.seen);
  return Object.values(wantedClocks(record.clocks)).some((clock) => clock > erased.clock);
}

/** The later erasure; of two at the same clock the one that sorts last, so that all devices agree. */
function laterErased(a: Erased, b: Erased): Erased {
  if (a.clock !== b.clock) return later(a.clock, b.clock) === a.clock ? a : b;
  return canonical(a) >= canonical(b) ? a : b;
}

function withErasure(content: Exclude<Content, { table: 'erased' }>, erased: Erased): Content {
  if (content.table === 'articles') return content; // articles leave with their entry; nothing of theirs is kept apart
  return outlives(content.record, erased) ? content : { table: 'erased', record: erased };
}
