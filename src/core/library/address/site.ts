/**
 * Tells which addresses belong to one site: one owner's name under the Public Suffix List (publicsuffix.org), its
 * private part included, so that `alice.github.io` and `bob.github.io` are two. The list comes with the package tldts.
 */
import { getDomain } from 'tldts';

/**
 * The site of a web address: `example.co.uk` of `https://news.example.co.uk/a`. A host that has no owner's name (an IP
 * address, `localhost`, a public suffix itself) is a site of its own. '' where the address is none. Never throws.
 */
export function siteOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const host = new URL(address).hostname.replace(/\.$/, '');
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** Whether two web addresses belong to one site. False where either is no web address. */
export function isSameSite(one: string, other: string): boolean {
  const site = siteOf(one);
  return site !== '' && site === siteOf(other);
}
