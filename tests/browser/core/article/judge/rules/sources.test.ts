/** sources: the author's list of sources stays; teasers that look like one are removed. */
import { describe, expect, it } from 'vitest';
import { sources } from '../../../../../../src/core/article/judge/rules/sources.ts';
import { broughtBack, said } from '../../../../../fakes/judged-page.ts';

const mended = (html: string, kept?: string[]) => broughtBack([sources], html, kept);

describe('sources', () => {
  const list = (hosts: string[], more = '') =>
    `<h2>Read on</h2><ul>${hosts
      .map((host, at) => `<li><a href="https://${host}/${at}${more}">Shores ${at}</a></li>`)
      .join('')}</ul>`;
  const three = ['a.example', 'b.example', 'c.example'];
  it("under a heading in the text's container stay, with the heading", () => {
    expect(mended(`<main>${said()}${said()}${list(three)}</main>`)).toEqual([
      'Read on',
      'Shores 0',
      'Shores 1',
      'Shores 2',
    ]);
  });
  it('do not stay outside it, nor do links to the page’s own site, to a single other site, or for sharing', () => {
    const own = three.map(() => 'gazette.example');
    const other = three.map(() => 'partner.example');
    expect(mended(`<main>${said()}${said()}</main><aside>${list(three)}</aside>`)).toEqual([]);
    expect(mended(`<main>${said()}${said()}${list(own)}</main>`)).toEqual([]);
    expect(mended(`<main>${said()}${said()}${list(other)}</main>`)).toEqual([]);
    expect(mended(`<main>${said()}${said()}${list(three, '?u=gazette.example/stories')}</main>`)).toEqual([]);
  });
  it('of a single other site stay if the judge kept the heading, or if they are formal citations', () => {
    const other = three.map(() => 'partner.example');
    expect(mended(`<main>${said()}${said()}${list(other)}</main>`, ['Read on'])).toHaveLength(3);
    const cited = ['Moor, P. (1988). Shores. Tern.', '莫尔，《海岸》，1988。燕鸥社。'].map(
      (text) => `<li><a href="https://p.example/">${text}</a></li>`,
    );
    expect(mended(`<main>${said()}${said()}<h2>Sources</h2><ol>${cited.join('')}</ol></main>`)).toHaveLength(3);
  });
});
