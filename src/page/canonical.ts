/**
 * Decides which canonical address to believe. Single-page sites change their address without loading and often leave
 * the previous page's canonical link in the document.
 */
import { urlKey } from '../core/library/url-key.ts';

/** The canonical address of a document whose address may change. */
export interface Canonical {
  /**
   * Whether this canonical address belongs to the page shown now: it came with the document or with the present
   * address.
   */
  isOfThisPage(canonicalUrl: string): boolean;
  /** What the document names now, where it is that of the page shown; undefined if it names none or that of another. */
  now(): string | undefined;
  /** Call it when the document's address has changed: a link present at that moment belongs to the previous page. */
  moved(): void;
}

/** The address that the document was loaded from; `location` may have changed since. */
function loadedFrom(document: Document): string {
  const [entry] = document.defaultView?.performance.getEntriesByType('navigation') ?? [];
  return entry && URL.canParse(entry.name) ? entry.name : document.location.href;
}

/**
 * Follows a document's canonical links. Each belongs to the first address under which the document had it. A link that
 * exists when this is called came with the document, and so belongs to `loaded`, the address it was loaded from.
 */
export function createCanonical(document: Document, loaded = loadedFrom(document)): Canonical {
  const owners = new Map<string, string>();
  const named = () => document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || undefined;
  const ownerOf = (canonicalUrl: string, page: string): string => {
    const key = urlKey(canonicalUrl);
    const owner = owners.get(key) ?? page;
    owners.set(key, owner);
    return owner;
  };
  let page = urlKey(loaded);
  const meet = () => {
    const canonicalUrl = named();
    if (canonicalUrl !== undefined) ownerOf(canonicalUrl, page);
    page = urlKey(document.location.href);
  };
  meet();
  const isOfThisPage = (canonicalUrl: string): boolean => {
    const here = urlKey(document.location.href);
    return ownerOf(canonicalUrl, here) === here;
  };
  return {
    isOfThisPage,
    now() {
      const canonicalUrl = named();
      return canonicalUrl !== undefined && isOfThisPage(canonicalUrl) ? canonicalUrl : undefined;
    },
    moved: meet,
  };
}
