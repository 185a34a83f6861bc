/** Finds the places of a folded text where a passage may stand: the same words anywhere, changed words where enough runs agree,
 * and the two ends apart where something was set in between. */
import { type Alignment, align, part } from './align.ts';
import { type Grams, occurrences, windowsFor } from './grams.ts';

/** A passage, folded: its words and the context on each side. */
export interface Needle {
  prefix: Uint16Array;
  exact: Uint16Array;
  suffix: Uint16Array;
  exactFolded: string;
}

/** A place [start, end) in folded letters, with what agrees there. Shares are 0–1. */
export interface Candidate {
  start: number;
  end: number;
  /** Share of the passage's letters that stand unchanged, less what was put in between. */
  words01: number;
  /** Share of the context's letters that stand unchanged before and after, and of the nearest ones. */
  prefix01: number;
  suffix01: number;
  nearPrefix01: number;
  nearSuffix01: number;
  /** How it was found. */
  by: 'exact' | 'whole' | 'split';
  /** Letters set between the two ends of a split passage. */
  gap: number;
}

/** Copies of the very words that are looked at closely. */
const MOST_COPIES = 16;
/** Copies that are looked at at all. */
const MOST_HITS = 2000;
/** Windows aligned for changed words. */
const MOST_WINDOWS = 4;
/** A window with less than this share of the best one's votes is not aligned. */
const VOTES_FLOOR = 0.25;
/** Longer passages are found by their two ends. Folded letters. */
const LONG = 256;
/** Folded letters of an end. */
const END = 96;
/** Shorter passages are not split. */
const SPLIT_FLOOR = 24;
/** The two ends may drift this far apart: a paragraph or an advertisement set in between. */
const MOST_GAP = 2600;
/** Nearest letters of context. */
export const NEAR = 16;
/** Text around a window that edits may have shifted: a share of the passage, and folded letters. */
const SLACK_SHARE = 0.25;
const SLACK = 40;
/** A whole match this good needs no split. */
const GOOD_WORDS = 0.8;

/** All places worth judging, unordered. O(passage × windows); see `align`. */
export function candidates(grams: Grams, needle: Needle, hint: number): Candidate[] {
  const found = exactPlaces(grams, needle, hint);
  const sure = found.some((c) => c.prefix01 > 0.9 && c.suffix01 > 0.9);
  if (sure) return found;
  const { exact } = needle;
  if (exact.length <= LONG) found.push(...wholePlaces(grams, needle));
  const best = found.reduce((most, c) => Math.max(most, c.words01), 0);
  if (exact.length > LONG || (exact.length >= SPLIT_FLOOR && best < GOOD_WORDS))
    found.push(...splitPlaces(grams, needle));
  return distinct(found);
}

