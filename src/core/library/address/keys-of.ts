/** The keys of an address: its own, and those of its other forms. */
import { addressAliases } from '../address-aliases.ts';
import { urlKey } from '../url-key.ts';

/**
 * The keys under which the page at `url` may be kept, its own first. A canonical address counts only where
 * `addressAliases` believes it: a page must not learn what was marked elsewhere by claiming to be it.
 */
export function keysOf(url: string, canonicalUrl?: string): string[] {
  return [...new Set([urlKey(url), ...addressAliases(url, canonicalUrl)])];
}
