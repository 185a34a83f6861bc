/** Features of a stretch as a whole, and of the article without it. */
import type { Snapshot } from '../snapshot.ts';
import { KINDS, type Stretch } from './candidates.ts';
import type { Evidence } from './evidence.ts';
import { LINE_COLUMN as COLUMN, LINE_FEATURES, LINE_FEATURE_NAMES, type Lines } from './lines.ts';

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
  firstOwn: 'share of its first line’s words that stand in its other lines; -1 where it is one line',
  firstRest: 'share of its first line’s words that stand in the other lines of the article',
  secondDated: '1 where its second or third line tells a day or a time; -1 where it is one line',
  beforeDated: '1 where one of the two lines before it tells a day or a time',
  beforeColon: '1 where the line before it ends with a colon, as before a list; -1 where there is none',
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

/** Every feature with one line of documentation, in the order of a row's columns. */
export const STRETCH_FEATURES: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(OWN),
  ...LINE_FEATURE_NAMES.map((name) => [`in ${name}`, `mean over its lines: ${LINE_FEATURES[name]}`]),
  ...LINE_FEATURE_NAMES.map((name) => [`rest ${name}`, `mean over the other lines: ${LINE_FEATURES[name]}`]),
]);
export const STRETCH_FEATURE_NAMES = Object.keys(STRETCH_FEATURES);
export const STRETCH_WIDTH = STRETCH_FEATURE_NAMES.length;

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

/** The mean of the values that are not negative; -1 if there are none. */
function meanAt(list: Int32Array, size: number, values: Float64Array, isOf?: (at: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let index = 0; index < size; index++) {
    const at = list[index] ?? 0;
    const one = values[at] ?? -1;
    if (one < 0 || isOf?.(at) === false) continue;
    sum += one;
    count++;
  }
  return count ? sum / count : -1;
}

/** What one look at each line of a stretch gives. */
function tallyOf({ lines, overlap }: Evidence, { lines: list, period }: Stretch, scattered: boolean) {
  const tally = { chars: 0, gaps: 0, regular: 0, same: 0, strayMost: 0, strayLeast: 1, contentLeast: 1, makes: 0 };
  const makes = new Set<number>();
  const step = Math.max(1, period);
  for (let index = 0; index < list.length; index++) {
    const at = list[index] ?? 0;
    tally.chars += lines.chars[at] ?? 0;
    if (index > 0 && !scattered) tally.gaps += lines.gap[at] ?? 0;
    if (index >= step && lines.form[at] === lines.form[list[index - step] ?? 0]) tally.regular++;
    makes.add(lines.make[at] ?? 0);
    if ((overlap.sameStart[at] ?? 0) > 1) tally.same++;
    const stray = lines.value(COLUMN.stray, at);
    tally.strayMost = Math.max(tally.strayMost, stray);
    tally.strayLeast = Math.min(tally.strayLeast, stray);
    tally.contentLeast = Math.min(tally.contentLeast, lines.value(COLUMN.content, at));
  }
  return { ...tally, makes: makes.size };
}

/** How many lines outside `[first, last]` are made as the first is, and how many are of its form. */
function likeFirst({ makes, forms, make, form }: Lines, first: number, last: number): { make: number; form: number } {
  const like = { make: makes.get(make[first] ?? 0) ?? 0, form: forms.get(form[first] ?? 0) ?? 0 };
  for (let at = first; at <= last; at++) {
    if (make[at] === make[first]) like.make--;
    if (form[at] === form[first]) like.form--;
  }
  return like;
}

const inside = new Float64Array(LINE_FEATURE_NAMES.length);

/** Writes the means of all line features over the stretch to `inside`. */
function averageInside(lines: Lines, list: Int32Array, first: number, end: number, scattered: boolean): void {
  const width = inside.length;
  if (!scattered) {
    for (let feature = 0; feature < width; feature++) inside[feature] = lines.mean(feature, first, end);
    return;
  }
  inside.fill(0);
  for (const at of list)
    for (let feature = 0; feature < width; feature++)
      inside[feature] = (inside[feature] ?? 0) + (lines.features[at * width + feature] ?? 0);
  for (let feature = 0; feature < width; feature++) inside[feature] = (inside[feature] ?? 0) / list.length;
}

