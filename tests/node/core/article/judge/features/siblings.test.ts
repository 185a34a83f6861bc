/** siblings: similar boxes form a group only inside the same box, and boxes without text are in no group. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siblings } from '../../../../../../src/core/article/judge/features/siblings.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

const link = (text: string): Part => ['div.card', { text, linked: true }];

describe('siblings', () => {
  it('sums the content of similar boxes, wherever they are among others', () => {
    const { boxes } = snapshotOf(['body', link('oars'), ['p', 'between'], ['div.card', 'rope', 'sail'], ['div.card']]);
    const { of, size, chars, linkChars, runs } = siblings(boxes);
    const group = of[boxes.findIndex(({ names }) => names.includes('card'))] ?? -1;
    expect([size[group], chars[group], linkChars[group], runs[group]]).toEqual([2, 12, 4, 3]);
    expect([...of]).toEqual([0, 1, 2, 1, -1]);
  });
  it('does not treat similar boxes in different parents as siblings', () => {
    const { boxes } = snapshotOf(['body', ['div', link('oars')], ['section', link('rope')]]);
    expect(siblings(boxes).size).toEqual([1, 1, 1, 1, 1]);
    expect([...siblings(boxes).card]).toEqual([-1, -1, -1, -1, -1]);
  });
  it('knows the nearest card around a box, itself included', () => {
    const { boxes } = snapshotOf(['body', ['li', ['p', 'a']], ['li', ['p', 'b'], ['p', 'c']]]);
    expect([...siblings(boxes).card]).toEqual([-1, 1, 1, 3, 4, 5]);
  });
  it('is computed once for a page', () => {
    const { boxes } = snapshotOf(['body', ['p', 'a']]);
    expect(siblings(boxes)).toBe(siblings(boxes));
  });
  it('puts each box with text into the group of all similar ones, on any page', () => {
    const { part } = fc.letrec<{ part: Part }>((tie) => ({
      part: fc
        .tuple(
          fc.constantFrom('p', 'div.card', 'li'),
          fc.array(fc.oneof({ depthSize: 'small' }, fc.constant<Part | string>('y'), tie('part')), { maxLength: 4 }),
        )
        .map(([tag, inside]): Part => [tag, 'x', ...inside]),
    }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const { boxes } = snapshotOf(['body', ...parts]);
        const { of, size } = siblings(boxes);
        boxes.forEach((box, at) => {
          const like = boxes.filter((one) => one.parent === box.parent && one.shape === box.shape && one.chars > 0);
          expect(of[at] === -1).toBe(box.chars === 0);
          if (box.chars > 0) expect(size[of[at] ?? -1]).toBe(like.length);
        });
      }),
    );
  });
});
