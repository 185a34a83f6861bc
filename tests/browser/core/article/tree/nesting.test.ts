/** Invalid nesting in pages is repaired without losing text. */
import { expect, it } from 'vitest';
import type { ArticleElement } from '../../../../../src/core/article/article.ts';
import { mendNesting } from '../../../../../src/core/article/tree/nesting.ts';
import { read } from '../../../../../src/core/article/read.ts';
import { faultsOf } from '../../../../fixtures/nesting.ts';
import { paragraphs } from '../../../../fixtures/salt.ts';

/** A text that occurs nowhere else on the page. */
const THIRD =
  'A bag of it costs less than the way there, and yet the road to the dunes is full of cars on every Sunday.';

function articleOf(body: (document: Document) => void) {
  const document = new DOMParser().parseFromString(
    `<title>Salt</title><main><h1>Salt</h1>${paragraphs(0, 3)}<div id="here"></div>${paragraphs(3, 2)}</main>`,
    'text/html',
  );
  body(document);
  const answer = read(document, { url: 'https://pan.example/salt' });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}
const html = (source: string) => (document: Document) => {
  const here = document.querySelector('#here');
  const made = new DOMParser().parseFromString(source, 'text/html').body;
  here?.replaceChildren(...made.childNodes);
};
/** Paragraphs inside a paragraph, which scripts can create and a parser cannot. */
const within =
  (outer: string, ...inner: string[]) =>
  (document: Document) => {
    const holder = document.createElement(outer);
    for (const tag of inner) {
      const child = document.createElement(tag);
      child.textContent = `Within. ${THIRD}`;
      holder.append(child);
    }
    document.querySelector('#here')?.replaceChildren(holder);
  };

it.each([
  ['paragraphs in a paragraph', within('p', 'p', 'p')],
  ['a paragraph parted by breaks', html(`<p>${THIRD}<br><br>Two. ${THIRD}</p>`)],
  [
    'a paragraph with a picture between its lines',
    html(`<p>${THIRD}<img src="a.jpg" width="600"><br><br>${THIRD}</p>`),
  ],
  ['a heading of two lines', html(`<h2>The pans<br><br>and the mills</h2><p>${THIRD}</p>`)],
  ['a heading around a box', html(`<h2><div>The pans</div></h2><p>${THIRD}</p>`)],
  ['a list in a list', html(`<ul><li>${THIRD}</li><ul><li>Within. ${THIRD}</li></ul></ul>`)],
  ['text in a list that is no item', html(`<ul>Before. <li>${THIRD}</li><p>Between. ${THIRD}</p></ul>`)],
  ['a link in a link', within('a', 'a', 'p')],
  ['ruby', html(`<p>${THIRD} <ruby>塩<rp>(</rp><rt>しお</rt><rp>)</rp></ruby></p>`)],
  ['a drop cap', html(`<p><span class="dropcap">T</span><span>he pans. ${THIRD}</span></p>`)],
])('%s: valid and lossless', (_, body) => {
  expect(faultsOf(articleOf(body))).toEqual([]);
});

it('keeps a drop cap and its word together', () => {
  const { text } = articleOf(html(`<p><span class="dropcap">T</span>he pans. ${THIRD}</p>`));
  expect(text).toContain('\nThe pans. ');
});

it('turns the lines of a heading into headings', () => {
  const line = (text: string): ArticleElement => ({ tag: 'p', children: [text] });
  const lines = ['The pans', 'and the mills'].map(line);
  const tree: ArticleElement = { tag: 'div', children: [{ tag: 'h3', children: lines }] };
  mendNesting(tree, []);
  const [holder] = tree.children;
  expect(typeof holder === 'string' ? '' : holder?.tag).toBe('div');
  expect(lines.map(({ tag }) => tag)).toEqual(['h3', 'h3']);
});
