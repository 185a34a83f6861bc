/** Keeps the author and date of each post of a thread, and the answers if the opening post is the article. */
import { alternatives } from '../../alternatives.ts';
import { approximateSite } from '../../metadata/address.ts';
import { CHANGED } from '../../metadata/date.ts';
import type { Box, Page, Run } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { isKept, keptChars } from '../kept/kept-text.ts';
import { DEEPEST, type Verdicts, keepRun, ruleOf, setKeep } from './rule.ts';

/** Maximum length of lines with names and dates of posts, in characters without whitespace. */
const LONGEST = 80;
/** Minimum text of a post besides these lines (characters other than white space). */
const SHORTEST_POST = 12;
/** Maximum number of boxes between a post and the line with its author. */
const LEVELS = 8;
/** Minimum share of the kept text that is in posts (0–1); with less, the page is not a thread. */
const MOSTLY_POSTS01 = 0.75;
/** A line with a lower score is a button, a count or a teaser (0–1). */
const LIKELY01 = 0.2;
/** A page of one post is an article. */
const FEWEST_POSTS = 2;
/** Levels above a piece of text on which its element may be marked. */
const MARKED_LEVELS = 4;
const AUTHOR = new RegExp(
  String.raw`(?:^|[\s_-])(?:authors?|user-?names?|nick(?:name)?|poster|post-?author|creator|display-?name` +
    String.raw`|member-?name|user-?link|user-?details|hnuser)(?:[\s_-]|$)`,
  'i',
);
/** Paths of people's pages, on the site itself. */
const PROFILE =
  /^(?:\/[\w-]+)?\/(?:(?:u|users?|members?|profiles?|people|authors?)[/.]|@[\w.-]+$|(?:member|profile)\.php)/i;
/** What every address of such a page contains: a quick check before the address is parsed. */
const LIKE_PROFILE = /@|\b(?:u|users?|members?|profiles?|people|authors?)(?:[\s/\\.]|$)/i;
const ASIDE = /^(?:nav|aside|form)$/;
/** A portrait's letter, and links to an author's pages elsewhere. */
const NO_NAME = /^(?:.|facebook|twitter|instagram|linkedin|youtube|github|mastodon|bluesky|e-?mail|website|rss)$/iu;
const DATE = new RegExp(
  String.raw`(?:^|[\s_-])(?:date(?:line|time)?|time(?:stamp|ago)?|posted(?:-?(?:on|at))?|published` +
    String.raw`|post-?(?:date|time))(?:[\s_-]|$)`,
  'i',
);

/** A post: the box that holds its text, and the lines that say who wrote it and when. */
interface Post {
  box: Box;
  author: Run;
  time?: Run | undefined;
}

/** Whether an element near a run's text is what `test` looks for. */
function isMarked(run: Run, test: (element: Element) => boolean): boolean {
  return run.pieces.some(({ node }) => {
    let at = node.parentElement;
    for (let level = 0; level < MARKED_LEVELS && at; level++, at = at.parentElement) {
      if (test(at)) return true;
      if (at === run.box.element.parentElement) break;
    }
    return false;
  });
}

const classOf = (element: Element): string => element.getAttribute('class') ?? '';

/** Returns whether a link leads to a person's page of the site. `url` is the page's own address. */
function profileTest(url: string): (element: Element) => boolean {
  const own = new URL(url);
  const site = approximateSite(own.hostname);
  const isAmongPeople = LIKE_PROFILE.test(own.pathname); // if addresses next to the page's own have this form too
  return (element) => {
    const href = element.nodeName === 'A' ? element.getAttribute('href') : null;
    if (!href || !(isAmongPeople || LIKE_PROFILE.test(href)) || !URL.canParse(href, url)) return false;
    const link = new URL(href, url);
    return PROFILE.test(link.pathname) && approximateSite(link.hostname) === site;
  };
}

function isInAside(box: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (ASIDE.test(at.tag)) return true;
  return false;
}

const authorsByPage = new WeakMap<Page, readonly Run[]>();

