/** The refined features: what can be said of each run once every run has a first-look score. */

/**
 * A line on each, in the order of their columns, which follow those of the run features. Shares of an empty whole are 0
 * where no -1 is named.
 */
export const REFINED_FEATURES = {
  // first-look scores that runs are content, weighted by characters where several are averaged
  s: 'its own score, 0–1',
  's-1': 'that of the run before, 0–1; -1 for none',
  's+1': 'that of the next run, 0–1; -1 for none',
  's-2': 'that of the second run before, 0–1; -1 for none',
  's+2': 'that of the second next run, 0–1; -1 for none',
  's-3': 'that of the third run before, 0–1; -1 for none',
  's+3': 'that of the third next run, 0–1; -1 for none',
  s3: 'mean of it and the three runs on either side, 0–1',
  s8: 'mean of it and the eight runs on either side, 0–1',
  s20: 'mean of it and the twenty runs on either side, 0–1',
  sParent: 'mean over the parent box, 0–1; -1 for none',
  sGrand: "mean over the parent's parent, 0–1; -1 for none",
  sGreat: 'mean one box further up, 0–1; -1 for none',
  sGreat2: 'mean two boxes further up, 0–1; -1 for none',
  sCard: 'mean over its card (the nearest box with siblings of its make), 0–1; -1 for none',
  sCards: 'mean over the card and its siblings, 0–1',
  sShape: 'mean over runs in boxes made like its own, 0–1',
  sSection: 'mean from the last heading to the next, 0–1',
  sHeading: 'score of the last heading, 0–1; -1 before the first',
  sPage: 'mean over the page, 0–1',
  sCopy: 'highest score of a run with the same text, 0–1; 0 where none is higher than its own',
  keptBefore: 'share of kept characters (score over .5) before it, 0–1',
  keptAfter: 'share of kept characters after it, 0–1',
  sinceKept: 'runs since the last kept one, 0–99; 99 for none',
  untilKept: 'runs until the next kept one, 0–99; 99 for none',
  // its ends and its neighbours
  breaks: '1 where it breaks off: 60 characters and more without a stop at the end',
  'breaks-1': 'the same of the run before',
  'breaks+1': 'the same of the next run',
  'copy-1': '1 where the two runs before say the same',
  'copy+1': '1 where the two next runs say the same',
  'separators-1': 'separators of the run before; -1 for none',
  'separators+1': 'separators of the next run; -1 for none',
  'linked-1': 'links of the run before; -1 for none',
  'linked+1': 'links of the next run; -1 for none',
  // shares of words that stand in kept runs elsewhere, rare ones weighing more
  keptTopic: 'its own share, 0–1',
  'topic-1': 'that of the run before, 0–1; -1 for none',
  'topic+1': 'that of the next run, 0–1; -1 for none',
  topicNear: 'mean of kept runs among it and the two on either side, 0–1; -1 for none',
  topicSoFar: 'mean of kept runs before it, 0–1; -1 for none',
  topicRest: 'mean of kept runs from it on, 0–1; -1 for none',
  topicCards: "mean over its card and the card's siblings, 0–1",
  topicMean: 'mean of all kept runs, 0–1; -1 for none',
  topicSection: 'mean of kept runs from the last heading to the next, 0–1; -1 for none',
  excerptBelow: 'share of its words that stand in the next run, 0–1; negative where the next run is no longer than it',
  alikeSpan: 'runs of its card for each run of the parent box; -1 without a card',
  reach: 'its share of kept characters, 0–1; 0 where it is not kept',
  sRole: 'mean score of runs with its tag and place in cards made like its own, 0–1',
  sOuter: 'mean score in the cards around its card, 0–1',
  sTagHere: "mean score of runs with its tag in the parent's parent, 0–1",
  sTagPage: 'mean score of runs with its tag in the page, 0–1',
  topicRole: 'mean share of kept words of runs with its tag and place in cards made like its own, 0–1',
} as const;

/** The name of a refined feature. */
export type RefinedFeature = keyof typeof REFINED_FEATURES;
/** All names in the order of their columns. */
export const REFINED_FEATURE_NAMES = Object.keys(REFINED_FEATURES) as RefinedFeature[];
/** Numbers of a row. */
export const REFINED_WIDTH = REFINED_FEATURE_NAMES.length;
