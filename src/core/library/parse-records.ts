/** The schemas of records from a message or a file: every field with its bounds, and nothing else. */
import * as v from 'valibot';
import type { Article, Block, Removal, RemovalReason } from '../article/article.ts';
import type { Quote } from '../anchor/quote.ts';
import { type Result, fail, ok } from '../result.ts';
import {
  ADDRESS_LIMIT,
  CLOCK_KEY_LIMIT,
  CONTEXT_LIMIT,
  LINE_LIMIT,
  NOTE_LIMIT,
  QUOTE_LIMIT,
  SET_LIMIT,
  TEXT_LIMIT,
  WORD_LIMIT,
  plainTag,
} from './bounds.ts';
import { AHEAD_LIMIT_MS, clampClocks } from './clock.ts';
import { isWebAddress, parseTree } from './parse-tree.ts';
import { COLOURS, type Entry, type KeptArticle, type Note } from './records.ts';

/** Numbers of a quote's landmarks: pairs; ours have 32. */
const LANDMARK_LIMIT = 256;
const BLOCK_LIMIT = 200_000;
const REMOVED_LIMIT = 20_000;
const PART_LIMIT = 100;
/** The end of year 9999 in milliseconds: the last date that files can write. */
const TIME_END_MS = 253_402_300_799_999;

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const line = text(LINE_LIMIT);
/** An id of a record: 1–128 letters, digits and `_ . : -`. */
export const idSchema = v.pipe(v.string(), v.regex(/^[\w.:-]{1,128}$/));
/** Up to 100,000 ids. */
export const idsSchema = v.pipe(v.array(idSchema), v.maxLength(100_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
/** A time in milliseconds; values outside the calendar's range are moved to its end. */
const time = v.pipe(
  v.number(),
  v.finite(),
  v.transform((ms) => Math.min(TIME_END_MS, Math.max(0, Math.round(ms)))),
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** An absolute http(s) address. */
export const addressSchema = v.pipe(
  text(ADDRESS_LIMIT),
  v.check((address) => isWebAddress(address), 'no web address'),
);
/** The name of a highlight colour. */
export const colourSchema = v.picklist(COLOURS);
/** The text of a note. */
export const wordsSchema = text(NOTE_LIMIT);
const tag = v.pipe(v.string(), v.transform(plainTag), v.minLength(1));
/** A list of tags, each trimmed and on one line. */
export const tagsSchema = v.pipe(v.array(tag), v.maxLength(SET_LIMIT));
/** A title: up to `LINE_LIMIT` characters. */
export const titleSchema = line;
/** A position in a text: a whole number from 0. */
export const positionSchema = count;
/** As `time`. */
export const timeSchema = time;
/** Texts or shapes of blocks that a person restored. */
export const broughtBackSchema = v.pipe(v.array(text(QUOTE_LIMIT)), v.maxLength(SET_LIMIT));
/** The key of an address. */
export const keySchema = text(ADDRESS_LIMIT);
const keys = v.pipe(v.array(keySchema), v.maxLength(SET_LIMIT));
const clocks = v.record(text(CLOCK_KEY_LIMIT), text(64));
/** Where a note was last found: `PlaceState`. */
export const placeStateSchema = v.picklist(['in-place', 'changed', 'lost']);

/** With `satisfies Fields<…>`, a field that a contract gains and this file lacks does not compile. */
type Fields<T> = Record<keyof T, unknown>;

/** A quote with at least one word. */
export const quoteSchema: v.GenericSchema<unknown, Quote> = v.object({
  exact: v.pipe(
    text(QUOTE_LIMIT),
    v.check((words) => words.trim() !== '', 'no words'),
  ),
  prefix: text(CONTEXT_LIMIT),
  suffix: text(CONTEXT_LIMIT),
  start: count,
  heading: v.exactOptional(line),
  copy: v.exactOptional(v.object({ index: count, count })),
  landmarks: v.exactOptional(v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(LANDMARK_LIMIT))),
} satisfies Fields<Quote>);

const span = { start: count, end: count };
const kinds = ['heading', 'paragraph', 'item', 'quote', 'code', 'table', 'figure', 'caption', 'term', 'maths'] as const;
const reason = v.pipe(
  text(40),
  v.regex(/^[a-z-]+$/),
  v.transform((name) => name as RemovalReason), // a word for the person to read; an unknown one is shown unchanged
);

const removal = v.object({
  text: text(TEXT_LIMIT),
  reason,
  score01: share,
  start: count,
  inside: v.boolean(),
} satisfies Fields<Removal>);

/** An article, its tree and ranges checked. */
export const articleSchema: v.GenericSchema<unknown, Article> = v.pipe(
  v.object({
    url: addressSchema,
    canonicalUrl: v.exactOptional(addressSchema),
    title: line,
    byline: v.exactOptional(line),
    publishedTime: v.exactOptional(text(WORD_LIMIT)),
    siteName: v.exactOptional(line),
    lang: v.exactOptional(text(WORD_LIMIT)),
    dir: v.exactOptional(v.picklist(['ltr', 'rtl'])),
    image: v.exactOptional(addressSchema),
    excerpt: v.exactOptional(text(QUOTE_LIMIT)),
    takeaways: v.exactOptional(v.pipe(v.array(v.object(span)), v.maxLength(SET_LIMIT))),
    nextUrl: v.exactOptional(addressSchema),
    parts: v.exactOptional(v.pipe(v.array(v.object({ url: addressSchema, ...span })), v.maxLength(PART_LIMIT))),
    tree: v.pipe(
      v.unknown(),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const tree = parseTree(dataset.value);
        if (tree) return tree;
        addIssue({ message: 'no tree of an article' });
        return NEVER;
      }),
    ),
    text: text(TEXT_LIMIT),
    blocks: v.pipe(
      v.array(
        v.object({
          kind: v.picklist(kinds),
          level: v.exactOptional(count),
          ...span,
          bold: v.exactOptional(v.boolean()),
          size: v.exactOptional(v.pipe(v.number(), v.finite())),
        } satisfies Fields<Block>),
      ),
      v.maxLength(BLOCK_LIMIT),
    ),
    removed: v.pipe(v.array(removal), v.maxLength(REMOVED_LIMIT)),
  } satisfies Fields<Article>),
  v.check(
    ({ text: whole, blocks }) => blocks.every(({ start, end }) => start <= end && end <= whole.length),
    'a block lies outside the text',
  ),
);

