import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/core/anchor/fold.ts';
import { gramsFor, gramsOf, windowsFor } from '../../../../src/core/anchor/grams.ts';

const story = Array.from(
  { length: 400 },
  (_, i) => `Sentence ${i} speaks of ${['rain', 'wind', 'salt'][i % 3]} and number ${i * 7919}.`,
);

describe('n-grams', () => {
  it('point to a passage although words were changed', () => {
    const grams = gramsOf(story.join(' '));
    const passage = fold('Sentence 250 tells us of wind and number 1979750.').codes;
    const [best] = windowsFor(grams, passage, 4);
    const truth = grams.folded.indexOf('sentence250');
    expect(Math.abs((best?.start ?? -999) - truth)).toBeLessThan(16);
  });

  it('point nowhere for words that are not there', () => {
    const stray = windowsFor(gramsOf(story.join(' ')), fold('Zwölf Boxkämpfer jagen Viktor').codes, 4);
    expect(Math.max(0, ...stray.map((w) => w.votes))).toBeLessThanOrEqual(1); // two runs may share a hash
  });

  it('are cached for the last texts', () => {
    const text = story.join('\n');
    expect(gramsFor(text)).toBe(gramsFor(text));
    for (const other of ['a', 'b', 'c', 'd']) gramsFor(other);
    expect(gramsFor(text).text).toBe(text);
  });
});
