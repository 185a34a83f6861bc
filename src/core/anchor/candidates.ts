/**
 * Finds the places of a folded text where a passage may be: the same words anywhere, changed words where enough runs
 * agree, and two parts of it with an insertion in between.
 */
import { type Alignment, type Part, align, core, part, share } from './align.ts';
import { type Grams, occurrences, windowsFor } from './grams.ts';
import { partedPlaces } from './parted.ts';
import { EDGE, standing } from './standing.ts';

/** A passage, folded: its words and the context on each side. */
export interface Needle {
  prefix: Uint16Array;
  exact: Uint16Array;
  suffix: Uint16Array;
  exactFolded: string;
  /** 1 for each letter of `exact` that begins a word (each letter in scripts without spaces). */
  begins: Uint8Array;
  /** The letters of `exact` that begin a line, except for the first. */
  lines: number[];
}

/** How much of the context is around a place: the shares (0–1) of unchanged letters, of all and of the nearest. */
export interface Context {
  prefix01: number;
  suffix01: number;
  nearPrefix01: number;
  nearSuffix01: number;
}

/** A place [start, end) in folded letters, with measures of the match. */
export interface Candidate extends Context {
  start: number;
  end: number;
  /** Share of the passage's letters that are unchanged there, 0–1. */
  kept01: number;
  /** Share of the place's letters, the gap aside, that are the passage's, 0–1. */
  own01: number;
  /** How it was found. */
  by: 'exact' | 'whole' | 'split' | 'parted';
  /** Letters set between the two parts of a split passage. */
  gap: number;
  /**
   * For a passage of several lines of which some are complete and the others gone: how much of the nearest context is
   * on their side.
   */
  halved01?: number;
  /** Which copy of the exact words it is, and of how many; absent for other words. */
  copy?: { index: number; count: number };
}

/** Copies of the exact words that are compared in detail. */
const MOST_COPIES = 24;
/** Most copies that are considered at all. */
const MOST_HITS = 2000;
/** Windows aligned for changed words. */
const MOST_WINDOWS = 4;
/** A window with less than this share of the best one's votes is not aligned. */
const VOTES_FLOOR = 0.25;
/** Longer passages are found by their two ends alone. Folded letters. */
const LONG = 256;
/** Folded letters of an end. */
const END = 128;
/** Shorter passages are not split. */
const SPLIT_FLOOR = 20;
/** Two parts may drift this far apart: paragraphs or advertisements set in between. */
const MOST_GAP = 2600;
/** Nearest letters of context. */
const NEAR = 16;
/** Text around a window that edits may have shifted: a share of the passage, and folded letters. */
const SLACK_SHARE = 0.25;
const SLACK = 40;
/** A place with at least this share of the passage needs no split. */
const GOOD = 0.85;
const FULL: Context = { prefix01: 1, suffix01: 1, nearPrefix01: 1, nearSuffix01: 1 };

/** All candidate places, unordered. O(passage × windows); see `align`. */
export function candidates(grams: Grams, needle: Needle, hint: number): Candidate[] {
  const found = exactPlaces(grams, needle, hint);
  if (found.some((c) => c.prefix01 > 0.9 && c.suffix01 > 0.9)) return found;
  const { exact } = needle;
  if (exact.length <= LONG) found.push(...wholePlaces(grams, needle));
  found.push(...partedPlaces(grams, needle, (start, end) => contextAt(grams, needle, start, end)));
  const best = found.reduce((most, c) => Math.max(most, c.by === 'exact' ? 0 : c.kept01 * c.own01), 0);
  if (exact.length > LONG || (exact.length >= SPLIT_FLOOR && best < GOOD)) found.push(...splitPlaces(grams, needle));
  return distinct(found);
}

function distinct(all: Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const c of all) {
    const key = `${c.start} ${c.end}`;
    const known = seen.get(key);
    if (!known || known.kept01 < c.kept01) seen.set(key, c);
  }
  return [...seen.values()];
}

function join(...parts: Uint16Array[]): Uint16Array {
  const whole = new Uint16Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    whole.set(p, at);
    at += p.length;
  }
  return whole;
}

