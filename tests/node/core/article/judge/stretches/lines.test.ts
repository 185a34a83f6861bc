/** linesOf: features of each line of the content, and means over stretches. */
import { describe, expect, it } from 'vitest';
import {
  type LineFeature,
  LINE_FEATURE_NAMES,
  linesOf,
} from '../../../../../../src/core/article/judge/stretches/lines.ts';
import { profile } from '../../../../../../src/core/article/judge/features/text-profile.ts';
import { stretchPage } from '../../../../../fakes/stretch-page.ts';

const feature = (name: LineFeature) => LINE_FEATURE_NAMES.indexOf(name);

describe('linesOf', () => {
  it('distinguishes titles, sentences and truncated lines', () => {
    const { lines } = stretchPage();
    expect([0, 1, 2, 3].map((at) => lines.value(feature('titled'), at))).toEqual([0, 0, 1, 0]);
    expect([0, 1, 2, 3].map((at) => lines.value(feature('prose'), at))).toEqual([1, 1, 0, 0]);
    expect([0, 1, 2, 3].map((at) => lines.value(feature('broken'), at))).toEqual([0, 0, 0, 1]);
  });

  it('gives means over stretches, and 0 for an empty one', () => {
    const { lines } = stretchPage();
    expect(lines.mean(feature('broken'), 2, 8)).toBeCloseTo(0.5);
    expect(lines.mean(feature('broken'), 3, 3)).toBe(0);
    expect(lines.before[lines.count]).toBe(lines.chars.reduce((sum, one) => sum + one, 0));
  });

  it('leaves out runs that are not content, and counts them as a gap', () => {
    const { snapshot, content, scores } = stretchPage();
    const lines = linesOf(
      snapshot,
      content.map((_, at) => at !== 2 && at !== 3),
      scores,
    );
    expect(lines.count).toBe(8);
    expect([...lines.gap]).toEqual([0, 0, 2, 0, 0, 0, 0, 0]);
  });

  it('scores short lines by words of inserted lines', () => {
    const { snapshot, content, scores } = stretchPage();
    const word = snapshot.runs[2]?.words[1] ?? 0;
    const lines = linesOf(snapshot, content, { ...scores, words: new Map([[word, 3]]) });
    expect(lines.value(feature('worded'), 2)).toBeCloseTo(0.5);
    expect(lines.value(feature('worded'), 0)).toBe(0);
  });

  it('recognises a byline with a date, a question, and a line next to a picture', () => {
    const { snapshot, content, scores } = stretchPage();
    const [first, second] = snapshot.runs;
    if (first) Object.assign(first, { ...profile('By Irene Caballero 12 March 2026'), chars: 28 });
    if (second) second.asks = true;
    const box = snapshot.boxes[snapshot.runs[2]?.box ?? -1];
    if (box) box.images = 1;
    const lines = linesOf(snapshot, content, scores);
    for (const [at, name] of ['dated', 'asks', 'pictured'].entries())
      for (const line of [0, 1, 2])
        expect(lines.value(feature(name as LineFeature), line), `${name} ${line}`).toBe(line === at ? 1 : 0);
  });
});
