/**
 * Adds articles and highlights to the library: finds or creates the entry, keeps the article, and never adds a
 * highlight twice.
 */
import type { Draft } from '../adapters/store/write/write.ts';
import type { Quote } from '../core/anchor/quote.ts';
import type { Article } from '../core/article/article.ts';
import { changeEntry, changeNote, newEntry, newNote } from '../core/library/change.ts';
import { fingerprint } from '../core/library/fingerprint.ts';
import { isSameSite } from '../core/library/address/site.ts';
import { type Colour, type Entry, type Note, RECORD_VERSION } from '../core/library/records.ts';
import { type Result, fail, ok } from '../core/result.ts';
import { keysOf } from '../core/library/address/keys-of.ts';
import { entryByKeys, entryOfCopy } from './find-entry.ts';
import { partKeys } from './highlights-on.ts';

/** Share of the kept article's length below which a later reading is taken for a stub. */
const STUB_SHARE = 0.6;

/** What an entry is created from: an address, and the article if the page could be read. */
export interface Arrival {
  url: string;
  canonicalUrl?: string;
  article?: Article;
  /** The title if there is no article. */
  title?: string;
  /**
   * Our own reader joined the article from several pages: the entry is known by each of their addresses. Never set for
   * a request from a page.
   */
  joined?: boolean;
  /**
   * The person saves the article or highlights in it, which takes it out of the archive; restoring a block does not.
   */
  isSaved?: boolean;
}

/**
 * The entry of an address: found by address, alias or the same words, taken out of the bin, or created; its article is
 * kept if it is new.
 */
export async function arrive(draft: Draft, arrival: Arrival, newId: () => string): Promise<Entry> {
  const { db, stamp } = draft;
  const { url, article } = arrival;
  const keys = keysOf(url, arrival.canonicalUrl ?? article?.canonicalUrl);
  const known = [...keys, ...(arrival.joined && article ? partKeys(article) : [])];
  const key = keys[0] ?? url;
  const print = article ? fingerprint(article.text) || undefined : undefined;
  const found = (await entryByKeys(db, keys)) ?? (article ? await entryOfCopy(db, article.text, key) : undefined);
  const entry = found
    ? changeEntry(
        found,
        {
          aliases: [...found.aliases, ...known.filter((one) => one !== found.urlKey && !found.parted.includes(one))],
          ...(found.fingerprint === undefined && print !== undefined ? { fingerprint: print } : {}),
          ...(found.deletedAt === undefined ? {} : { deletedAt: null }),
          ...(arrival.isSaved && found.archivedAt !== undefined ? { archivedAt: null } : {}),
        },
        stamp,
      )
    : newEntry(
        {
          ...freshEntry(newId(), key, known, arrival, stamp.nowMs),
          ...(print === undefined ? {} : { fingerprint: print }),
        },
        RECORD_VERSION,
        stamp,
      );
  await draft.putEntry({ ...entry, openedAt: stamp.nowMs });
  if (article) await keepArticle(draft, entry, { ...article, url });
  return entry;
}

/**
 * Adds a highlight to an entry. The same passage of one site is never kept twice, and an id that is there already
 * answers what is there.
 */
export async function mark(
  draft: Draft,
  entry: Entry,
  { id, url, quote, colour, text }: { id: string; url: string; quote: Quote; colour: Colour; text: string },
): Promise<Result<Note>> {
  const { stamp } = draft;
  const own = await draft.note(id);
  if (own) return own.entryId === entry.id ? ok(own) : fail('not-allowed');
  const twin = (await draft.notesOf(entry.id)).find(
    (note) => note.deletedAt === undefined && isSamePassage(note.quote, quote) && isSameSite(note.url, url),
  );
  // A second text for a passage is kept next to the existing one, as with concurrent edits.
  const words = text ? { text, textBase: '' } : {};
  if (twin) return ok(await draft.putNote(changeNote(twin, { colour, ...words }, stamp)));
  const note = newNote(
    { id, entryId: entry.id, url, quote, colour, text, tags: [], createdAt: stamp.nowMs, changedAt: stamp.nowMs },
    RECORD_VERSION,
    stamp,
  );
  return ok(await draft.putNote(note));
}

function isSamePassage(a: Quote, b: Quote): boolean {
  return a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix;
}

function freshEntry(
  id: string,
  key: string,
  keys: string[],
  arrival: Arrival,
  nowMs: number,
): Omit<Entry, 'version' | 'clocks'> {
  const { article, url } = arrival;
  return {
    id,
    urlKey: key,
    aliases: keys.filter((one) => one !== key),
    parted: [],
    url,
    title: article?.title || arrival.title || url,
    ...(article?.siteName === undefined ? {} : { siteName: article.siteName }),
    ...(article?.byline === undefined ? {} : { byline: article.byline }),
    ...(article?.publishedTime === undefined ? {} : { publishedTime: article.publishedTime }),
    ...(article?.lang === undefined ? {} : { lang: article.lang }),
    tags: [],
    addedAt: nowMs,
    changedAt: nowMs,
    openedAt: nowMs,
    broughtBack: [],
  };
}

/**
 * Keeps the article as first read, unless none is kept or the same address now has another text. A reading that has
 * shrunk to a stub (a paywall, a consent page), is one part of the article or has another address never replaces it, as
 * notes were made in what is kept.
 */
async function keepArticle(draft: Draft, entry: Entry, article: Article): Promise<void> {
  const kept = await draft.articleOf(entry.id);
  if (kept) {
    const old = kept.article.text;
    const isPart = kept.article.parts !== undefined && article.parts === undefined && article.text.length < old.length;
    if (
      isPart ||
      old === article.text ||
      article.text.length < old.length * STUB_SHARE ||
      keysOf(article.url)[0] !== entry.urlKey
    )
      return;
  }
  draft.keep({ entryId: entry.id, version: RECORD_VERSION, article, keptAt: draft.stamp.nowMs });
}
