/** boxes: names sum down the page, siblings of one make are counted, and the likeliest box is the one that holds the prose. */
import { describe, expect, it } from 'vitest';
import { FLAG, boxFacts } from '../../../../../../src/core/article/judge/features/box-features.ts';
import { type Part, bonesOf } from '../../../../../fakes/bones.ts';

const leanings = {
  names: new Map([
    ['story', 20],
    ['menu', -30],
  ]),
  words: new Map<number, number>(),
};
const prose = 'The harbour master counts the boats each morning, and he writes their names down in a ledger, by hand.';
const factsOf = (body: Part) => {
  const bones = bonesOf(body);
  const facts = boxFacts(bones, leanings);
  return {
    ...facts,
    bones,
    at: (name: string) => bones.boxes.findIndex((box) => box.tag === name || box.names.includes(name)),
  };
};
const bit = (name: string) => FLAG[name] ?? Number.NaN;

describe('boxFacts', () => {
  it('hands names down: sum, best and worst', () => {
    const facts = factsOf(['body', ['div.story', ['ul.menu', ['li.plain', 'a']]]]);
    const at = facts.at('plain');
    expect([facts.name[at], facts.nameSum[at], facts.nameBest[at], facts.nameWorst[at]]).toEqual([0, -10, 20, -30]);
    expect(facts.nameSum[facts.at('story')]).toBe(20);
  });
  it('flags what a box stands in, by tag or by role, and not what stands in it', () => {
    const facts = factsOf([
      'body',
      ['div.role=navigation', ['p.in', 'a']],
      ['main', ['aside', ['p.both', 'b']]],
      ['p.out', 'c'],
    ]);
    expect(facts.flags[facts.at('in')]).toBe(bit('nav'));
    expect(facts.flags[facts.at('both')]).toBe(bit('main') | bit('aside'));
    expect([facts.flags[facts.at('out')], facts.flags[0]]).toEqual([0, 0]);
  });
  it('counts lists around a box', () => {
    const facts = factsOf(['body', ['ul', ['li', ['ol', ['li.deep', 'a']]]], ['p', 'b']]);
    expect([facts.lists[facts.at('deep')], facts.lists[facts.at('p')]]).toEqual([2, 0]);
  });
  it('knows cards by siblings of one make with text; what is in one belongs to it', () => {
    const facts = factsOf([
      'body',
      ['div', ['div.card', ['p.in', { text: 'tide', linked: true }]], ['div.card', 'moon'], ['div.card']],
      ['p.alone', 'x'],
    ]);
    const first = facts.at('card');
    expect([facts.alike[first], facts.alikeChars[first], facts.alikeLink[first], facts.alikeRuns[first]]).toEqual([
      2, 8, 0.5, 2,
    ]);
    expect([facts.card[first], facts.card[facts.at('in')], facts.card[facts.at('alone')]]).toEqual([first, first, -1]);
    expect(facts.ofShape.get(facts.bones.boxes[first]?.shape ?? 0)).toBe(2);
  });
  it('finds the box of the prose, not the longer list of links', () => {
    const link = { text: prose, linked: true };
    const facts = factsOf([
      'body',
      ['div.links', ['p', link], ['p', link], ['p', link], ['p', link]],
      ['div.told', ['p', prose], ['p', prose]],
    ]);
    expect(facts.bones.boxes[facts.top]?.names).toContain('told');
    expect(facts.score[facts.at('links')]).toBe(0);
  });
  it('gives linked prose no worth, and takes its share off the box', () => {
    const mixed = factsOf(['body', ['div.told', ['p', { text: prose, linked: true }], ['p', prose]]]);
    const alone = factsOf(['body', ['div.told', ['p', prose]]]);
    expect(alone.score[alone.at('told')]).toBeGreaterThan(0);
    expect(mixed.score[mixed.at('told')]).toBeCloseTo((alone.score[alone.at('told')] ?? 0) / 2, 4);
  });
  it('stands an empty page', () => {
    const facts = factsOf(['body']);
    expect([facts.top, facts.card[0], facts.score[0], facts.alike[0]]).toEqual([0, -1, 0, 0]);
  });
});
