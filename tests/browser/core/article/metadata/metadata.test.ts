import { describe, expect, it } from 'vitest';
import { metadata } from '../../../../../src/core/article/metadata/metadata.ts';

const url = 'https://www.lark.example/news/bees';
const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string, at = url) => metadata(page(html), { url: at });

describe('metadata', () => {
  it('reads the data in the head', () => {
    const found = read(
      `<html lang="en-gb"><head><title>Bees return | The Lark</title>
      <meta property="og:title" content="Bees return"><meta property="og:site_name" content="The Lark">
      <meta name="author" content="By Jane Doe"><meta property="article:published_time" ` +
        `content="2024-04-13T20:27:00+02:00">
      <meta property="og:image" content="/bees.jpg"><meta name="description" content="They are back.">
      <link rel="canonical" href="https://lark.example/bees"><link rel="next" href="/news/bees?page=2">` +
        '</head><body><h1>Bees return</h1></body>',
    );
    expect(found).toEqual({
      title: 'Bees return',
      byline: 'Jane Doe',
      publishedTime: '2024-04-13T20:27:00+02:00',
      siteName: 'The Lark',
      lang: 'en-GB',
      dir: 'ltr',
      canonicalUrl: 'https://lark.example/bees',
      image: 'https://www.lark.example/bees.jpg',
      ...{ excerpt: 'They are back.', nextUrl: 'https://www.lark.example/news/bees?page=2' },
    });
  });

  it.each([
    [
      '<h1>Bees</h1><div class="info">Release time:Apr 13, 2024 20:27 PM</div><p>Body</p>',
      '2024-04-13T20:27',
      undefined,
    ],
    [
      '<h1>蜜蜂回来了</h1><div><span>2024-04-13 20:27</span> <span>来源：云雀网</span> <span>作者：王小明</span></div>',
      '2024-04-13T20:27',
      '王小明',
    ],
    [
      '<h1>Пчёлы вернулись</h1><p>13 апреля 2024, 20:27</p><p>Автор: Анна Петрова</p>',
      '2024-04-13T20:27',
      'Анна Петрова',
    ],
    [
      '<h1>Bees</h1><div><span>by </span><p><a href="/authors/jd">Jane Doe</a></p></div><time ' +
        'datetime="2024-04-13">yesterday</time>',
      '2024-04-13',
      'Jane Doe',
    ],
    [
      '<h1>Bees</h1><span itemprop="author" itemscope><meta itemprop="name" content="Jane Doe"></span><meta ' +
        'itemprop="datePublished" content="2024-04-13">',
      '2024-04-13',
      'Jane Doe',
    ],
    [
      '<h1>Bees</h1><p class="byline">By <a>Jane Doe</a> and <a>John Roe</a></p><p>Updated 3 May 2024</p><p>' +
        'Published 13 April 2024</p>',
      '2024-04-13',
      'Jane Doe and John Roe',
    ],
    ['<p>13. April 2024</p><h1>Die Bienen</h1><p>Von Hanna Müller</p>', '2024-04-13', 'Hanna Müller'],
  ])('reads the visible line: %s', (html, publishedTime, byline) => {
    const found = read(`<body>${html}`);
    expect([found.publishedTime, found.byline]).toEqual([publishedTime, byline]);
  });

  it('takes the date from the address if nothing else has one', () =>
    expect(read('<h1>Bees</h1>', 'https://lark.example/2024/04/13/bees').publishedTime).toBe('2024-04-13'));

  it('joins lines and leaves out styles in a heading', () =>
    expect(read('<title>x</title><h1><style>.a{}</style>Bees<br>return to town<a href="#x">¶</a></h1>').title).toBe(
      'x',
    ));

  it("prefers a person to the site's name as author", () => {
    const told = (name: string) =>
      `<meta property="og:site_name" content="The Lark"><meta name="author" content="${name}">`;
    expect(read(`${told('The Lark')}<h1>Bees</h1><p>By Jane Doe</p>`).byline).toBe('Jane Doe');
    expect(read(`${told('The Lark')}<h1>Bees</h1>`).byline).toBe('The Lark');
  });

  it('returns only http(s) addresses', () => {
    const found = read(
      '<base href="javascript:1"><link rel="canonical" href="javascript:alert(1)"><meta ' +
        `property="og:image" content="data:image/svg+xml,x">
      <link rel="next" href="javascript:alert(2)"><h1>Bees</h1>`,
    );
    expect([found.canonicalUrl, found.image, found.nextUrl]).toEqual([undefined, undefined, undefined]);
  });

  it('is not misled by names that shadow the document’s methods', () => {
    const names = [
      'getElementsByTagName',
      'createTreeWalker',
      'querySelectorAll',
      'documentElement',
      'body',
      'head',
      'title',
      'baseURI',
      'URL',
    ];
    const traps = names.map(
      (name) => `<img name="${name}"><form name="${name}"><input name="getAttribute"><input name="textContent"></form>`,
    );
    expect(
      read(`<title>Bees return</title><body>${traps.join('')}<h1>Bees return</h1><p>By Jane Doe</p>`),
    ).toMatchObject({ title: 'Bees return', byline: 'Jane Doe' });
  });

  it('never throws, changes nothing and stays fast on a hostile page', () => {
    const deep = '<div class="author">'.repeat(5000);
    const html =
      `<meta property="__proto__" content="x">${'<meta name=author content=x>'.repeat(
        5000,
      )}<h1>${'Bees '.repeat(50_000)}</h1>${deep}${'<time>1</time>'.repeat(20_000)}<script ` +
      `type="application/ld+json">${'['.repeat(250_000)}</script>`;
    const document = page(html);
    const before = document.documentElement.outerHTML;
    const started = performance.now();
    metadata(document, { url: 'not an address' });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(document.documentElement.outerHTML === before).toBe(true);
  });

  it('reads the first lines of a plain text', () => {
    const document = page(
      '<title>bees.txt</title><pre>Bees return to town\n\nRelease time:Apr 13, 2024 20:27 PM\n\nThey are back.</pre>',
    );
    expect(metadata(document, { url, plain: true })).toMatchObject({
      title: 'Bees return to town',
      publishedTime: '2024-04-13T20:27',
    });
  });

  it('accepts an empty page', () => expect(read('')).toEqual({ title: '', dir: 'ltr' }));
});
