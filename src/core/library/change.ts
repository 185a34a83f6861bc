/** Applies a person's change to a record: each touched field gets the clock of the change. */
import { type Stamp, clockParts, later, tick } from './clock.ts';
import { isSame } from './plain.ts';
import type { Clock, Entry, Note } from './records.ts';

/** What a person may change in an entry; null removes an optional field. */
export interface EntryChange {
  url?: string;
  urlKey?: string;
  title?: string;
  siteName?: string | null;
  byline?: string | null;
  publishedTime?: string | null;
  lang?: string | null;
  fingerprint?: string | null;
  tags?: string[];
  aliases?: string[];
  parted?: string[];
  readAt?: number | null;
  favouriteAt?: number | null;
  archivedAt?: number | null;
  position?: number | null;
  broughtBack?: string[];
  deletedAt?: number | null;
}

/** What a person may change in a note; null removes an optional field. */
export interface NoteChange {
  entryId?: string;
  text?: string;
  /** The clock of the text that the person saw while writing: a concurrent edit is kept in `alts`. */
  textBase?: Clock;
  colour?: Note['colour'];
  quote?: Note['quote'];
  tags?: string[];
  /** Drops these concurrent texts, named by their clocks in `alts`: those the person saw while deciding, no others. */
  settled?: Clock[];
  /** The texts to keep next to `text`, in the order of writing; used when a step is undone. */
  alts?: string[];
  deletedAt?: number | null;
}

/**
 * Fields that are sets of strings, with the prefix of each element's clock: two devices may change different elements.
 */
export const SETS = { tags: 'tag:', aliases: 'alias:', parted: 'parted:' } as const;

/** The entry after the change; the same object where nothing differs. Pure. */
export function changeEntry(entry: Entry, change: EntryChange, stamp: Stamp): Entry {
  return changeRecord(entry, { ...change }, stamp);
}

/** The note after the change; the same object where nothing differs. Pure. */
export function changeNote(note: Note, change: NoteChange, stamp: Stamp): Note {
  const { text, textBase, settled, alts, ...plain } = change;
  let next = changeRecord(note, plain, stamp);
  if (text !== undefined) next = changeText(next, text, textBase, stamp);
  if (settled?.some((clock) => clock in next.alts)) {
    const left = Object.entries(next.alts).filter(([clock]) => !settled.includes(clock));
    next = { ...next, alts: Object.fromEntries(left), changedAt: stamp.nowMs };
  }
  return alts === undefined || isSame(alts, altsOf(next)) ? next : putBeside(next, alts, stamp);
}

/** The texts next to a note's `text`, in the order of writing. */
export function altsOf({ alts }: Note): string[] {
  return Object.keys(alts)
    .toSorted()
    .map((clock) => alts[clock] ?? '');
}

/** Words put back are written again, as a copy that saw them dropped would drop them again. `text` stays the latest. */
function putBeside(note: Note, wanted: string[], stamp: Stamp): Note {
  const known = new Map(Object.entries(note.alts).map(([clock, words]) => [words, clock]));
  const device = clockParts(stamp.clock)?.device ?? '';
  const [alts, fresh]: [Note['alts'], string[]] = [{}, []];
  for (const words of wanted) {
    const clock = known.get(words);
    if (clock === undefined) fresh.push(words);
    else alts[clock] = words;
  }
  if (fresh.length === 0) return { ...note, alts, changedAt: stamp.nowMs };
  let clock = stamp.clock;
  for (const words of fresh) {
    alts[clock] = words;
    clock = tick(clock, stamp.nowMs, device);
  }
  const textSeen = seenAfter(note.textSeen, clock);
  return restoreIfEdited({ ...note, alts, textSeen, changedAt: stamp.nowMs, clocks: { ...note.clocks, text: clock } });
}

/** A new entry with the clock of its making on every field. */
export function newEntry(fields: Omit<Entry, 'version' | 'clocks'>, version: number, stamp: Stamp): Entry {
  const sets = { tags: asSet(fields.tags), aliases: asSet(fields.aliases), parted: asSet(fields.parted) };
  return { ...fields, ...sets, version, clocks: firstClocks(fields, ['tags', 'aliases', 'parted'], stamp) };
}