/** How many of the context's letters agree, going outwards from the two ends. */
function agreement(grams: Grams, { prefix, exact, suffix }: Needle, start: number): number {
  const end = start + exact.length;
  let [before, after] = [0, 0];
  while (before < prefix.length && prefix[prefix.length - 1 - before] === grams.codes[start - 1 - before]) before++;
  while (after < suffix.length && suffix[after] === grams.codes[end + after]) after++;
  return before + after;
}

function exactPlaces(grams: Grams, needle: Needle, hint: number): Candidate[] {
  const { exactFolded, exact } = needle;
  if (exactFolded === '') return [];
  const hits = occurrences(grams, exact, exactFolded, MOST_HITS).map((start, index) => ({
    start,
    index,
    agreed: agreement(grams, needle, start),
    far: Math.abs(start - hint),
  }));
  hits.sort((a, b) => b.agreed - a.agreed || a.far - b.far);
  const whole = needle.prefix.length + needle.suffix.length;
  const count = hits.length;
  return hits.slice(0, MOST_COPIES).map(({ start, agreed, index }) => {
    const end = start + exact.length;
    const context = agreed === whole ? FULL : contextAt(grams, needle, start, end);
    return { start, end, kept01: 1, own01: 1, ...context, by: 'exact', gap: 0, copy: { index, count } };
  });
}

/** How much of the context is before `start` and after `end`. */
function contextAt(grams: Grams, { prefix, suffix }: Needle, start: number, end: number): Context {
  const reach = (length: number): number => Math.ceil(length * (1 + SLACK_SHARE)) + SLACK / 4;
  const before = align(prefix, grams.codes, Math.max(0, start - reach(prefix.length)), start);
  const prefixes = [share(before, 0, prefix.length), share(before, Math.max(0, prefix.length - NEAR), prefix.length)];
  const after = align(suffix, grams.codes, end, Math.min(grams.codes.length, end + reach(suffix.length)));
  const suffixes = [share(after, 0, suffix.length), share(after, 0, Math.min(NEAR, suffix.length))];
  const [prefix01 = 0, nearPrefix01 = 0] = prefixes;
  const [suffix01 = 0, nearSuffix01 = 0] = suffixes;
  return { prefix01, nearPrefix01, suffix01, nearSuffix01 };
}

/** Aligns a passage with each stretch of the text that its runs point to. */
function strong(grams: Grams, passage: Uint16Array): Alignment[] {
  const windows = windowsFor(grams, passage, MOST_WINDOWS);
  const floor = (windows[0]?.votes ?? 0) * VOTES_FLOOR;
  const slack = Math.ceil(passage.length * SLACK_SHARE) + SLACK;
  return windows
    .filter(({ votes }) => votes >= floor)
    .map(({ start }) => {
      const from = Math.max(0, start - slack);
      const to = Math.min(grams.codes.length, start + passage.length + slack);
      return align(passage, grams.codes, from, to, to - from > passage.length ? 2 * slack : undefined);
    });
}

function wholePlaces(grams: Grams, needle: Needle): Candidate[] {
  const { prefix, exact, suffix, begins: exactBegins } = needle;
  const [first, last] = [prefix.length, prefix.length + exact.length];
  return strong(grams, join(prefix, exact, suffix)).flatMap((alignment): Candidate[] => {
    const words = standing(alignment, exactBegins, first, last);
    if (!words) return [];
    const { start, end, same } = words;
    const whole: Context = {
      prefix01: share(alignment, 0, first),
      nearPrefix01: share(alignment, Math.max(0, first - NEAR), first),
      suffix01: share(alignment, last, last + suffix.length),
      nearSuffix01: share(alignment, last, Math.min(last + suffix.length, last + NEAR)),
    };
    const kept01 = same / exact.length;
    const all: Candidate = { start, end, kept01, own01: same / (end - start), ...whole, by: 'whole', gap: 0 };
    const left = remains(alignment, needle, words);
    if (!left) return [all];
    const near01 = left.first === first ? whole.nearPrefix01 : whole.nearSuffix01;
    const half: Candidate = {
      ...all,
      start: left.start,
      end: left.end,
      kept01: left.same / exact.length,
      own01: left.same / (left.end - left.start),
      halved01: near01,
    };
    return left.start === start && left.end === end ? [half] : [all, half];
  });
}

