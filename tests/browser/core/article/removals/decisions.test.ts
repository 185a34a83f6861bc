/** Restoring a block changes only that block, whatever the page has added in the meantime. */
import { afterEach, describe, expect, it } from 'vitest';
import type { TracedArticle } from '../../../../../src/core/article/article.ts';
import { trace } from '../../../../../src/core/article/read.ts';
import riverText from '../../../../fixtures/articles/river.en.txt?raw';
import tidesText from '../../../../fixtures/articles/tides.en.txt?raw';

const EXCERPT =
  'A good one saves time every day. We asked twelve people which they would take along, and number four surprised…';
const BESIDE = 'The most read stories of this week, chosen by our editors for you';

const TEASERS = ['Ten kitchen knives that chefs would buy again', 'This app turns your phone into a spirit level'];

/** The long lines of a fixture: its paragraphs and the excerpts of its teasers. */
const linesOf = (text: string) => text.split('\n').filter((line) => line.length > 150);

/** An article with teasers and a column next to it, as a live page. */
function page(): HTMLElement {
  const title = riverText.split('\n', 1)[0] ?? '';
  const lines = linesOf(riverText).map((line) => `<p>${line}</p>`);
  for (const [at, name] of TEASERS.entries()) {
    lines.splice(4 + 2 * at, 0, `<p class="t"><a href="/${at}">${name}</a></p><p class="t">${EXCERPT}</p>`);
  }
  const root = document.createElement('div');
  const column =
    '<nav><a href="/1">Home</a> <a href="/2">Sport</a></nav><aside class="side"><h4>Most read' +
    `</h4><p>${BESIDE}</p></aside>`;
  const html = `<article class="story"><h1>${title}</h1>${lines.join('')}</article>${column}`;
  root.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  document.body.append(root);
  return root;
}

function read(options: { keep?: string[]; before?: TracedArticle } = {}): TracedArticle {
  const { keep = [], before } = options;
  const traced = trace(document, { url: 'https://example.org/river', keep, decisions: before?.decisions });
  if (!traced.ok) throw new Error(traced.error.kind);
  return traced.value;
}
const told = ({ article }: TracedArticle) => article.removed.map(({ text, inside }) => `${inside} ${text}`);
const holding = (traced: TracedArticle, words: string) =>
  traced.article.removed.find(({ text }) => text.includes(words))?.text ?? '';

let root: HTMLElement;
afterEach(() => root.remove());

describe('restoring a block', () => {
  it.each([
    ['inside the article', TEASERS[0] ?? ''],
    ['beside the article', BESIDE],
  ])('%s moves no other line of the ledger', (_where, words) => {
    root = page();
    const before = read();
    const text = holding(before, words);
    expect(text).not.toBe('');
    // Changes to the page in the meantime: a button's answer, an advertisement and a counter.
    root.querySelector('h1')?.append(Object.assign(document.createElement('span'), { textContent: 'Copied!' }));
    const late = document.createElement('div');
    late.append(
      ...new DOMParser().parseFromString('<p><a href="/ad">Boats for sale near you</a></p>', 'text/html').body
        .childNodes,
    );
    root.querySelector('article p:nth-of-type(3)')?.after(late);

    const after = read({ keep: [text], before });
    expect(told(after)).toEqual(told(before).filter((line) => !line.endsWith(text)));
    expect(after.article.text.split('\n').filter((line) => !text.includes(line))).toEqual(
      before.article.text.split('\n').filter((line) => !text.includes(line)),
    );
    for (const line of text.split('\n')) expect(after.article.text).toContain(line);

    const again = read({ before: after });
    expect(told(again)).toEqual(told(before));
    expect(again.article.text).toBe(before.article.text);
  });

  it('keeps earlier decisions if a script renders the same words again', () => {
    root = page();
    const before = read();
    const article = root.querySelector('article');
    article?.replaceWith(article.cloneNode(true));
    expect(told(read({ before }))).toEqual(told(before));
  });

  it('judges the page again if it shows another text by then', () => {
    root = page();
    const before = read();
    root
      .querySelector('article')
      ?.replaceChildren(
        ...linesOf(tidesText).map((line) => Object.assign(document.createElement('p'), { textContent: line })),
      );
    expect(read({ before }).article.text).toContain(linesOf(tidesText)[3]?.slice(0, 40));
  });
});
