/**
 * Features that separate a wrongly dropped paragraph from clutter: what happened to similar runs, and what surrounds
 * it.
 */
import { CLOSING, COLON, DIGIT, STOP } from '../features/text-profile.ts';
import type { SnapshotRun, Snapshot } from '../snapshot.ts';

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

/** What the first stage computed for each run. */
export interface ContentScores {
  content: readonly boolean[];
  content01: Float32Array;
  firstLook01: Float32Array;
  threshold: number;
  names: (run: number) => number;
  worst: (run: number) => number;
  words: ReadonlyMap<number, number>;
}

const SHORT_LINE_WORDS = 16;
const MOST_WORDS = 120;
const FAR = 12;
/** Kept runs are searched up to this many boxes above. */
const LEVELS = 12;
const PROSE_CHARS = 60;

const isEnded = ({ last }: SnapshotRun) => last === STOP || last === CLOSING;
const share = (part: number, whole: number) => (whole > 0 ? part / whole : -1);

interface Sum {
  chars: number;
  kept: number;
  score: number;
  runs: number;
}

/** Sums by a key of each run. */
class Sums {
  private readonly sums = new Map<number, Sum>();
  add(key: number, run: SnapshotRun, kept: boolean, score: number): void {
    const sum = this.sums.get(key) ?? { chars: 0, kept: 0, score: 0, runs: 0 };
    this.sums.set(key, sum);
    sum.chars += run.chars;
    if (kept) sum.kept += run.chars;
    sum.score += score;
    sum.runs++;
  }
  of(key: number): Sum {
    return this.sums.get(key) ?? { chars: 0, kept: 0, score: 0, runs: 0 };
  }
}

/** The words of kept runs, with how rare they are among all runs of the page that count. */
function keptWords({ runs }: Snapshot, content: readonly boolean[]): (at: number) => number {
  const spread = new Map<number, number>();
  const kept = new Set<number>();
  runs.forEach((run, at) => {
    if (!content[at]) return;
    for (const word of new Set(run.words.subarray(0, MOST_WORDS))) {
      kept.add(word);
      spread.set(word, (spread.get(word) ?? 0) + 1);
    }
  });
  const count = Math.max(2, content.filter(Boolean).length);
  return (at) => {
    let [all, found] = [0, 0];
    for (const word of new Set(runs[at]?.words.subarray(0, MOST_WORDS))) {
      const weight = Math.log(1 + count / (spread.get(word) ?? 1));
      all += weight;
      if (kept.has(word)) found += weight;
    }
    return share(found, all);
  };
}

