import { describe, expect, it } from 'vitest';
import { isElsewhere, namesNoAuthor } from '../../../../../src/core/article/metadata/elsewhere.ts';

/** Checks the element with the id `x` relative to the page's first heading. */
function ask(html: string, question: typeof isElsewhere): boolean {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const element = document.querySelector('#x');
  if (!element) throw new Error('no element');
  return question(element, document.querySelector('h1') ?? undefined);
}

describe('isElsewhere', () => {
  it.each([
    '<h1>Bees</h1><div class="comments"><b id="x">Ann</b></div>',
    '<h1>Bees</h1><aside><b id="x">Ann</b><p>' + 'More of the harbour. '.repeat(20) + '</p></aside>',
    '<h1>Bees</h1><footer><b id="x">Ann</b></footer>',
    '<div id="header"><b id="x">Books</b></div><h1>Bees</h1>',
    '<article><h1>Bees</h1><footer><div class="comment"><b id="x">Ann</b></div></footer></article>',
    '<h1>Bees</h1><article class="comment"><footer><b id="x">Ann</b></footer></article>',
  ])('is another part of the page: %s', (html) => expect(ask(html, isElsewhere)).toBe(true));
  it.each([
    '<div id="header"><h1>Bees</h1><b id="x">Ann</b></div>',
    '<article><h1>Bees</h1><footer><b id="x">Ann</b></footer></article>',
    '<main><h1>Bees</h1><aside><address><a id="x">Ann</a></address><p>3 May 2024</p></aside></main>',
    '<h1>Bees</h1><div class="author-card"><b id="x">Ann</b></div>',
  ])('is the article’s own: %s', (html) => expect(ask(html, isElsewhere)).toBe(false));
  it('takes time that grows with the page alone', () => {
    const marks = '<b class="x">Written by Ann</b>'.repeat(6000);
    const html = `<article><h1>Bees</h1><aside>${marks}${'<p>Of bees and more.</p>'.repeat(60_000)}</aside></article>`;
    const document = new DOMParser().parseFromString(html, 'text/html');
    const heading = document.querySelector('h1') ?? undefined;
    const started = performance.now();
    for (const mark of document.querySelectorAll('.x')) expect(isElsewhere(mark, heading)).toBe(true);
    expect(performance.now() - started).toBeLessThan(3000);
  });
  it('is not misled by a form whose controls shadow its methods', () =>
    expect(ask('<h1>Bees</h1><form><input name="contains"><b id="x">Ann</b></form>', isElsewhere)).toBe(true));
});

describe('namesNoAuthor', () => {
  it.each([
    '<h1>Bees</h1><div class="authorization"><a id="x">Enter</a></div>',
    '<h1>Bees</h1><div class="image_author" id="x">photo - lark.example</div>',
    '<h1>Bees</h1><span class="photo-info">Photo:<span class="photo-author" id="x">Ann</span></span>',
    '<h1>Bees</h1><div id="article_image"><span class="author" id="x">Lark Pictures</span></div>',
  ])('is a photographer or a control: %s', (html) => expect(ask(html, namesNoAuthor)).toBe(true));
  it('leaves an author with a portrait', () =>
    expect(ask('<h1>Bees</h1><p class="byline has-photo"><a class="author" id="x">Ann</a></p>', namesNoAuthor)).toBe(
      false,
    ));
});
