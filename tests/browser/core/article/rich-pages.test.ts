/** Whole pages with rich content, in shapes that users of other tools reported, with expected and unwanted content. */
import { describe, expect, it } from 'vitest';
import type { Article, ArticleNode } from '../../../../src/core/article/article.ts';
import { read } from '../../../../src/core/article/read.ts';

const PROSE = [
  'The salt works lie behind the dunes, and the pans are scraped by hand from May until the first storms of autumn.',
  'Each pan holds a week of sun, says the foreman, who counts the weeks on a board and never writes down the rain.',
  'What is scraped in the morning is sold by noon, since damp salt weighs more and the buyers know it well enough.',
  'The windmills that lifted the brine were taken down one by one, and a single pump now does the work of all nine.',
  'Nobody here calls it a craft. It is a way to be outside, they say, and the winters are long and full of mending.',
  'Visitors come for the pink water, which is a matter of small shrimps, and leave with a bag that they never open.',
];
const paragraphs = PROSE.map((text) => `<p>${text} ${PROSE[0]}</p>`).join('\n');
const MENU =
  '<header><a href="/">The Pan</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sea">Sea</a></li>' +
  '</ul></nav></header>';
const FOOT =
  '<footer><p><a href="/terms">Terms of use</a> <a href="/contact">Contact</a></p><p>Copyright 2019 The Pan ' +
  'Press</p></footer>';

