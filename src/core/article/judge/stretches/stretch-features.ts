/** What can be said of a stretch as a whole, and of the article without it. */
import type { Snapshot } from '../snapshot.ts';
import { KINDS, type Stretch } from './candidates.ts';
import { LINE_FEATURES, LINE_FEATURE_NAMES, type Lines } from './lines.ts';
import type { Overlap } from './word-overlap.ts';

const OWN = {
  kind: 'how the stretch was found, by its index among the kinds',
  lines: 'lines, up to 40',
  chars: 'logarithm of the characters, divided by 10',
  charShare: 'share of the article’s characters',
  lineShare: 'share of the article’s lines',
  start: 'share of the article’s characters before it',
  after: 'share of the article’s characters after it',
  linesAfter: 'lines after it, up to 20',
  linesBefore: 'lines before it, up to 20',
  scattered: '1 where other lines stand between',
  gapBefore: 'runs without content right before it, up to 10',
  gapAfter: 'runs without content right after it, up to 10',
  gapWithin: 'runs without content within it, for each line, up to 5',
  strayMost: 'highest suspicion of a line',
  strayLeast: 'lowest suspicion of a line',
  contentLeast: 'lowest score of a line that it is content',
  strayBefore: 'suspicion of the line before; -1 where there is none',
  strayAfter: 'suspicion of the line after; -1 where there is none',
  restStray: 'mean suspicion of the other lines',
  overlap: 'share of its words that stand in the rest of the article',
  overlapUsual: 'the same, less what a line of the article has in common with the others',
  crossing: 'telling words that stand both in it and outside, against chance (1), up to 3; -1 where none tells',
  overlapLines: 'mean share of a line’s words that stand in any other line',
  beforeIn: 'share of its first two lines’ words that stand in the three lines before; -1 where there are none',
  afterIn: 'share of its last two lines’ words that stand in the three lines after; -1 where there are none',
  across:
    'share of the words of the two lines after it that stand in the three lines before it; -1 where there are none',
  beforeUsual: 'mean share of words that a line of the article has in common with the next',
  within: 'mean share of words that a line of it has in common with the next; -1 where it is one line',
  titlePairs: 'the same, of lines that look like titles; -1 where there are none',
  title: 'mean share of its lines’ words that stand in the document’s title',
  titleRest: 'the same, of the other lines',
  titleFirst: 'share of its first line’s words that stand in the document’s title',
  period: 'lines until its pattern repeats; 0 where it was not found so',
  regular: 'share of lines of the same form as the one a period (or one line) before',
  makes: 'different makes for each line',
  commonMake: 'share of the article’s other lines that are made as its first line is',
  sameStart: 'share of lines that begin with a word with which another line begins',
  firstTitled: '1 where its first line looks like a title',
  firstLink: 'share of its first line’s characters in links',
  firstLength: 'logarithm of its first line’s characters, divided by 8',
  firstHeading: '1 where its first line is h1–h6',
  firstNamed: 'token log-odds of the class names around its first line, from -1 to 1',
  lastEnded: '1 where its last line ends as a sentence does',
  beforeEnded: '1 where the line before it ends as a sentence does; -1 where there is none',
  beforeTitled: '1 where the line before it looks like a title; -1 where there is none',
  afterTitled: '1 where the line after it looks like a title; -1 where there is none',
  beforeMake: '1 where the line before it is made as its first line is',
  afterMake: '1 where the line after it is made as its last line is',
  sameForm: 'share of the other lines that are of the same form as its first line',
  boxed: '1 where a box holds it and no other line',
  boxTag: 'what that box is: 0 none, 1 list, 2 table, 3 section, 4 article, 5 quotation, 6 aside, 7 other',
  depth: 'levels that the first line’s box lies deeper than the prose of the article, from -10 to 10',
  pageLines: 'lines of the article, up to 200, divided by 200',
  plain: '1 for a page of plain text',
} as const;

/** Every feature with a line on what it says, in the order of a row's columns. */
export const STRETCH_FEATURES: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(OWN),
  ...LINE_FEATURE_NAMES.map((name) => [`in ${name}`, `mean over its lines: ${LINE_FEATURES[name]}`]),
  ...LINE_FEATURE_NAMES.map((name) => [`rest ${name}`, `mean over the other lines: ${LINE_FEATURES[name]}`]),
]);
export const STRETCH_FEATURE_NAMES = Object.keys(STRETCH_FEATURES);
export const STRETCH_WIDTH = STRETCH_FEATURE_NAMES.length;

