/**
 * box-features: scores of names add up down the page, similar siblings are counted, and the main box is the one with
 * the prose.
 */
import { describe, expect, it } from 'vitest';
import { FLAG, boxFeatures } from '../../../../../../src/core/article/judge/features/box-features.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

const logOdds = {
  names: new Map([
    ['story', 20],
    ['menu', -30],
  ]),
  words: new Map<number, number>(),
};
const prose = 'The harbour master counts the boats each morning, and he writes their names down in a ledger, by hand.';
const featuresOf = (body: Part) => {
  const snapshot = snapshotOf(body);
  const features = boxFeatures(snapshot, logOdds);
  return {
    ...features,
    snapshot,
    at: (name: string) => snapshot.boxes.findIndex((box) => box.tag === name || box.names.includes(name)),
  };
};
const bit = (name: string) => FLAG[name] ?? Number.NaN;

describe('boxFeatures', () => {
  it('passes scores of names down: sum, best and worst', () => {
    const features = featuresOf(['body', ['div.story', ['ul.menu', ['li.plain', 'a']]]]);
    const at = features.at('plain');
    expect([features.name[at], features.nameSum[at], features.nameBest[at], features.nameWorst[at]]).toEqual([
      0, -10, 20, -30,
    ]);
    expect(features.nameSum[features.at('story')]).toBe(20);
  });
  it('flags what a box is in, by tag or role, and not what it contains', () => {
    const features = featuresOf([
      'body',
      ['div.role=navigation', ['p.in', 'a']],
      ['main', ['aside', ['p.both', 'b']]],
      ['p.out', 'c'],
    ]);
    expect(features.flags[features.at('in')]).toBe(bit('nav'));
    expect(features.flags[features.at('both')]).toBe(bit('main') | bit('aside'));
    expect([features.flags[features.at('out')], features.flags[0]]).toEqual([0, 0]);
  });
  it('counts lists around a box', () => {
    const features = featuresOf(['body', ['ul', ['li', ['ol', ['li.deep', 'a']]]], ['p', 'b']]);
    expect([features.lists[features.at('deep')], features.lists[features.at('p')]]).toEqual([2, 0]);
  });
  it('recognises cards as similar siblings with text; the content of one belongs to it', () => {
    const features = featuresOf([
      'body',
      ['div', ['div.card', ['p.in', { text: 'tide', linked: true }]], ['div.card', 'moon'], ['div.card']],
      ['p.alone', 'x'],
    ]);
    const first = features.at('card');
    expect([
      features.alike[first],
      features.alikeChars[first],
      features.alikeLink[first],
      features.alikeRuns[first],
    ]).toEqual([2, 8, 0.5, 2]);
    expect([features.card[first], features.card[features.at('in')], features.card[features.at('alone')]]).toEqual([
      first,
      first,
      -1,
    ]);
    expect(features.ofShape.get(features.snapshot.boxes[first]?.shape ?? 0)).toBe(2);
  });
  it('finds the box of the prose, not the longer list of links', () => {
    const link = { text: prose, linked: true };
    const features = featuresOf([
      'body',
      ['div.links', ['p', link], ['p', link], ['p', link], ['p', link]],
      ['div.told', ['p', prose], ['p', prose]],
    ]);
    expect(features.snapshot.boxes[features.top]?.names).toContain('told');
    expect(features.score[features.at('links')]).toBe(0);
  });
  it('gives linked prose no weight, and deducts its share from the box', () => {
    const mixed = featuresOf(['body', ['div.told', ['p', { text: prose, linked: true }], ['p', prose]]]);
    const alone = featuresOf(['body', ['div.told', ['p', prose]]]);
    expect(alone.score[alone.at('told')]).toBeGreaterThan(0);
    expect(mixed.score[mixed.at('told')]).toBeCloseTo((alone.score[alone.at('told')] ?? 0) / 2, 4);
  });
  it('accepts an empty page', () => {
    const features = featuresOf(['body']);
    expect([features.top, features.card[0], features.score[0], features.alike[0]]).toEqual([0, -1, 0, 0]);
  });
});
