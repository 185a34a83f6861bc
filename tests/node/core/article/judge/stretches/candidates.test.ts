/** candidatesOf: the stretches that could be removed as a whole are among the candidates. */
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../../../../src/core/article/judge/stretches/candidates.ts';
import type { Part } from '../../../../../fakes/snapshot.ts';
import { stretchPage } from '../../../../../fakes/stretch-page.ts';

const found = (part?: (text: string) => Part) => {
  const { snapshot, lines, overlap } = stretchPage(part);
  return candidatesOf(snapshot, lines, overlap);
};
const keys = (part?: (text: string) => Part) => found(part).map(({ lines }) => lines.join());

describe('candidatesOf', () => {
  it('looks at repeated titles and excerpts as one stretch, whatever their markup', () => {
    expect(keys()).toContain('2,3,4,5,6,7');
    expect(keys((text) => ['div', ['p', text]])).toContain('2,3,4,5,6,7');
  });

  it('looks at scattered similar lines, alone and with what follows each', () => {
    expect(keys()).toContain('2,4,6');
    expect(keys()).toContain('3,5,7');
  });

  it('looks at each line, and at what follows a title to the end', () => {
    for (let at = 0; at < 10; at++) expect(keys()).toContain(String(at));
    expect(keys()).toContain('4,5,6,7,8,9');
  });

  it('looks at no stretch twice, and at none that is nearly the whole article', () => {
    expect(new Set(keys()).size).toBe(keys().length);
    expect(keys()).not.toContain('0,1,2,3,4,5,6,7,8,9');
  });
});
