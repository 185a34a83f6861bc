/** headings, repeatedTitle: a heading stays or goes with the text below it, and the title appears once. */
import { describe, expect, it } from 'vitest';
import { headings as rule } from '../../../../../../src/core/article/judge/rules/headings.ts';
import { repeatedTitle } from '../../../../../../src/core/article/judge/rules/repeated-title.ts';
import { afterRules, judgedPage, verdictsOf } from '../../../../../fakes/judged-page.ts';

const SAID = '<p>The cliff loses most of its ground in the quiet weeks after rain, and hardly any in a storm.</p>';

/** The headings that stay if the judge keeps only paragraphs, or everything. */
function headings(html: string, all = false): string[] {
  const judged = judgedPage(html, 'The cliff walks');
  const before = verdictsOf(judged.page, ({ box }) => all || box.tag === 'p');
  const after = afterRules([rule, repeatedTitle], judged, before);
  return judged.page.runs.filter(({ index, box }) => after[index]?.keep && box.tag !== 'p').map(({ text }) => text);
}

describe('headings', () => {
  it('right above kept text stay, also if two follow each other or are in a box', () => {
    expect(headings(`<main>${SAID}<h2>Results</h2><h3>On sand</h3>${SAID}</main>`)).toEqual(['Results', 'On sand']);
    expect(headings(`<main>${SAID}<div><h2><span>Results</span></h2></div><div>${SAID}</div></main>`)).toEqual([
      'Results',
    ]);
  });
  it('are removed above removed text, and if they link to another page', () => {
    expect(headings(`<main>${SAID}<h2>More stories</h2><div>Boats</div></main>`)).toEqual([]);
    expect(headings(`<main>${SAID}<h2><a href="/boats">Ten boats to see</a></h2>${SAID}</main>`)).toEqual([]);
    expect(headings(`<main>${SAID}<h2><a href="#results">Results</a></h2>${SAID}</main>`)).toEqual(['Results']);
  });
  it('do not repeat the title', () => {
    expect(headings(`<main><h2>The Cliff Walks!</h2><h2>Preface</h2>${SAID}</main>`, true)).toEqual(['Preface']);
    expect(headings(`<main>${SAID.repeat(4)}<h2>The cliff walks</h2>${SAID}</main>`, true)).toEqual([
      'The cliff walks',
    ]);
  });
});