/** The lines that name authors, worked out once for each page: they do not depend on verdicts. */
function authorsOf(page: Page, url: string): readonly Run[] {
  const known = authorsByPage.get(page);
  if (known) return known;
  if (!URL.canParse(url)) return [];
  const isProfile = profileTest(url);
  const marks = new Map<Element, boolean>();
  const namesAuthor = (element: Element) => {
    let is = marks.get(element);
    if (is === undefined) {
      const told = element.getAttribute('rel') ?? element.getAttribute('itemprop') ?? '';
      is = /(?:^|\s)author(?:\s|$)/.test(told) || AUTHOR.test(classOf(element)) || isProfile(element);
      marks.set(element, is);
    }
    return is;
  };
  const authors = page.runs.filter(
    (run) => isHead(run) && !NO_NAME.test(run.text) && isMarked(run, namesAuthor) && !isInAside(run.box),
  );
  authorsByPage.set(page, authors);
  return authors;
}

/** "Last edited 3 May" tells no time of writing. */
function tellsTime(run: Run): boolean {
  if (!/\p{N}/u.test(run.text) || CHANGED.test(run.text)) return false;
  return run.hasTime || isMarked(run, (element) => DATE.test(classOf(element)));
}

/** A short line that the page shows, without a sentence of its own. */
function isHead(run: Run): boolean {
  return run.chars <= LONGEST && !run.hidden && !run.preformatted && run.box.depth <= DEEPEST;
}

/** Returns the smallest box around a line with an author that holds a post's kept text too. */
function postFinder(page: Page, verdicts: Verdicts): (author: Run) => Box | undefined {
  const kept = keptChars(page, verdicts);
  return (author) => {
    const own = isKept(verdicts, author.index) ? author.chars : 0;
    let box: Box | undefined = author.box;
    for (let level = 0; level < LEVELS && box; level++, box = box.parent)
      if (kept(box) - own >= SHORTEST_POST) return box;
    return undefined;
  };
}

/**
 * The shape of a box, equal for all posts of a thread. Numbers in its classes are ignored because they identify the
 * post.
 */
function makeOf({ tag, element }: Box): string {
  return `${tag}.${classOf(element).split(/\s+/)[0]?.replace(/\d+/g, '') ?? ''}`;
}

/** The posts of a thread, each with the first line that names its author. They are two or more similar boxes. */
function postsOf(page: Page, verdicts: Verdicts, url: string): Post[] {
  const authors = authorsOf(page, url);
  if (authors.length < FEWEST_POSTS) return [];
  const byBox = new Map<Box, Post>();
  const postAround = postFinder(page, verdicts);
  for (const run of authors) {
    const box = postAround(run);
    if (box && !byBox.has(box)) byBox.set(box, { box, author: run });
  }
  const byMake = new Map<string, Post[]>();
  for (const post of byBox.values()) {
    const make = makeOf(post.box);
    const alike = byMake.get(make);
    if (alike) alike.push(post);
    else byMake.set(make, [post]);
  }
  const posts = [...byMake.values()].filter((alike) => alike.length >= FEWEST_POSTS).flat();
  posts.sort((one, other) => one.author.index - other.author.index);
  posts.forEach((post, at) => (post.box = wholePost(post, posts[at - 1], posts[at + 1])));
  const within = new Set(posts.map(({ box }) => box));
  for (const post of posts) post.time = timeOf(page, post, within);
  return posts;
}

/** The largest box around a post that contains no other post, because some sites put the time next to name and text. */
function wholePost({ box }: Post, before: Post | undefined, after: Post | undefined): Box {
  const holds = (around: Box, post: Post | undefined) =>
    post !== undefined && around.firstRun <= post.author.index && post.author.index < around.endRun;
  let whole = box;
  for (let level = 0; level < LEVELS && whole.parent; level++) {
    if (holds(whole.parent, before) || holds(whole.parent, after)) break;
    whole = whole.parent;
  }
  return whole;
}