function distinct(all: Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const c of all) {
    const key = `${c.start} ${c.end}`;
    const known = seen.get(key);
    if (!known || known.words01 < c.words01) seen.set(key, c);
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

/** Letters that agree going outwards from the two ends. */
function agreement(grams: Grams, needle: Needle, start: number): number {
  const { prefix, exact, suffix } = needle;
  const end = start + exact.length;
  let [before, after] = [0, 0];
  while (before < prefix.length && prefix[prefix.length - 1 - before] === grams.codes[start - 1 - before]) before++;
  while (after < suffix.length && suffix[after] === grams.codes[end + after]) after++;
  return before + after;
}

function exactPlaces(grams: Grams, needle: Needle, hint: number): Candidate[] {
  const { exactFolded, exact } = needle;
  if (exactFolded === '') return [];
  const hits: { start: number; agreed: number; far: number }[] = [];
  for (const start of occurrences(grams, exact, exactFolded, MOST_HITS)) {
    hits.push({ start, agreed: agreement(grams, needle, start), far: Math.abs(start - hint) });
  }
  hits.sort((a, b) => b.agreed - a.agreed || a.far - b.far);
  const whole = needle.prefix.length + needle.suffix.length;
  return hits.slice(0, MOST_COPIES).map(({ start, agreed }) => {
    const end = start + exact.length;
    const context = agreed === whole ? WHOLE_CONTEXT : contextAt(grams, needle, start, end);
    return { start, end, words01: 1, ...context, by: 'exact', gap: 0 };
  });
}

type Context = Pick<Candidate, 'prefix01' | 'suffix01' | 'nearPrefix01' | 'nearSuffix01'>;
const WHOLE_CONTEXT: Context = { prefix01: 1, suffix01: 1, nearPrefix01: 1, nearSuffix01: 1 };

function contextAt(grams: Grams, needle: Needle, start: number, end: number): Context {
  const { prefix, suffix } = needle;
  const reach = (length: number): number => Math.ceil(length * (1 + SLACK_SHARE)) + SLACK / 4;
  const before = align(prefix, grams.codes, Math.max(0, start - reach(prefix.length)), start);
  const shares = { prefix: sharesOf(before, prefix.length, true) };
  const after = align(suffix, grams.codes, end, Math.min(grams.codes.length, end + reach(suffix.length)));
  const behind = sharesOf(after, suffix.length, false);
  return {
    prefix01: shares.prefix.all,
    nearPrefix01: shares.prefix.near,
    suffix01: behind.all,
    nearSuffix01: behind.near,
  };
}

function sharesOf(alignment: Alignment, length: number, fromEnd: boolean): { all: number; near: number } {
  const near = Math.min(NEAR, length);
  return {
    all: share(alignment, 0, length),
    near: fromEnd ? share(alignment, length - near, length) : share(alignment, 0, near),
  };
}

/** Share of rows [first, last) that stand unchanged, less what was put in between; 0.5 where there are none. */
function share(alignment: Alignment, first: number, last: number): number {
  if (last <= first) return 0.5;
  const found = part(alignment, first, last);
  if (!found) return 0;
  return Math.max(0, 1 - found.edits / Math.max(last - first, found.end - found.start));
}

function alignedAt(grams: Grams, passage: Uint16Array, start: number): Alignment {
  const slack = Math.ceil(passage.length * SLACK_SHARE) + SLACK;
  const from = Math.max(0, start - slack);
  return align(passage, grams.codes, from, Math.min(grams.codes.length, start + passage.length + slack));
}

function strong(grams: Grams, passage: Uint16Array, most: number): Alignment[] {
  const windows = windowsFor(grams, passage, most);
  const floor = (windows[0]?.votes ?? 0) * VOTES_FLOOR;
  return windows.filter((w) => w.votes >= floor).map((w) => alignedAt(grams, passage, w.start));
}

function wholePlaces(grams: Grams, needle: Needle): Candidate[] {
  const { prefix, exact, suffix } = needle;
  const passage = join(prefix, exact, suffix);
  const [first, last] = [prefix.length, prefix.length + exact.length];
  const found: Candidate[] = [];
  for (const alignment of strong(grams, passage, MOST_WINDOWS)) {
    const words = part(alignment, first, last);
    if (!words) continue;
    const near = Math.min(NEAR, prefix.length);
    found.push({
      start: words.start,
      end: words.end,
      words01: share(alignment, first, last),
      prefix01: share(alignment, 0, first),
      nearPrefix01: share(alignment, first - near, first),
      suffix01: share(alignment, last, passage.length),
      nearSuffix01: share(alignment, last, Math.min(passage.length, last + NEAR)),
      by: 'whole',
      gap: 0,
    });
  }
  return found;
}

function splitPlaces(grams: Grams, needle: Needle): Candidate[] {
  const { prefix, exact, suffix } = needle;
  const half = Math.min(END, exact.length >> 1);
  const heads = strong(grams, join(prefix, exact.subarray(0, half)), MOST_WINDOWS);
  const tails = strong(grams, join(exact.subarray(exact.length - half), suffix), MOST_WINDOWS);
  const found: Candidate[] = [];
  for (const head of heads) {
    const start = part(head, prefix.length, prefix.length + half);
    if (!start) continue;
    for (const tail of tails) {
      const end = part(tail, 0, half);
      if (!end || end.end <= start.start) continue;
      const gap = end.end - start.start - exact.length;
      if (gap > MOST_GAP || end.end - start.start < exact.length / 2) continue;
      found.push({
        start: start.start,
        end: end.end,
        words01: (share(head, prefix.length, prefix.length + half) + share(tail, 0, half)) / 2,
        prefix01: share(head, 0, prefix.length),
        nearPrefix01: share(head, Math.max(0, prefix.length - NEAR), prefix.length),
        suffix01: share(tail, half, half + suffix.length),
        nearSuffix01: share(tail, half, Math.min(half + NEAR, half + suffix.length)),
        by: 'split',
        gap: Math.max(0, gap),
      });
    }
  }
  return found;
}
