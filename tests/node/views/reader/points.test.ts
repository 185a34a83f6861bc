import { describe, expect, it } from 'vitest';
import { mainPoints } from '../../../../src/views/reader/Points.tsx';

const point = (start: number, score01: number) => ({ start, end: start + 1, text: `p${start}`, score01 });

describe('the key points above an article', () => {
  it('are the most important ones, in the order of the text', () => {
    const points = [point(0, 0.2), point(10, 0.9), point(20, 0.1), point(30, 0.5), point(40, 0.7)];
    expect(mainPoints(points, 3).map(({ start }) => start)).toEqual([10, 30, 40]);
  });

  it('are all if there are few', () => {
    expect(mainPoints([point(0, 0.2)], 3)).toHaveLength(1);
  });
});
