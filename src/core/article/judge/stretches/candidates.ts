/**
 * Lists stretches of content that could be removed as one: boxes, repeated units, suspected lines, lines below a title,
 * similar lines.
 */
import type { Snapshot } from '../snapshot.ts';
import { DIGIT } from '../features/text-profile.ts';
import { LINE_FEATURE_NAMES, type Lines } from './lines.ts';
import type { Overlap } from './word-overlap.ts';

export const KINDS = ['line', 'box', 'siblings', 'repeated', 'suspected', 'section', 'tail', 'alike'] as const;
export type Kind = (typeof KINDS)[number];

/** A stretch: lines in order, most often without a gap. */
export interface Stretch {
  kind: Kind;
  lines: Int32Array;
  /** Lines until the pattern repeats, for `repeated`. */
  period: number;
}

/** Maximum share of the article in one stretch (0–1, by characters). */
const MOST01 = 0.85;
const LONGEST_PERIOD = 4;
const SUSPECTED = [0.08, 0.2, 0.4, 0.65];
/** Lines within a suspected stretch that may be unsuspected. */
const GAP = 1;
/** Minimum number of similar lines, and their maximum share of all lines. */
const FEWEST_ALIKE = 2;
const MOST_ALIKE01 = 0.5;
/** Maximum number of similar lines that are tried as beginnings of units. */
const MOST_UNITS = 16;
/** Borders looked at in one article, and how many of them one stretch may span. */
const MOST_BORDERS = 28;
const MOST_SPANNED = 10;
const STRAY = LINE_FEATURE_NAMES.indexOf('stray');
const TITLED = LINE_FEATURE_NAMES.indexOf('titled');
const HEADING = LINE_FEATURE_NAMES.indexOf('heading');
const ENDED = LINE_FEATURE_NAMES.indexOf('ended');
const WORDED = LINE_FEATURE_NAMES.indexOf('worded');
/** Lines whose words are this likely a site's go together (log-odds, -1 to 1). */
const WORDED_FROM = 0.35;
const SCRAP = LINE_FEATURE_NAMES.indexOf('scrap');

/** Lines `[from, to)`. */
function lineRange(from: number, to: number): Int32Array {
  const lines = new Int32Array(to - from);
  for (let at = 0; at < lines.length; at++) lines[at] = from + at;
  return lines;
}

/** Gathers stretches, each set of lines once. */
class Collector {
  readonly found: Stretch[] = [];
  private readonly known = new Set<string>();
  private readonly ranges = new Set<number>();
  private readonly lines: Lines;
  constructor(lines: Lines) {
    this.lines = lines;
  }
  range(kind: Kind, from: number, to: number, period = 0): void {
    const { count, before } = this.lines;
    if (from < 0 || to > count || to <= from) return;
    const chars = (before[to] ?? 0) - (before[from] ?? 0);
    if (chars > (before[count] ?? 0) * MOST01) return;
    const key = from * (count + 1) + to;
    if (this.ranges.has(key)) return;
    this.ranges.add(key);
    this.found.push({ kind, period, lines: lineRange(from, to) });
  }
  scattered(list: readonly number[]): void {
    const chars = list.reduce((sum, at) => sum + (this.lines.chars[at] ?? 0), 0);
    if (chars > (this.lines.before[this.lines.count] ?? 0) * MOST01) return;
    const [first = 0] = list;
    if ((list[list.length - 1] ?? 0) - first + 1 === list.length) this.range('alike', first, first + list.length);
    else {
      const key = list.join();
      if (this.known.has(key)) return;
      this.known.add(key);
      this.found.push({ kind: 'alike', period: 0, lines: Int32Array.from(list) });
    }
  }
}

/** Index of the first line at or after each run. */
function linesByRun(snapshot: Snapshot, lines: Lines): Int32Array {
  const first = new Int32Array(snapshot.runs.length + 1).fill(lines.count);
  let at = lines.count - 1;
  for (let run = snapshot.runs.length - 1; run >= 0; run--) {
    if (at >= 0 && lines.runs[at] === run) at--;
    first[run] = at + 1;
  }
  return first;
}

function boxStretches(snapshot: Snapshot, lines: Lines, into: Collector): void {
  const first = linesByRun(snapshot, lines);
  const { boxes } = snapshot;
  let group: { parent: number; shape: number; from: number; to: number; size: number } | undefined;
  const close = () => {
    if (group && group.size > 1) into.range('siblings', group.from, group.to);
    group = undefined;
  };
  const children = new Map<number, number[]>();
  boxes.forEach((box, at) => {
    const from = first[box.firstRun] ?? 0;
    const to = first[box.endRun] ?? 0;
    if (to <= from) return;
    if (to - from > 1) into.range('box', from, to);
    const list = children.get(box.parent);
    if (list) list.push(at);
    else children.set(box.parent, [at]);
  });
  for (const [parent, list] of children) {
    if (list.length < 2) continue;
    for (const at of list) {
      const box = boxes[at];
      if (!box) continue;
      const [from, to] = [first[box.firstRun] ?? 0, first[box.endRun] ?? 0];
      if (group && group.shape === box.shape && group.to === from) {
        group.to = to;
        group.size++;
      } else {
        close();
        group = { parent, shape: box.shape, from, to, size: 1 };
      }
    }
    close();
  }
}