const COLUMN = Object.fromEntries(LINE_FEATURE_NAMES.map((name, at) => [name, at])) as Record<
  keyof typeof LINE_FEATURES,
  number
>;
const BOX_TAGS: Readonly<Record<string, number>> = {
  ul: 1,
  ol: 1,
  dl: 1,
  table: 2,
  tbody: 2,
  section: 3,
  article: 4,
  blockquote: 5,
  aside: 6,
};

/** The smallest box that holds lines `[first, last]`, and whether it holds no other. */
function boxAround(snapshot: Snapshot, lines: Lines, first: number, last: number): { tag: number; alone: boolean } {
  const from = lines.runs[first] ?? 0;
  const to = lines.runs[last] ?? 0;
  let box = snapshot.boxes[lines.box[first] ?? -1];
  while (box && (box.firstRun > from || box.endRun <= to)) box = snapshot.boxes[box.parent];
  if (!box) return { tag: 0, alone: false };
  const before = first > 0 ? (lines.runs[first - 1] ?? -1) : -1;
  const after = first + 1 <= lines.count && last + 1 < lines.count ? (lines.runs[last + 1] ?? 0) : Infinity;
  const alone = box.firstRun > before && box.endRun <= after;
  return { tag: alone ? (BOX_TAGS[box.tag] ?? 7) : 0, alone };
}

/** What is known of the article as a whole, worked out once a page. */
export interface Usual {
  line: number;
  next: number;
  title: number;
  depth: number;
}

const meanOf = (values: Float64Array) => {
  let [sum, count] = [0, 0];
  for (const value of values)
    if (value >= 0) {
      sum += value;
      count++;
    }
  return count ? sum / count : 0;
};

export function usualOf(snapshot: Snapshot, lines: Lines, overlap: Overlap): Usual {
  let [sum, weight] = [0, 0];
  for (let at = 0; at < lines.count; at++) {
    if (lines.value(COLUMN.usual, at) === 0) continue;
    sum += (snapshot.boxes[lines.box[at] ?? -1]?.depth ?? 0) * (lines.chars[at] ?? 0);
    weight += lines.chars[at] ?? 0;
  }
  return {
    line: meanOf(overlap.line),
    next: meanOf(overlap.next),
    title: meanOf(overlap.title),
    depth: weight ? sum / weight : 0,
  };
}

function meanAt(list: ArrayLike<number>, value: (at: number) => number): number {
  let [sum, count] = [0, 0];
  for (let index = 0; index < list.length; index++) {
    const one = value(list[index] ?? 0);
    if (one < 0) continue;
    sum += one;
    count++;
  }
  return count ? sum / count : -1;
}

