/** disclosures: collapsible text stays complete, a menu does not. */
import { describe, expect, it } from 'vitest';
import { disclosures } from '../../../../../../src/core/article/judge/rules/disclosures.ts';
import { broughtBack, said } from '../../../../../fakes/judged-page.ts';

const mended = (html: string, kept?: string[], score01?: number) => broughtBack([disclosures], html, kept, score01);

describe('collapsible content', () => {
  const more = '<summary>How they were drawn</summary><p>With white paint.</p>';
  it('stays complete between kept blocks, also if one part follows the other', () => {
    const parts = `<details>${more}</details><div hidden="until-found"><p>Nine pegs were lost.</p></div>`;
    expect(mended(`<main>${said()}${parts}${said()}</main>`)).toEqual([
      'How they were drawn',
      'With white paint.',
      'Nine pegs were lost.',
    ]);
    expect(mended(`<main>${said()}${parts}</main>`)).toEqual([]);
    expect(mended(`<main>${said()}${parts}${said()}</main>`, [], 0.01)).toEqual([]); // surely a teaser
  });
  it('is found by the button that opens it, although the page hides it until then', () => {
    const button = (controls: string) =>
      `<h3><button aria-expanded="false" aria-controls="${controls}">Who paid?</button></h3><div id="a" ` +
      'hidden><p>The school did.</p></div>';
    expect(mended(`<main>${said()}${button('a')}${said()}</main>`)).toEqual(['Who paid?', 'The school did.']);
    expect(mended(`<main>${said()}${button('other')}${said()}</main>`)).toEqual([]);
  });
  it('keeps its summary line if the rest is kept', () => {
    const html =
      `<main><details><summary>Who paid?</summary>${said()}</details><details><summary>Menu` +
      '</summary><a href="/">Home</a></details></main>';
    expect(mended(html)).toEqual(['Who paid?']);
  });
  it('is not a menu of links', () => {
    expect(
      mended(`<main>${said()}<details><summary>On</summary><a href="/1">The first part</a></details>${said()}</main>`),
    ).toEqual([]);
  });
});
