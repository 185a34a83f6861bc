import { describe, expect, it } from 'vitest';
import { locateQuote } from '../../../../src/core/anchor/locate.ts';
import { describeQuote } from '../../../../src/core/anchor/quote.ts';
import { suggest } from '../../../../src/core/anchor/suggest.ts';

const AROUND = [
  'Two boats lay at the pier all winter, and nobody thought of them before the ice went out.',
  'The clerk who kept the accounts wrote every haul into a green book with a pencil on a string.',
  'A storm in March took the roof off the shed, so the book was carried to the school.',
  'Children learned to add from it, and a few of them remember the sums to this day.',
  'When the shed was built again, the book stayed where it was, for want of a better place.',
  'It lies there now under glass, open at the week in which the herring did not come.',
];
/** A passage and another one that differs in one important word. */
const TWINS: [string, string, string][] = [
  ['a direction', 'The eastern crew mended forty nets before the', 'The western crew mended forty nets before the'],
  ['a negation', 'The board saw no reason to close the', 'The board saw a reason to close the'],
  ['a number', 'By 1931 the fleet had grown to ninety', 'By 1951 the fleet had grown to ninety'],
  ['a name', 'Captain Berit Aas paid for the repair of', 'Captain Ivar Aas paid for the repair of'],
  ['capitals', 'Leave the lamp in the window burning through', 'Never leave the lamp in the window burning through'],
];
const END = 'season was over and the first snow lay on the pier.';

const page = (...lines: string[]) => lines.join('\n');
const [a = '', b = '', c = '', d = '', e = '', f = ''] = AROUND;

function stands(from: string, words: string, to: string): string | null {
  const start = from.indexOf(words);
  const found = locateQuote(to, describeQuote(from, start, start + words.length));
  return found.ok ? to.slice(found.value.start, found.value.end) : null;
}

describe.each(TWINS)('a passage with a twin that differs in %s', (_, own, other) => {
  const [mine, twin] = [`${own} ${END}`, `${other} ${END}`];

  it('stays with its own words if the two swap places', () => {
    expect(stands(page(a, mine, b, c, d, twin, e, f), mine, page(a, twin, b, c, d, mine, e, f))).toBe(mine);
    expect(stands(page(a, b, mine, twin, c, d, e), mine, page(a, b, twin, mine, c, d, e))).toBe(mine);
  });

  it('is lost, not moved to the twin, if it was deleted next to it', () => {
    expect(stands(page(a, b, mine, twin, c, d, e), mine, page(a, b, twin, c, d, e))).toBeNull();
    expect(stands(page(a, b, twin, mine, c, d, e), mine, page(a, b, twin, c, d, e))).toBeNull();
  });

  it('is lost, not moved to the twin, if it was deleted and the twin is elsewhere', () => {
    expect(stands(page(a, mine, b, c, d, twin, e, f), mine, page(a, b, c, d, twin, e, f))).toBeNull();
  });
});

describe('a passage without a twin', () => {
  it('is found in its place if one of its words was changed', () => {
    const [mine, now] = [
      `The harbour master counted forty nets and ${END}`,
      `The harbour master counted fifty nets and ${END}`,
    ];
    expect(stands(page(a, b, mine, c, d, e), mine, page(a, b, now, c, d, e))).toBe(now);
  });

  it('is found word for word in another context', () => {
    const mine = `The harbour master counted forty nets and ${END}`;
    expect(stands(page(a, mine, b), mine, page(f, e, d, mine, c))).toBe(mine);
  });

  it('that is lost still gets suggestions', () => {
    const mine = `The harbour master counted forty nets and ${END}`;
    const from = page(a, b, mine, c, d);
    const quote = describeQuote(from, from.indexOf(mine), from.indexOf(mine) + mine.length);
    const to = page(a, b, `Forty nets were counted by the harbour master, and the ${END}`, c, d);
    expect(suggest(to, quote).length).toBeGreaterThan(0);
  });
});