const entrySchema: v.GenericSchema<unknown, Entry> = v.object({
  id: idSchema,
  version: count,
  urlKey: keySchema,
  aliases: keys,
  parted: keys,
  url: addressSchema,
  title: line,
  siteName: v.exactOptional(line),
  byline: v.exactOptional(line),
  publishedTime: v.exactOptional(text(WORD_LIMIT)),
  lang: v.exactOptional(text(WORD_LIMIT)),
  fingerprint: v.exactOptional(text(LINE_LIMIT)),
  tags: tagsSchema,
  addedAt: time,
  changedAt: time,
  openedAt: time,
  readAt: v.exactOptional(time),
  favouriteAt: v.exactOptional(time),
  archivedAt: v.exactOptional(time),
  position: v.exactOptional(count),
  broughtBack: broughtBackSchema,
  deletedAt: v.exactOptional(time),
  clocks,
} satisfies Fields<Entry>);

const noteSchema: v.GenericSchema<unknown, Note> = v.object({
  id: idSchema,
  version: count,
  entryId: idSchema,
  url: addressSchema,
  quote: quoteSchema,
  colour: colourSchema,
  text: wordsSchema,
  alts: v.record(text(64), wordsSchema),
  textSeen: clocks,
  tags: tagsSchema,
  createdAt: time,
  changedAt: time,
  place: v.exactOptional(
    v.object({ state: placeStateSchema, score01: share, seenAt: time, now: v.exactOptional(text(QUOTE_LIMIT)) }),
  ),
  deletedAt: v.exactOptional(time),
  clocks,
} satisfies Fields<Note>);

const keptSchema: v.GenericSchema<unknown, KeptArticle> = v.object({
  entryId: idSchema,
  version: count,
  article: articleSchema,
  keptAt: time,
} satisfies Fields<KeptArticle>);

/** A value of that shape, rebuilt; `not-understood` with the field and the reason. Never throws. */
export function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Result<T> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? '';
  return fail('not-understood', `${path}${path ? ': ' : ''}${issue.message}`.slice(0, 300));
}

/**
 * An entry of today's version. Clocks that are more than `aheadMs` ahead of `nowMs` are brought back to it, malformed
 * ones left out.
 */
export function parseEntry(value: unknown, nowMs: number, aheadMs = AHEAD_LIMIT_MS): Result<Entry> {
  const parsed = parse(entrySchema, value);
  if (!parsed.ok) return parsed;
  const clamp = clampClocks(Object.values(parsed.value.clocks), nowMs, aheadMs);
  return ok({ ...parsed.value, ...sorted(parsed.value), clocks: clampedValues(parsed.value.clocks, clamp) });
}

/**
 * A note of today's version; clocks as with entries, in all of its fields alike, so that no words are lost with theirs.
 */
export function parseNote(value: unknown, nowMs: number, aheadMs = AHEAD_LIMIT_MS): Result<Note> {
  const parsed = parse(noteSchema, value);
  if (!parsed.ok) return parsed;
  const { tags, clocks: own, textSeen, alts } = parsed.value;
  const all = [...Object.values(own), ...Object.values(textSeen), ...Object.keys(alts)];
  const clamp = clampClocks(all, nowMs, aheadMs);
  return ok({
    ...parsed.value,
    tags: tags.toSorted(),
    alts: Object.fromEntries(Object.entries(alts).flatMap(([clock, words]) => pair(clamp.get(clock), words))),
    textSeen: clampedValues(textSeen, clamp),
    clocks: clampedValues(own, clamp),
  });
}

/** A kept article of today's version. */
export function parseKept(value: unknown): Result<KeptArticle> {
  return parse(keptSchema, value);
}

function sorted({ tags, aliases, parted }: Entry): Pick<Entry, 'tags' | 'aliases' | 'parted'> {
  return { tags: tags.toSorted(), aliases: aliases.toSorted(), parted: parted.toSorted() };
}

function clampedValues(all: Record<string, string>, clamp: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).flatMap(([field, clock]) => pair(field, clamp.get(clock))));
}

function pair(key: string | undefined, value: string | undefined): [string, string][] {
  return key === undefined || value === undefined ? [] : [[key, value]];
}
