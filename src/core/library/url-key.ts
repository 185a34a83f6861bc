/** Which addresses mean one page: the key of an address, and the keys of its other forms. */

/** Parameters that say how a reader came, never what the page holds. Gathered from the documentation of the services that add
 * them (advertising, mail, statistics, sharing buttons). Lower case. */
const TRACKING = new Set(
  `_branch_match_id _bta_c _bta_tid _ga _gl _hsenc _hsmi _ke _kx _openstat _trkparms _trksid adgroupid adid algo_expid
  algo_pvid at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_format at_link_id at_link_origin at_link_type at_medium
  at_ptr_name bdchannel ceneo_spo cmpid cm_mmc cndid cvid dclid dm_i ef_id emcid epik fb_action_ids fb_action_types fb_ref
  fb_source fbclid gad_campaignid gad_source gbraid gclid gclsrc guccounter guce_referrer guce_referrer_sig hscta hsctatracking
  icid igsh igshid irclickid isappinstalled ito li_fat_id linkid mbid mc_cid mc_eid mibextid mkt_tok mkwid msclkid ncid nr_email_referer
  nsukey ocid oly_anon_id oly_enc_id otc pcrid pd_rd_r pd_rd_w pd_rd_wg pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t phpsessid
  rb_clickid recruiter ref_src ref_url referrer_source s_cid s_kwcid sc_campaign sc_channel sc_cid sc_content sc_country
  sc_geo sc_medium sc_outcome scm sfmc_id sfns share_from share_medium share_plat share_source share_tag share_token
  sharer_shareid si smid smtyp spm spm_id_from spref sr_share srsltid tblci trk trkcampaign ttclid twclid unicorn_from vd_source
  vero_conv vero_id wbraid wfr wickedid wt_mc wt.mc_id xtor yclid ysclid`.split(/\s+/),
);
const TRACKING_PREFIX =
  /^(?:utm_|pk_|mtm_|piwik_|matomo_|hmb_|ns_(?:campaign|mchannel|source|linkname|fee)|stm_|vero_|itm_)/;
/** Parameters whose meaning hangs on the value: messengers write `from=timeline` beside sites that page with `from=20`. */
const TRACKING_VALUE = new Map(
  Object.entries({
    from: /^(?:timeline|singlemessage|groupmessage|search|message)$/,
    src: /^(?:share|rss|twitter|facebook)$/,
    source: /^(?:share|rss|twitter|facebook|newsletter|email)$/,
    ref: /^(?:share|rss|twitter|facebook|newsletter|email|homepage)$/,
    for: /^pc$/,
  }),
);
/** Where a fragment names a page of its own: `#/…` and `#!…`. */
const ROUTE = /^#[/!]/;
const START_PAGE = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;

/** The longest address that is taken apart; longer ones stand for themselves. */
const LONGEST = 8192;

function parse(address: string): URL | null {
  if (address.length > LONGEST || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

function isTracking(name: string, value: string): boolean {
  const low = name.toLowerCase();
  return (
    TRACKING.has(low) || TRACKING_PREFIX.test(low) || (TRACKING_VALUE.get(low)?.test(value.toLowerCase()) ?? false)
  );
}

/** Percent escapes in one spelling: unreserved letters plain, the rest in capitals. */
function spelled(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : escape.toUpperCase();
  });
}

function keyOf(url: URL, parameters: [string, string][]): string {
  const host = url.hostname.replace(/\.$/, '') + (url.port ? `:${url.port}` : '');
  let path = spelled(url.pathname)
    .replace(/;jsessionid=[^/;]*/i, '')
    .replace(START_PAGE, '/');
  path = path.replace(/\/+$/, '');
  const query = parameters
    .filter(([name, value]) => !isTracking(name, value))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const fragment = url.hash.replace(/:~:.*$/, '');
  const route = ROUTE.test(fragment) ? fragment.replace(/[?&].*$/, (tail) => routeQuery(tail)) : '';
  return `https://${host}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}${route}`;
}

