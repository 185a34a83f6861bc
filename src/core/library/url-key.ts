/** The key of an address: which spellings of it mean one page. */

/**
 * Parameters that say how a reader came, never what the page holds. Gathered from the documentation of the services
 * that add them (advertising, mail, statistics, sharing buttons). Lower case.
 */
const TRACKING = new Set(
  `_branch_match_id _bta_c _bta_tid _ga _gl _hsenc _hsmi _ke _kx _openstat _trkparms _trksid adgroupid adid algo_expid
  algo_pvid at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_format at_link_id at_link_origin at_link_type
  at_medium at_ptr_name bdchannel ceneo_spo cmpid cm_mmc cndid cvid dclid dm_i ef_id emcid epik fb_action_ids
  fb_action_types fb_ref fb_source fbclid gad_campaignid gad_source gbraid gclid gclsrc guccounter guce_referrer
  guce_referrer_sig hscta hsctatracking icid igsh igshid irclickid isappinstalled ito li_fat_id linkid mbid mc_cid
  mc_eid mibextid mkt_tok mkwid msclkid ncid nr_email_referer nsukey ocid oly_anon_id oly_enc_id otc pcrid pd_rd_r
  pd_rd_w pd_rd_wg pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t phpsessid rb_clickid recruiter ref_src ref_url
  referrer_source s_cid s_kwcid sc_campaign sc_channel sc_cid sc_content sc_country sc_geo sc_medium sc_outcome scm
  sfmc_id sfns share_from share_medium share_plat share_source share_tag share_token sharer_shareid si smid smtyp spm
  spm_id_from spref sr_share srsltid tblci trk trkcampaign ttclid twclid unicorn_from vd_source vero_conv vero_id
  wbraid wfr wickedid wt_mc wt.mc_id xtor yclid ysclid`.split(/\s+/),
);
const TRACKING_PREFIX =
  /^(?:utm_|pk_|mtm_|piwik_|matomo_|hmb_|ns_(?:campaign|mchannel|source|linkname|fee)|stm_|vero_|itm_)/;
/**
 * Parameters whose meaning depends on the value: messengers write `from=timeline`, while sites use `from=20` for
 * paging.
 */
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
/** Paths of a folder's start page, such as `/index.html`. */
export const START_PAGE = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;

/** Maximum length of an address that is parsed; longer ones are their own key. */
const LONGEST = 8192;

/** A parsed web address; null if it is not valid or too long. */
export function parseAddress(address: string): URL | null {
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

/**
 * The path without slashes at its end. Not a regular expression, because a pattern anchored only at the end takes
 * quadratic time on a path of slashes.
 */
export function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Percent escapes in one spelling: unreserved letters plain, the rest in capitals. */
function spelled(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : escape.toUpperCase();
  });
}

/** The key of an address with these parameters in place of its own. */
export function keyOf(url: URL, parameters: [string, string][]): string {
  const host = url.hostname.replace(/\.$/, '') + (url.port ? `:${url.port}` : '');
  let path = spelled(url.pathname)
    .replace(/;jsessionid=[^/;]*/i, '')
    .replace(START_PAGE, '/');
  path = withoutLastSlashes(path);
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

/**
 * The key of an address: the address without tracking and session parameters, fragment (`#/` and `#!` routes stay),
 * default port and credentials, with sorted parameters and `http` as `https`. An address that is not http(s) is its own
 * key. Never throws.
 */
export function urlKey(address: string): string {
  const url = parseAddress(address);
  return url ? keyOf(url, [...url.searchParams]) : address.replace(/#.*$/s, '');
}
