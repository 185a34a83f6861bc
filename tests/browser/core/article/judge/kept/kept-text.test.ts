/** kept-text: whether a block is between kept blocks of its container, and how much of a box is kept. */
import { describe, expect, it } from 'vitest';
import { isBetweenKept, keptChars } from '../../../../../../src/core/article/judge/kept/kept-text.ts';
import { isSaid, judgedPage, said, verdictsOf } from '../../../../../fakes/judged-page.ts';

describe('between two kept blocks', () => {
  it('a block of their container counts, but not at its end or with other parts of the page between', () => {
    const { page } = judgedPage(
      `<main>${said()}<div><pre>a</pre></div>${said()}<pre>b</pre></main><pre>c</pre>${said()}`,
    );
    const verdicts = verdictsOf(page, isSaid);
    const boxes = page.boxes.filter(({ tag }) => tag === 'pre');
    expect(boxes.map((box) => isBetweenKept(box, verdicts))).toEqual([true, false, false]);
    const [body, main] = page.boxes;
    const said1 = page.runs[0]?.chars ?? 0;
    const kept = keptChars(page, verdicts);
    expect([body, main].map((box) => box && kept(box))).toEqual([3 * said1, 2 * said1]);
  });
});
