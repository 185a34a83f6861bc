/** keepWhatBelongs: what belongs to what is kept stays with it, and what only looks like it goes as the judge said. */
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../../../src/core/article/judge/verdict.ts';
import { isBetweenKept, keepWhatBelongs } from '../../../../../../src/core/article/judge/rules/belongs-together.ts';
import type { Page } from '../../../../../../src/core/article/page/model.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';

const url = 'https://gazette.example/stories/cliff';
const SAID = 'The cliff loses most of its ground in the quiet weeks after rain, and hardly any in a storm. ';
const said = (id = '') => `<p${id ? ` id="${id}"` : ''}>${SAID.repeat(2)}</p>`;
const page = (html: string) => survey(new DOMParser().parseFromString(html, 'text/html'));
/** The judge's word: what holds `SAID` stays, as does what is named; all else goes. */
function judged(of: Page, kept: readonly string[] = [], score01 = 0.2): Verdict[] {
  return of.runs.map(({ text }) => ({
    keep: text.startsWith(SAID.trim()) || kept.some((words) => text.includes(words)),
    score01,
    reason: 'other-topic',
  }));
}
/** The texts that `keepWhatBelongs` brings back. */
function mended(html: string, kept?: readonly string[], score01?: number): string[] {
  const of = page(html);
  const verdicts = judged(of, kept, score01);
  const before = verdicts.map(({ keep }) => keep);
  keepWhatBelongs(of, verdicts, url);
  return of.runs.filter(({ index }) => verdicts[index]?.keep && !before[index]).map(({ text }) => text);
}

describe('between two kept blocks', () => {
  it('of its own container a block stands; at its end, or with more of the page between, it does not', () => {
    const of = page(`<main>${said()}<div><pre>a</pre></div>${said()}<pre>b</pre></main><pre>c</pre>${said()}`);
    const boxes = of.boxes.filter(({ tag }) => tag === 'pre');
    expect(boxes.map((box) => isBetweenKept(box, judged(of)))).toEqual([true, false, false]);
  });
  it('code stays, but not with links in it', () => {
    expect(mended(`<main>${said()}<pre>edge(60)</pre>${said()}</main>`)).toEqual(['edge(60)']);
    expect(mended(`<main>${said()}<pre><a href="/x">edge(60)</a></pre>${said()}</main>`)).toEqual([]);
  });
});

describe('what unfolds', () => {
  const more = '<summary>How they were drawn</summary><p>With white paint.</p>';
  it('stays whole between kept blocks, also where one part follows the other', () => {
    const parts = `<details>${more}</details><div hidden="until-found"><p>Nine pegs were lost.</p></div>`;
    expect(mended(`<main>${said()}${parts}${said()}</main>`)).toEqual([
      'How they were drawn',
      'With white paint.',
      'Nine pegs were lost.',
    ]);
    expect(mended(`<main>${said()}${parts}</main>`)).toEqual([]);
    expect(mended(`<main>${said()}${parts}${said()}</main>`, [], 0.01)).toEqual([]); // surely a teaser
  });
  it('is found by the button that opens it, though the page hides it until then', () => {
    const button = (controls: string) =>
      `<h3><button aria-expanded="false" aria-controls="${controls}">Who paid?</button></h3><div id="a" hidden><p>The school did.</p></div>`;
    expect(mended(`<main>${said()}${button('a')}${said()}</main>`)).toEqual(['Who paid?', 'The school did.']);
    expect(mended(`<main>${said()}${button('other')}${said()}</main>`)).toEqual([]);
  });
  it('keeps the line that opens it where the rest is kept', () => {
    const html = `<main><details><summary>Who paid?</summary>${said()}</details><details><summary>Menu</summary><a href="/">Home</a></details></main>`;
    expect(mended(html)).toEqual(['Who paid?']);
  });
  it('is not a menu of links', () => {
    expect(
      mended(`<main>${said()}<details><summary>On</summary><a href="/1">The first part</a></details>${said()}</main>`),
    ).toEqual([]);
  });
});

describe('a term', () => {
  it('stays with its definition, but not the labels of a list of facts', () => {
    const list = (dd: string) => `<dl><dt>Scar</dt>${dd}<dt>Ness</dt>${dd}</dl>`;
    expect(mended(`<main>${list(`<dd>${SAID}</dd>`)}</main>`)).toEqual(['Scar', 'Ness']);
    expect(mended(`<main>${list('<dd>2023</dd>')}</main>`, ['2023'])).toEqual([]);
    expect(mended(`<main>${list('<dd>Any other words that are left out</dd>')}</main>`)).toEqual([]);
  });
});

describe('sources', () => {
  const list = (hosts: string[], more = '') =>
    `<h2>Read on</h2><ul>${hosts.map((host, at) => `<li><a href="https://${host}/${at}${more}">Shores ${at}</a></li>`).join('')}</ul>`;
  const three = ['a.example', 'b.example', 'c.example'];
  it('under a heading in the container of the text stay, with the heading', () => {
    expect(mended(`<main>${said()}${said()}${list(three)}</main>`)).toEqual([
      'Read on',
      'Shores 0',
      'Shores 1',
      'Shores 2',
    ]);
  });
  it('do not stay outside it, nor do links to the page’s own site, to one other, or to share the page', () => {
    const own = three.map(() => 'gazette.example');
    const other = three.map(() => 'partner.example');
    expect(mended(`<main>${said()}${said()}</main><aside>${list(three)}</aside>`)).toEqual([]);
    expect(mended(`<main>${said()}${said()}${list(own)}</main>`)).toEqual([]);
    expect(mended(`<main>${said()}${said()}${list(other)}</main>`)).toEqual([]);
    expect(mended(`<main>${said()}${said()}${list(three, '?u=gazette.example/stories')}</main>`)).toEqual([]);
  });
  it('of one other site stay where the judge kept the heading, or where they are cited as scholars do', () => {
    const other = three.map(() => 'partner.example');
    expect(mended(`<main>${said()}${said()}${list(other)}</main>`, ['Read on'])).toHaveLength(3);
    const cited = ['Moor, P. (1988). Shores. Tern.', '莫尔，《海岸》，1988。燕鸥社。'].map(
      (text) => `<li><a href="https://p.example/">${text}</a></li>`,
    );
    expect(mended(`<main>${said()}${said()}<h2>Sources</h2><ol>${cited.join('')}</ol></main>`)).toHaveLength(3);
  });
});
