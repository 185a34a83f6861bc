/** droppedFeatures: what happened to runs similar to a dropped one, and what is around it. */
import { describe, expect, it } from 'vitest';
import {
  DROPPED_FEATURES,
  DROPPED_NAMES,
  DROPPED_WIDTH,
  droppedFeatures,
} from '../../../../../../src/core/article/judge/dropped/dropped-features.ts';
import { snapshotOf } from '../../../../../fakes/snapshot.ts';

const text = 'The river flooded the valley again and the wardens measured the water at the old bridge.';
const snapshot = snapshotOf(
  ['body', ['nav', 'Home'], ['div.text', ['p', text], ['p', `${text} A`], ['p', `${text} B`]], ['footer', 'Terms']],
  'The river',
);
const content = [false, true, false, true, false];
const scores = Float32Array.from([0.01, 0.9, 0.2, 0.9, 0.05]);
const look = {
  content,
  content01: scores,
  firstLook01: scores,
  threshold: 0.5,
  names: () => 0,
  worst: () => 0,
  words: new Map<number, number>(),
};

function featuresOf(at: number): Map<string, number> {
  const row = new Float32Array(DROPPED_WIDTH).fill(Number.NaN);
  droppedFeatures(snapshot, look)(at, row);
  return new Map(DROPPED_NAMES.map((name, column) => [name, row[column] ?? Number.NaN]));
}

describe('droppedFeatures', () => {
  it('writes every feature, and each has a line of documentation', () => {
    for (const value of featuresOf(2).values()) expect(value).not.toBeNaN();
    for (const told of Object.values(DROPPED_FEATURES)) expect(told.length).toBeGreaterThan(7);
  });

  it('distinguishes a paragraph among similar kept ones from a menu', () => {
    const [paragraph, menu] = [featuresOf(2), featuresOf(0)];
    expect(paragraph.get('makeKept')).toBeCloseTo(1);
    expect([paragraph.get('before'), paragraph.get('after'), paragraph.get('inside')]).toEqual([1, 1, 1]);
    expect(paragraph.get('overlap')).toBeGreaterThan(0.8);
    expect(menu.get('makeKept')).not.toBeGreaterThan(0);
    expect(menu.get('inside')).toBe(0);
  });
});
