/**
 * context-features: the surroundings of a line: its position, the heading above, its boxes and cards, its neighbours;
 * always numbers.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around } from '../../../../../../src/core/article/judge/features/context-features.ts';
import {
  tagCode,
  RUN_FEATURE_NAMES,
  RUN_WIDTH,
} from '../../../../../../src/core/article/judge/features/feature-list.ts';
import { profile } from '../../../../../../src/core/article/judge/features/text-profile.ts';
import { type Line, type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

const prose = 'The harbour master counts the boats each morning, and he writes their names down in a ledger, by hand.';
const logOdds = {
  names: new Map([['menu', -30]]),
  words: new Map([...profile('sponsored').words].map((word) => [word, -50])),
};

function featuresOf(body: Part) {
  const snapshot = snapshotOf(body);
  const near = around(snapshot, logOdds);
  return snapshot.runs.map((_, at) => {
    const rows = new Float32Array(RUN_WIDTH * 3).fill(Number.NaN);
    near.write(at, rows, RUN_WIDTH);
    expect(rows.findIndex((one) => !Number.isNaN(one))).toBeGreaterThanOrEqual(RUN_WIDTH);
    expect(rows.findLastIndex((one) => !Number.isNaN(one))).toBeLessThan(RUN_WIDTH * 2);
    const written = RUN_FEATURE_NAMES.map(
      (feature, column) => [feature, rows[RUN_WIDTH + column] ?? Number.NaN] as const,
    );
    return Object.fromEntries(written.filter(([, value]) => !Number.isNaN(value)));
  });
}
const link = (text: string): Line => ({ text, linked: true });

const line: fc.Arbitrary<Line> = fc
  .record({ text: fc.constantFrom('港', 'Tide tables', prose, '1 2 3', 'مرفأ'), linked: fc.boolean() })
  .map((one) => one);
const { part } = fc.letrec<{ part: Part; any: Part | Line }>((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, line, tie('part')),
  part: fc
    .tuple(fc.constantFrom('div', 'p', 'h2', 'ul.menu', 'li', 'td', 'x-y'), fc.array(tie('any'), { maxLength: 4 }))
    .map(([tag, inside]): Part => [tag, ...inside]),
}));

describe('around', () => {
  it('gives the position in lines and in letters', () => {
    const [first, last] = featuresOf(['body', ['p', 'abc'], ['p', 'defghi']]);
    expect([first?.['place'], last?.['place']]).toEqual([0, 0.5]);
    expect([first?.['charPlace'], last?.['charPlace']]).toEqual([0, Math.fround(3 / 9)]);
    expect(last).toMatchObject({ tag: tagCode('p'), depth: 1, onlyInBox: 1, orderInBox: 0, pageRuns: 2 });
  });
  it('knows the heading above a line, its distance, and its words', () => {
    const features = featuresOf([
      'body',
      ['p', 'lead'],
      ['h2', link('Sponsored')],
      ['p', 'one'],
      ['p', 'two'],
      ['h3', 'More'],
      ['p', 'three'],
    ]);
    expect(features.map((one) => one['sinceHeading'])).toEqual([-1, 0, 1, 2, 0, 1]);
    expect(features.map((one) => one['heading'])).toEqual([0, 2, 0, 0, 3, 0]);
    expect(features[3]).toMatchObject({
      headingChars: 9,
      headingLink: 1,
      headingNames: -50,
      sectionRuns: 2,
      sectionMean: 3,
    });
    expect(features[5]).toMatchObject({ headingLink: 0, headingNames: 0 });
  });
  it('knows what a line is in, from its ancestors', () => {
    const [features] = featuresOf(['body', ['main', ['nav', ['ul.menu', ['li', 'Home']]]]]);
    expect(features).toMatchObject({
      inMain: 1,
      inNav: 1,
      inAside: 0,
      inTable: 0,
      nameParent: -30,
      nameOwn: 0,
      lists: 1,
    });
  });
  it('recognises a card by similar ones, and knows what the cards contain together', () => {
    const card = (title: string): Part => ['div.card', ['p', link(title)], ['span-like', 'text']];
    const features = featuresOf(['body', ['section', card('tide'), card('moon'), card('star')], ['p', prose]]);
    expect(features[0]).toMatchObject({
      cards: 3,
      cardRuns: 2,
      cardChars: 8,
      cardLink: 0.5,
      cardsLink: 0.5,
      cardsMean: 4,
    });
    expect(features[6]).toMatchObject({ cards: -1, cardChars: -1, cardsInPage: 0, cardDepth: -1 });
  });
  it("finds the box of the prose, and a line's distance from it", () => {
    const features = featuresOf([
      'body',
      ['div', ['div.told', ['p', prose], ['p', prose], ['p', prose]]],
      ['div', ['p', 'Tides']],
    ]);
    expect(features[0]).toMatchObject({ inTop: 1, aboveTop: 0 });
    expect(features[3]?.['inTop']).toBe(0);
    expect(features[3]?.['aboveTop']).toBeGreaterThan(0);
    expect(features[0]?.['topParent']).toBeGreaterThan(features[3]?.['topParent'] ?? 1);
  });
  it('looks at the neighbours on both sides, and marks a missing one', () => {
    const [first, second, third] = featuresOf(['body', ['div', ['p', link('tide')], ['p', 'moon']], ['h2', 'star']]);
    expect(first).toMatchObject({
      'link-1': -1,
      'chars-1': 0,
      'same-1': 0,
      'same+1': 1,
      'link+1': 0,
      'tag+1': tagCode('p'),
    });
    expect(second).toMatchObject({ 'link-1': 1, 'same-1': 1, 'same+1': 0, 'tag+1': tagCode('h2') });
    expect(third).toMatchObject({ 'link-2': 1, 'link+1': -1, nearLink3: Math.fround(1 / 3) });
  });
  it('distinguishes a neighbour in the same box from one in a box next to it', () => {
    const features = featuresOf(['body', ['div', 'tide', 'moon'], ['div', 'star']]);
    expect(features.map((one) => [one['same-1'], one['same+1']])).toEqual([
      [0, 2],
      [2, 1],
      [1, 0],
    ]);
  });
  it('counts the long lines before and after, except linked ones', () => {
    const features = featuresOf(['body', ['p', prose], ['p', link(prose)], ['p', 'short'], ['p', prose]]);
    expect(features.map((one) => [one['longBefore'], one['longAfter']])).toEqual([
      [0, 1],
      [1, 1],
      [1, 1],
      [1, 0],
    ]);
  });
  it('writes only numbers, into the line’s own row, and the same features for every line, on any page', () =>
    fc.assert(
      fc.property(part, (body) => {
        const features = featuresOf(body);
        for (const one of features) {
          expect(Object.keys(one)).toEqual(Object.keys(features[0] ?? {}));
          for (const [feature, value] of Object.entries(one)) {
            expect(Number.isFinite(value), `${feature} ${value}`).toBe(true);
          }
        }
      }),
    ));
  it('writes nothing for a missing line', () => {
    const row = new Float32Array(RUN_WIDTH);
    const near = around(snapshotOf(['body', 'a']), logOdds);
    near.write(7, row, 0);
    near.write(-1, row, 0);
    expect(new Set(row)).toEqual(new Set([0]));
  });
});
