/**
 * Whole articles: for each kind of page that is easily truncated, the whole story is kept, in order, without clutter.
 */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../../src/core/article/article.ts';
import { read } from '../../../../../src/core/article/read.ts';
import { CONTENT_LISTS } from '../../../../fixtures/pages/content-lists.ts';
import { type Kind, KINDS } from '../../../../fixtures/pages/kinds.ts';
import { articleOf, CLUTTER, paragraphs, tell } from '../../../../fixtures/pages/prose.ts';

const url = 'https://gazette.example/stories/cliff';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function articleIn(document: Document, contentType?: string): Article {
  const result = read(document, { url, contentType });
  if (!result.ok) return expect.fail(`nothing was read: ${result.error.kind}`);
  return result.value;
}

function check({ html, keep, shown = [], drop = [], blocks = [], plain }: Kind): Article {
  const document = plain ? parse('<pre></pre>') : parse(html);
  const pre = document.querySelector('pre');
  if (plain && pre) pre.textContent = html;
  const article = articleIn(document, plain ? 'text/plain' : undefined);
  const tree = JSON.stringify(article.tree);
  for (const words of shown) expect(tree).toContain(words);
  let at = 0;
  for (const words of keep) {
    const found = article.text.indexOf(words, at);
    if (found < 0) expect.fail(`lost, or out of order: “${words}” in\n${article.text}`);
    at = found;
  }
  for (const words of [...CLUTTER, ...drop]) expect(article.text).not.toContain(words);
  for (const kind of blocks) expect(article.blocks.map((block) => block.kind)).toContain(kind);
  return article;
}

describe('whole articles', () => {
  it.each(Object.entries(KINDS))('%s', (_name, kind) => {
    const article = check(kind);
    expect(article.title).toBe('The cliff that counts');
  });
  it.each(Object.entries(CONTENT_LISTS))('%s is the article itself', (_name, kind) => {
    check(kind);
  });

  it('heading levels, the next part and the time reach the article', () => {
    const of = (name: string) => KINDS[name] ?? expect.fail(name);
    const levels = check(of('headings of several levels'))
      .blocks.filter(({ kind }) => kind === 'heading')
      .map(({ level }) => level);
    expect(levels.slice(-3)).toEqual([2, 3, 2]);
    expect(check(of('a part of several')).nextUrl).toBe('https://gazette.example/stories/cliff?page=2');
    expect(check(of('a plain text')).publishedTime).toBe('2024-04-13T20:27');
  });

  it('right-to-left text keeps its direction', () => {
    const line = 'ظلت المنارة مظلمة أحد عشر عاما قبل أن يقرر المجلس بيعها، ولم يتوقع أحد في القرية أن يظهر لها مشتر. ';
    const html =
      '<html lang="ar" dir="rtl"><head><title>الجرف الذي يعد</title></head><body><article><h1>' +
      'الجرف الذي يعد' +
      `</h1>${Array.from({ length: 6 }, (_, at) => `<p>${line}${at} ${line}</p>`).join('')}</article></body></html>`;
    const article = articleIn(parse(html));
    expect([article.lang, article.dir]).toEqual(['ar', 'rtl']);
    expect(article.text.match(/المنارة/g)).toHaveLength(12);
  });

  it('an open shadow root is read in its place', () => {
    const document = parse(
      articleOf(`${paragraphs(0, 2)}<story-part></story-part>${paragraphs(12, 2)}<p>${tell(18, 20)}</p>`),
    );
    const root = document.querySelector('story-part')?.attachShadow({ mode: 'open' });
    for (const from of [6, 9]) {
      const paragraph = document.createElement('p');
      paragraph.textContent = tell(from, from + 3);
      root?.append(paragraph);
    }
    const { text } = articleIn(document);
    const order = ['eleven years', 'Halloran painted', 'A schoolteacher asked', 'In August they found'].map((words) =>
      text.indexOf(words),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThanOrEqual(0);
  });

  it('a frame of the same origin is read in its place', async () => {
    const outer = document.createElement('iframe');
    outer.srcdoc = articleOf(
      `${paragraphs(0, 2)}<iframe ` +
        `srcdoc="${`<article>${paragraphs(6, 2)}</article>`.replace(/"/g, '&quot;')}"></iframe>${paragraphs(12, 2)}`,
    );
    const loaded = new Promise((resolve) => outer.addEventListener('load', resolve));
    document.body.append(outer);
    await loaded;
    const shown = outer.contentDocument;
    if (!shown) return expect.fail('no document');
    const { text } = articleIn(shown);
    outer.remove();
    expect(text).toContain('Halloran painted a white line');
    expect(text.indexOf('A schoolteacher asked')).toBeLessThan(text.indexOf('In August they found'));
  });
});
