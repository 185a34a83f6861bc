/** The run features, and the token log-odds and tag numbers that some are computed from. */

/**
 * A line on each, in the order of their columns: what it tells and its range. Shares of an empty whole are 0 where no
 * -1 is named.
 */
export const RUN_FEATURES = {
  // the run's own text
  chars: 'ln(1 + characters but white space)',
  words: 'words, from 0',
  linkShare: 'share of characters in links, 0–1',
  strongShare: 'share of bold characters, 0–1',
  buttonShare: 'share of characters in buttons, 0–1',
  links: 'links, from 0',
  images: 'pictures, from 0',
  time: '1 where it holds a time element',
  hidden: '1 where the page hides it',
  pre: '1 where its white space counts (code)',
  tag: 'the tag of its box as a number, 1–40; related tags are near each other',
  letterShare: 'letters for each character, 0–1',
  digitShare: 'digits for each character, 0–1',
  capitalShare: 'capitals for each letter, 0–1',
  stops: 'sentence ends, from 0',
  stopRate: 'sentence ends for each hundred characters',
  commaRate: 'commas for each hundred characters',
  separators: 'signs between words that part a title from tags, from 0',
  money: 'currency signs, from 0',
  first: 'the kind of its first character, 0–10 (`Sign`)',
  last: 'the kind of its last character, 0–10 (`Sign`)',
  meanWord: 'letters for each word',
  copies: 'runs of the page with the same text, itself included, from 1',
  copyBeside: '1 where the run before says the same, 2 where the next one does or it says all of itself twice, else 0',
  hrefCopies: 'runs whose first link leads to the same address, from 1; 0 without a link that leads away',
  hrefKind: 'where its first link leads: 0 none, 1 within the page, 2 away',
  shortNames: 'sum of the token log-odds of its words, in tenths; 0 for more than 8 words',
  // where it stands
  place: "share of the page's runs before it, 0–1",
  charPlace: "share of the page's characters before it, 0–1",
  depth: 'boxes around its box, from 0',
  ownRuns: 'runs in its box, from 1',
  orderInBox: 'runs of its box before it, from 0',
  onlyInBox: '1 where its box holds nothing else',
  heading: 'level of the heading that it is, 1–6; 0 for none',
  sinceHeading: 'runs since the last heading; -1 before the first',
  headingChars: 'characters of that heading; -1 for none',
  headingLink: "share of that heading's characters in links, 0–1; -1 for none",
  headingNames: "sum of the token log-odds of that heading's words, in tenths; 0 for more than 8 words",
  sectionRuns: 'runs from that heading to the next',
  sectionMean: 'mean characters of these runs',
  sectionLink: 'share of their characters in links, 0–1',
  fromTitle: "runs since the last one that repeats the document's title; -1 before it",
  titleLike: "share of its words that stand in the document's title, 0–1",
  likeTitle: "share of the title's words that it holds, 0–1",
  isTitle: "1 where it repeats the document's title",
  // the boxes around it
  nameOwn: "token log-odds of its box's class names, in tenths",
  nameParent: 'the same of the parent box',
  nameGrand: "the same of the parent's parent",
  nameSum: 'sum over all boxes around it, in tenths',
  nameBest: 'highest of them, from 0',
  nameWorst: 'lowest of them, to 0',
  flags: 'sum of 1 nav, 2 aside, 4 footer, 8 header, 16 main, 32 article: what it stands in',
  lists: 'lists around it, from 0',
  inTable: '1 within a table',
  inForm: '1 within a form or dialog',
  inNav: '1 within a nav',
  inAside: '1 within an aside',
  inFoot: '1 within a footer',
  inHead: '1 within a header',
  inMain: '1 within main',
  inArticle: '1 within an article element',
  inFigure: '1 within a figure',
  inQuote: '1 within a blockquote',
  boxChars: 'ln(1 + characters of its box)',
  parentChars: 'the same of the parent box',
  grandChars: "the same of the parent's parent",
  greatChars: 'the same one box further up',
  boxLink: "share of its box's characters in links, 0–1; -1 for an empty one",
  parentLink: 'the same of the parent box; -1 for none',
  grandLink: "the same of the parent's parent; -1 for none",
  greatLink: 'the same one box further up; -1 for none',
  parentRuns: 'runs of the parent box; -1 for none',
  grandRuns: "the same of the parent's parent; -1 for none",
  greatRuns: 'the same one box further up; -1 for none',
  parentMean: "mean characters of the parent's runs; -1 for none",
  grandMean: "the same of the parent's parent; -1 for none",
  greatMean: 'the same one box further up; -1 for none',
  // its card: the nearest box with siblings of its own make
  cards: "siblings of the card's make, itself included; -1 without a card",
  cardChars: 'characters of the card; -1 without one',
  cardRuns: 'runs of the card; -1 without one',
  cardLink: "share of the card's characters in links, 0–1; -1 without one",
  cardImages: 'pictures in the card; -1 without one',
  cardsLink: 'share of the characters of all these siblings in links, 0–1; -1 without a card',
  cardsMean: 'mean characters of all their runs; -1 without a card',
  cardDepth: '20 × (boxes between it and the card) + runs of the card before it, up to 19; -1 without a card',
  cardsInPage: 'boxes of the page made like the card; 0 without one',
  // the box where a score like Readability's finds the article
  inTop: '1 within that box',
  aboveTop: 'boxes from the smallest one that holds both down to that box; 0 within it',
  topRatio: "its box's score against the best, 0–1",
  topParent: "its parent box's score against the best, 0–1",
  topShare: "share of the page's characters in that box, 0–1",
  // neighbours
  'chars-1': 'ln(1 + characters of the run before); 0 for none',
  'link-1': 'share of its characters in links, 0–1; -1 for none',
  'tag-1': 'its tag as a number, 1–40; 40 for none',
  'same-1': '2 where it stands in the same box, 1 in a sibling, else 0',
  'chars+1': 'ln(1 + characters of the next run); 0 for none',
  'link+1': 'share of its characters in links, 0–1; -1 for none',
  'tag+1': 'its tag as a number, 1–40; 40 for none',
  'same+1': '2 where it stands in the same box, 1 in a sibling, else 0',
  'chars-2': 'ln(1 + characters of the second run before); 0 for none',
  'link-2': 'share of its characters in links, 0–1; -1 for none',
  'chars+2': 'ln(1 + characters of the second next run); 0 for none',
  'link+2': 'share of its characters in links, 0–1; -1 for none',
  near3: 'characters of the three runs on either side and its own, divided by 7',
  near8: 'characters of the eight runs on either side and its own, divided by 17',
  nearLink3: 'share of the characters of the former in links, 0–1',
  nearLink8: 'share of the characters of the latter in links, 0–1',
  longBefore: 'paragraphs before it (80 characters and more, less than a third in links)',
  longAfter: 'paragraphs after it',
  // words: rare ones weigh more
  topic: "share of its words that stand in the page's prose elsewhere, 0–1",
  topicBefore: 'share of its words that stand in the run before, 0–1',
  topicAfter: 'share of its words that stand in the next run, 0–1',
  topicTitle: "share of its words that stand in the document's title, 0–1",
  // the page, the same for each of its runs
  pageRuns: 'runs, from 1',
  pageChars: 'ln(1 + characters)',
  pageLink: 'share of characters in links, 0–1',
  pageLong: 'paragraphs, from 0',
  pageMean: 'mean characters of a run',
  plain: '1 for a page of plain text',
  pageParas: 'share of characters in p elements, 0–1',
  pageMoney: 'runs with a currency sign',
  pageTimes: 'runs with a time element',
  pageButtons: 'runs with a button',
  pageGroup: 'boxes of the group of four and more alike siblings that holds the most text; 0 for none',
  pageGroupShare: "share of the page's characters in that group, 0–1",
  pageGroupLink: "share of that group's characters in links, 0–1",
  pageGroups: 'such groups, from 0',
  pageH1: 'h1 elements with text',
  pageH2: 'h2 elements with text',
  pageArticles: 'article elements with text',
  pageTables: 'tables with text',
  pageImages: 'pictures',
} as const;

