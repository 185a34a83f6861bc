/** Rare runs of letters in the wider surroundings of a passage, kept as numbers: which copy is meant when the nearer context
 * is the same. */
import { foldedIndex } from './fold.ts';
import { GRAM, type Grams, countAt, gramsFor, hashOf, nearestPlace } from './grams.ts';

/** Folded letters left to the stored context next to the passage. */
const INNER = 56;
/** One landmark from each stretch of this many folded letters, so many a side. */
const STRETCH = 80;
const STRETCHES = 8;

/** Landmarks of [start, end) of a text: pairs of an offset and a hash, at most 16. */
export function landmarksOf(text: string, start: number, end: number): number[] {
  const grams = gramsFor(text);
  const [first, last] = [foldedIndex(grams, start), foldedIndex(grams, end)];
  const found: number[] = [];
  for (let side = 0; side < 2; side++) {
    for (let stretch = 0; stretch < STRETCHES; stretch++) {
      const out = INNER + stretch * STRETCH;
      const from = side === 0 ? first - out - STRETCH : last + out;
      const place = rarest(grams, from, from + STRETCH);
      if (place >= 0) found.push(place - (side === 0 ? first : last), hashOf(grams.codes, place));
    }
  }
  return found;
}

/** Where the rarest run of a stretch begins; -1 where the stretch leaves the text. */
function rarest(grams: Grams, from: number, to: number): number {
  if (from < 0 || to > grams.codes.length) return -1;
  let [best, fewest] = [-1, Infinity];
  for (let place = from; place + GRAM <= to && fewest > 1; place++) {
    const count = countAt(grams, place);
    if (count < fewest) [best, fewest] = [place, count];
  }
  return best;
}

/** How many landmarks stand around a place, as shares 0–1: just where they were, and roughly there (a paragraph set in or
 * left out). `known` is false where the passage has none. */
export interface Surroundings {
  just01: number;
  rough01: number;
  known: boolean;
}

/** Letters a landmark may have shifted: edits near by for `just`, a paragraph or two for `rough`. */
const JUST = { letters: 12, share: 0.12 };
const ROUGH = { letters: 400, share: 0.6 };

/** Looks for the landmarks around [start, end) of a folded text. O(landmarks × places of a run). */
export function surroundings(grams: Grams, landmarks: readonly number[], start: number, end: number): Surroundings {
  let [just, rough, all] = [0, 0, 0];
  for (let i = 0; i + 1 < landmarks.length; i += 2) {
    const [offset = 0, hash = 0] = [landmarks[i], landmarks[i + 1]];
    all++;
    const wanted = offset < 0 ? start + offset : end + offset;
    const place = nearestPlace(grams, hash, wanted);
    if (place < 0) continue;
    const shift = Math.abs(place - wanted);
    if (shift <= JUST.letters + JUST.share * Math.abs(offset)) just++;
    if (shift <= ROUGH.letters + ROUGH.share * Math.abs(offset)) rough++;
  }
  return all === 0 ? { just01: 0, rough01: 0, known: false } : { just01: just / all, rough01: rough / all, known: true };
}
