/** The journal of changes: what each step changed, and how to undo and redo it. */
import type { Stamp } from './clock.ts';
import { altsOf, changeEntry, changeNote } from './change.ts';
import { isSame } from './plain.ts';
import type { Entry, KeptArticle, Note } from './records.ts';

/** How many steps are kept: more than anyone undoes by hand, few enough to load at once. */
export const STEP_LIMIT = 50;

/**
 * What one step did to one record: its fields before and after, null for an absent one; `before` null where the step
 * made the record.
 */
export interface RecordStep {
  table: 'entries' | 'notes';
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}

/** One action of a person, however many records it touched. */
export interface Step {
  /** Order of doing; the database gives it. */
  seq?: number;
  /** The verb, as `note.delete`. */
  kind: string;
  at: number;
  entryIds: string[];
  /** When it was undone, if it was. */
  undoneAt?: number;
  records: RecordStep[];
  /** Entries whose article came with this step: it goes with it too. */
  articles?: string[];
  /** Those articles while the step is undone, for redoing it. */
  taken?: KeptArticle[];
  /** Steps of one group (the parts of one import) are undone together. */
  group?: string;
}

/** A record before (null: made new) and after a change. */
export type Pair =
  { table: 'entries'; before: Entry | null; after: Entry } | { table: 'notes'; before: Note | null; after: Note };

/**
 * Fields that a step takes back. What was observed (place, opening) and what follows from others (clocks) is not among
 * them.
 */
const KEPT = new Set([
  'url',
  'urlKey',
  'title',
  'siteName',
  'byline',
  'publishedTime',
  'lang',
  'fingerprint',
  'tags',
  'aliases',
  'parted',
  'readAt',
  'favouriteAt',
  'archivedAt',
  'position',
  'broughtBack',
  'deletedAt',
  'entryId',
  'text',
  'alts',
  'colour',
  'quote',
]);

/**
 * Addresses and fingerprints are learnt by the way, and the place read last moves with every scroll: alone they are
 * nothing that a person would take back, except for parting.
 */
const UNSEEN = new Set(['aliases', 'fingerprint', 'position']);
const PARTING = 'entry.part';

/** The step that a change made, or null if it changed nothing that can be undone. */
export function stepOf(
  kind: string,
  nowMs: number,
  pairs: readonly Pair[],
  articles: readonly string[] = [],
  group?: string,
): Step | null {
  const records: RecordStep[] = [];
  const entryIds = new Set(articles);
  for (const { table, before, after } of pairs) {
    const change = difference(before, after);
    if (!change || (kind !== PARTING && isUnseen(change))) continue;
    records.push({ table, id: after.id, ...change });
    entryIds.add(table === 'entries' ? after.id : after.entryId);
  }
  if (!records.length && !articles.length) return null;
  return {
    kind,
    at: nowMs,
    entryIds: [...entryIds],
    records,
    ...(articles.length ? { articles: [...articles] } : {}),
    ...(group === undefined ? {} : { group }),
  };
}

/**
 * While a person writes, the words are saved at every pause: saves that follow each other within this time are one
 * step, ms.
 */
const WRITING_MS = 30_000;

/** The one step that two are where the later only writes on at the note that the earlier wrote on; else null. */
export function writtenOn(last: Step | undefined, next: Step): Step | null {
  if (!last || last.undoneAt !== undefined || next.at - last.at > WRITING_MS) return null;
  const [was, is] = [wordsOf(last), wordsOf(next)];
  if (!was || !is || was.id !== is.id || was.after['text'] !== is.before?.['text']) return null;
  return { ...last, at: next.at, records: [{ ...was, after: is.after }] };
}

/** What a step did, where it changed the words of one note and nothing else. */
function wordsOf({ records: [record, ...others] }: Step): RecordStep | null {
  if (!record || others.length > 0 || record.table !== 'notes' || record.before === null) return null;
  return Object.keys(record.after).join() === 'text' ? record : null;
}

/** The record with a step undone or redone. A field that was changed again since then is left alone. */
export function replay<R extends Entry | Note>(record: R, step: RecordStep, way: 'undo' | 'redo', stamp: Stamp): R {
  const made = step.before === null;
  if (made) return set(record, { deletedAt: way === 'undo' ? stamp.nowMs : null }, stamp);
  const [from, to] = way === 'undo' ? [step.after, step.before ?? {}] : [step.before ?? {}, step.after];
  const change: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(to)) {
    if (isSame(fieldsOf(record)[field] ?? null, from[field] ?? null)) change[field] = value;
  }
  return set(record, change, stamp);
}

/**
 * A record's fields as the journal keeps them: of words written elsewhere the words alone, as their clocks are new when
 * they come back.
 */
function fieldsOf(record: Entry | Note): Record<string, unknown> {
  return 'quote' in record ? { ...record, alts: altsOf(record) } : { ...record };
}

function isUnseen({ before, after }: Pick<RecordStep, 'before' | 'after'>): boolean {
  return before !== null && Object.keys(after).every((field) => UNSEEN.has(field));
}

function set<R extends Entry | Note>(record: R, change: Record<string, unknown>, stamp: Stamp): R {
  return ('quote' in record ? changeNote(record, change, stamp) : changeEntry(record, change, stamp)) as R;
}

function difference(before: Entry | Note | null, after: Entry | Note): Pick<RecordStep, 'before' | 'after'> | null {
  if (!before) return { before: null, after: {} };
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const change = { before: {} as Record<string, unknown>, after: {} as Record<string, unknown> };
  for (const field of KEPT) {
    const [was, is] = [old[field] ?? null, fresh[field] ?? null];
    if (isSame(was, is)) continue;
    change.before[field] = was;
    change.after[field] = is;
  }
  return Object.keys(change.after).length ? change : null;
}
