/** kinship: what a line shares with the unsuspicious part of an article, and the patterns that lines repeat. */
import { describe, expect, it } from 'vitest';
import {
  KINSHIP,
  type KinshipFact,
  kinship,
} from '../../../../../../src/core/article/judge/features/cohesion-features.ts';
import { type Part, bonesOf } from '../../../../../fakes/bones.ts';

function factsOf(body: Part, suspicion: readonly number[], title = '') {
  const bones = bonesOf(body, title);
  const write = kinship(bones, (at) => (suspicion[at] === undefined ? 0 : 1), Float32Array.from(suspicion));
  const rows = bones.runs.map((_, at) => {
    const row = new Map<KinshipFact, number>();
    write(at, (fact, value) => row.set(fact, value));
    return row;
  });
  return (at: number, fact: KinshipFact) => rows[at]?.get(fact) ?? NaN;
}
const river = 'The river flooded the valley again and the wardens measured the water at the old bridge.';
const flood = 'Wardens by the bridge say the river and its water will keep the valley under watch.';
const later = 'When the water of the river falls, the wardens of the valley mend the bridge.';
const cakes = 'Ten cakes to bake on a rainy weekend with butter, sugar and cinnamon.';
const page: Part = [
  'body',
  ['p', river],
  ['p', flood],
  ['p', cakes],
  ['p', cakes.replace('Ten', 'Nine')],
  ['p', later],
];

describe('kinship', () => {
  it('tells every fact of every line', () => {
    const fact = factsOf(page, [0, 0, 0.9, 0.9, 0]);
    for (const name of KINSHIP) for (const at of [0, 1, 2, 3, 4]) expect(fact(at, name)).not.toBeNaN();
  });
  it('knows a line of the article from a stranger by the words of what is not suspected', () => {
    const fact = factsOf(page, [0, 0, 0.9, 0.9, 0]);
    expect(fact(4, 'pure')).toBeGreaterThan(fact(2, 'pure') + 0.2);
    expect(fact(2, 'pureUsual')).toBeLessThan(0);
    expect(fact(4, 'bridge-')).toBeGreaterThan(fact(3, 'bridge-'));
  });
  it('does not let strangers vouch for each other', () => {
    const trusted = factsOf(page, [0, 0, 0, 0, 0]);
    const suspected = factsOf(page, [0, 0, 0.9, 0.9, 0]);
    expect(suspected(2, 'pure')).toBeLessThanOrEqual(trusted(2, 'pure'));
    expect(suspected(2, 'strangeAbove')).toBe(0);
    expect(suspected(2, 'strangeBelow')).toBe(1);
  });
  it('sees titles and excerpts that take turns as one pattern', () => {
    const turns = Array.from({ length: 3 }, (_, at): Part[] => [
      ['p', `A title about matter ${'abc'[at]}`],
      ['p', `${river} ${at}.`],
    ]).flat();
    const fact = factsOf(
      ['body', ['p', river], ['p', flood], ...turns],
      Array.from({ length: 8 }, () => 0.2),
    );
    expect(fact(4, 'chainPeriod')).toBe(2);
    expect(fact(4, 'chain')).toBeGreaterThanOrEqual(6);
    expect([fact(4, 'chainPlace'), fact(5, 'chainPlace')].toSorted()).toEqual([0, 1]);
  });
  it('says nothing of lines outside the article', () => {
    const fact = factsOf(['body', ['p', river], ['p', 'Home']], [0]);
    for (const name of KINSHIP) expect(fact(1, name)).toBe(-1);
  });
});
