/** code: stays between kept blocks, but not with links in it. */
import { describe, expect, it } from 'vitest';
import { code } from '../../../../../../src/core/article/judge/rules/code.ts';
import { broughtBack, said } from '../../../../../fakes/judged-page.ts';

const mended = (html: string, kept?: string[], score01?: number) => broughtBack([code], html, kept, score01);

describe('code between two kept blocks', () => {
  it('stays, unless it contains links', () => {
    expect(mended(`<main>${said()}<pre>edge(60)</pre>${said()}</main>`)).toEqual(['edge(60)']);
    expect(mended(`<main>${said()}<pre><a href="/x">edge(60)</a></pre>${said()}</main>`)).toEqual([]);
  });
});
