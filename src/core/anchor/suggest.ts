/** Suggests places where a lost passage may belong, for a person to choose from. */
import { gramsFor } from './grams.ts';
import { type Located, placeOf, rank } from './locate.ts';
import type { Quote } from './quote.ts';

const MOST = 3;
/** A suggestion has at least this share of the passage's letters, or its context. */
const FEWEST_KEPT = 0.25;
const CONTEXT = 0.6;

/**
 * Up to three places that may be the passage, best first, none overlapping another. They score below what `locateQuote`
 * accepts, so a person decides. Costs as much as `locateQuote`.
 */
export function suggest(text: string, quote: Quote): Located[] {
  const grams = gramsFor(text);
  const places: Located[] = [];
  for (const { candidate, score } of rank(grams, quote)) {
    if (candidate.kept01 < FEWEST_KEPT && Math.max(candidate.prefix01, candidate.suffix01) < CONTEXT) continue;
    const place = { ...placeOf(grams, candidate, quote), score01: score };
    if (places.some((other) => place.start < other.end && other.start < place.end)) continue;
    places.push(place);
    if (places.length === MOST) break;
  }
  return places;
}