/** Returns a writer of the features of dropped runs. Linear in the page and the words of the runs asked about. */
export function droppedFeatures(snapshot: Snapshot, look: ContentScores): (at: number, row: Float32Array) => void {
  const { runs, boxes } = snapshot;
  const { content, content01 } = look;
  const count = runs.length;
  const makeOf = (at: number) => {
    const box = boxes[runs[at]?.box ?? -1];
    return (Math.imul(box?.shape ?? 0, 31) + (boxes[box?.parent ?? -1]?.shape ?? 0)) | 0;
  };
  const makes = new Sums();
  const copies = new Map<number, number>();
  const keptBefore = new Float64Array(count + 1);
  const keptRunsBefore = new Int32Array(count + 1);
  let [prose, proseKept, scoreKept] = [0, 0, 0];
  runs.forEach((run, at) => {
    const kept = content[at] === true;
    makes.add(makeOf(at), run, kept, content01[at] ?? 0);
    copies.set(run.hash, (copies.get(run.hash) ?? 0) + 1);
    keptBefore[at + 1] = (keptBefore[at] ?? 0) + (kept ? run.chars : 0);
    keptRunsBefore[at + 1] = (keptRunsBefore[at] ?? 0) + (kept ? 1 : 0);
    if (kept) scoreKept += content01[at] ?? 0;
    if (run.linkChars > 0 || !isEnded(run) || run.chars < PROSE_CHARS) return;
    prose += run.chars;
    if (kept) proseKept += run.chars;
  });
  const allKept = keptBefore[count] ?? 0;
  const runsKept = keptRunsBefore[count] ?? 0;
  const overlap = keptWords(snapshot, content);
  const titles = new Set(snapshot.title.words);
  const keptIn = (box: { firstRun: number; endRun: number }) =>
    (keptBefore[box.endRun] ?? 0) - (keptBefore[box.firstRun] ?? 0);
  const distance = (at: number, step: 1 | -1) => {
    for (let far = 1; far < FAR; far++) if (content[at + far * step]) return far;
    return FAR;
  };
  const groupAt = { from: 0, to: 0, values: [0, 0, 0, 0, 0, 0] };
  const groupOf = (at: number) => {
    if (at >= groupAt.from && at < groupAt.to) return groupAt.values;
    let [from, to] = [at, at + 1];
    while (from > 0 && !content[from - 1] && at - from < 60) from--;
    while (to < count && !content[to] && to - at < 60) to++;
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
    groupAt.from = at;
    groupAt.to = at + 1;
    groupAt.values = [Math.min(30, size), Math.log(1 + chars), score / size, most, share(link, chars), ended / size];
    return groupAt.values;
  };
  const shared = (at: number) => {
    let box = boxes[runs[at]?.box ?? -1];
    for (let up = 0; up < LEVELS && box; up++, box = boxes[box.parent]) if (keptIn(box) > 0) return { up, box };
    return { up: LEVELS, box: undefined };
  };
  return (at, row) => {
    const run = runs[at];
    if (!run) return;
    const box = boxes[run.box];
    const parent = boxes[box?.parent ?? -1];
    const tag = box?.tag ?? '';
    const make = makes.of(makeOf(at));
    const { up, box: common } = shared(at);
    let words = 0;
    if (run.words.length <= SHORT_LINE_WORDS) for (const word of run.words) words += look.words.get(word) ?? 0;
    let inTitle = 0;
    for (const word of run.words) if (titles.has(word)) inTitle++;
    let column = 0;
    const put = (value: number) => (row[column++] = value);
    put(content01[at] ?? 0);
    put(look.firstLook01[at] ?? 0);
    put(look.threshold);
    put(Math.log(1 + run.chars));
    put(share(run.linkChars, run.chars));
    put(Math.min(10, run.links));
    put(isEnded(run) ? 1 : 0);
    put(Math.min(10, run.stops));
    put(run.last === COLON ? 1 : 0);
    put(share(run.digits, run.chars));
    put(share(run.capitals, run.letters));
    put(run.first === DIGIT ? 1 : 0);
    put(Math.min(5, run.separators));
    put(share(run.strongChars, run.chars));
    put(/^h[1-6]$/.test(tag) ? 1 : 0);
    put(/^(?:li|td|th|dt|dd)$/.test(tag) ? 1 : 0);
    put(tag === 'p' ? 1 : 0);
    put(run.hidden ? 1 : 0);
    put(run.preformatted ? 1 : 0);
    put(look.names(at));
    put(look.worst(at));
    put(Math.max(-4, Math.min(4, words)));
    put(Math.min(5, (copies.get(run.hash) ?? 1) - 1));
    put(distance(at, -1));
    put(distance(at, 1));
    put((keptRunsBefore[at] ?? 0) > 0 && (keptRunsBefore[at] ?? 0) < runsKept ? 1 : 0);
    put(share(keptBefore[at] ?? 0, allKept));
    for (const value of groupOf(at)) put(value);
    put(share(make.kept, make.chars - run.chars));
    put(share(make.kept, allKept));
    put(make.runs > 1 ? (make.score - (content01[at] ?? 0)) / (make.runs - 1) : -1);
    put(parent ? share(keptIn(parent), parent.chars) : -1);
    put(parent ? share(keptIn(parent), allKept) : -1);
    put(up);
    put(common ? share(keptIn(common), common.chars) : -1);
    put(common ? share(keptIn(common), allKept) : -1);
    put(overlap(at));
    put(share(inTitle, run.words.length));
    put(Math.min(200, runsKept));
    put(runsKept > 0 ? scoreKept / runsKept : 0);
    put(share(proseKept, prose));
    put(Math.log(1 + allKept));
    put(Math.log(1 + count));
  };
}
