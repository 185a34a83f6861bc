/** lists: items stay together, and labels with their values; lists of links are removed. */
import { describe, expect, it } from 'vitest';
import { lists } from '../../../../../../src/core/article/judge/rules/lists.ts';
import { afterRules, isSaid, judgedPage, said as paragraph, verdictsOf } from '../../../../../fakes/judged-page.ts';

const said = paragraph(3);
/** What stays in addition to `said`, if the judge keeps the given texts. */
function kept(html: string, named: string[] = [], score01 = 0.3): string[] {
  const judged = judgedPage(html);
  const verdicts = verdictsOf(judged.page, (run) => isSaid(run) || named.includes(run.text), score01);
  const after = afterRules([lists], judged, verdicts);
  return judged.page.runs.filter((run) => after[run.index]?.keep && !isSaid(run)).map(({ text }) => text);
}
describe('lists', () => {
  it('stay right below the text that introduces them, labels with values included', () => {
    const list = '<ul><li>Ten white pegs</li><li>A line of sixty metres</li></ul>';
    expect(kept(`<main>${said}${list}</main>`)).toEqual(['Ten white pegs', 'A line of sixty metres']);
    const terms = '<dl><dt>Length</dt><dd>Sixty metres of rope</dd><dt>Weight</dt><dd>Nine kilos, dry</dd></dl>';
    expect(kept(`<main>${said}${terms}</main>`)).toHaveLength(4);
  });
  it('are removed if the judge is sure, as are tables and lists with pictures', () => {
    const list = '<ul><li>Ten white pegs</li><li>A line of sixty metres</li></ul>';
    expect(kept(`<main>${said}${list}</main>`, [], 0.05)).toEqual([]);
    expect(kept(`<main>${said}${list.replace('Ten', '<img src="/a.jpg">Ten')}</main>`)).toEqual([]);
  });
  it('stay complete if most of them is kept', () => {
    const list = '<ul><li>1/4 cup of butter</li><li>Two cups of flour</li><li>A pinch of salt</li></ul>';
    expect(kept(`<main><div>${list}</div></main>`, ['1/4 cup of butter', 'Two cups of flour'])).toHaveLength(3);
  });
  it('are removed if they are links, buttons, or posts of many lines', () => {
    const links = '<ul><li><a href="/a">Ten boats to see</a></li><li><a href="/b">Nine more of them</a></li></ul>';
    expect(kept(`<main>${said}${links}</main>`)).toEqual([]);
    const buttons = '<ul><li><button>Share this story</button></li><li><button>Print this story</button></li></ul>';
    expect(kept(`<main>${said}${buttons}</main>`)).toEqual([]);
  });
});
