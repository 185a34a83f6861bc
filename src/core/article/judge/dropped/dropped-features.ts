/**
 * Features that separate a wrongly dropped paragraph from clutter: what happened to similar runs, and what surrounds
 * it.
 */
import { COLON, DIGIT } from '../features/text-profile.ts';
import type { Snapshot, SnapshotBox, SnapshotRun } from '../snapshot.ts';
import { type ContentScores, type KeptCounts, isEnded, keptCounts, share } from './kept-counts.ts';

/** The features of a dropped run, in the order of a row’s columns. Shares are 0–1; -1 if there is nothing to tell. */
export const DROPPED_FEATURES = {
  content: 'the forest’s score that the run is content',
  firstLook: 'the same at first look',
  threshold: 'the score from which runs of this page are kept',
  length: 'logarithm of the characters',
  link: 'share of characters in links',
  links: 'links, up to 10',
  ended: '1 where it ends as a sentence does',
  stops: 'sentence ends, up to 10',
  colon: '1 where it ends with a colon',
  digits: 'share of digits',
  capitals: 'share of capitals among letters',
  numbered: '1 where it begins with a digit',
  separators: 'signs that part a title from tags, up to 5',
  strong: 'share of bold characters',
  heading: '1 for h1–h6',
  item: '1 for items of lists, cells of tables, terms',
  paragraph: '1 for a p',
  hidden: '1 where the page hides it',
  preformatted: '1 in a pre',
  names: 'sum of the token log-odds of the class names around it',
  worst: 'the lowest of these',
  words: 'token log-odds of a short line’s words that a site inserted it, -4 to 4',
  copies: 'other runs of the page with the same text, up to 5',
  before: 'runs since the last kept one, up to 12; 12 where none is',
  after: 'runs until the next kept one, up to 12; 12 where none is',
  inside: '1 between the first and the last kept run',
  place: 'share of kept characters before it',
  group: 'dropped runs side by side with it, up to 30',
  groupChars: 'logarithm of their characters',
  groupContent: 'mean of their scores',
  groupMost: 'highest of their scores',
  groupLink: 'share of their characters in links',
  groupEnded: 'share of them that end as sentences do',
  makeKept:
    'share of the characters set in its make (tag, names, parent) that is kept; -1 where nothing else is set so',
  makeShare: 'share of the kept characters that is set in its make',
  makeContent: 'mean score of the runs set in its make',
  parentKept: 'share of the characters of its parent box that is kept',
  parentShare: 'share of the kept characters that stands in its parent box',
  sharedUp: 'boxes up to one that holds kept text, up to 12',
  sharedKept: 'share of that box that is kept',
  sharedShare: 'share of the kept characters that stands in it',
  overlap: 'share of its words that stand in kept runs, rare ones weighing more',
  title: 'share of its words that stand in the document’s title',
  keptRuns: 'kept runs of the page, up to 200',
  keptMean: 'mean score of kept runs',
  keptProse: 'share of the page’s linkless prose that is kept',
  keptLong: 'logarithm of the kept characters',
  pageRuns: 'logarithm of the page’s runs',
} as const;
export const DROPPED_NAMES = Object.keys(DROPPED_FEATURES) as (keyof typeof DROPPED_FEATURES)[];
export const DROPPED_WIDTH = DROPPED_NAMES.length;

const SHORT_LINE_WORDS = 16;
/** Kept runs are looked for this far up and down the page. */
const FAR = 12;
/** Kept runs are searched up to this many boxes above. */
const LEVELS = 12;
/** Dropped runs to either side that count as side by side with it. */
const GROUP_REACH = 60;

const bit = (fact: boolean) => (fact ? 1 : 0);

/** From `length` to `preformatted`: the run itself. */
function ownFeatures(run: SnapshotRun, tag: string): number[] {
  return [
    Math.log(1 + run.chars),
    share(run.linkChars, run.chars),
    Math.min(10, run.links),
    bit(isEnded(run)),
    Math.min(10, run.stops),
    bit(run.last === COLON),
    share(run.digits, run.chars),
    share(run.capitals, run.letters),
    bit(run.first === DIGIT),
    Math.min(5, run.separators),
    share(run.strongChars, run.chars),
    bit(/^h[1-6]$/.test(tag)),
    bit(/^(?:li|td|th|dt|dd)$/.test(tag)),
    bit(tag === 'p'),
    bit(run.hidden),
    bit(run.preformatted),
  ];
}

