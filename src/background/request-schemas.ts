/** The schema of every request to the background: what does not fit is answered `not-understood` before any work. */
import * as v from 'valibot';
import { MARKS } from '../core/library/records.ts';
import type { Handlers, Sender } from '../adapters/browser/channel.ts';
import { correctionSchema } from '../adapters/browser/settings.ts';
import {
  addressSchema,
  articleSchema,
  broughtBackSchema,
  colourSchema,
  idSchema,
  idsSchema,
  keySchema,
  parse,
  placeStateSchema,
  positionSchema,
  quoteSchema,
  tagsSchema,
  timeSchema,
  titleSchema,
  wordsSchema,
} from '../core/library/parse-records.ts';
import { type Result, fail } from '../core/result.ts';
import type { Answer, Ask, FromPage, FromView, FromViewOnSync } from '../messages.ts';

/** A schema for every kind of a contract. */
export type Shapes<C> = { [K in keyof C]: v.GenericSchema<unknown, Ask<C, K>> };

/** Most ids in one request of a page: more highlights than any page has. */
const PAGE_IDS_MOST = 5_000;
/** Records of one table in one piece of a file. */
const rows = v.pipe(v.array(v.unknown()), v.maxLength(1_000));
/** Greatest height of the editor that is passed on, CSS px; the page script fits it into the window. */
const HEIGHT_PX_MOST = 100_000;
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const uuid = v.pipe(v.string(), v.uuid());
const pageIds = v.pipe(v.array(idSchema), v.maxLength(PAGE_IDS_MOST));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const removalText = v.pipe(v.string(), v.minLength(1), v.maxLength(10_000));
const foundWords = v.pipe(v.string(), v.maxLength(100_000));

/** Requests of web pages. */
export const pageShapes: Shapes<FromPage> = {
  'page.look': v.object({ canonicalUrl: v.exactOptional(addressSchema) }),
  'page.enter': v.object({ script: v.picklist(['page', 'reading']) }),
  'page.plan': v.object({ canonicalUrl: v.exactOptional(addressSchema) }),
  'highlight.add': v.object({
    quote: quoteSchema,
    colour: colourSchema,
    article: v.exactOptional(articleSchema),
    id: v.exactOptional(uuid),
  }),
  'highlight.recolour': v.object({ ids: pageIds, colour: colourSchema }),
  'highlight.delete': v.object({ ids: pageIds }),
  'highlight.reattach': v.object({ id: idSchema, quote: quoteSchema }),
  'highlight.report': v.object({
    found: v.pipe(
      v.array(v.object({ id: idSchema, state: placeStateSchema, score01: share, now: v.exactOptional(foundWords) })),
      v.maxLength(PAGE_IDS_MOST),
    ),
  }),
  'change.undo': v.null(),
  'change.redo': v.null(),
  'editor.address': v.object({ id: idSchema }),
  'badge.set': v.object({ count: index }),
  'place.keep': v.object({ position: positionSchema }),
  'article.keep': v.object({ article: articleSchema }),
  'removal.bring-back': v.object({ text: removalText, back: v.boolean(), article: articleSchema }),
  'correction.keep': v.object({
    correction: v.nullable(correctionSchema),
    article: v.exactOptional(articleSchema),
  }),
};

const ids = v.object({ ids: idsSchema });
const entryChange = {
  title: v.exactOptional(titleSchema),
  tags: v.exactOptional(tagsSchema),
  tagsBase: v.exactOptional(tagsSchema),
  readAt: v.exactOptional(v.nullable(timeSchema)),
  position: v.exactOptional(positionSchema),
  broughtBack: v.exactOptional(broughtBackSchema),
};
const noteChange = {
  text: v.exactOptional(wordsSchema),
  colour: v.exactOptional(colourSchema),
  tags: v.exactOptional(tagsSchema),
  tagsBase: v.exactOptional(tagsSchema),
  quote: v.exactOptional(quoteSchema),
  textBase: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  settled: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(64)))),
};

/** Requests of Lede's own pages. */
export const viewShapes: Shapes<Omit<FromView, keyof FromViewOnSync>> = {
  'tab.enter': v.object({ tabId: v.pipe(v.number(), v.integer()) }),
  'entry.keep': v.object({ article: articleSchema }),
  'entry.change': v.object({ id: idSchema, change: v.object(entryChange) }),
  'entry.mark': v.object({ ids: idsSchema, mark: v.picklist(MARKS), at: v.nullable(timeSchema) }),
  'entry.delete': ids,
  'entry.restore': ids,
  'entry.part': v.object({ id: idSchema, alias: keySchema }),
  'note.add': v.object({
    article: articleSchema,
    quote: quoteSchema,
    colour: colourSchema,
    text: wordsSchema,
    id: v.exactOptional(uuid),
  }),
  'note.change': v.object({ id: idSchema, change: v.object(noteChange) }),
  'note.delete': ids,
  'note.restore': ids,
  'tag.rename': v.object({ from: v.string(), to: v.pipe(v.string(), v.trim(), v.maxLength(200)) }),
  'tag.set': v.object({ entryIds: idsSchema, noteIds: idsSchema, add: tagsSchema, remove: tagsSchema }),
  'change.undo': v.nullable(v.object({ id: idSchema })),
  'change.redo': v.null(),
  'library.take': v.object({
    records: v.object({ entries: rows, notes: rows, articles: rows }),
    trust: v.picklist(['fill', 'restore']),
    group: uuid,
    dry: v.exactOptional(v.boolean()),
    counted: v.exactOptional(idsSchema),
  }),
  'backup.make': v.null(),
  'loss.answer': v.null(),
  'backup.saved': v.null(),
  'bin.empty': v.null(),
  'editor.open': v.object({ token: v.pipe(v.string(), v.maxLength(64)) }),
  'editor.resize': v.object({ heightPx: v.pipe(v.number(), v.minValue(0), v.maxValue(HEIGHT_PX_MOST)) }),
  'editor.close': v.null(),
};

/**
 * The handlers behind their schemas: none is called with anything but what it declares, nor for a sender that is not
 * admitted.
 */
export function parsed<C extends object>(
  shapes: Shapes<C>,
  handlers: Handlers<C>,
  admit: (sender: Sender) => boolean = () => true,
): Handlers<C> {
  const guarded = { ...handlers };
  for (const kind of kindsOf(shapes)) guarded[kind] = guard<C, typeof kind>(shapes[kind], handlers[kind], admit);
  return guarded;
}

function guard<C, K extends keyof C>(
  shape: Shapes<C>[K],
  handler: Handlers<C>[K],
  admit: (sender: Sender) => boolean,
): Handlers<C>[K] {
  const call: (ask: Ask<C, K>, sender: Sender) => Promise<Result<Answer<C, K>>> | Result<Answer<C, K>> = handler;
  return (body, sender) => {
    if (!admit(sender)) return fail('not-allowed', 'too many questions');
    const ask = parse(shape, body);
    return ask.ok ? call(ask.value, sender) : ask;
  };
}

function kindsOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[]; // our own literal with every key named above
}
