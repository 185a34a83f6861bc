/**
 * Rare runs of letters in the wider surroundings of a passage, kept as numbers: which copy is meant when the nearer
 * context is the same.
 */
import { foldedIndex } from './fold.ts';
import { GRAM, type Grams, countAt, gramsFor, hashOf, nearestPlace } from './grams.ts';

/** Folded letters next to the passage that are left to the stored context. */
const INNER = 56;
/** One landmark from each stretch of this many folded letters, and the number of stretches on each side. */
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

/** Where the rarest run of a stretch begins; -1 if the stretch leaves the text. */
function rarest(grams: Grams, from: number, to: number): number {
  if (from < 0 || to > grams.codes.length) return -1;
  let [best, fewest] = [-1, Infinity];
  for (let place = from; place + GRAM <= to && fewest > 1; place++) {
    const count = countAt(grams, place);
    if (count < fewest) [best, fewest] = [place, count];
  }
  return best;
}

/**
 * How many landmarks are around a place, as shares 0–1 in which nearer ones weigh more: exactly where they were, on the
 * side with more of them (`most01`) and on the other (`least01`); with a few words in between (`about01`); and roughly
 * there, with a paragraph or two inserted or removed (`rough01`). `known` is false if the passage has no landmarks.
 */
export interface Surroundings {
  most01: number;
  least01: number;
  about01: number;
  rough01: number;
  known: boolean;
}

const UNKNOWN: Surroundings = { most01: 0, least01: 0, about01: 0, rough01: 0, known: false };

/** How far a landmark may have shifted: folded letters, plus a share of its distance. */
const JUST = { letters: 12, share: 0.12 };
const ABOUT = { letters: 100, share: 0.25 };
const ROUGH = { letters: 400, share: 0.6 };

/** Searches for the landmarks around [start, end) of a folded text. O(landmarks × places of a run). */
export function surroundings(grams: Grams, landmarks: readonly number[], start: number, end: number): Surroundings {
  const just: [number, number] = [0, 0];
  const all: [number, number] = [0, 0];
  let [about, rough] = [0, 0];
  for (let i = 0; i + 1 < landmarks.length; i += 2) {
    const [offset = 0, hash = 0] = [landmarks[i], landmarks[i + 1]];
    const side = offset < 0 ? 0 : 1;
    const far = Math.abs(offset);
    const weight = STRETCH / (STRETCH + far);
    all[side] += weight;
    const wanted = offset < 0 ? start + offset : end + offset;
    const place = nearestPlace(grams, hash, wanted);
    if (place < 0) continue;
    const shift = Math.abs(place - wanted);
    if (shift <= JUST.letters + JUST.share * far) just[side] += weight;
    if (shift <= ABOUT.letters + ABOUT.share * far) about += weight;
    if (shift <= ROUGH.letters + ROUGH.share * far) rough += weight;
  }
  const sum = all[0] + all[1];
  if (sum === 0) return UNKNOWN;
  const sides = [0, 1].flatMap((side) => ((all[side] ?? 0) > 0 ? [(just[side] ?? 0) / (all[side] ?? 1)] : []));
  return {
    most01: Math.max(...sides),
    least01: Math.min(...sides),
    about01: about / sum,
    rough01: rough / sum,
    known: true,
  };
}