/** From `content` to `threshold`: the scores of the first stage. */
function lookFeatures(look: ContentScores, at: number): number[] {
  return [look.content01[at] ?? 0, look.firstLook01[at] ?? 0, look.threshold];
}

/** From `names` to `words`: the token log-odds of the names around it and of a short line's words. */
function wordFeatures(look: ContentScores, at: number, { words }: SnapshotRun): number[] {
  let sum = 0;
  if (words.length <= SHORT_LINE_WORDS) for (const word of words) sum += look.words.get(word) ?? 0;
  return [look.names(at), look.worst(at), Math.max(-4, Math.min(4, sum))];
}

/** From `before` to `place`: where it stands among kept runs. */
function placeFeatures({ content }: ContentScores, kept: KeptCounts, at: number): number[] {
  const distance = (step: 1 | -1) => {
    for (let far = 1; far < FAR; far++) if (content[at + far * step]) return far;
    return FAR;
  };
  const before = kept.runsBefore(at);
  return [
    distance(-1),
    distance(1),
    bit(before > 0 && before < kept.allRuns),
    share(kept.charsBefore(at), kept.allChars),
  ];
}

/** From `group` to `groupEnded`: the dropped runs side by side with it. */
function groupFeatures({ runs }: Snapshot, { content, content01 }: ContentScores, at: number): number[] {
  let [from, to] = [at, at + 1];
  while (from > 0 && !content[from - 1] && at - from < GROUP_REACH) from--;
  while (to < runs.length && !content[to] && to - at < GROUP_REACH) to++;
  let [chars, score, most, link, ended] = [0, 0, 0, 0, 0];
  for (let one = from; one < to; one++) {
    const run = runs[one];
    if (!run) continue;
    chars += run.chars;
    score += content01[one] ?? 0;
    most = Math.max(most, content01[one] ?? 0);
    link += run.linkChars;
    if (isEnded(run)) ended++;
  }
  const size = to - from;
  return [Math.min(30, size), Math.log(1 + chars), score / size, most, share(link, chars), ended / size];
}

/** From `makeKept` to `sharedShare`: how the like of it and the boxes around it fared. */
function fateFeatures({ boxes }: Snapshot, kept: KeptCounts, at: number, run: SnapshotRun, score01: number): number[] {
  const make = kept.make(at);
  const parent = boxes[boxes[run.box]?.parent ?? -1];
  const fateOf = (box: SnapshotBox | undefined) =>
    box ? [share(kept.charsIn(box), box.chars), share(kept.charsIn(box), kept.allChars)] : [-1, -1];
  let common = boxes[run.box];
  let up = 0;
  for (; up < LEVELS && common && kept.charsIn(common) === 0; up++) common = boxes[common.parent];
  const isFound = up < LEVELS && common !== undefined;
  return [
    share(make.kept, make.chars - run.chars),
    share(make.kept, kept.allChars),
    make.runs > 1 ? (make.score - score01) / (make.runs - 1) : -1,
    ...fateOf(parent),
    isFound ? up : LEVELS,
    ...fateOf(isFound ? common : undefined),
  ];
}

/** From `keptRuns` to `pageRuns`: the page, the same for all of its runs. */
function pageFeatures({ runs }: Snapshot, kept: KeptCounts): number[] {
  return [
    Math.min(200, kept.allRuns),
    kept.meanScore,
    kept.prose,
    Math.log(1 + kept.allChars),
    Math.log(1 + runs.length),
  ];
}

/** Returns a writer of the features of dropped runs. Linear in the page and the words of the runs asked about. */
export function droppedFeatures(snapshot: Snapshot, look: ContentScores): (at: number, row: Float32Array) => void {
  const { runs, boxes } = snapshot;
  const kept = keptCounts(snapshot, look);
  const ofPage = pageFeatures(snapshot, kept);
  const titles = new Set(snapshot.title.words);
  return (at, row) => {
    const run = runs[at];
    if (!run) return;
    let inTitle = 0;
    for (const word of run.words) if (titles.has(word)) inTitle++;
    row.set([
      ...lookFeatures(look, at),
      ...ownFeatures(run, boxes[run.box]?.tag ?? ''),
      ...wordFeatures(look, at, run),
      Math.min(5, kept.copies(run) - 1),
      ...placeFeatures(look, kept, at),
      ...groupFeatures(snapshot, look, at),
      ...fateFeatures(snapshot, kept, at, run, look.content01[at] ?? 0),
      kept.overlap(at),
      share(inTitle, run.words.length),
      ...ofPage,
    ]);
  };
}
