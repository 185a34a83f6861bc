/** comment-threads: units of name, time, text and an identical link, below an article. */
import { describe, expect, it } from 'vitest';
import { commentThread } from '../../../../../../src/core/article/judge/stretches/comment-threads.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

const prose =
  'A lighthouse is a tall house with one lamp, and its whole work is to say where the rocks lie in the dark.';
const article: Part[] = [
  ['p', prose],
  ['p', `${prose} Again.`],
  ['p', `${prose} And again.`],
];
const unit = (name: string, at: number): Part => [
  'div',
  ['p', name],
  ['p', `March ${at}, 2017`],
  ['p', `I read this, says ${name}, and thought of boats.`],
  ['p', { text: 'Reply', linked: true }],
];
const units = ['Tove', 'Ivo', 'Merl', 'Asa'].map((name, at) => unit(name, at + 1));

describe('commentThread', () => {
  it('finds the thread below an article, from the first name on', () => {
    expect(commentThread(snapshotOf(['body', ['main', ...article], ['section', ...units]]))).toEqual({
      from: 3,
      to: 19,
    });
  });
  it('takes a line of time with any number of words', () => {
    const words = Array.from({ length: 200_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
    const said: Part = [
      'div',
      ['p', 'Ann'],
      ['p', words],
      ['p', 'I read this.'],
      ['p', { text: 'Reply', linked: true }],
    ];
    const snapshot = snapshotOf(['body', ['main', ...article], ['section', ...units, said, said]]);
    for (const run of snapshot.runs) if (run.words.length > 1000) run.hasTime = true;
    expect(() => commentThread(snapshot)).not.toThrow(); // as more numbers than a call takes arguments may
  });
  it('finds none if there is nothing but the thread', () => {
    expect(commentThread(snapshotOf(['body', ['h1', 'Boats'], ['section', ...units]]))).toBeUndefined();
  });
  it('finds none on a forum, recognised by its software: the thread is the article', () => {
    const forum: Part = ['main.lemmy.site', ...article, ['section', ...units]];
    expect(commentThread(snapshotOf(['body', forum]))).toBeUndefined();
  });
  it('finds none in product tests with a link each, whatever their numbers', () => {
    const test = (name: string): Part => [
      'div',
      ['p', name],
      ['p', `It is loud, cheap and small. We liked the ${name} best.`],
      ['p', { text: 'See offers', linked: true }],
    ];
    const tests = ['Clip 5', 'Tek 40', 'Mini 2', 'Roam 9'].map(test);
    expect(commentThread(snapshotOf(['body', ['main', ...article], ['section', ...tests]]))).toBeUndefined();
  });
});
