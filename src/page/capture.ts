/** Reads the live page into an article, once until it changes, with the blocks that the person restored. */
import type { TracedArticle } from '../core/article/article.ts';
import type { Listed } from '../core/article/listing.ts';
import type { Correction } from '../core/article/removals/correction.ts';
import { askFromPage } from '../adapters/browser/channel.ts';
import { type Result, fail, ok } from '../core/result.ts';
import { type Canonical, createCanonical } from './canonical.ts';

/** Reads a live document. */
export interface Capture {
  /** Loads the reading script; nothing is read before. */
  ready(): Promise<Result<unknown>>;
  /** The article as last read; reads if there is none, if the page has replaced it, or if `fresh` is set. */
  read(fresh: boolean): Result<TracedArticle>;
  /** Reads now what is asked for in a moment; a page without an article is not read again for that question. */
  readAhead(): void;
  /** Reads again with the person's new decisions; everything else stays as decided in the last reading. */
  reread(): Result<TracedArticle>;
  /** The last reading, or null. */
  last(): TracedArticle | null;
  /** Forgets the last reading, for example when the page's address changes. */
  forget(): void;
  broughtBack: Set<string>;
  /** How the person wants the pages of this site to be read. */
  correction: Correction | null;
  /** The person wants this page read although it is a listing. */
  anyway: boolean;
  /** What the page lists; empty if it is to be read as an article. */
  listed(): Listed[];
  /** Shapes of blocks that the person keeps on the whole site. */
  shapes: Set<string>;
}

/** Whether the page's own style hides an element. Content in a closed `<details>` counts as shown. */
function isHidden(element: Element): boolean {
  if (element.closest('[data-lede-aside]')) return false; // hidden by us, not by the page
  return !element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
}

/** A reading ahead that found no article answers one question that comes within this time, ms. */
const AHEAD_MS = 1_000;

/**
 * An article is recognised by its first characters; a page that writes the next article into the same nodes changes
 * them.
 */
const KNOWN_BY = 64;

/** The beginning of an article on the live page. */
function beginning({ places }: TracedArticle): string {
  const [first] = places;
  return first ? first.node.data.slice(first.from ?? 0, first.to).slice(0, KNOWN_BY) : '';
}
/** The beginning of each article when it was read. */
const beginnings = new WeakMap<TracedArticle, string>();

/** Whether the page still holds and shows what was read. Checks only the ends, so that it costs nothing. */
export function stands(traced: TracedArticle): boolean {
  const { places, root } = traced;
  const ends = [places[0], places.at(-1)];
  if (!root.isConnected || ends.some((place) => place?.node.isConnected === false)) return false;
  return places[0]?.node.parentElement?.checkVisibility() !== false && beginning(traced) === beginnings.get(traced);
}

/** The article without a canonical address that the previous page left behind. */
function withOwnCanonical(traced: TracedArticle, canonical: Canonical): TracedArticle {
  const { canonicalUrl, ...article } = traced.article;
  if (canonicalUrl === undefined || canonical.isOfThisPage(canonicalUrl)) return traced;
  return { ...traced, article };
}

/** Makes the reader of a document. */
export function createCapture(document: Document, canonical: Canonical = createCanonical(document)): Capture {
  let last: Result<TracedArticle> | null = null;
  let aheadAt = -Infinity;
  const broughtBack = new Set<string>();
  const shapes = new Set<string>();
  const readNow = (decisions?: TracedArticle['decisions']): Result<TracedArticle> => {
    const { location, contentType } = document;
    const { ledeReading } = window;
    if (!ledeReading) return fail('no-article'); // not asked for yet
    const keep = { keep: [...broughtBack], keepShapes: [...shapes], correction: capture.correction ?? undefined };
    const read = ledeReading.trace(document, { url: location.href, contentType, isHidden, ...keep, decisions });
    last = read.ok ? ok(withOwnCanonical(read.value, canonical)) : read;
    if (last.ok) beginnings.set(last.value, beginning(last.value));
    return last;
  };
  const capture: Capture = {
    broughtBack,
    shapes,
    correction: null,
    anyway: false,
    listed: () =>
      capture.anyway || capture.correction ? [] : (window.ledeReading?.listing(document, document.location.href) ?? []),
    ready: async () => (window.ledeReading ? ok(null) : askFromPage('page.enter', { script: 'reading' })),
    read(fresh) {
      // A page without an article may have one now, if its text came late.
      const isKnown = last?.ok ? stands(last.value) : performance.now() - aheadAt < AHEAD_MS;
      aheadAt = -Infinity;
      return last && isKnown && !fresh ? last : readNow();
    },
    readAhead() {
      readNow();
      aheadAt = performance.now();
    },
    reread: () => readNow(last?.ok ? last.value.decisions : undefined),
    last: () => (last?.ok ? last.value : null),
    forget() {
      last = null;
    },
  };
  return capture;
}
