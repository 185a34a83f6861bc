/** contentOf and straysOf: turn scores into what is kept and removed; lists and code follow their neighbours. */
import { describe, expect, it } from 'vitest';
import { contentOf, straysOf } from '../../../../../src/core/article/judge/decide.ts';
import { type Part, snapshotOf } from '../../../../fakes/snapshot.ts';

const text = 'The river flooded the valley again and the wardens measured the water at the old bridge.';
const decided = (body: Part, score01: number[], stretch01: number[] = score01.map(() => 0)) => {
  const snapshot = snapshotOf(body);
  const content = contentOf(snapshot, Float32Array.from(score01));
  const goes = straysOf(snapshot, content, Float32Array.from(stretch01));
  return content.map((one, at) => (one ? (goes[at] ? 'goes' : 'stays') : 'out'));
};

describe('contentOf and straysOf', () => {
  it('keeps likely content, and leaves the rest out', () => {
    expect(decided(['body', ['p', 'Home'], ['p', text], ['p', text]], [0.01, 0.97, 0.95])).toEqual([
      'out',
      'stays',
      'stays',
    ]);
  });
  it('removes a stretch that surely does not belong, and keeps a doubtful one', () => {
    const body: Part = ['body', ['p', text], ['p', `${text} A`], ['p', 'Ten cakes']];
    expect(decided(body, [0.97, 0.95, 0.9], [0, 0.5, 0.95])).toEqual(['stays', 'stays', 'goes']);
  });
  it('keeps an item with its list, and code between kept blocks', () => {
    const list: Part = ['ul', ['li', text], ['li', `${text} B`], ['li', `${text} C`], ['li', 'Salt']];
    expect(decided(['body', list], [0.97, 0.95, 0.9, 0.1])[3]).toBe('stays');
    const code: Part = ['body', ['p', text], ['pre', { text: 'let a = 1', preformatted: true }], ['p', text]];
    expect(decided(code, [0.97, 0.05, 0.95])[1]).toBe('stays');
  });
  it('keeps code within the article, and drops the teasers of a preformatted page', () => {
    const pre = (words: string): Part => ['pre', { text: words, preformatted: true }];
    const code: Part = ['body', ['p', text], pre('let a = 1'), ['p', 'A quote'], ['p', text], pre('ten cakes')];
    const stray = [0, 0.9, 0.9, 0, 0.9];
    expect(decided(code, [0.97, 0.9, 0.9, 0.95, 0.9], stray)).toEqual(['stays', 'stays', 'goes', 'stays', 'goes']);
    const plain: Part = ['body', pre(text), pre('Ten cakes | Cakes'), pre(`${text} More.`)];
    expect(decided(plain, [0.97, 0.9, 0.95], [0, 0.9, 0])).toEqual(['stays', 'goes', 'stays']);
  });
});
