/** terms: a term stays with its definition. */
import { describe, expect, it } from 'vitest';
import { terms } from '../../../../../../src/core/article/judge/rules/terms.ts';
import { SAID, broughtBack } from '../../../../../fakes/judged-page.ts';

const mended = (html: string, kept?: string[]) => broughtBack([terms], html, kept);

describe('a term', () => {
  it('stays with its definition, but the labels of a list of facts do not', () => {
    const list = (dd: string) => `<dl><dt>Scar</dt>${dd}<dt>Ness</dt>${dd}</dl>`;
    expect(mended(`<main>${list(`<dd>${SAID}</dd>`)}</main>`)).toEqual(['Scar', 'Ness']);
    expect(mended(`<main>${list('<dd>2023</dd>')}</main>`, ['2023'])).toEqual([]);
    expect(mended(`<main>${list('<dd>Any other words that are left out</dd>')}</main>`)).toEqual([]);
  });
});
