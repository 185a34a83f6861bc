/** Reads the other parts of an article from the page's own site, and only when the person asks. */
import type { Article } from '../core/article/article.ts';

/** Most parts that are read, the first included: more would be a book, or a page that never ends. */
const MOST_PARTS = 30;
/** How long one part may take, and all of them together, in milliseconds. */
const PART_MS = 15_000;
const ALL_MS = 90_000;
/** A part with more markup than this is not read (code units). */
const LONGEST_PAGE = 8_000_000;

/** A fetched page. `url` is its address after redirects. */
export interface Fetched {
  url: string;
  html: string;
}

/**
 * Fetches a page of the same site without cookies, referrer or cache; null if it cannot be fetched or is of another
 * site.
 */
export async function fetchPart(address: string, signal: AbortSignal): Promise<Fetched | null> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PART_MS)]),
    });
    const type = response.headers.get('content-type') ?? '';
    const isOurs = new URL(response.url).origin === new URL(address).origin;
    if (!response.ok || !isOurs || !/^(?:text\/html|application\/xhtml\+xml)/.test(type)) return null;
    const html = decoded(await response.arrayBuffer(), type);
    return html.length > LONGEST_PAGE ? null : { url: response.url, html };
  } catch {
    return null; // no network, too slow, or the tab is closing
  }
}

/** The text, decoded by the charset that the response, or else the page itself, names. */
function decoded(bytes: ArrayBuffer, type: string): string {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 2048));
  const named = /charset=["']?([\w-]+)/i.exec(type) ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head);
  try {
    return new TextDecoder(named?.[1] ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // an unknown charset
  }
}

/**
 * Reads on from the first part, one page after the other, each named by the one before; stops at what is no part of
 * the same article.
 *
 * @returns the joined article; `whole` is false where a part that a page names was not to be had
 */
export async function readOtherParts(
  first: Article,
  get: (address: string, signal: AbortSignal) => Promise<Fetched | null>,
  life: AbortSignal,
): Promise<{ article: Article; whole: boolean }> {
  const { ledeReading } = window;
  if (!ledeReading) return { article: first, whole: false };
  const { isPartOf, joinParts, read } = ledeReading;
  const signal = AbortSignal.any([life, AbortSignal.timeout(ALL_MS)]);
  const parts = [first];
  const seen = new Set([first.url]);
  const { origin } = new URL(first.url);
  let next = first.nextUrl;
  while (next !== undefined && !seen.has(next) && new URL(next).origin === origin) {
    if (parts.length >= MOST_PARTS || signal.aborted) return { article: joinParts(parts), whole: false };
    seen.add(next);
    const fetched = await get(next, signal);
    if (!fetched) return { article: joinParts(parts), whole: false };
    const document = new DOMParser().parseFromString(fetched.html, 'text/html');
    const part = read(document, { url: next, contentType: 'text/html' });
    if (!part.ok || !isPartOf(parts, part.value)) return { article: withoutNext(joinParts(parts)), whole: true };
    parts.push(part.value);
    next = part.value.nextUrl;
  }
  return { article: withoutNext(joinParts(parts)), whole: true };
}

/** The next page was read and is not a part. */
function withoutNext(article: Article): Article {
  const { nextUrl: _, ...rest } = article;
  return rest;
}