/** Writes the features of stretch `index` of the evidence to `row`, `STRETCH_WIDTH` numbers. */
export function writeFeatures(evidence: Evidence, index: number, row: Float32Array): void {
  const { snapshot, lines, overlap, usual, words } = evidence;
  const stretch = evidence.stretches[index];
  if (!stretch) return;
  const { lines: list, period } = stretch;
  const size = list.length;
  const first = list[0] ?? 0;
  const last = list[size - 1] ?? 0;
  const end = last + 1;
  const scattered = end - first !== size;
  const { count, before } = lines;
  const all = before[count] || 1;
  const tally = tallyOf(evidence, stretch, scattered);
  const others = Math.max(1, count - size);
  const like = likeFirst(lines, first, last);
  const near = (feature: number, at: number) => (at >= 0 && at < count ? lines.value(feature, at) : -1);
  const around = scattered ? { tag: 0, alone: false } : boxAround(snapshot, lines, first, last);
  averageInside(lines, list, first, end, scattered);
  const rest = (feature: number) => ((usual.sums[feature] ?? 0) - (inside[feature] ?? 0) * size) / others;
  const shared = words.rest[index] ?? -1;
  const step = Math.max(1, period);
  const isTitle = (at: number) => lines.value(COLUMN.titled, at) > 0 && at + 1 < count;
  let column = 0;
  const put = (value: number) => (row[column++] = value);
  put(KINDS.indexOf(stretch.kind));
  put(Math.min(40, size));
  put(Math.log(1 + tally.chars) / 10);
  put(tally.chars / all);
  put(size / count);
  put((before[first] ?? 0) / all);
  put(1 - (before[end] ?? 0) / all);
  put(Math.min(20, count - end));
  put(Math.min(20, first));
  put(scattered ? 1 : 0);
  put(Math.min(10, lines.gap[first] ?? 0));
  put(Math.min(10, end < count ? (lines.gap[end] ?? 0) : 0));
  put(Math.min(5, tally.gaps / size));
  put(tally.strayMost);
  put(tally.strayLeast);
  put(tally.contentLeast);
  put(near(COLUMN.stray, first - 1));
  put(near(COLUMN.stray, end));
  put(rest(COLUMN.stray));
  put(shared);
  put(shared - usual.line);
  put(words.crossing[index] ?? -1);
  put(meanAt(list, size, overlap.line));
  put(words.before[index] ?? -1);
  put(words.after[index] ?? -1);
  put(words.across[index] ?? -1);
  put(usual.next);
  put(meanAt(list, size - 1, overlap.next));
  put(meanAt(list, size, overlap.next, isTitle));
  put(meanAt(list, size, overlap.title));
  put(usual.title);
  put(overlap.title[first] ?? -1);
  put(words.firstOwn[index] ?? -1);
  put(words.firstRest[index] ?? -1);
  put(size > 1 ? Math.max(lines.value(COLUMN.dated, list[1] ?? 0), lines.value(COLUMN.dated, list[2] ?? -1)) : -1);
  put(Math.max(near(COLUMN.dated, first - 1), near(COLUMN.dated, first - 2)));
  put(near(COLUMN.colon, first - 1));
  put(period);
  put(size > step ? tally.regular / (size - step) : 0);
  put(tally.makes / size);
  put(like.make / others);
  put(tally.same / size);
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
  put(like.form / others);
  put(around.alone ? 1 : 0);
  put(around.tag);
  put(Math.max(-10, Math.min(10, (snapshot.boxes[lines.box[first] ?? -1]?.depth ?? 0) - usual.depth)));
  put(Math.min(200, count) / 200);
  put(snapshot.plain ? 1 : 0);
  for (const mean of inside) put(mean);
  for (let feature = 0; feature < inside.length; feature++) put(rest(feature));
}