/** The query inside a route, without tracking. */
function routeQuery(tail: string): string {
  const kept = [...new URLSearchParams(tail.slice(1))].filter(([name, value]) => !isTracking(name, value));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

/** The key of an address: what is left without tracking, session, fragment (`#/` and `#!` routes stay), default port and
 * credentials, parameters sorted, `http` as `https`. An address that is not of the web stands for itself. Never throws. */
export function urlKey(address: string): string {
  const url = parse(address);
  return url ? keyOf(url, [...url.searchParams]) : address.replace(/#.*$/s, '');
}

/** Host labels of another form of one site. */
const FORM_LABEL = /^(?:www|www\d|m|mobile|mobil|amp|touch|wap|print|i)$/;
/** Parameters of another form of one page, with the values that say so (any where none is named). */
const FORM_PARAMETER = new Map(
  Object.entries({
    amp: /.*/,
    outputtype: /^amp$/i,
    print: /.*/,
    printable: /.*/,
    printview: /.*/,
    pf: /^(?:1|true)$/i,
    view: /^(?:print|printable|mobile|amp|desktop)$/i,
    output: /^(?:print|amp)$/i,
    mode: /^(?:print|amp|mobile)$/i,
    format: /^(?:print|amp)$/i,
    action: /^print$/i,
    m: /^(?:0|1)$/,
    mobile: /^(?:0|1|true)$/i,
    singlepage: /^(?:1|true)$/i,
    tmpl: /^component$/i,
  }),
);
const AMP_CACHE = /(?:^|\.)cdn\.ampproject\.org$/;

/** The address that an AMP viewer or cache serves a copy of. */
function unwrapped(url: URL): URL {
  const viewer = /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) ? /^\/amp\/(s\/)?(.+)$/.exec(url.pathname) : null;
  const cache = AMP_CACHE.test(url.hostname) ? /^\/[a-z]\/(s\/)?(.+)$/.exec(url.pathname) : null;
  const inner = viewer ?? cache;
  if (!inner) return url;
  return parse(`${inner[1] ? 'https' : 'http'}://${inner[2] ?? ''}${url.search}`) ?? url;
}

/** Without what marks a mobile, AMP or print form. */
function plainKey(given: URL): string {
  const url = new URL(unwrapped(given).href);
  const labels = url.hostname.split('.');
  // A form's label stands first, or second after a language (`en.m.example.org`); two labels stay in any case.
  for (const at of [1, 0]) {
    if (labels.length >= 3 + at && FORM_LABEL.test(labels[at] ?? '')) labels.splice(at, 1);
  }
  url.hostname = labels.join('.');
  url.pathname = url.pathname
    .replace(/^\/(?:amp|mobile|print)\/(?=.)/i, '/')
    .replace(/[./](?:amp|print)(?:\.html?)?\/?$/i, (end) => (/\.html?\/?$/i.test(end) ? '.html' : ''))
    .replace(/\.amp(?=\.html?$)/i, '');
  const parameters = [...url.searchParams].filter(
    ([name, value]) => !(FORM_PARAMETER.get(name.toLowerCase())?.test(value) ?? false),
  );
  return keyOf(url, parameters);
}

/** The part of a host that one owner holds: two labels, three under suffixes such as `co.uk`. A guess without the public
 * suffix list: too wide only for sites that share a host's suffix, and then a canonical link must still name the page. */
function siteOf(host: string): string {
  const labels = host.replace(/\.$/, '').split('.');
  const [top = '', second = ''] = labels.slice(-2).reverse();
  const three = top.length === 2 && (second.length <= 3 || /^(?:gov|info|name)$/.test(second));
  return labels.slice(three ? -3 : -2).join('.');
}

/** Parameters that name which article a page shows. */
const NAMES_PAGE =
  /^(?:id|p|aid|nid|pid|tid|v|article(?:_?id)?|news_?id|story(?:_?id)?|doc(?:_?id)?|post|itemid|content_?id)$/i;

/** Whether what a page names as its own address may be believed: same site, not the start page, not a section above, and no
 * parameter lost that says which article it is. */
function believable(url: URL, canonical: URL): boolean {
  if (siteOf(url.hostname) !== siteOf(canonical.hostname)) return false;
  const path = canonical.pathname.replace(START_PAGE, '/').replace(/\/+$/, '');
  const own = url.pathname.replace(START_PAGE, '/').replace(/\/+$/, '');
  if (path === '' && (own !== '' || url.search !== '')) return canonical.search !== '';
  if (own.startsWith(`${path}/`) && plainKey(url) !== plainKey(canonical)) return false;
  if (path === own) {
    for (const [name, value] of url.searchParams) {
      if (NAMES_PAGE.test(name) && canonical.searchParams.get(name) !== value) return false;
    }
  }
  return true;
}

/** The keys of other forms of an address, its own key left out: without `www`, mobile, AMP and print marks, and what the page
 * names as its canonical address where that may be believed. Two addresses mean one page where a key of one is a key of the
 * other. `canonical` may be relative. Never throws. */
export function addressAliases(address: string, canonical?: string): string[] {
  const url = parse(address);
  if (!url) return [];
  const keys = new Set([plainKey(url)]);
  if (canonical !== undefined && URL.canParse(canonical, url)) {
    const named = parse(new URL(canonical, url).href);
    const from = unwrapped(url);
    if (named && believable(from, named)) keys.add(urlKey(named.href)).add(plainKey(named));
  }
  keys.delete(urlKey(address));
  return [...keys];
}
