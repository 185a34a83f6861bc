/** The stray features: what can be said of each run once every run of the article has a first suspicion. */

/** The last columns: which runs share words with the unsuspected part of the article, and which stand in a pattern. */
export const COHESION_FEATURES = {
  // -1 for a run outside the article; "unsuspected" words stand in runs of low suspicion, rare ones weighing more
  pure: 'share of its words that are unsuspected elsewhere, 0–1',
  pureUsual: "the same, less the article's mean",
  'pure-1': 'that of the run before in the article, 0–1; -1 for none',
  'pure+1': 'that of the next run, 0–1; -1 for none',
  'pure-2': 'that of the second run before, 0–1; -1 for none',
  'pure+2': 'that of the second next run, 0–1; -1 for none',
  pureNear: 'mean of it and the two runs on either side, by characters, 0–1',
  strayOverlap: 'share of its words that stand in suspected runs, 0–1',
  'bridge-': 'mean share of its words in the three unsuspected runs before it, 0–1; -1 for none',
  'bridge+': 'mean share of its words in the three unsuspected runs after it, 0–1; -1 for none',
  pairBelow: "unsuspected share of it and the next run as one, less the article's mean; -1 for none",
  pairAbove: "unsuspected share of it and the run before as one, less the article's mean; -1 for none",
  tOdd: 'mean suspicion of the runs on either side, 0–1; -1 for none',
  tEven: 'mean suspicion of the second runs on either side, 0–1; -1 for none',
  chain: 'runs of the longest pattern of forms around it that repeats; 0 for none',
  chainPeriod: 'runs until that pattern repeats, 1–4; 0 for none',
  chainPure: "unsuspected share of that pattern's words, less the article's mean; -1 for none",
  chainT: 'mean suspicion of that pattern, 0–1; -1 for none',
  chainPlace: 'its place in a period of that pattern, from 0; -1 for none',
  pureBefore: 'share of unsuspected characters before it, 0–1',
  pureAfter: 'share of unsuspected characters after it, 0–1',
  straysBelow: 'suspected runs (.5 and more) right after it',
  straysAbove: 'suspected runs right before it',
  pureTitle: "share of its words that stand in the document's title, 0–1",
} as const;

/** A line on each, in the order of their columns, which follow those of the run and refined features. */
export const STRAY_FEATURES = {
  // first-look suspicions that runs of the article (content score over .4) are strays
  t: 'its own suspicion, 0–1',
  't-1': 'that of the run before, 0–1; -1 where it is outside the article',
  't+1': 'that of the next run, 0–1; -1 where it is outside',
  't-2': 'that of the second run before, 0–1; -1 where it is outside',
  't+2': 'that of the second next run, 0–1; -1 where it is outside',
  't-3': 'that of the third run before, 0–1; -1 where it is outside',
  't+3': 'that of the third next run, 0–1; -1 where it is outside',
  t3: 'mean of it and the three runs on either side, 0–1; -1 for none',
  t8: 'mean of it and the eight runs on either side, 0–1; -1 for none',
  tShape: 'mean of runs in boxes made like its own, 0–1; -1 for none',
  tRole: 'mean of runs made like it that follow a run made like the one before, 0–1; -1 for none',
  tBefore: 'mean of all runs before it, 0–1; -1 for none',
  tAfter: 'mean of all runs after it, 0–1; -1 for none',
  tBox: 'mean of the runs of its box, 0–1; -1 for none',
  tParent: 'mean of the runs in boxes beside its own, 0–1; -1 for none',
  usualShape: "share of the article's runs in boxes made like its own, 0–1",
  usualTag: "share of the article's characters in boxes with its tag, 0–1",
  usualLength: 'its characters against the mean of unsuspected runs, from 0',
  usualEnd: 'share of unsuspected runs that end with a character of the same kind, 0–1',
  'kinTopic-1': 'share of kept words of the run before, 0–1; -1 for none',
  'kinTopic+1': 'share of kept words of the next run, 0–1; -1 for none',
  tHeading: 'suspicion of the last heading, 0–1; -1 for none or outside',
  tSection: 'mean from the last heading to five runs on, 0–1; -1 for none',
  tPage: 'mean of the article, 0–1; -1 for none',
  kept: '1 where it is of the article',
  ...COHESION_FEATURES,
} as const;

/** The name of a cohesion feature. */
export type CohesionFeature = keyof typeof COHESION_FEATURES;
/** The name of a stray feature. */
export type StrayFeature = keyof typeof STRAY_FEATURES;
/** All names in the order of their columns. */
export const COHESION_FEATURE_NAMES = Object.keys(COHESION_FEATURES) as CohesionFeature[];
/** All names in the order of their columns. */
export const STRAY_FEATURE_NAMES = Object.keys(STRAY_FEATURES) as StrayFeature[];
/** Numbers of a row. */
export const STRAY_WIDTH = STRAY_FEATURE_NAMES.length;
