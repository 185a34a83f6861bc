/**
 * The shape of an article: plain, frozen JSON that all other code reads. All positions are half-open `[start, end)`
 * ranges of UTF-16 code units in `Article.text`.
 */

import type { Decisions } from './removals/decisions.ts';

/** Tags that mean something only in a table of data. */
export const TABLE_TAGS = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'] as const;

/** The only tags that a tree can contain. Cleaning sanitises: other tags cannot occur. */
export const TAGS = [
  'div',
  'section',
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'code',
  'kbd',
  'samp',
  'var',
  'figure',
  'figcaption',
  'img',
  'video',
  'audio',
  'details',
  'summary',
  ...TABLE_TAGS,
  'hr',
  'br',
  'a',
  'em',
  'strong',
  'b',
  'i',
  'u',
  's',
  'del',
  'ins',
  'sub',
  'sup',
  'mark',
  'small',
  'q',
  'cite',
  'abbr',
  'dfn',
  'time',
  'span',
  'bdi',
  'bdo',
  'ruby',
  'rt',
  'rp',
  'math',
  'mrow',
  'mi',
  'mn',
  'mo',
  'ms',
  'mtext',
  'mspace',
  'mfrac',
  'msqrt',
  'mroot',
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mmultiscripts',
  'mprescripts',
  'mtable',
  'mtr',
  'mtd',
  'mpadded',
  'mphantom',
  'mstyle',
  'merror',
  'semantics',
] as const;

/** A tag's name. */
export type Tag = (typeof TAGS)[number];

/**
 * The only attributes a tree can hold. Addresses are absolute http(s) (`src` also `data:image/…` under 64 kB, `href`
 * also `#id` within the article); `id` marks the target of a footnote.
 */
export interface Attributes {
  href?: string;
  src?: string;
  alt?: string;
  title?: string;
  width?: number;
  height?: number;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  id?: string;
  start?: number;
  colspan?: number;
  rowspan?: number;
  datetime?: string;
  /** A code block's language, e.g. `python`. */
  language?: string;
  /** On a `figure` that replaces content embedded from another site: `video`, `audio`, `post` or `chart`. */
  embed?: string;
  /** On a line that says who wrote a post of a thread, or when; `post` on the first such line of each. */
  role?: 'byline' | 'post';
  /** `block` for displayed maths. */
  display?: 'block' | 'inline';
}

/** An element of the tree. `block` is the index in `Article.blocks` of the block whose text this element holds. */
export interface ArticleElement {
  tag: Tag;
  attributes?: Attributes;
  block?: number;
  children: ArticleNode[];
}

/** An element, or text with its white space already folded (kept in `pre`). */
export type ArticleNode = ArticleElement | string;

/** The kind of a block of text. `title` only if the title is in the body itself. */
export type BlockKind =
  'heading' | 'paragraph' | 'item' | 'quote' | 'code' | 'table' | 'figure' | 'caption' | 'term' | 'maths';

/** One block: `text.slice(start, end)` is one line of `Article.text` (code and tables may hold several). */
export interface Block {
  kind: BlockKind;
  /** 1–6 for headings, depth from 1 for items. */
  level?: number;
  start: number;
  end: number;
  /** How the page drew a line that is not a heading: all bold, or in letters this many times the body's size. */
  bold?: boolean;
  size?: number;
}

/** Why a block was set aside: a word shown to the person (`reason_<reason with _>` in `_locales`). */
export type RemovalReason =
  | 'repeats-title' // the repeated title of the article or of a teaser
  | 'links-elsewhere' // a link to another article
  | 'breaks-off' // an excerpt that stops in the middle
  | 'other-topic' // words of another article
  | 'tag-line' // "Title | tag | tag", keywords, categories
  | 'repeated-card' // one of several cards of the same make
  | 'navigation' // menus, breadcrumbs, paging
  | 'promotion' // advertisement, newsletter, subscription, app
  | 'sharing' // share, like, comment and print buttons
  | 'byline' // author, date and counts told elsewhere
  | 'comments' // readers' comments below an article
  | 'notice' // cookies, copyright, legal
  | 'hidden'; // the page itself hides it

/** A removed block, with its position in `Article.text`. */
export interface Removal {
  text: string;
  reason: RemovalReason;
  /** How sure the judge is, 0–1. */
  score01: number;
  /** Its position in `Article.text`. */
  start: number;
  /**
   * True if it stands inside the article's own run of blocks (first kept to last kept, and what follows in the same
   * container).
   */
  inside: boolean;
}

/** An article. `text` is one block a line, with no title line before the body unless it stands in the body. */
export interface Article {
  url: string;
  /** The address the page itself names as its own, where it differs. */
  canonicalUrl?: string;
  title: string;
  byline?: string;
  /** ISO 8601, as exact as the page says (`2024-04-13`, `2024-04-13T20:27`, with zone where told). */
  publishedTime?: string;
  siteName?: string;
  /** BCP 47. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** Lead image, absolute http(s). */
  image?: string;
  excerpt?: string;
  /** The author's own list of takeaways, ranges of `text`, where the page has one. */
  takeaways?: { start: number; end: number }[];
  /** Next part of the same article, absolute http(s). */
  nextUrl?: string;
  /** Where several pages were joined: the address of each, and the range of `text` that it gave. */
  parts?: { url: string; start: number; end: number }[];
  tree: ArticleElement;
  text: string;
  blocks: Block[];
  removed: Removal[];
}

/**
 * A live text node and the range of `Article.text` its folded text fills. In document order, without overlap. Only
 * white space differs: the n-th character of the node's part that is not white (`\s`) is the n-th of the range that is
 * not.
 */
export interface TextNodeRange {
  node: Text;
  start: number;
  end: number;
  /** The part `[from, to)` of the node's data, where it is not all of it (a page of plain text is one node). */
  from?: number;
  to?: number;
}

/** A block that the person restored and that was found on the page. */
export interface BroughtBack {
  text: string;
  /** The names that identify similar blocks on the site; null if nothing distinguishes them from the article. */
  shape: string | null;
  /** It was restored, or would have been, because of its shape. */
  onSite: boolean;
}

/**
 * An article with the way back into the document it was read from. `removed[i]` are the live nodes of
 * `article.removed[i]`.
 */
export interface TracedArticle {
  article: Article;
  places: TextNodeRange[];
  removed: Node[][];
  broughtBack: BroughtBack[];
  /** The smallest element that holds all kept blocks. */
  root: Element;
  /** What was decided about each run, for `ReadOptions.decisions` of a later reading. */
  decisions: Decisions;
  /** The person's correction of the site changed what is kept here. */
  isCorrected: boolean;
}
