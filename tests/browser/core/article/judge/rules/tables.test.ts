/** tables: a data table stays complete; a table of links is removed. */
import { describe, expect, it } from 'vitest';
import { tables } from '../../../../../../src/core/article/judge/rules/tables.ts';
import { afterRules, isSaid, judgedPage, said as paragraph, verdictsOf } from '../../../../../fakes/judged-page.ts';

const said = paragraph(3);
/** What stays in addition to `said`, if the judge keeps the given texts. */
function kept(html: string, named: string[] = [], score01 = 0.3): string[] {
  const judged = judgedPage(html);
  const verdicts = verdictsOf(judged.page, (run) => isSaid(run) || named.includes(run.text), score01);
  const after = afterRules([tables], judged, verdicts);
  return judged.page.runs.filter((run) => after[run.index]?.keep && !isSaid(run)).map(({ text }) => text);
}
describe('tables', () => {
  const table = (cell: string, classes = '') =>
    `<table class="${classes}"><tr><th>Place</th><th>Metres</th></tr><tr><td>${cell}</td><td>60</td></tr></table>`;
  it('stay complete within and at the end of the text, or if most of them is kept', () => {
    expect(kept(`<main>${said}${table('Ness')}${said}</main>`)).toEqual(['Place', 'Metres', 'Ness', '60']);
    expect(kept(`<main>${said}<div>${table('Ness')}</div></main>`)).toHaveLength(4);
    expect(kept(`<main>${table('Ness')}</main>${said}`, ['Place', 'Metres', 'Ness'])).toHaveLength(4);
  });
  it('that summarise the article stay above it; those for navigation are removed', () => {
    expect(kept(`<main>${table('<a href="/ness">Ness of the north</a>', 'infobox')}${said}</main>`)).toHaveLength(4);
    expect(kept(`<main>${said}${table('<a href="/ness">Ness of the north</a>', 'navbox')}</main>`)).toEqual([]);
    expect(kept(`<main>${said}</main><aside>${table('Ness')}</aside>`)).toEqual([]);
  });
  it('of figures stay although their row labels are links next to pictures', () => {
    const row = (name: string, people: string) =>
      `<tr><td><img src="f.png"><a href="/${name}">${name}</a></td><td>${people}</td><td>4.5%</td></tr>`;
    const rows = ['Ness', 'Moen', 'Vik', 'Aas'].map((name, at) => row(name, `${at + 1},204`)).join('');
    expect(kept(`<main>${said}<table>${rows}</table></main>`, [], 0.1)).toHaveLength(12);
    expect(kept(`<main>${said}<table>${rows.replace(/[\d.,]+%?/g, 'more')}</table></main>`, [], 0.1)).toEqual([]);
  });
});
