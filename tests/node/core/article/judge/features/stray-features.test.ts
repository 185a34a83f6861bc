/** strayFeatures: features of one line from all suspicions together; lines outside the article are ignored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN, tagCode, RUN_WIDTH } from '../../../../../../src/core/article/judge/features/feature-list.ts';
import {
  REFINED_FEATURE_NAMES,
  REFINED_WIDTH,
} from '../../../../../../src/core/article/judge/features/refined-feature-list.ts';
import type { Snapshot } from '../../../../../../src/core/article/judge/snapshot.ts';
import {
  STRAY_FEATURE_NAMES,
  STRAY_WIDTH,
} from '../../../../../../src/core/article/judge/features/stray-feature-list.ts';
import { strayFeatures } from '../../../../../../src/core/article/judge/features/stray-features.ts';
import type { StrayFeature } from '../../../../../../src/core/article/judge/features/stray-feature-list.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

const WIDTH = RUN_WIDTH + REFINED_WIDTH;
const KEPT = 0.9;
const LEFT = 0.05;

/** Rows with the inputs of the stray features: score, tag and heading. */
function rowsOf({ runs, boxes }: Snapshot, scores: readonly number[]): Float32Array {
  const rows = new Float32Array(runs.length * WIDTH);
  runs.forEach((run, at) => {
    const tag = boxes[run.box]?.tag ?? '';
    rows[at * WIDTH + COLUMN.tag] = tagCode(tag);
    rows[at * WIDTH + COLUMN.heading] = /^h[1-6]$/u.test(tag) ? Number(tag[1]) : 0;
    rows[at * WIDTH + RUN_WIDTH + REFINED_FEATURE_NAMES.indexOf('s')] = scores[at] ?? KEPT;
  });
  return rows;
}
function featuresOf(body: Part, suspicion: readonly number[], scores: readonly number[] = []) {
  const snapshot = snapshotOf(body);
  const features = strayFeatures(snapshot, rowsOf(snapshot, scores), Float32Array.from(suspicion));
  return (at: number, feature: StrayFeature) => features[at * STRAY_WIDTH + STRAY_FEATURE_NAMES.indexOf(feature)];
}
const lines = (count: number): Part => ['body', ...Array.from({ length: count }, (_, at): Part => ['p', `line ${at}`])];

describe('strayFeatures', () => {
  it('gives a line’s own suspicion and its neighbours’, and -1 if there is none', () => {
    const feature = featuresOf(lines(4), [0.1, 0.2, 0.3, 0.4]);
    expect(feature(1, 't')).toBeCloseTo(0.2, 5);
    expect(feature(1, 't-1')).toBeCloseTo(0.1, 5);
    expect(feature(1, 't+2')).toBeCloseTo(0.4, 5);
    expect([feature(1, 't-2'), feature(1, 't+3'), feature(0, 't-1'), feature(3, 't+1')]).toEqual([-1, -1, -1, -1]);
  });
  it('ignores lines outside the article', () => {
    const feature = featuresOf(lines(4), [0.1, 1, 0.3, 1], [KEPT, LEFT, KEPT, LEFT]);
    expect([feature(0, 't+1'), feature(2, 't-1')]).toEqual([-1, -1]);
    expect([feature(0, 'kept'), feature(1, 'kept')]).toEqual([1, 0]);
    for (const at of [0, 1, 2, 3]) expect(feature(at, 'tPage')).toBeCloseTo(0.2, 5);
  });
  it('summarises the lines before and after', () => {
    const feature = featuresOf(lines(3), [0.2, 0.9, 0.6]);
    expect(feature(1, 'tBefore')).toBeCloseTo(0.2, 5);
    expect(feature(1, 'tAfter')).toBeCloseTo(0.6, 5);
    expect([feature(0, 'tBefore'), feature(2, 'tAfter')]).toEqual([-1, -1]);
    expect(feature(1, 't3')).toBeCloseTo((0.2 + 0.9 + 0.6) / 3, 5);
  });
  it('sums the suspicions of similar boxes and of one box', () => {
    const feature = featuresOf(
      ['body', ['p.teaser', '渡轮'], ['p', 'b'], ['p.teaser', 'c'], ['div', 'd', 'e']],
      [0.8, 0, 0.6, 0.1, 0.3],
    );
    expect(feature(0, 'tShape')).toBeCloseTo(0.7, 5);
    expect(feature(1, 'tShape')).toBeCloseTo(0, 5);
    expect(feature(3, 'tBox')).toBeCloseTo(0.2, 5);
  });
  it('gives the suspicion of the heading above a line, none before the first', () => {
    const feature = featuresOf(['body', ['p', 'a'], ['h2', 'b'], ['p', 'c']], [0, 0.7, 0.2]);
    expect(feature(0, 'tHeading')).toBe(-1);
    expect(feature(1, 'tHeading')).toBeCloseTo(0.7, 5);
    expect(feature(2, 'tHeading')).toBeCloseTo(0.7, 5);
    expect(feature(0, 'tSection')).toBe(-1);
  });
  it('finds shapes and lengths that are unusual in this article', () => {
    const body: Part = [
      'body',
      ['p', 'a'.repeat(100)],
      ['p', 'b'.repeat(100)],
      ['p', 'c'.repeat(100)],
      ['div', 'd'.repeat(10)],
    ];
    const feature = featuresOf(body, [0, 0, 0, 0]);
    expect(feature(0, 'usualShape')).toBeCloseTo(0.75, 5);
    expect(feature(3, 'usualShape')).toBeCloseTo(0.25, 5);
    expect(feature(3, 'usualTag')).toBeCloseTo(10 / 310, 5);
    expect(feature(3, 'usualLength')).toBeLessThan(feature(0, 'usualLength') ?? 0);
  });
  it('gives a number for every feature, whatever is suspected, even if nothing is kept', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.float({ min: 0, max: 1, noNaN: true }), fc.constantFrom(LEFT, KEPT)), {
          minLength: 1,
          maxLength: 9,
        }),
        (all) => {
          const snapshot = snapshotOf(lines(all.length));
          const rows = rowsOf(
            snapshot,
            all.map(([, score]) => score),
          );
          const features = strayFeatures(snapshot, rows, Float32Array.from(all.map(([one]) => one)));
          expect(features).toHaveLength(all.length * STRAY_WIDTH);
          expect([...features].every(Number.isFinite)).toBe(true);
        },
      ),
    ));
});
