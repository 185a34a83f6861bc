/**
 * The content of a page as a list of lines: what each looks like, and prefix sums so that any stretch is averaged at
 * once.
 */
import type { SnapshotRun, Snapshot } from '../snapshot.ts';
import { phraseKind } from './inserted-phrases.ts';
import { CAPITAL, CLOSING, COLON, DIGIT, ELLIPSIS, SEPARATOR, STOP } from '../features/text-profile.ts';

/** A line of more characters than this is too long for a title (characters but white space). */
const TITLE_CHARS = 140;
/** A line shorter than this that is a third digits is a date or a count (characters but white space). */
const SCRAP_CHARS = 30;
/** A line longer than this without a final stop is cut off rather than a title (characters other than white space). */
const BREAKS_AFTER = 140;
/** A line longer than this is prose (characters but white space). */
const PROSE_CHARS = 60;

/** The features that are averaged over a stretch and over the rest of the article. All are 0–1 unless stated. */
export const LINE_FEATURES = {
  stray: 'the forest’s suspicion that the line is a stray among content',
  suspicion: 'the same at first sight, before the lines around were known',
  content: 'the forest’s score that the line is content',
  link: 'share of characters in links',
  linked: '1 where more than four fifths of the line is link',
  links: 'links in the line, up to 5, divided by 5',
  ended: '1 where the line ends as a sentence does',
  broken: '1 where a long line ends without a stop, or with an ellipsis',
  titled: '1 for a short line of words without a stop at its end',
  scrap: '1 for a short line of which a third is digits: a date, a count',
  colon: '1 where the line ends with a colon',
  separated: '1 where signs that part a title from tags stand in the line',
  numbered: '1 where the line begins with a digit',
  strong: 'share of bold characters',
  length: 'logarithm of the characters, divided by 8',
  quoted: '1 where the line begins with a quotation mark',
  marked: '1 where the line begins with a bullet, a dash or an arrow',
  usual: '1 where the line is made like most of the article’s prose',
  capitals: 'share of capitals among letters',
  images: '1 where a picture stands in the line',
  time: '1 where the line holds a time element or is mostly a date',
  heading: '1 for h1–h6',
  item: '1 for an item of a list or a cell of a table',
  copied: '1 where the same line stands beside it',
  named: 'token log-odds of the class names around the line, from -1 to 1',
  prose: '1 for a linkless line of whole sentences',
  worded: 'token log-odds of a short line’s words that a site inserted it, from -1 to 1',
  wordedMost: 'the same of its most telling word',
  lead: '1 where it begins with a phrase that names another article, as "Read also"',
  call: '1 where it asks the reader to do something for the site, as "Follow us on"',
  notice: '1 where it tells the site’s rights, as "All rights reserved"',
  labelled: '1 where it begins with a few words and a colon or bar',
  dated: '1 for a short line without a stop of which digits are an eighth: a byline with its day, a time to read',
  asks: '1 where the line ends with a question mark',
  pictured: '1 where a picture stands in its box, or in the small box around',
  caption: '1 for a caption of a figure',
} as const;
export type LineFeature = keyof typeof LINE_FEATURES;
export const LINE_FEATURE_NAMES = Object.keys(LINE_FEATURES) as LineFeature[];
/** The column of each line feature. */
export const LINE_COLUMN = Object.fromEntries(LINE_FEATURE_NAMES.map((name, at) => [name, at])) as Record<
  LineFeature,
  number
>;
const WIDTH = LINE_FEATURE_NAMES.length;

/** Scores of each run that the lines are made with. */
export interface LineScores {
  content01: Float32Array;
  suspicion01: Float32Array;
  stray01: Float32Array;
  /** Token log-odds of class names around each run, about -30 to 30. */
  names: (run: number) => number;
  /** Token log-odds, by a word’s hash, that the site inserted a short line with this word; about -4 to 4. */
  words: ReadonlyMap<number, number>;
}

