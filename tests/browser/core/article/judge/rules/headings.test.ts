/** keepHeadings: a heading goes with the text below it, and the title is told once. */
import { describe, expect, it } from 'vitest';
import { keepHeadings } from '../../../../../../src/core/article/judge/rules/headings.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';
import type { Verdict } from '../../../../../../src/core/article/judge/verdict.ts';

const SAID = '<p>The cliff loses most of its ground in the quiet weeks after rain, and hardly any in a storm.</p>';

/** The headings that stay, where the judge keeps paragraphs alone, or all. */
function headings(html: string, all = false): string[] {
  const page = survey(new DOMParser().parseFromString(html, 'text/html'));
  const verdicts = page.runs.map(({ box }): Verdict => ({
    keep: all || box.tag === 'p',
    score01: 0.2,
    reason: 'other-topic',
  }));
  keepHeadings(page, verdicts, 'The cliff walks');
  return page.runs.filter(({ index, box }) => verdicts[index]?.keep && box.tag !== 'p').map(({ text }) => text);
}

describe('headings', () => {
  it('right above kept text stay, also where two follow each other or lie in a box', () => {
    expect(headings(`<main>${SAID}<h2>Results</h2><h3>On sand</h3>${SAID}</main>`)).toEqual(['Results', 'On sand']);
    expect(headings(`<main>${SAID}<div><h2><span>Results</span></h2></div><div>${SAID}</div></main>`)).toEqual([
      'Results',
    ]);
  });
  it('go above what went, and where they lead to another page', () => {
    expect(headings(`<main>${SAID}<h2>More stories</h2><div>Boats</div></main>`)).toEqual([]);
    expect(headings(`<main>${SAID}<h2><a href="/boats">Ten boats to see</a></h2>${SAID}</main>`)).toEqual([]);
    expect(headings(`<main>${SAID}<h2><a href="#results">Results</a></h2>${SAID}</main>`)).toEqual(['Results']);
  });
  it('say the title no second time', () => {
    expect(headings(`<main><h2>The Cliff Walks!</h2><h2>Preface</h2>${SAID}</main>`, true)).toEqual(['Preface']);
    expect(headings(`<main>${SAID.repeat(4)}<h2>The cliff walks</h2>${SAID}</main>`, true)).toEqual([
      'The cliff walks',
    ]);
  });
});