/** A new note with the clock of its making on every field. */
export function newNote(
  fields: Omit<Note, 'version' | 'clocks' | 'alts' | 'textSeen'>,
  version: number,
  stamp: Stamp,
): Note {
  const clocks = firstClocks(fields, ['tags'], stamp);
  return { ...fields, tags: asSet(fields.tags), version, alts: {}, textSeen: seenAfter({}, stamp.clock), clocks };
}

/** The latest clock seen of each device, with one more clock. */
export function seenAfter(seen: Record<string, Clock>, clock: Clock): Record<string, Clock> {
  const device = clockParts(clock)?.device;
  if (device === undefined) return seen;
  return { ...seen, [device]: later(seen[device], clock) ?? clock };
}

/** Fields without clocks: they record observations, not a person's decisions. */
const UNCLOCKED = new Set([
  'id',
  'version',
  'clocks',
  'alts',
  'textSeen',
  'place',
  'addedAt',
  'createdAt',
  'changedAt',
  'openedAt',
]);

function firstClocks(fields: object, sets: (keyof typeof SETS)[], { clock }: Stamp): Record<string, Clock> {
  const clocks: Record<string, Clock> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (UNCLOCKED.has(name)) continue;
    const set = sets.find((one) => one === name);
    if (!set) clocks[name] = clock;
    else for (const element of value as string[]) clocks[SETS[set] + element] = clock;
  }
  return clocks;
}

function changeText(note: Note, text: string, base: Clock | undefined, stamp: Stamp): Note {
  if (text === note.text) return note;
  const current = note.clocks.text ?? '';
  const missed = base !== undefined && current !== '' && base !== current && note.text !== '';
  return restoreIfEdited({
    ...note,
    text,
    changedAt: stamp.nowMs,
    alts: missed ? { ...note.alts, [current]: note.text } : note.alts,
    textSeen: seenAfter(note.textSeen, stamp.clock),
    clocks: { ...note.clocks, text: stamp.clock },
  });
}

/** Sets fields, gives them the change's clock, and drops those set to null. */
function changeRecord<R extends Entry | Note>(record: R, change: Record<string, unknown>, stamp: Stamp): R {
  const fields: Record<string, unknown> = { ...record };
  const clocks = { ...record.clocks };
  let touched = false;
  for (const [name, wanted] of Object.entries(change)) {
    const prefix = Object.hasOwn(SETS, name) ? SETS[name as keyof typeof SETS] : undefined;
    const target = prefix === undefined ? wanted : asSet((wanted ?? []) as string[]);
    if (wanted === undefined || isSame(fields[name] ?? null, target)) continue;
    touched = true;
    if (prefix === undefined) clocks[name] = stamp.clock;
    else
      for (const element of differing((fields[name] ?? []) as string[], target as string[]))
        clocks[prefix + element] = stamp.clock;
    if (wanted === null) delete fields[name];
    else fields[name] = target;
  }
  if (!touched) return record;
  return restoreIfEdited({ ...fields, clocks, changedAt: stamp.nowMs } as R);
}

/** Fields whose change after a deletion restores the record, because nobody edits what they want deleted. */
const CONTENT = ['title', 'text', 'quote', 'colour'];

/** The record, out of the bin if its content was changed after it was deleted: an edit wins over a deletion. */
export function restoreIfEdited<R extends Entry | Note>(record: R): R {
  const deleted = record.clocks.deletedAt;
  if (record.deletedAt === undefined || deleted === undefined) return record;
  if (!CONTENT.some((field) => (record.clocks[field] ?? '') > deleted)) return record;
  const { deletedAt: _gone, ...rest } = record;
  return rest as R;
}

/** Sets are kept sorted, so that two copies with the same elements are the same. */
function asSet(elements: string[]): string[] {
  return [...new Set(elements)].toSorted();
}

function differing(a: string[], b: string[]): string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];
}
