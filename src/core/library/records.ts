/** What is kept: entries (articles) and notes, as plain records that carry their version. */
import type { Article } from '../article/article.ts';
import type { Quote } from '../anchor/quote.ts';

/** The version of the records' shape that this code writes; `migrate` brings older ones up to it. */
export const RECORD_VERSION = 2;

/** The colours of a highlight; `COLOUR_LOOKS` says how each looks. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'violet'] as const;
/** The name of a highlight colour. */
export type Colour = (typeof COLOURS)[number];

/** Where a note was last found: in place; moved or edited; lost. */
export type PlaceState = 'in-place' | 'changed' | 'lost';

/** When a field was last written and where: `<ms base 36>.<counter base 36>.<device>`, compared as a string. */
export type Clock = string;

/** What a person marks an article as; `archivedAt` takes it out of the list. */
export const MARKS = ['readAt', 'favouriteAt', 'archivedAt'] as const;
/** The name of a mark on an entry. */
export type Mark = (typeof MARKS)[number];

/**
 * An article that a person saved or highlighted. The article itself is in a separate table, `articles`, with the same
 * id.
 */
export interface Entry {
  id: string;
  version: number;
  /** The normalised address (`url-key`), the key under which it is found again. */
  urlKey: string;
  /** Keys of every other address under which it was met (copies, AMP, print). */
  aliases: string[];
  /** Keys of addresses that the person separated from this entry. They are never joined to it again automatically. */
  parted: string[];
  url: string;
  title: string;
  siteName?: string;
  byline?: string;
  publishedTime?: string;
  lang?: string;
  /** 64-bit SimHash of the body, 16 hex digits. */
  fingerprint?: string;
  tags: string[];
  addedAt: number;
  changedAt: number;
  openedAt: number;
  readAt?: number;
  favouriteAt?: number;
  /** Out of the list since then; search finds it still. */
  archivedAt?: number;
  /** The place last read, a position in the article's text. */
  position?: number;
  /** Texts of removals that the person restored. */
  broughtBack: string[];
  /** In the bin since then. */
  deletedAt?: number;
  /** By field; `tag:…`, `alias:…` and `parted:…` for one element of a set, removed ones included. */
  clocks: Record<string, Clock>;
}

/** A highlight, with or without words. */
export interface Note {
  id: string;
  version: number;
  entryId: string;
  /** The address at which it was made. */
  url: string;
  quote: Quote;
  colour: Colour;
  /** The person's words; empty for a bare highlight. */
  text: string;
  /**
   * Words written elsewhere at the same time as `text`, by the clock of their writing: shown until the person settles
   * them.
   */
  alts: Record<Clock, string>;
  /** The latest clock of `text` seen from each device: what these words already take into account. */
  textSeen: Record<string, Clock>;
  tags: string[];
  createdAt: number;
  changedAt: number;
  /** What was last found for it on the page. */
  place?: { state: PlaceState; score01: number; seenAt: number; now?: string };
  /** In the bin since then. */
  deletedAt?: number;
  /** By field; `tag:…` for one tag, removed ones included. */
  clocks: Record<string, Clock>;
}

/** The article as it was read, kept for offline and for what changed. */
export interface KeptArticle {
  entryId: string;
  version: number;
  article: Article;
  keptAt: number;
}

/** What is left of a record that was erased for good: enough that a device which still holds it learns of it. */
export interface Erased {
  id: string;
  table: 'entries' | 'notes';
  erasedAt: number;
  clock: Clock;
  /**
   * The latest clock of each field that a person writes, as far as the eraser knew; tags as one, `tag:`. Absent: those
   * before `clock`.
   */
  seen?: Record<string, Clock>;
  /** The entry that this one became a part of, as both were of one address. */
  into?: string;
}

/** Records that belong together: what is exported, imported, backed up and merged. */
export interface Records {
  entries: Entry[];
  notes: Note[];
  articles: KeptArticle[];
}