/** Writes the features of one stretch to `row`, `STRETCH_WIDTH` numbers. */
export function writeFeatures(
  snapshot: Snapshot,
  lines: Lines,
  overlap: Overlap,
  usual: Usual,
  stretch: Stretch,
  row: Float32Array,
): void {
  const { lines: list, period } = stretch;
  const size = list.length;
  const first = list[0] ?? 0;
  const last = list[size - 1] ?? 0;
  const scattered = last - first + 1 !== size;
  const { count, before } = lines;
  const all = before[count] || 1;
  let [chars, gaps, regular, same, most, least, contentLeast] = [0, 0, 0, 0, 0, 1, 1];
  const makes = new Set<number>();
  const step = Math.max(1, period);
  for (let index = 0; index < size; index++) {
    const at = list[index] ?? 0;
    chars += lines.chars[at] ?? 0;
    if (index > 0 && !scattered) gaps += lines.gap[at] ?? 0;
    if (index >= step && lines.form[at] === lines.form[list[index - step] ?? 0]) regular++;
    makes.add(lines.make[at] ?? 0);
    if ((overlap.sameStart[at] ?? 0) > 1) same++;
    const stray = lines.value(COLUMN.stray, at);
    most = Math.max(most, stray);
    least = Math.min(least, stray);
    contentLeast = Math.min(contentLeast, lines.value(COLUMN.content, at));
  }
  const others = Math.max(1, count - size);
  let likeFirst = lines.makes.get(lines.make[first] ?? 0) ?? 0;
  let formLike = lines.forms.get(lines.form[first] ?? 0) ?? 0;
  for (let at = first; at <= last; at++) {
    if (lines.make[at] === lines.make[first]) likeFirst--;
    if (lines.form[at] === lines.form[first]) formLike--;
  }
  const near = (feature: number, at: number) => (at >= 0 && at < count ? lines.value(feature, at) : -1);
  const words = overlap.withRest(list);
  const around = scattered ? { tag: 0, alone: false } : boxAround(snapshot, lines, first, last);
  const end = last + 1;
  let column = 0;
  const put = (value: number) => (row[column++] = value);
  put(KINDS.indexOf(stretch.kind));
  put(Math.min(40, size));
  put(Math.log(1 + chars) / 10);
  put(chars / all);
  put(size / count);
  put((before[first] ?? 0) / all);
  put(1 - (before[end] ?? 0) / all);
  put(Math.min(20, count - end));
  put(Math.min(20, first));
  put(scattered ? 1 : 0);
  put(Math.min(10, lines.gap[first] ?? 0));
  put(Math.min(10, end < count ? (lines.gap[end] ?? 0) : 0));
  put(Math.min(5, gaps / size));
  put(most);
  put(least);
  put(contentLeast);
  put(near(COLUMN.stray, first - 1));
  put(near(COLUMN.stray, end));
  const rest = (feature: number) => {
    const total = lines.mean(feature, 0, count) * count;
    return (total - meanIn(feature) * size) / others;
  };
  const meanIn = (feature: number) =>
    scattered ? meanAt(list, (at) => lines.value(feature, at) + 1) - 1 : lines.mean(feature, first, end);
  put(rest(COLUMN.stray));
  put(words);
  put(words - usual.line);
  put(overlap.crossing(list, chars / all));
  put(meanAt(list, (at) => overlap.line[at] ?? -1));
  put(first > 0 ? overlap.between(first, Math.min(end, first + 2), first - 3, first) : -1);
  put(end < count ? overlap.between(Math.max(first, end - 2), end, end, end + 3) : -1);
  put(first > 0 && end < count && !scattered ? overlap.between(end, end + 2, first - 3, first) : -1);
  put(usual.next);
  const inner = list.subarray(0, size - 1);
  put(size > 1 ? meanAt(inner, (at) => overlap.next[at] ?? -1) : -1);
  put(meanAt(list, (at) => (lines.value(COLUMN.titled, at) > 0 && at + 1 < count ? (overlap.next[at] ?? -1) : -1)));
  put(meanAt(list, (at) => overlap.title[at] ?? -1));
  put(usual.title);
  put(overlap.title[first] ?? -1);
  put(period);
  put(size > step ? regular / (size - step) : 0);
  put(makes.size / size);
  put(likeFirst / others);
  put(same / size);
  put(lines.value(COLUMN.titled, first));
  put(lines.value(COLUMN.link, first));
  put(lines.value(COLUMN.length, first));
  put(lines.value(COLUMN.heading, first));
  put(lines.value(COLUMN.named, first));
  put(lines.value(COLUMN.ended, last));
  put(near(COLUMN.ended, first - 1));
  put(near(COLUMN.titled, first - 1));
  put(near(COLUMN.titled, end));
  put(first > 0 && lines.make[first - 1] === lines.make[first] ? 1 : 0);
  put(end < count && lines.make[end] === lines.make[last] ? 1 : 0);
  put(formLike / others);
  put(around.alone ? 1 : 0);
  put(around.tag);
  put(Math.max(-10, Math.min(10, (snapshot.boxes[lines.box[first] ?? -1]?.depth ?? 0) - usual.depth)));
  put(Math.min(200, count) / 200);
  put(snapshot.plain ? 1 : 0);
  for (let feature = 0; feature < LINE_FEATURE_NAMES.length; feature++) put(meanIn(feature));
  for (let feature = 0; feature < LINE_FEATURE_NAMES.length; feature++) put(rest(feature));
}
