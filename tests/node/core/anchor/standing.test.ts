import { describe, expect, it } from 'vitest';
import { align } from '../../../../src/core/anchor/align.ts';
import { fold } from '../../../../src/core/anchor/fold.ts';
import { standing } from '../../../../src/core/anchor/standing.ts';

const prefix = 'the weather turned and ';
const exact = 'every boat in the bay went home';
const suffix = ' before the storm came in';

function standsIn(text: string): string {
  const folded = fold(exact);
  const begins = Uint8Array.from(folded.at, (place) => (place === 0 || exact[place - 1] === ' ' ? 1 : 0));
  const haystack = fold(text);
  const passage = fold(prefix + exact + suffix).codes;
  const first = fold(prefix).codes.length;
  const found = align(passage, haystack.codes, 0, haystack.codes.length);
  const place = standing(found, begins, first, first + folded.codes.length);
  return place ? haystack.folded.slice(place.start, place.end) : '';
}

describe('where a changed passage begins and ends', () => {
  it.each([
    ['nothing changed', 'every boat in the bay went home', 'everyboatinthebaywenthome'],
    ['a word in the middle changed', 'every boat in the harbour went home', 'everyboatintheharbourwenthome'],
    ['its first word changed', 'some boat in the bay went home', 'boatinthebaywenthome'],
    ['its last word changed', 'every boat in the bay went under', 'everyboatinthebaywent'],
    ['a word put in before its last', 'every boat in the bay went straight home', 'everyboatinthebaywentstraighthome'],
    ['its second half gone', 'every boat in the bay', 'everyboatinthebay'],
  ])('%s', (_, now, place) => {
    expect(standsIn(`yesterday ${prefix}${now}${suffix}, they said`)).toBe(place);
  });

  it('is undefined if nothing of it is left', () => {
    expect(standsIn('0123456789')).toBe('');
  });
});
