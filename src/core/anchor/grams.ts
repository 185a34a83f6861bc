/**
 * Indexes the positions of each sequence of a few letters in a folded text, and finds the places that a passage's
 * sequences point to.
 */
import { type Folded, foldSteps } from './fold.ts';

/** Letters of a run: short enough to survive between edits (in Chinese too), long enough to be rare. */
export const GRAM = 6;
/** A run that occurs more often than this is ignored. */
const MOST_PLACES = 64;
/** Places whose offset differs by less than this count as one: edits shift what follows. A power of two. */
const BUCKET_BITS = 5;
const BUCKET = 1 << BUCKET_BITS;

/**
 * A folded text with the places of its runs: the last place of each hash, and for each place the previous one of the
 * same hash.
 */
export interface Grams extends Folded {
  last: Int32Array;
  before: Int32Array;
  counts: Uint16Array;
  bits: number;
}

/**
 * A stretch of the text where a passage may be: the position of the passage's first letter, and the number of votes for
 * it.
 */
export interface Window {
  start: number;
  votes: number;
}

const HASH_FACTOR = 0x01000193; // FNV-1a's prime
const HASH_SEED = 0x811c9dc5 | 0;

/** The 32-bit hash of the run that begins at a letter. */
export function hashOf(codes: Uint16Array, at: number): number {
  let hash = HASH_SEED;
  for (let k = 0; k < GRAM; k++) hash = Math.imul(hash ^ (codes[at + k] ?? 0), HASH_FACTOR);
  return hash ^ (hash >>> 15);
}

function hashAt(codes: Uint16Array, at: number, bits: number): number {
  return hashOf(codes, at) >>> (32 - bits);
}

/** In how many places the run at `at` occurs, at most `MOST_PLACES` + 1. */
export function countAt(grams: Grams, at: number): number {
  return grams.counts[hashAt(grams.codes, at, grams.bits)] ?? 0;
}

/** The place nearest to `near` of a run with that hash; -1 if there is none, or too many. O(places). */
export function nearestPlace(grams: Grams, hash: number, near: number): number {
  const slot = hash >>> (32 - grams.bits);
  if ((grams.counts[slot] ?? 0) > MOST_PLACES) return -1;
  let best = -1;
  for (let place = grams.last[slot] ?? -1; place >= 0; place = grams.before[place] ?? -1) {
    if (best >= 0 && Math.abs(place - near) >= Math.abs(best - near)) continue;
    if (hashOf(grams.codes, place) === hash) best = place;
  }
  return best;
}

const FEWEST_BITS = 10;
const MOST_BITS = 18;

/** Folds a text and indexes the position of each run. O(length), about 20 ms for 200,000 letters. */
export function gramsOf(text: string): Grams {
  const steps = gramsSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs noted in one step: about a millisecond. */
const STEP = 16_384;

function* gramsSteps(text: string): Generator<undefined, Grams> {
  const folded = yield* foldSteps(text);
  const size = folded.codes.length;
  const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(size + 1)) + 1));
  const last = new Int32Array(1 << bits).fill(-1);
  const before = new Int32Array(size);
  const counts = new Uint16Array(1 << bits);
  for (let i = 0; i + GRAM <= size; i++) {
    if (i % STEP === STEP - 1) yield;
    const hash = hashAt(folded.codes, i, bits);
    before[i] = last[hash] ?? -1;
    last[hash] = i;
    if ((counts[hash] ?? 0) < MOST_PLACES + 1) counts[hash] = (counts[hash] ?? 0) + 1;
  }
  return { ...folded, last, before, counts, bits };
}

