import { describe, expect, it } from 'vitest';
import { locateQuote, stateOf } from '../../../../src/core/anchor/locate.ts';
import { describeQuote } from '../../../../src/core/anchor/quote.ts';

const before = 'The mill stood at the bend of the river for as long as anyone could tell.';
const head = 'Every autumn the miller opened the sluice by hand';
const tail = 'In the year of the great flood nobody dared to';
const after = 'until his daughter took the iron bar down from the wall.';
/** Enough lines on both sides, so that the context is longer than the nearest words. */
const around = ['barley', 'copper', 'tallow', 'canvas', 'oranges', 'timber', 'slate', 'wool'].map(
  (load, n) =>
    `In the ${n + 2}nd book the clerk wrote down how much ${load} went past, and who had ${n * 7 + 3} sacks ` +
    'of it to sell.',
);
const lines = [
  ...around.slice(0, 4),
  `${before} Some things were known to all of us who lived there then. ${head}.`,
  `${tail}, ${after} The wheel has turned ever since.`,
  ...around.slice(4),
];
const cut = 5;
const text = lines.join('\n');
const exact = `${head}.\n${tail}`;
const start = text.indexOf(exact);
const quote = describeQuote(text, start, start + exact.length);

/** The result after lines were inserted between the two highlighted ones. */
function found(...between: string[]): string | null {
  const now = [...lines.slice(0, cut), ...between, ...lines.slice(cut)].join('\n');
  const place = locateQuote(now, quote);
  if (!place.ok) return null;
  expect(stateOf(now, quote, place.value)).toBe(between.length > 0 ? 'changed' : 'in-place');
  return now.slice(place.value.start, place.value.end);
}

describe('a passage over two lines', () => {
  it('is found in its place', () => {
    expect(found()).toBe(exact);
  });

  it('is found around an insertion, even one with the same words', () => {
    for (const pulled of [`${head}.\n${tail}`, `“${head}. ${tail}”`, 'Advertisement. Our bread is baked at night.']) {
      expect(found(pulled)).toBe(`${head}.\n${pulled}\n${tail}`);
    }
  });

  it('is not stretched over half a page', () => {
    const page = Array.from({ length: 120 }, (_, n) => `On day ${n} a barge of grain came down from the hills.`);
    const place = found(...page);
    expect(place === null || place.length < 200).toBe(true);
  });

  it('is not split if the other half is elsewhere without its context', () => {
    const now = [...lines.slice(0, cut), 'A barge came.', `She wrote to me: ${tail} sing.`].join('\n');
    const place = locateQuote(now, quote);
    expect(place.ok && now.slice(place.value.start, place.value.end).includes('barge')).toBe(false);
  });
});
