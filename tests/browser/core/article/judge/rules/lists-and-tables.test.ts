/** keepTables, keepLists: facts stay whole, labels with values; what only lists links goes. */
import { describe, expect, it } from 'vitest';
import { keepLists, keepTables } from '../../../../../../src/core/article/judge/rules/lists-and-tables.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';
import { dataTables } from '../../../../../../src/core/article/tree/tables.ts';
import type { Verdict } from '../../../../../../src/core/article/judge/verdict.ts';

const SAID = 'The cliff loses most of its ground in the quiet weeks after rain, and hardly any in a storm. ';
const said = `<p>${SAID.repeat(3)}</p>`;

/** What stays beside `SAID`, of which the judge keeps what is named. */
function kept(html: string, named: string[] = [], score01 = 0.3): string[] {
  const page = survey(new DOMParser().parseFromString(html, 'text/html'));
  const verdicts = page.runs.map(({ text }): Verdict => ({
    keep: text.startsWith(SAID.trim()) || named.includes(text),
    score01,
    reason: 'navigation',
  }));
  keepTables(page, verdicts, dataTables(page));
  keepLists(page, verdicts);
  return page.runs
    .filter(({ index, text }) => verdicts[index]?.keep && !text.startsWith(SAID.trim()))
    .map(({ text }) => text);
}

describe('tables', () => {
  const table = (cell: string, classes = '') =>
    `<table class="${classes}"><tr><th>Place</th><th>Metres</th></tr><tr><td>${cell}</td><td>60</td></tr></table>`;
  it('stay whole within and at the end of the text, or where most is kept', () => {
    expect(kept(`<main>${said}${table('Ness')}${said}</main>`)).toEqual(['Place', 'Metres', 'Ness', '60']);
    expect(kept(`<main>${said}<div>${table('Ness')}</div></main>`)).toHaveLength(4);
    expect(kept(`<main>${table('Ness')}</main>${said}`, ['Place', 'Metres', 'Ness'])).toHaveLength(4);
  });
  it('that sum up the article stay before it, those that lead through the site go', () => {
    expect(kept(`<main>${table('<a href="/ness">Ness of the north</a>', 'infobox')}${said}</main>`)).toHaveLength(4);
    expect(kept(`<main>${said}${table('<a href="/ness">Ness of the north</a>', 'navbox')}</main>`)).toEqual([]);
    expect(kept(`<main>${said}</main><aside>${table('Ness')}</aside>`)).toEqual([]);
  });
});

describe('lists', () => {
  it('stay right below the text that speaks of them, labels with values', () => {
    const list = '<ul><li>Ten white pegs</li><li>A line of sixty metres</li></ul>';
    expect(kept(`<main>${said}${list}</main>`)).toEqual(['Ten white pegs', 'A line of sixty metres']);
    const terms = '<dl><dt>Length</dt><dd>Sixty metres of rope</dd><dt>Weight</dt><dd>Nine kilos, dry</dd></dl>';
    expect(kept(`<main>${said}${terms}</main>`)).toHaveLength(4);
  });
  it('of which the judge is sure that they do not belong go, as do tables and lists with pictures', () => {
    const list = '<ul><li>Ten white pegs</li><li>A line of sixty metres</li></ul>';
    expect(kept(`<main>${said}${list}</main>`, [], 0.05)).toEqual([]);
    expect(kept(`<main>${said}${list.replace('Ten', '<img src="/a.jpg">Ten')}</main>`)).toEqual([]);
  });
  it('stay whole where most is kept', () => {
    const list = '<ul><li>1/4 cup of butter</li><li>Two cups of flour</li><li>A pinch of salt</li></ul>';
    expect(kept(`<main><div>${list}</div></main>`, ['1/4 cup of butter', 'Two cups of flour'])).toHaveLength(3);
  });
  it('go where they are links, buttons, or posts of many lines', () => {
    const links = '<ul><li><a href="/a">Ten boats to see</a></li><li><a href="/b">Nine more of them</a></li></ul>';
    expect(kept(`<main>${said}${links}</main>`)).toEqual([]);
    const buttons = '<ul><li><button>Share this story</button></li><li><button>Print this story</button></li></ul>';
    expect(kept(`<main>${said}${buttons}</main>`)).toEqual([]);
  });
});
