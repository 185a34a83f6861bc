import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../../../src/core/anchor/locate.ts';
import { describeQuote } from '../../../../src/core/anchor/quote.ts';
import { suggest } from '../../../../src/core/anchor/suggest.ts';

const before = [
  'The bakery on the corner opens before the first tram.',
  'Its ovens were built by two brothers who had never baked a loaf of bread.',
  'People queue for the rye, which is gone by eight.',
  'On Sundays a violinist plays by the door until the last roll is sold.',
].join('\n');
const quote = describeQuote(before, before.indexOf('Its ovens'), before.indexOf('\nPeople'));

describe('suggesting a place', () => {
  it('suggests what is now between the words of the context', () => {
    const now = before.replace(quote.exact, 'Two brothers set up the ovens, and neither had baked before.');
    expect(locateQuote(now, quote).ok).toBe(false);
    const [first] = suggest(now, quote);
    expect(first && now.slice(first.start, first.end)).toContain('brothers');
  });

  it('suggests at most three, best first, without overlap', () => {
    const text = Array.from({ length: 9 }, (_, i) => `Its ovens number ${i} were built by ${i} brothers.`).join('\n');
    const places = suggest(text, quote);
    expect(places.length).toBeGreaterThan(0);
    expect(places.length).toBeLessThanOrEqual(3);
    const scores = places.map(({ score01 }) => score01);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const inOrder = places.toSorted((a, b) => a.start - b.start);
    inOrder.slice(1).forEach((place, i) => expect(place.start).toBeGreaterThanOrEqual(inOrder[i]?.end ?? 0));
  });

  it('suggests none if nothing is similar', () => {
    expect(suggest('Quarterly figures follow in the annex.', quote)).toEqual([]);
  });
});
