/** The names of the run features, in the order of their columns, and the token log-odds that some are computed from. */

/** The features, in the order of a row's columns. */
export const RUN_FEATURES = [
  // the run's own text
  ...['chars', 'words', 'linkShare', 'strongShare', 'buttonShare', 'links', 'images', 'time', 'hidden', 'pre', 'tag'],
  ...[
    'letterShare',
    'digitShare',
    'capitalShare',
    'stops',
    'stopRate',
    'commaRate',
    'separators',
    'money',
    'first',
    'last',
  ],
  ...['meanWord', 'copies', 'copyBeside', 'hrefCopies', 'hrefKind', 'shortNames'],
  // where it stands
  ...[
    'place',
    'charPlace',
    'depth',
    'ownRuns',
    'orderInBox',
    'onlyInBox',
    'heading',
    'sinceHeading',
    'headingChars',
    'headingLink',
  ],
  ...['headingNames', 'sectionRuns', 'sectionMean', 'sectionLink', 'fromTitle', 'titleLike', 'likeTitle', 'isTitle'],
  // the boxes around it
  ...[
    'nameOwn',
    'nameParent',
    'nameGrand',
    'nameSum',
    'nameBest',
    'nameWorst',
    'flags',
    'lists',
    'inTable',
    'inForm',
    'inNav',
  ],
  ...[
    'inAside',
    'inFoot',
    'inHead',
    'inMain',
    'inArticle',
    'inFigure',
    'inQuote',
    'boxChars',
    'parentChars',
    'grandChars',
    'greatChars',
  ],
  ...[
    'boxLink',
    'parentLink',
    'grandLink',
    'greatLink',
    'parentRuns',
    'grandRuns',
    'greatRuns',
    'parentMean',
    'grandMean',
    'greatMean',
  ],
  // cards: the nearest box with siblings of its own make
  ...['cards', 'cardChars', 'cardRuns', 'cardLink', 'cardImages', 'cardsLink', 'cardsMean', 'cardDepth', 'cardsInPage'],
  // the box where Readability's reckoning would find the article
  ...['inTop', 'aboveTop', 'topRatio', 'topParent', 'topShare'],
  // neighbours
  ...[
    'chars-1',
    'link-1',
    'tag-1',
    'same-1',
    'chars+1',
    'link+1',
    'tag+1',
    'same+1',
    'chars-2',
    'link-2',
    'chars+2',
    'link+2',
  ],
  ...['near3', 'near8', 'nearLink3', 'nearLink8', 'longBefore', 'longAfter'],
  // words
  ...['topic', 'topicBefore', 'topicAfter', 'topicTitle'],
  // the page
  ...['pageRuns', 'pageChars', 'pageLink', 'pageLong', 'pageMean', 'plain'],
  ...[
    'pageParas',
    'pageMoney',
    'pageTimes',
    'pageButtons',
    'pageGroup',
    'pageGroupShare',
    'pageGroupLink',
    'pageGroups',
  ],
  ...['pageH1', 'pageH2', 'pageArticles', 'pageTables', 'pageImages'],
] as const;

/** The name of a run feature. */
export type RunFeature = (typeof RUN_FEATURES)[number];

/** Learned log-odds (in tenths) that text so named, or a short line of such words, is content. */
export interface TokenLogOdds {
  names: ReadonlyMap<string, number>;
  /** By a word's hash (words.ts), for words of short lines. */
  words: ReadonlyMap<number, number>;
}

/** Tags by how they are used, near ones with near numbers. */
const TAG_CODES = new Map(
  Object.entries({
    ...{
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
    },
    ...{ caption: 17, figcaption: 18, figure: 19, summary: 20, div: 22, section: 23, article: 24, main: 25, body: 26 },
    ...{
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
    },
  }),
);
const UNKNOWN_TAG = 40;

/** The number of a tag among features. */
export function tagCode(tag: string): number {
  return TAG_CODES.get(tag) ?? UNKNOWN_TAG;
}

/** Lines with at most this many words speak through their words (a "share", an "advertisement"). */
export const SHORT_LINE_WORDS = 8;

/** The column of each feature: a large page has millions, and to ask a map for each by name takes ten times as long. */
export const COLUMN = Object.fromEntries(RUN_FEATURES.map((name, at) => [name, at])) as Record<RunFeature, number>;
