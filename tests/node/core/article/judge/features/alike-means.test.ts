/** alikeMeans: means over the runs that are made like a run. */
import { describe, expect, it } from 'vitest';
import { alikeMeans } from '../../../../../../src/core/article/judge/features/alike-means.ts';
import { RUN_WIDTH } from '../../../../../../src/core/article/judge/features/feature-list.ts';
import { runFeatures } from '../../../../../../src/core/article/judge/features/run-features.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

const card = (title: string, excerpt: string): Part => ['li.card', ['h3', title], ['p', excerpt]];
/** Lines of four characters, so that every run weighs the same. */
const snapshot = snapshotOf([
  'body',
  ['h1', 'Tide'],
  ['ul', card('Bake', 'flou'), card('Cook', 'salt')],
  ['div', ['p', 'wave']],
]);
const first = runFeatures(snapshot, { names: new Map(), words: new Map() });
const alike = alikeMeans(snapshot, first, RUN_WIDTH);
//                              Tide Bake flou Cook salt wave
const value = Float32Array.from([1, 0.5, 0, 0.25, 0.25, 0.75]);
const all = (mean: (at: number) => number) => snapshot.runs.map((_, at) => mean(at));

describe('alikeMeans', () => {
  it('finds the card around a run', () => {
    expect(alike.cardBox(3)).toMatchObject({ tag: 'li', firstRun: 3, endRun: 5 });
    expect(alike.cardBox(0)).toBeUndefined();
  });

  it('means over the cards of a list, and a run without a card by itself', () => {
    expect(all(alike.ofCards(value))).toEqual([1, 0.25, 0.25, 0.25, 0.25, 0.75]);
  });

  it('means over runs with one place and tag in their cards', () => {
    expect(all(alike.ofRole(value))).toEqual([1, 0.375, 0.125, 0.375, 0.125, 0.75]);
  });

  it('means over runs of one tag, in the box around their boxes and on the page', () => {
    const third = (0 + 0.25 + 0.75) / 3;
    const tags = all(alike.ofTagOnPage(value));
    expect([tags[2], tags[5]]).toEqual([third, third]);
    expect(all(alike.ofTagHere(value))[5]).toBe(0.75);
  });
});
