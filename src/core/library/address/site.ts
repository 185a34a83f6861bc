/**
 * Tells which addresses belong to one site: one owner's name under the Public Suffix List (publicsuffix.org), its
 * private part included, so that `alice.github.io` and `bob.github.io` are two. The list comes with the package tldts.
 */
import { getDomain } from 'tldts';

/**
 * The site of a web address: `example.co.uk` for `https://news.example.co.uk/a`. A host without an owner's name (an IP
 * address, `localhost`, a public suffix itself) is its own site. '' if the address is not valid. Never throws.
 */
export function siteOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const host = new URL(address).hostname.replace(/\.$/, '');
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** Two sites that a person joined: highlights made at one are shown at the other if both have the article. */
export type SitePair = [one: string, other: string];

/** The sites whose highlights a page of this address may show: its own, and those that the person joined to it. */
export function sitesShownAt(address: string, joined: readonly SitePair[]): ReadonlySet<string> {
  const own = siteOf(address);
  if (own === '') return new Set();
  const others = joined.flatMap(([one, other]) => (one === own ? [other] : other === own ? [one] : []));
  return new Set([own, ...others]);
}

/** The pairs with the sites of two addresses joined, or no longer joined. A site is never joined with itself. */
export function withJoined(joined: readonly SitePair[], one: string, other: string, on: boolean): SitePair[] {
  const [a, b] = [siteOf(one), siteOf(other)];
  const rest = joined.filter((pair) => !(pair.includes(a) && pair.includes(b)));
  return on && a !== b && a !== '' && b !== '' ? [...rest, [a, b]] : rest;
}

/** Whether two web addresses belong to one site. False if either is no web address. */
export function isSameSite(one: string, other: string): boolean {
  const site = siteOf(one);
  return site !== '' && site === siteOf(other);
}