/** The stretches to which most of a passage's runs point, best first, at most `most`. O(passage × places of a run). */
export function windowsFor(grams: Grams, passage: Uint16Array, most: number): Window[] {
  const size = ((grams.codes.length + passage.length) >> BUCKET_BITS) + 2;
  const votes = new Float32Array(size);
  const sums = new Float64Array(size);
  for (let offset = 0; offset + GRAM <= passage.length; offset++) {
    const hash = hashAt(passage, offset, grams.bits);
    const count = grams.counts[hash] ?? 0;
    if (count === 0 || count > MOST_PLACES) continue;
    const weight = 1 / (1 + Math.log2(count));
    for (let place = grams.last[hash] ?? -1; place >= 0; place = grams.before[place] ?? -1) {
      const shift = place - offset + passage.length;
      const bucket = shift >> BUCKET_BITS;
      votes[bucket] = (votes[bucket] ?? 0) + weight;
      sums[bucket] = (sums[bucket] ?? 0) + weight * shift;
    }
  }
  const best: Window[] = [];
  for (let b = 0; b + 1 < size; b++) {
    const total = (votes[b] ?? 0) + (votes[b + 1] ?? 0);
    const floor = best.length < most ? 0 : (best[best.length - 1]?.votes ?? 0);
    if (total <= floor) continue;
    const start = Math.round(((sums[b] ?? 0) + (sums[b + 1] ?? 0)) / total) - passage.length;
    keep(best, { start, votes: total }, most);
  }
  return best;
}

/** The positions of the exact letters of a passage, ascending, at most `most`. O(places of its rarest run). */
export function occurrences(grams: Grams, passage: Uint16Array, folded: string, most: number): number[] {
  const found: number[] = [];
  const [rarest, hash] = rarestRun(grams, passage);
  if (hash < 0) {
    for (let i = grams.folded.indexOf(folded); i >= 0 && found.length < most; i = grams.folded.indexOf(folded, i + 1)) {
      found.push(i);
    }
    return found;
  }
  for (let place = grams.last[hash] ?? -1; place >= 0; place = grams.before[place] ?? -1) {
    if (place >= rarest && grams.folded.startsWith(folded, place - rarest)) found.push(place - rarest);
  }
  return found.reverse();
}

/** The run of a passage with the fewest places, and its hash; -1 if none is rare. */
function rarestRun(grams: Grams, passage: Uint16Array): [offset: number, hash: number] {
  let [best, bestHash, fewest] = [-1, -1, MOST_PLACES + 1];
  for (let offset = 0; offset + GRAM <= passage.length && fewest > 1; offset++) {
    const hash = hashAt(passage, offset, grams.bits);
    const count = grams.counts[hash] ?? 0;
    if (count < fewest) [best, bestHash, fewest] = [offset, hash, count];
  }
  return [best, bestHash];
}

/** Keeps the best windows in order; of two that overlap, the better. */
function keep(best: Window[], found: Window, most: number): void {
  const near = best.findIndex((w) => Math.abs(w.start - found.start) < BUCKET);
  if (near >= 0) {
    if ((best[near]?.votes ?? 0) >= found.votes) return;
    best.splice(near, 1);
  }
  const place = best.findIndex((w) => w.votes < found.votes);
  best.splice(place < 0 ? best.length : place, 0, found);
  if (best.length > most) best.pop();
}

/** Texts in the cache: the page and the article in it, and the previous ones of each. */
const REMEMBERED = 4;
const remembered: Grams[] = [];

/** `gramsOf`, cached for the last few texts. */
export function gramsFor(text: string): Grams {
  return remember(recall(text) ?? gramsOf(text));
}

/** Fills the cache of `gramsFor` for a text, in steps of about a millisecond. */
export function* prepare(text: string): Generator<undefined, void> {
  remember(recall(text) ?? (yield* gramsSteps(text)));
}

function recall(text: string): Grams | undefined {
  return remembered.find((grams) => grams.text === text);
}

function remember(grams: Grams): Grams {
  const index = remembered.indexOf(grams);
  if (index >= 0) remembered.splice(index, 1);
  remembered.unshift(grams);
  if (remembered.length > REMEMBERED) remembered.pop();
  return grams;
}