/** The lines of a page’s content, in reading order. `at` is an index among lines, not runs. */
export interface Lines {
  count: number;
  /** The run of each line. */
  runs: Int32Array;
  chars: Float64Array;
  /** Sum of characters of the lines before each; one longer than `count`. */
  before: Float64Array;
  /** The coarse form of each line, for example title or excerpt. */
  form: Int32Array;
  /** The shapes of the line's box and of its parent: equal for lines with the same layout. */
  make: Int32Array;
  parent: Int32Array;
  box: Int32Array;
  /** How many lines are of each form and make. */
  forms: ReadonlyMap<number, number>;
  makes: ReadonlyMap<number, number>;
  /** Runs without content right before the line. */
  gap: Int32Array;
  /** The mean of a feature over lines `[from, to)`; 0 if there are none. */
  mean(feature: number, from: number, to: number): number;
  value(feature: number, at: number): number;
  features: Float32Array;
}

function makeOf({ boxes }: Snapshot, box: number): number {
  const own = boxes[box];
  const parent = boxes[own?.parent ?? -1];
  return (Math.imul(own?.shape ?? 0, 31) + (parent?.tag.length ?? 0) * 7 + (parent?.names.length ?? 0)) | 0;
}

const isEnded = ({ last, trails }: SnapshotRun) => (last === STOP || last === CLOSING) && !trails;

/** A line that tells a day or a time is no longer than this (characters but white space). */
const DATED_CHARS = 60;
const isDated = ({ hasTime, digits, chars, last }: SnapshotRun) =>
  chars <= DATED_CHARS && (hasTime || (digits > 0 && digits * 8 >= chars && last !== STOP));

/** The box around a picture and its words holds no more lines than this. */
const CARD_LINES = 4;

function isPictured({ boxes }: Snapshot, at: number): boolean {
  const box = boxes[at];
  const around = boxes[box?.parent ?? -1];
  if (box && box.images > 0 && box.endRun - box.firstRun <= CARD_LINES) return true;
  return around !== undefined && around.images > 0 && around.endRun - around.firstRun <= CARD_LINES;
}

/** In lines with more words than this, single words are not evidence. */
const SHORT_LINE_WORDS = 16;
const MOST_LOG_ODDS = 6;

/** Sum and extreme of the log-odds of a short line’s words, from -1 to 1. */
function wordedOf({ words }: SnapshotRun, odds: ReadonlyMap<number, number>): [number, number] {
  if (words.length > SHORT_LINE_WORDS) return [0, 0];
  let [sum, most] = [0, 0];
  for (const word of words) {
    const one = odds.get(word) ?? 0;
    sum += one;
    most = Math.max(most, one);
  }
  return [Math.max(-1, Math.min(1, sum / MOST_LOG_ODDS)), Math.min(1, most / MOST_LOG_ODDS)];
}

function featuresOf(snapshot: Snapshot, at: number, scores: LineScores, isUsual: boolean): number[] {
  const run = snapshot.runs[at];
  if (!run) return [];
  const { chars, linkChars, digits, letters } = run;
  const tag = snapshot.boxes[run.box]?.tag ?? '';
  const ended = isEnded(run);
  const scrap = chars < SCRAP_CHARS && digits * 3 >= chars;
  const broken = run.trails || run.last === ELLIPSIS || (chars > BREAKS_AFTER && !ended && run.last !== COLON);
  const one = (value: boolean) => (value ? 1 : 0);
  const phrase = phraseKind(run, snapshot.title.words);
  return [
    scores.stray01[at] ?? 0,
    scores.suspicion01[at] ?? 0,
    scores.content01[at] ?? 0,
    chars > 0 ? linkChars / chars : 0,
    one(linkChars > chars * 0.8),
    Math.min(5, run.links) / 5,
    one(ended),
    one(broken),
    one(!scrap && !ended && !broken && run.last !== COLON && chars <= TITLE_CHARS && run.words.length > 1),
    one(scrap),
    one(run.last === COLON),
    one(run.separators > 0),
    one(run.first === DIGIT),
    chars > 0 ? run.strongChars / chars : 0,
    Math.log(1 + chars) / 8,
    one(run.first === CLOSING),
    one(run.first === SEPARATOR || (run.first !== CAPITAL && run.first === 0)),
    one(isUsual),
    letters > 0 ? run.capitals / letters : 0,
    one(run.images > 0),
    one(run.hasTime),
    one(/^h[1-6]$/.test(tag)),
    one(tag === 'li' || tag === 'td' || tag === 'dd' || tag === 'dt'),
    one(run.hash === snapshot.runs[at - 1]?.hash || run.hash === snapshot.runs[at + 1]?.hash),
    Math.max(-1, Math.min(1, scores.names(at) / 30)),
    one(ended && linkChars === 0 && chars > PROSE_CHARS),
    ...wordedOf(run, scores.words),
    one(phrase === 'lead'),
    one(phrase === 'call'),
    one(phrase === 'notice'),
    one(run.labelled),
    one(isDated(run)),
    one(run.asks),
    one(isPictured(snapshot, run.box)),
    one(tag === 'figcaption'),
  ];
}

