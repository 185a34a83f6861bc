/** The host of an address. */

/** `https://www.example.org:8080/a` → `www.example.org`; empty if it is no address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** The host for display, without `www.`. */
export function shortHost(url: string): string {
  return hostOf(url).replace(/^www\./, '');
}