/** Stretches in which every line has the same form as the one `period` lines before. */
function repeatedStretches({ form, make, count }: Lines, into: Collector): void {
  const like = (a: number, b: number) => form[a] === form[b];
  for (let period = LONGEST_PERIOD; period >= 1; period--) {
    for (let start = 0; start + period < count;) {
      let end = start + period;
      while (end < count && like(end, end - period)) end++;
      const whole = start + Math.floor((end - start) / period) * period;
      if (end - start >= 2 * period) {
        into.range('repeated', start, end, period);
        if (period > 1) {
          into.range('repeated', start + 1, end, period);
          if (whole !== end) into.range('repeated', start, whole, period);
        }
      }
      start = Math.max(start + 1, end - period + 1);
    }
  }
  for (let start = 0; start < count;) {
    let end = start + 1;
    while (end < count && make[end] === make[start]) end++;
    if (end - start > 1) into.range('repeated', start, end, 1);
    start = end;
  }
}

function suspectedStretches(lines: Lines, into: Collector): void {
  for (const least of SUSPECTED)
    for (let start = 0; start < lines.count; start++) {
      if (lines.value(STRAY, start) < least) continue;
      let [end, last] = [start + 1, start];
      while (end < lines.count && end - last <= GAP + 1) {
        if (lines.value(STRAY, end) >= least) last = end;
        end++;
      }
      into.range('suspected', start, last + 1);
      start = last;
    }
}

/** Places where the article may end and something else begin, at most `MOST_BORDERS`, in order. */
function bordersOf({ count, gap, make, value }: Lines, overlap: Overlap): number[] {
  const weights: { at: number; weight: number }[] = [];
  for (let at = 1; at < count; at++) {
    const shares = overlap.between(at, at + 2, at - 3, at);
    const isTitle = value(TITLED, at) > 0 || value(HEADING, at) > 0;
    let weight = shares < 0 ? 0.5 : 1 - shares;
    if (isTitle) weight += 1;
    if (value(SCRAP, at) > 0) weight += 0.5;
    if (value(ENDED, at - 1) > 0) weight += 0.5;
    if ((gap[at] ?? 0) > 0) weight += 0.5;
    if (make[at] !== make[at - 1]) weight += 0.6;
    weight += Math.abs(value(STRAY, at) - value(STRAY, at - 1)) * 2;
    weights.push({ at, weight });
  }
  const best = weights.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_BORDERS);
  return best.map(({ at }) => at).toSorted((a, b) => a - b);
}

/** From each border to the borders that follow, and to the end. */
function sectionStretches(lines: Lines, overlap: Overlap, into: Collector): void {
  const borders = [0, ...bordersOf(lines, overlap)];
  borders.forEach((start, index) => {
    if (index > 0) into.range('tail', start, lines.count);
    for (const end of borders.slice(index + 1, index + 1 + MOST_SPANNED)) into.range('section', start, end);
  });
}

/** Lines with the same layout or wording, anywhere in the article. */
function alikeLines(snapshot: Snapshot, lines: Lines, into: Collector): void {
  const groups = new Map<string, number[]>();
  const add = (key: string, at: number) => {
    const list = groups.get(key);
    if (list) list.push(at);
    else groups.set(key, [at]);
  };
  for (let at = 0; at < lines.count; at++) {
    const run = snapshot.runs[lines.runs[at] ?? -1];
    if (!run) continue;
    add(`m${lines.make[at]}`, at);
    add(`f${lines.make[at]}/${lines.form[at]}`, at);
    if (run.first === DIGIT) add(`d${lines.form[at]}`, at);
    if (run.separators > 0) add(`|${lines.form[at]}`, at);
    if (run.links > 0) add(`a${lines.form[at]}`, at);
    if (run.trails) add('…', at);
    if (lines.value(WORDED, at) >= WORDED_FROM) add('worded', at);
    if (run.words.length > 2) add(`w${run.words[0]}/${run.words[1]}`, at);
    if (run.words.length > 1) add(`s${run.words[0]}/${lines.form[at]}`, at);
  }
  const most = Math.max(FEWEST_ALIKE, lines.count * MOST_ALIKE01);
  for (const list of groups.values()) {
    if (list.length < FEWEST_ALIKE || list.length > most) continue;
    into.scattered(list);
    if (list.length <= MOST_UNITS) scatteredUnits(list, lines.count, into);
  }
}

/** Units that begin with alike lines: each line with the one, two or three after it, or the one before. */
function scatteredUnits(list: readonly number[], count: number, into: Collector): void {
  const spread = Math.min(...list.slice(1).map((at, index) => at - (list[index] ?? 0)));
  for (const more of [-1, 1, 2, 3]) {
    if (spread <= Math.abs(more)) continue;
    const units = list.flatMap((at) =>
      more < 0 ? [at - 1, at] : Array.from({ length: more + 1 }, (_, step) => at + step),
    );
    into.scattered(units.filter((at) => at >= 0 && at < count));
  }
}

/** All stretches worth a look, about five to ten for each line. */
export function candidatesOf(snapshot: Snapshot, lines: Lines, overlap: Overlap): Stretch[] {
  const into = new Collector(lines);
  boxStretches(snapshot, lines, into);
  repeatedStretches(lines, into);
  suspectedStretches(lines, into);
  sectionStretches(lines, overlap, into);
  alikeLines(snapshot, lines, into);
  for (let at = 0; at < lines.count; at++) into.range('line', at, at + 1);
  return into.found;
}
