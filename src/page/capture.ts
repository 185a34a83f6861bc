/** Reads the live page into an article, once until it changes, with what the person brought back kept in. */
import type { TracedArticle } from '../core/article/article.ts';
import type { Listed } from '../core/article/listing.ts';
import type { Correction } from '../core/article/removals/correction.ts';
import { askFromPage } from '../adapters/browser/channel.ts';
import { type Result, fail, ok } from '../core/result.ts';
import { type Canonical, createCanonical } from './canonical.ts';

/** Reads a live document. */
export interface Capture {
  /** Brings in what reads a page; nothing is read before. */
  ready(): Promise<Result<unknown>>;
  /** The article as last read; reads where there is none, where the page has replaced it, or `fresh` is asked. */
  read(fresh: boolean): Result<TracedArticle>;
  /** Reads with what the person decided since; everything else stays as it was decided when the page was read last. */
  reread(): Result<TracedArticle>;
  /** What was read last, or null. */
  last(): TracedArticle | null;
  /** Forgets what was read, as when the page's address changes. */
  forget(): void;
  broughtBack: Set<string>;
  /** How the person wants the pages of this site to be read. */
  correction: Correction | null;
  /** The person wants this page read, though it is a listing. */
  anyway: boolean;
  /** What the page lists; empty if it is to be read as an article. */
  listed(): Listed[];
  /** Shapes of blocks that the person brought back on the whole site. */
  shapes: Set<string>;
}

/**
 * Whether the page's own style keeps an element from being seen. Content behind a closed `<details>` is the author's.
 */
function isHidden(element: Element): boolean {
  if (element.closest('[data-lede-aside]')) return false; // hidden by us, not by the page
  return !element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
}

/** An article is known by its first characters; a page that writes the next one into the same nodes changes those. */
const KNOWN_BY = 64;

/** What of the live page an article begins with. */
function beginning({ places }: TracedArticle): string {
  const [first] = places;
  return first ? first.node.data.slice(first.from ?? 0, first.to).slice(0, KNOWN_BY) : '';
}
/** What each article began with when it was read. */
const beginnings = new WeakMap<TracedArticle, string>();

/**
 * Whether the page still holds and shows what was read: what was cut out or replaced since is looked at by its ends,
 * so that it costs nothing.
 */
export function stands(traced: TracedArticle): boolean {
  const { places, root } = traced;
  const ends = [places[0], places.at(-1)];
  if (!root.isConnected || ends.some((place) => place?.node.isConnected === false)) return false;
  return places[0]?.node.parentElement?.checkVisibility() !== false && beginning(traced) === beginnings.get(traced);
}

/** Without a canonical address that was left behind by the page before. */
function withOwnCanonical(traced: TracedArticle, canonical: Canonical): TracedArticle {
  const { canonicalUrl, ...article } = traced.article;
  if (canonicalUrl === undefined || canonical.isOfThisPage(canonicalUrl)) return traced;
  return { ...traced, article };
}

/** Makes the one reader of a document. */
export function createCapture(document: Document, canonical: Canonical = createCanonical(document)): Capture {
  let last: Result<TracedArticle> | null = null;
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
    // A page that had no article may have one now: its text came late.
    read: (fresh) => (last?.ok && !fresh && stands(last.value) ? last : readNow()),
    reread: () => readNow(last?.ok ? last.value.decisions : undefined),
    last: () => (last?.ok ? last.value : null),
    forget() {
      last = null;
    },
  };
  return capture;
}
