/** Finds the one-word reason why a run is set aside. */
import type { RemovalReason } from '../article.ts';
import { COLUMN, type RunFeature, RUN_WIDTH } from './features/feature-list.ts';
import { breaksOff } from './features/refined-features.ts';
import type { Snapshot } from './snapshot.ts';
import { ELLIPSIS, STOP } from './features/text-profile.ts';

/** The names of such parts in class names, which are English worldwide. Without a name, the features below decide. */
const CALLED: [RemovalReason, RegExp][] = [
  ['comments', /^(comments?|commenters?|disqus|replies|reply|respond|discussion|livefyre)$/],
  [
    'sharing',
    new RegExp(
      String.raw`^(shar(e|es|ing|er)|social|socials|addtoany|addthis|sharethis|jiathis|bdsharebuttonbox` +
        String.raw`|follow|tweet|likes?|print|bookmarks?)$`,
    ),
  ],
  [
    'promotion',
    new RegExp(
      String.raw`^(ads?|adv|advert|advertisement|adsbygoogle|advertising|sponsor(ed)?|promo|promotion` +
        String.raw`|newsletters?|subscribe|subscription|signup|banner|cta|donate|paywall|upsell|outbrain` +
        String.raw`|taboola)$`,
    ),
  ],
  ['notice', /^(cookies?|consent|gdpr|copyright|legal|disclaimer|footer|<footer>|role=contentinfo)$/],
  [
    'navigation',
    /^(nav|navbar|navigation|<nav>|menu|menus|breadcrumbs?|pagination|pager|role=navigation|toc|topbar|toolbar|skip)$/,
  ],
  ['byline', /^(byline|authors?|meta|postmeta|published|pubdate|dateline|timestamp|date|time|info)$/],
];
const LINKED = 0.6;
/** Number of similar siblings from which on they are cards. */
const CARDS = 3;
/** A title with its tags is no longer than this (characters but white space). */
const TITLE_AND_TAGS = 200;
/** A menu's entries are shorter than a title (characters). */
const ENTRY_CHARS = 14;

/** The reason by list of names, cached because a page has few different lists. */
const reasonByNames = new WeakMap<readonly string[], RemovalReason | 'none'>();

function calledBy(names: readonly string[]): RemovalReason | 'none' {
  let reason = reasonByNames.get(names);
  if (reason === undefined) {
    reason = CALLED.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? 'none';
    reasonByNames.set(names, reason);
  }
  return reason;
}

function calledByBoxes(snapshot: Snapshot, at: number, inside: boolean): RemovalReason | undefined {
  let index = snapshot.runs[at]?.box ?? -1;
  for (let up = 0; up < (inside ? 4 : 12) && index > 0; up++) {
    const box = snapshot.boxes[index];
    const reason = box ? calledBy(box.names) : 'none';
    if (reason !== 'none') return reason;
    index = box?.parent ?? -1;
  }
  return undefined;
}

/** The reason for a run that is not kept. `inside` if there are kept runs before and around it. */
export function reasonOf(snapshot: Snapshot, first: Float32Array, at: number, inside: boolean): RemovalReason {
  const run = snapshot.runs[at];
  if (!run) return 'navigation';
  if (run.hidden) return 'hidden';
  const feature = (name: RunFeature) => first[at * RUN_WIDTH + COLUMN[name]] ?? 0;
  const linked = run.linkChars > run.chars * LINKED;
  if (feature('copyBeside') === 1 || (feature('isTitle') === 1 && !linked)) return 'repeats-title';
  const tagged = run.separators > 1 || (run.separators === 1 && run.digits === 0); // "5 May | 6 comments" has no tags
  if (inside && tagged && !run.preformatted && run.chars < TITLE_AND_TAGS && run.last !== STOP && run.last !== ELLIPSIS)
    return 'tag-line';
  const called = calledByBoxes(snapshot, at, inside);
  if (called) return called;
  if (linked && run.chars > ENTRY_CHARS)
    return inside || feature('cards') < CARDS ? 'links-elsewhere' : 'repeated-card';
  if (linked) return 'navigation';
  if (breaksOff(run)) return 'breaks-off';
  if (feature('cards') >= CARDS && feature('cardLink') > 0) return 'repeated-card';
  if (run.separators > 1) return 'tag-line';
  if (run.hasTime || (run.digits * 3 > run.chars && run.chars < 40 && run.money === 0)) return 'byline';
  return inside ? 'other-topic' : 'navigation';
}
