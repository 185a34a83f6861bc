/** Knows when two addresses are one: the key under which an article is found again. */

/** Parameters that say where a reader came from, never what is shown. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|_hs\w*)$/i;

/** The key of an address: host in lower case without the default port, tracking parameters and fragments gone, the rest sorted; `#/` and `#!` routes kept. The text itself where it is no address. */
export function urlKey(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname, searchParams, hash } = new URL(url);
  const rest = [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(rest).toString();
  const route = /^#[/!]/.test(hash) ? hash : '';
  return `${protocol === 'http:' ? 'https:' : protocol}//${host}${pathname}${query ? `?${query}` : ''}${route}`;
}

/** Keys of other addresses of the same article: the canonical one, and with or without `www.`. */
export function addressAliases(url: string, canonical?: string): string[] {
  const keys = [canonical ?? '', url].filter((one) => URL.canParse(one)).map(urlKey);
  const twins = keys.map((key) =>
    key.includes('://www.') ? key.replace('://www.', '://') : key.replace('://', '://www.'),
  );
  return [...new Set([...keys, ...twins])].filter((key) => key !== urlKey(url));
}