/** A line is found if at least the first share of it is, and gone if at most the second share is found. */
const STANDS = 0.85;
const GONE = 0.45;
/** Share of a place's letters that are the passage's, where nothing else was put into it. */
const CLEAN = 0.95;

/**
 * The lines of a passage that are found, if all lines before or all lines after them are gone; otherwise null. If
 * letters of the lost lines match by chance, the size of `found` decides which lines it is.
 */
function remains(alignment: Alignment, { prefix, exact, lines }: Needle, found: Part): Part | null {
  const [first, last] = [prefix.length, prefix.length + exact.length];
  for (const line of lines) {
    const edge = first + line;
    const [before, after] = [share(alignment, first, edge), share(alignment, edge, last)];
    if (before >= STANDS && after <= GONE) return part(alignment, first, edge);
    if (after >= STANDS && before <= GONE) return part(alignment, edge, last);
  }
  const size = found.end - found.start;
  if (found.same < CLEAN * size) return null;
  for (const line of lines) {
    if (Math.abs(size - line) <= 1 && found.first <= first + 1) return { ...found, first };
    if (Math.abs(size - (exact.length - line)) <= 1 && found.last >= last - 1) return found;
  }
  return null;
}

/** A part of a passage, found from one end: its position, its rows within the passage, and the context on its side. */
interface Found {
  part: Part;
  context01: number;
  near01: number;
}

function heads(grams: Grams, { prefix, exact }: Needle): Found[] {
  const words = exact.subarray(0, Math.min(END, exact.length));
  const first = prefix.length;
  return strong(grams, join(prefix, words)).flatMap((alignment) => {
    const found = core(alignment, first, first + words.length);
    if (!found) return [];
    const shifted = { ...found, first: found.first - first, last: found.last - first };
    return [
      {
        part: shifted,
        context01: share(alignment, 0, first),
        near01: share(alignment, Math.max(0, first - NEAR), first),
      },
    ];
  });
}

function tails(grams: Grams, { exact, suffix }: Needle): Found[] {
  const words = exact.subarray(Math.max(0, exact.length - END));
  const before = exact.length - words.length;
  return strong(grams, join(words, suffix)).flatMap((alignment) => {
    const found = core(alignment, 0, words.length);
    if (!found) return [];
    const shifted = { ...found, first: found.first + before, last: found.last + before };
    const near = Math.min(words.length + suffix.length, words.length + NEAR);
    return [
      {
        part: shifted,
        context01: share(alignment, words.length, words.length + suffix.length),
        near01: share(alignment, words.length, near),
      },
    ];
  });
}

/** Pairs of a head and a tail in order, and single heads and tails of a passage that lost the rest. */
function splitPlaces(grams: Grams, needle: Needle): Candidate[] {
  const size = needle.exact.length;
  const most = Math.min(EDGE.letters, EDGE.share * size);
  const all = tails(grams, needle);
  const found: Candidate[] = [];
  for (const head of heads(grams, needle)) {
    if (head.part.first > most) continue;
    for (const tail of all) {
      if (size - tail.part.last > most) continue;
      const span = tail.part.end - head.part.start;
      const gap = Math.max(0, span - size);
      if (tail.part.end <= head.part.end || tail.part.start < head.part.start || gap > MOST_GAP) continue;
      // Rows found by both count once; the middle of a long passage is assumed to match.
      const double = Math.max(0, head.part.last - tail.part.first);
      const between = size > 2 * END ? Math.min(size - 2 * END, Math.max(0, span - 2 * END)) : 0;
      const same = Math.max(0, head.part.same + tail.part.same - double) + between;
      found.push({
        start: head.part.start,
        end: tail.part.end,
        kept01: Math.min(1, same / size),
        own01: Math.min(1, same / Math.max(1, span - gap)),
        prefix01: head.context01,
        nearPrefix01: head.near01,
        suffix01: tail.context01,
        nearSuffix01: tail.near01,
        by: 'split',
        gap,
      });
    }
  }
  return found;
}