/** The name of a run feature. */
export type RunFeature = keyof typeof RUN_FEATURES;
/** All names in the order of their columns. */
export const RUN_FEATURE_NAMES = Object.keys(RUN_FEATURES) as RunFeature[];
/** Numbers of a row. */
export const RUN_WIDTH = RUN_FEATURE_NAMES.length;

/** The column of each feature: a large page has millions of values, and a map by name takes ten times as long. */
export const COLUMN = Object.fromEntries(RUN_FEATURE_NAMES.map((name, at) => [name, at])) as Record<RunFeature, number>;

/** Learned log-odds (in tenths) that text so named, or a short line of such words, is content. */
export interface TokenLogOdds {
  names: ReadonlyMap<string, number>;
  /** By a word's hash (words.ts), for words of short lines. */
  words: ReadonlyMap<number, number>;
}

/** Tags by how they are used, near ones with near numbers. */
const TAG_CODES = new Map(
  Object.entries({
    h1: 1,
    h2: 2,
    h3: 3,
    h4: 4,
    h5: 5,
    h6: 6,
    p: 8,
    blockquote: 9,
    pre: 10,
    dd: 11,
    dt: 12,
    li: 13,
    td: 15,
    th: 16,
    caption: 17,
    figcaption: 18,
    figure: 19,
    summary: 20,
    div: 22,
    section: 23,
    article: 24,
    main: 25,
    body: 26,
    center: 27,
    details: 28,
    address: 30,
    label: 31,
    form: 32,
    fieldset: 33,
    aside: 34,
    header: 35,
    nav: 36,
    footer: 37,
  }),
);
const UNKNOWN_TAG = 40;

/** The number of a tag among features. */
export function tagCode(tag: string): number {
  return TAG_CODES.get(tag) ?? UNKNOWN_TAG;
}

/** Lines with at most this many words speak through their words (a "share", an "advertisement"). */
export const SHORT_LINE_WORDS = 8;