/** The first line of a post that tells a time, except for those of posts within it. */
function timeOf(page: Page, { box, author }: Post, posts: ReadonlySet<Box>): Run | undefined {
  if (tellsTime(author)) return author;
  return page.runs.slice(box.firstRun, box.endRun).find((run) => {
    if (!isHead(run) || !tellsTime(run)) return false;
    let around: Box | undefined = run.box;
    while (around && !posts.has(around)) around = around.parent;
    return around === box;
  });
}

/** Words of a post that a page embeds from another site, with a link to it. */
const EMBEDDED = new RegExp(
  String.raw`(?:^|\s)${alternatives(
    'twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed mastodon-embed',
    String.raw`reddit-(?:embed|card)\S* text-post-media fb-post`,
  )}(?:\s|$)`,
);

/** Keeps the author of an embedded post if any of its words are kept. */
function keepEmbedded(page: Page, verdicts: Verdict[]): void {
  for (const box of page.boxes) {
    if (box.tag !== 'blockquote' || box.hidden || !EMBEDDED.test(classOf(box.element))) continue;
    if (verdicts.slice(box.firstRun, box.endRun).some(({ keep }) => keep)) setKeep(verdicts, box);
  }
}

/** The runs, by index, that say who wrote a post of a thread, and when; true for the first of each post. */
export function headsOfPosts(page: Page, verdicts: Verdicts, url: string): ReadonlyMap<number, boolean> {
  const heads = new Map<number, boolean>();
  for (const { author, time } of postsOf(page, verdicts, url)) {
    heads.set(author.index, !time || author.index <= time.index);
    if (time && time !== author) heads.set(time.index, time.index < author.index);
  }
  return heads;
}

export const posts = ruleOf(
  'posts',
  'Names and dates are no text of an article; in a thread, without them, nobody knows who answers whom.',
  ({ page, url }, verdicts) => {
    if (page.plain) return;
    keepEmbedded(page, verdicts);
    for (const at of headsOfPosts(page, verdicts, url).keys()) keepRun(verdicts, at);
  },
);

/** The smallest box around a line that is made as posts are. */
function boxOfMake(author: Run, make: string): Box | undefined {
  let box: Box | undefined = author.box;
  for (let level = 0; level < LEVELS && box; level++, box = box.parent) if (makeOf(box) === make) return box;
  return undefined;
}

/** The posts of the same shape as the first one with kept text; none is inside another. */
function postsLikeOpening(page: Page, verdicts: Verdict[], url: string): Box[] {
  const authors = authorsOf(page, url);
  if (authors.length < FEWEST_POSTS) return [];
  const postAround = postFinder(page, verdicts);
  let opening: Box | undefined;
  for (const author of authors) if ((opening = postAround(author))) break;
  if (!opening?.element.getAttribute('class')) return [];
  const make = makeOf(opening);
  const boxes = new Set<Box>();
  let end = 0;
  for (const author of authors) {
    const box = boxOfMake(author, make);
    if (!box || box.firstRun < end) continue;
    boxes.add(box);
    end = box.endRun;
  }
  return [...boxes];
}

const isText = (run: Run | undefined): boolean =>
  run !== undefined && !run.hidden && !run.unseen && run.buttonChars === 0 && run.chars >= SHORTEST_POST;

function keepAnswers(page: Page, verdicts: Verdict[], url: string): void {
  const posts = postsLikeOpening(page, verdicts, url);
  if (posts.length < FEWEST_POSTS) return;
  const kept = keptChars(page, verdicts);
  const all = verdicts.reduce((sum, { keep }, at) => sum + (keep ? (page.runs[at]?.chars ?? 0) : 0), 0);
  if (posts.reduce((sum, box) => sum + kept(box), 0) < all * MOSTLY_POSTS01) return;
  for (const { firstRun, endRun } of posts.filter((box) => kept(box) === 0))
    for (let at = firstRun; at < endRun; at++)
      if (isText(page.runs[at]) && (verdicts[at]?.score01 ?? 0) >= LIKELY01) keepRun(verdicts, at);
}

export const threads = ruleOf(
  'threads',
  'Under an article comments are not its text; where the opening post is all there is, its answers belong to it.',
  ({ page, url }, verdicts) => {
    if (!page.plain) keepAnswers(page, verdicts, url);
  },
);
