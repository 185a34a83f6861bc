/** Chooses among the addresses that a page gives for itself, its picture and its next part. */

/** Longest address kept, in code units. */
const LONGEST = 2048;

/** An absolute http(s) address without credentials, or undefined. */
export function httpAddress(value: string | undefined, base: string): string | undefined {
  if (!value || value.length > LONGEST) return undefined;
  try {
    const url = new URL(value.trim(), base);
    if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return undefined;
    return url.href;
  } catch {
    return undefined;
  }
}

/**
 * The host's last two labels, three where the second is a short one of a country ("co.uk"): near enough to tell a site.
 */
export function approximateSite(host: string): string {
  const labels = host.split('.');
  const short = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(short ? -3 : -2).join('.');
}

/**
 * The address the page names as its own, where it differs from the one it was read from.
 *
 * @param claims link rel=canonical and og:url, in this order. One of another site, or the site's front page named by a
 *   page
 *   below it, is a template's mistake and passed over
 */
export function canonicalOf(claims: (string | undefined)[], url: string): string | undefined {
  const page = new URL(url);
  for (const claim of claims) {
    const found = httpAddress(claim, url);
    if (!found) continue;
    const own = new URL(found);
    own.hash = '';
    const front = own.pathname === '/' && own.search === '' && (page.pathname.length > 1 || page.search !== '');
    if (front || approximateSite(own.hostname) !== approximateSite(page.hostname)) continue;
    page.hash = '';
    return own.href === page.href ? undefined : own.href;
  }
  return undefined;
}

/** The address with its part number taken out, and the number: `/a_2.html` and `/a.html` share a stem. */
function parts(url: URL): { stem: string; number: number }[] {
  const path = url.pathname.replace(/\/$/, '');
  const stems: { stem: string; number: number }[] = [];
  for (const key of ['page', 'p', 'pg', 'paged', 'seite', 'pagina', 'strana', 'part', 'start']) {
    const value = url.searchParams.get(key);
    if (!value || !/^\d{1,3}$/.test(value)) continue;
    const rest = new URLSearchParams(url.search);
    rest.delete(key);
    stems.push({ stem: `${path}?${rest.toString()}`, number: Number(value) });
  }
  const query = url.searchParams.toString();
  const numbered =
    /^(.*?)(?:\/(?:page|p|seite|pagina|part|teil)?[-/]?|[-_](?:p|page)?)(\d{1,3})((?:\.\w{2,5})?)$/i.exec(path);
  if (numbered) stems.push({ stem: `${numbered[1]}${numbered[3]}?${query}`, number: Number(numbered[2]) });
  stems.push({ stem: `${path}?${query}`, number: 1 });
  return stems;
}

/** Most parts of one article that are offered as one. */
const MOST_PARTS = 100;

/**
 * The next part of the same article: the page's own address except for a number one higher. `rel=next` alone is not
 * believed (most sites point it at another article), and `/news/13` follows `/news/12` only where a link to `/news` or
 * `/news/1` says that these are parts.
 *
 * @param addresses of links that say they are next, then of all links that end in a number, as written
 */
export function nextPart(addresses: readonly string[], url: string): string | undefined {
  const page = new URL(url);
  if (page.pathname.length <= 1) return undefined;
  page.hash = '';
  const here = parts(page);
  const seen: { href: string; all: { stem: string; number: number }[] }[] = [];
  for (const address of addresses) {
    const found = httpAddress(address, url);
    if (!found) continue;
    const next = new URL(found);
    next.hash = '';
    if (next.origin === page.origin && next.href !== page.href) seen.push({ href: next.href, all: parts(next) });
  }
  const firsts = new Set(seen.flatMap(({ all }) => all.filter(({ number }) => number === 1).map(({ stem }) => stem)));
  for (const { href, all } of seen) {
    for (const { stem, number } of all) {
      const own = here.find((each) => each.stem === stem && each.number + 1 === number);
      if (own && number <= MOST_PARTS && (own.number === 1 || firsts.has(stem))) return href;
    }
  }
  return undefined;
}
