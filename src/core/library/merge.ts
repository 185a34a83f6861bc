/**
 * Merges two copies of one record: field by field, the later clock wins, so that the order of merging
 * never matters.
 */
import { SETS, restoreIfEdited } from './change.ts';
import { clockParts, later } from './clock.ts';
import { canonical } from './plain.ts';
import type { Clock, Entry, KeptArticle, Note } from './records.ts';

const ENTRY_FIELDS = [
  ...(['urlKey', 'url', 'title', 'siteName', 'byline', 'publishedTime', 'lang', 'fingerprint'] as const),
  ...(['readAt', 'favouriteAt', 'archivedAt', 'position', 'broughtBack', 'deletedAt'] as const),
];
const NOTE_FIELDS = ['entryId', 'url', 'quote', 'colour', 'deletedAt'] as const;

/**
 * Both copies of an entry as one. Commutative, associative, idempotent (property-tested); arguments are not changed.
 */
export function mergeEntries(a: Entry, b: Entry): Entry {
  const clocks = mergeClocks(a.clocks, b.clocks);
  const merged: Entry = {
    ...pick(a, b, ENTRY_FIELDS),
    id: a.id < b.id ? a.id : b.id,
    version: Math.max(a.version, b.version),
    tags: mergeSet(a, b, 'tags'),
    aliases: mergeSet(a, b, 'aliases'),
    parted: mergeSet(a, b, 'parted'),
    addedAt: Math.min(a.addedAt, b.addedAt),
    changedAt: Math.max(a.changedAt, b.changedAt),
    openedAt: Math.max(a.openedAt, b.openedAt),
    clocks,
  };
  return restoreIfEdited(merged);
}

/** Both copies of a note as one; of concurrent edits both texts are kept, the earlier in `alts`. */
export function mergeNotes(a: Note, b: Note): Note {
  const words = mergeWords(a, b);
  const { text, alts, textSeen } = words;
  const place = laterPlace(a.place, b.place);
  const merged: Note = {
    ...pick(a, b, NOTE_FIELDS),
    text,
    alts,
    textSeen,
    id: a.id < b.id ? a.id : b.id,
    version: Math.max(a.version, b.version),
    tags: mergeSet(a, b, 'tags'),
    createdAt: Math.min(a.createdAt, b.createdAt),
    changedAt: Math.max(a.changedAt, b.changedAt),
    ...(place ? { place } : {}),
    clocks: { ...mergeClocks(a.clocks, b.clocks), ...(words.clock ? { text: words.clock } : {}) },
  };
  return restoreIfEdited(merged);
}

/**
 * The article that was kept later; of two kept at the same moment the one that sorts last, so that both sides agree.
 */
export function mergeArticles(a: KeptArticle, b: KeptArticle): KeptArticle {
  if (a.keptAt !== b.keptAt) return a.keptAt > b.keptAt ? a : b;
  return canonical(a) >= canonical(b) ? a : b;
}

type Clocked = { clocks: Record<string, Clock> };

/** Of each field the value with the later clock; at equal clocks the one that sorts last. */
function pick<R extends Clocked, K extends keyof R & string>(a: R, b: R, fields: readonly K[]): Pick<R, K> {
  const picked: Partial<R> = {};
  for (const field of fields) {
    const [left, right] = [a.clocks[field] ?? '', b.clocks[field] ?? ''];
    const from = left > right || (left === right && canonical(a[field]) >= canonical(b[field])) ? a : b;
    if (from[field] !== undefined) picked[field] = from[field];
  }
  return picked as Pick<R, K>;
}

/** Element by element: in or out as the later clock says; in, at equal clocks. Sorted, so that both sides agree. */
function mergeSet<R extends Clocked, K extends keyof R & keyof typeof SETS>(a: R, b: R, name: K): string[] {
  const [inA, inB] = [new Set(a[name] as string[]), new Set(b[name] as string[])];
  const kept = [...new Set([...inA, ...inB])].filter((element) => {
    const key = SETS[name] + element;
    const [left, right] = [a.clocks[key] ?? '', b.clocks[key] ?? ''];
    if (left === right) return true;
    return left > right ? inA.has(element) : inB.has(element);
  });
  return kept.toSorted();
}

function mergeClocks(a: Record<string, Clock>, b: Record<string, Clock>): Record<string, Clock> {
  const merged = { ...a };
  for (const [field, clock] of Object.entries(b)) merged[field] = later(merged[field], clock) ?? clock;
  return merged;
}

/**
 * Words as a register that keeps all concurrent values: one is dropped only where the other side has seen its clock (an
 * "optimised OR-set" of versions: Bieniusa et al., An optimized conflict-free replicated set, 2012, arXiv:1210.3368).
 */
function mergeWords(a: Note, b: Note): Pick<Note, 'text' | 'alts' | 'textSeen'> & { clock: Clock } {
  const [left, right] = [versions(a), versions(b)];
  const kept = new Map<Clock, string>();
  for (const [clock, text] of left) if (right.has(clock) || !hasSeen(b, clock)) kept.set(clock, text);
  for (const [clock, text] of right) {
    if (!left.has(clock) && hasSeen(a, clock)) continue;
    const other = kept.get(clock);
    kept.set(clock, other === undefined || text > other ? text : other);
  }
  const clocks = [...kept.keys()].toSorted();
  const last = clocks.pop() ?? '';
  const text = kept.get(last) ?? '';
  const alts = Object.fromEntries(
    clocks.map((clock) => [clock, kept.get(clock) ?? '']).filter(([, words]) => words !== ''),
  );
  return { text, alts, textSeen: mergeClocks(a.textSeen, b.textSeen), clock: last };
}

function versions(note: Note): Map<Clock, string> {
  return new Map([...Object.entries(note.alts), [note.clocks.text ?? '', note.text]]);
}

function hasSeen(note: Note, clock: Clock): boolean {
  const device = clockParts(clock)?.device;
  return clock === '' || (device !== undefined && (note.textSeen[device] ?? '') >= clock);
}

function laterPlace(a: Note['place'], b: Note['place']): Note['place'] {
  if (!a || !b) return a ?? b;
  if (a.seenAt !== b.seenAt) return a.seenAt > b.seenAt ? a : b;
  return canonical(a) >= canonical(b) ? a : b;
}
