/**
 * Replaces videos, audio, posts and charts embedded from other sites by cards: a title and a link, nothing that loads.
 */
import { alternatives } from '../alternatives.ts';
import type { ArticleElement } from '../article.ts';
import { safeAddress } from './tags.ts';

/** A host, or one below it, by patterns of names. */
const hosts = (...names: string[]): RegExp => new RegExp(String.raw`(?:^|\.)${alternatives(...names)}$`);

/**
 * Sites whose embedded frames are content, with its kind by host name. Other frames are advertisements and technical
 * frames.
 */
const KINDS: [kind: string, hosts: RegExp][] = [
  [
    'video',
    hosts(
      String.raw`youtube(?:-nocookie)?\.com youtu\.be vimeo\.com dailymotion\.com ted\.com twitch\.tv bilibili\.com`,
      String.raw`youku\.com v\.qq\.com rutube\.ru wistia\.(?:com|net) loom\.com streamable\.com archive\.org`,
      String.raw`brightcove\.(?:com|net) jwplayer\.com peertube\.\w+`,
    ),
  ],
  [
    'audio',
    hosts(
      String.raw`spotify\.com soundcloud\.com bandcamp\.com podcasts\.apple\.com acast\.com megaphone\.fm`,
      String.raw`simplecast\.com libsyn\.com buzzsprout\.com mixcloud\.com`,
    ),
  ],
  [
    'post',
    hosts(
      String.raw`twitter\.com x\.com instagram\.com facebook\.com tiktok\.com reddit\.com bsky\.app threads\.net`,
      String.raw`linkedin\.com mastodon\.\w+`,
    ),
  ],
  [
    'chart',
    hosts(
      String.raw`datawrapper\.\w+ dwcdn\.net flourish\.studio infogram\.com ourworldindata\.org tableau\.com`,
      String.raw`google\.com openstreetmap\.org observablehq\.com codepen\.io jsfiddle\.net codesandbox\.io`,
      String.raw`slideshare\.net speakerdeck\.com`,
    ),
  ],
];
/** Paths of those sites whose frames are buttons, boxes of followers, forms and advertisements. */
const WIDGETS = new RegExp(
  alternatives(
    String.raw`/plugins/(?!post|video|comment_embed) /widgets/(?:follow|tweet|share|subscribe|hub) _button\b`,
    String.raw`/recaptcha /pagead/ /adsense /cse\b /(?:likebox|follow|share|login|oauth)(?![\w-])`,
  ),
  'i',
);
const LATE = ['src', 'data-src', 'data-lazy-src', 'data-original', 'data-embed-url'];
/** Frames smaller than this in either way are counters (CSS px). */
const SMALLEST_PX = 60;
const LONGEST_TITLE = 200;

function addressOf(frame: Element, base: string): URL | undefined {
  for (const name of LATE) {
    const address = safeAddress(frame.getAttribute(name), base);
    if (address) return new URL(address);
  }
  return undefined;
}

function kindOf(url: URL): string | undefined {
  if (WIDGETS.test(url.pathname)) return undefined;
  return KINDS.find(([, hosts]) => hosts.test(url.hostname))?.[0];
}

/** The ordinary page with the content of the frame: a video's page rather than its player. */
function pageOf(url: URL): string {
  const film = /^\/(?:embed|v|shorts)\/([\w-]{6,20})$/.exec(url.pathname)?.[1];
  if (film && /youtube/.test(url.hostname) && film !== 'videoseries') return `https://www.youtube.com/watch?v=${film}`;
  const number = /^\/video\/(\d+)/.exec(url.pathname)?.[1];
  if (number && url.hostname === 'player.vimeo.com') return `https://vimeo.com/${number}`;
  const daily = /^\/embed\/video\/(\w+)/.exec(url.pathname)?.[1];
  if (daily && /dailymotion/.test(url.hostname)) return `https://www.dailymotion.com/video/${daily}`;
  if (/spotify/.test(url.hostname)) return url.href.replace('/embed/', '/').replace('/embed-podcast/', '/');
  return url.href;
}

/** Whether a frame embeds a film, a sound, a post or a chart of a known site. */
export function isEmbed(frame: Element): boolean {
  const url = addressOf(frame, 'https://page.invalid/');
  const isSmall = ['width', 'height'].some((name) => Number.parseInt(frame.getAttribute(name) ?? '', 10) < SMALLEST_PX);
  return url !== undefined && !isSmall && kindOf(url) !== undefined;
}

/** A card for an embedded frame: a `figure` whose `embed` is the kind, with a link that has the title. */
export function embedElement(frame: Element, base: string): ArticleElement | undefined {
  const url = addressOf(frame, base);
  const embed = url && kindOf(url);
  if (!url || !embed) return undefined;
  const title = (frame.getAttribute('title') ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  const site = url.hostname.replace(/^(?:www|player|open|embed|w)\./, '');
  const generic = /^(?:youtube|vimeo|embedded|iframe|video|player|spotify)?[\s\w]*(?:player|embed|iframe|content)$/i;
  const label = title === '' || generic.test(title) ? site : title;
  return {
    tag: 'figure',
    attributes: { embed },
    children: [{ tag: 'a', attributes: { href: pageOf(url), title: site }, children: [label] }],
  };
}