function formOf(run: SnapshotRun, tag: string): number {
  const ended = isEnded(run) || run.last === COLON;
  const scrap = run.chars < SCRAP_CHARS && run.digits * 3 >= run.chars;
  const form = scrap
    ? 0
    : run.trails
      ? 4
      : run.chars > TITLE_CHARS
        ? 1
        : ended && run.chars > PROSE_CHARS
          ? 1
          : ended
            ? 2
            : 3;
  const kind = tag === 'li' ? 1 : /^h[1-6]$/.test(tag) ? 2 : tag === 'td' || tag === 'dd' ? 3 : 0;
  return form * 8 + kind * 2 + (run.linkChars * 2 > run.chars ? 1 : 0);
}

/** The make that most of the linkless prose has. */
function usualMake(snapshot: Snapshot, order: readonly number[]): number {
  const sums = new Map<number, number>();
  let [best, most] = [0, -1];
  for (const at of order) {
    const run = snapshot.runs[at];
    if (!run || run.linkChars * 4 > run.chars || run.chars < PROSE_CHARS) continue;
    const make = makeOf(snapshot, run.box);
    const sum = (sums.get(make) ?? 0) + run.chars;
    sums.set(make, sum);
    if (sum > most) [best, most] = [make, sum];
  }
  return best;
}

function timesOf(values: Int32Array): Map<number, number> {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

/** Lists the runs that count as content. Linear in the page. */
export function linesOf(snapshot: Snapshot, content: readonly boolean[], scores: LineScores): Lines {
  const order: number[] = [];
  content.forEach((one, at) => {
    if (one) order.push(at);
  });
  const count = order.length;
  const usual = usualMake(snapshot, order);
  const features = new Float32Array(count * WIDTH);
  const sums = new Float64Array((count + 1) * WIDTH);
  const before = new Float64Array(count + 1);
  const lines = {
    chars: new Float64Array(count),
    form: new Int32Array(count),
    make: new Int32Array(count),
    parent: new Int32Array(count),
    box: new Int32Array(count),
    gap: new Int32Array(count),
  };
  order.forEach((index, at) => {
    const run = snapshot.runs[index];
    if (!run) return;
    const make = makeOf(snapshot, run.box);
    features.set(featuresOf(snapshot, index, scores, make === usual), at * WIDTH);
    for (let feature = 0; feature < WIDTH; feature++)
      sums[(at + 1) * WIDTH + feature] = (sums[at * WIDTH + feature] ?? 0) + (features[at * WIDTH + feature] ?? 0);
    before[at + 1] = (before[at] ?? 0) + run.chars;
    lines.chars[at] = run.chars;
    lines.form[at] = formOf(run, snapshot.boxes[run.box]?.tag ?? '');
    lines.make[at] = make;
    lines.box[at] = run.box;
    lines.parent[at] = snapshot.boxes[run.box]?.parent ?? -1;
    lines.gap[at] = at > 0 ? index - (order[at - 1] ?? 0) - 1 : 0;
  });
  return {
    ...lines,
    forms: timesOf(lines.form),
    makes: timesOf(lines.make),
    count,
    before,
    features,
    runs: Int32Array.from(order),
    value: (feature, at) => features[at * WIDTH + feature] ?? 0,
    mean: (feature, from, to) =>
      to > from ? ((sums[to * WIDTH + feature] ?? 0) - (sums[from * WIDTH + feature] ?? 0)) / (to - from) : 0,
  };
}