function article(
  body: string,
  head = '<title>Salt behind the dunes</title>',
  url = 'https://pan.example/salt',
): Article {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${MENU}${body}${FOOT}</body></html>`;
  const result = read(new DOMParser().parseFromString(html, 'text/html'), { url });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}
const count = (node: ArticleNode, tag: string): number =>
  typeof node === 'string'
    ? 0
    : (node.tag === tag ? 1 : 0) + node.children.reduce((sum, one) => sum + count(one, tag), 0);

describe('a page of an article', () => {
  it('shows the picture above its first paragraph, with the caption', () => {
    const figure =
      '<figure><picture><source srcset="https://img.example/a-600.jpg 600w"><img alt="Pans" ' +
      `src="https://img.example/a-600.jpg" width="600" height="400"></picture>
      <figcaption><span>The pans in June, seen from the mill.</span> <span>Ole Brandt for The Pan</span>` +
      '</figcaption></figure>';
    const { tree, text } = article(`<article><h1>Salt behind the dunes</h1>${figure}${paragraphs}</article>`);
    expect(count(tree, 'img')).toBe(1);
    expect(text).toContain('The pans in June, seen from the mill.');
    expect(text.split('\n').filter((line) => line === 'Salt behind the dunes')).toEqual([]);
  });

  it('ends with the list of addresses that belongs to its marks', () => {
    const links = ['pans', 'mills', 'price'].map(
      (at) => `<li><a href="https://pan.example/${at}">https://pan.example/${at}</a></li>`,
    );
    const marked = PROSE.slice(0, 3)
      .map((text, at) => `<p>${text} [${at + 1}] ${PROSE[0]}</p>`)
      .join('');
    const { text } = article(
      `<div class="print"><h1>Salt behind the dunes</h1><article>${marked}<p><strong>Links in this article:` +
        `</strong></p><ol>${links.join('')}</ol></article></div>`,
    );
    expect(text).toContain('Links in this article:');
    expect(text).toContain('https://pan.example/price');
  });

  it('has no author if only commenters are named', () => {
    const comment = (name: string) =>
      '<li class="comment"><div class="comment-author vcard"><cite class="fn"><a href="https://x.example" ' +
      `rel="author external">${name}</a></cite> says:</div>
       <div class="comment-meta"><time datetime="2019-04-03">April 3, 2019</time></div><p>Which pan is the ` +
      'one with the blue rim?</p></li>';
    const { byline, publishedTime } = article(
      `<div id="content"><h1>Salt behind the dunes</h1>${paragraphs}<h2 id="comments">2 comments</h2><ol ` +
        `class="commentlist">${comment('Ada Lind')}${comment('Bo Falk')}</ol></div>`,
    );
    expect([byline, publishedTime]).toEqual([undefined, undefined]);
  });

  it('has its own author, not that of a card next to it', () => {
    const own =
      '<div class="infos"><span class="auteur"><a href="/auteurs/ida-voss/">Ida Voss</a></span>' +
      '&nbsp;&bull;&nbsp;<span class="date">18 September 2024</span></div>';
    const aside =
      '<aside class="related"><div class="card"><h4><a href="/other">The mill</a></h4><a rel="author" ' +
      'href="/auteurs/jon-rask/">Jon Rask</a></div></aside>';
    const { byline, publishedTime } = article(
      `<main><article><header><h1>Salt behind the dunes</h1>${own}</header>${paragraphs}</article>${aside}</main>`,
    );
    expect(byline).toBe('Ida Voss');
    expect(publishedTime).toBe('2024-09-18');
  });

  it('keeps the lines of code that has one element for each line', () => {
    const lines = ['def weigh(pans):', '    pans.sort()', '    return pans'];
    const pre =
      '<section><ul class="line-index"><li></li><li></li></ul><pre ' +
      `data-lang="python">${lines.map((line) => `<code><span>${line}</span></code>`).join('')}</pre></section>`;
    const { text, blocks } = article(
      `<article><h1>Salt behind the dunes</h1>${paragraphs}${pre}${paragraphs}</article>`,
    );
    expect(text).toContain(lines.join('\n'));
    expect(blocks.filter(({ kind }) => kind === 'code')).toHaveLength(1);
  });

  it('links every mark to its note', () => {
    const notes = '<section><h2>Notes</h2><ol><li id="n1">Weighed on a farm scale.</li></ol></section>';
    const { text, tree } = article(
      `<article><h1>Salt behind the dunes</h1><p>${PROSE.join(' ')}<sup><a href="#n1">1</a></sup>` +
        `</p>${paragraphs}</article>${notes}`,
    );
    expect(text).toContain('Weighed on a farm scale.');
    expect(JSON.stringify(tree)).toContain('"href":"#n1"');
    expect(JSON.stringify(tree)).toContain('"id":"n1"');
  });

  it('ends with the list of addresses that it announces, without marks in the text', () => {
    const links = ['pans', 'mills', 'price'].map(
      (at) => `<li><a href="https://pan.example/${at}">https://pan.example/${at}</a></li>`,
    );
    const { text } = article(
      `<div class="print"><h1>Salt behind the dunes</h1><article>${paragraphs}
       <p><strong>Links in this article:</strong></p><ol>${links.join('')}</ol></article></div>`,
    );
    expect(text).toContain('Links in this article:\nhttps://pan.example/pans');
  });

  it('ends before its comments, although they are longer', () => {
    const comment = (name: string, at: number) =>
      `<li class="comment"><div class="comment-author vcard"><cite class="fn">${name}</cite> says:</div>
       <div class="comment-meta"><a href="#c${at}">March ${at + 1}, 2019 at 9:0${at}</a></div>
       <div><p>My uncle scraped pans for years and told me, reply ${at}, that the first storm always took ` +
      `the best of it.</p>
       <p>We never believed him until the autumn when we stood there ourselves with buckets, rakes and wet ` +
      `boots.</p></div>
       <div class="reply"><a rel="nofollow" href="#respond">Reply</a></div></li>`;
    const names = ['Ada Lind', 'Bo Falk', 'Cy Rask', 'Di Moen', 'Eva Holt', 'Finn Aas', 'Gro Lie', 'Hal Vik'];
    const { text, byline } = article(
      `<div id="content"><h1>Salt behind the dunes</h1><div class="entry">${paragraphs}</div>
       <div id="comments"><h3>8 responses</h3><ol class="commentlist">${names.map(comment).join('')}</ol></div></div>`,
    );
    for (const words of PROSE) expect(text).toContain(words);
    expect(text).not.toContain('told me, reply');
    expect(byline).toBeUndefined();
  });

  it('shows the steps of a project, and no notice that the page hides', () => {
    const notice =
      '<p>We value your privacy. We and our partners store information on a device to show advertising.</p>';
    const steps = ['Gather', 'Mark', 'Bend'].map(
      (name, at) =>
        `<section class="step"><h2>Step ${at + 1}: ${name}</h2><div class="photoset"><img src="${at}.jpg" ` +
        `width="600"></div>
         <div><p>${PROSE[at]?.slice(0, 60)} and do it slowly.</p></div></section>`,
    );
    const { text, tree } = article(
      `<div id="consent" style="display:none">${notice.repeat(6)}</div><main><h1>Salt behind the dunes</h1>
       <section><p>The tray takes an hour to make.</p></section>${steps.join('')}</main>`,
    );
    for (const words of ['Step 3: Bend', 'takes an hour to make']) expect(text).toContain(words);
    expect(text).not.toContain('partners');
    expect(count(tree, 'img')).toBe(3);
  });

  it('keeps the questions, answers and code of a conversation', () => {
    const code = (line: string) =>
      '<pre><div><div>python</div><button>Copy code</button><div><code ' +
      `class="language-python">${line}</code></div></div></pre>`;
    const turn = (who: string, body: string) =>
      `<article><h5 class="sr-only">${who} said:</h5><div>${body}</div></article>`;
    const { text } = article(
      `<main>${turn('You', '<div>How do I sort the ledger by year?</div>')}
       ${turn('Pan', `<p>${PROSE[0]}</p>${code('sorted(rows)')}<p>${PROSE[1]}</p>`)}
       ${turn('You', '<div>And backwards?</div>')}
       ${turn('Pan', `<p>Pass a flag, like this:</p>${code('sorted(rows, reverse=True)')}<p>${PROSE[2]}</p>`)}</main>`,
    );
    for (const words of ['How do I sort', 'sorted(rows)', 'And backwards?', 'sorted(rows, reverse=True)'])
      expect(text).toContain(words);
    expect(text).not.toContain('Copy code');
  });
});
