import { describe, expect, it } from 'vitest';
import { attribute, byTag, collapsed, pieces, shownText } from '../../../../../src/core/article/metadata/dom.ts';
import { readHead, told } from '../../../../../src/core/article/metadata/head.ts';
import { readVisible } from '../../../../../src/core/article/metadata/visible.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const all = { authors: true, dates: true };

describe('readVisible', () => {
  it('ranks the best-marked and nearest candidate first', () => {
    const document =
      page(`<body><h1>Bees</h1><p>By Nora Near</p><p>3 May 2024</p><span itemprop="author">Mara Marked</span>
      <time itemprop="datePublished" datetime="2024-04-13">x</time><footer>© <time>2020-01-01</time></footer>`);
    const found = readVisible(document, document.querySelector('h1') ?? undefined, 'en', all);
    expect(found.authors.slice(0, 2)).toEqual(['Mara Marked', 'Nora Near']);
    expect(found.dates.slice(0, 2)).toEqual(['2024-04-13', '2024-05-03']);
  });
  it('recognises an author’s page, and no other address with that word', () => {
    const document = page(
      `<body><h1>Bees</h1><a href="/author-podcast-interviews/">Podcast Interviews</a>
      <a href="https://code.example/graphs/contributors?by=commits">Hundred Commits</a><a ` +
        'href="/authors/jane/">Jane Doe</a>',
    );
    expect(readVisible(document, document.querySelector('h1') ?? undefined, 'en', all).authors).toEqual(['Jane Doe']);
  });
  it('prefers a name to other text in the author’s box', () => {
    const document = page(
      `<body><div class="author-note">Insights From</div><div class="post-author-name">Liza Burke</div>`,
    );
    expect(readVisible(document, undefined, 'en', all).authors[0]).toBe('Liza Burke');
  });
  it('stops at the body’s first paragraph', () => {
    const document = page(`<body><h1>Bees</h1><p>${'Long words about bees. '.repeat(20)}</p><p>By Late Comer</p>`);
    expect(readVisible(document, document.querySelector('h1') ?? undefined, 'en', all).authors).toEqual([]);
  });
  it('takes a name next to its owner’s portrait, but not a caption', () => {
    const authorOf = (html: string) => {
      const document = page(`<body><h1>Bees</h1>${html}`);
      return readVisible(document, document.querySelector('h1') ?? undefined, 'en', all).authors[0];
    };
    expect(authorOf('<img class="avatar" alt="Jane Doe"><span>Jane Doe</span>')).toBe('Jane Doe');
    expect(authorOf('<img alt="Picture of Jane"><span>Jane in Weather</span>')).toBe('Jane');
    expect(authorOf('<img alt="Jane Doe"><span>Jane Doe</span><p>3 May 2024</p>')).toBe('Jane Doe');
    expect(authorOf('<img alt="Lark Harbour"><p>Lark Harbour</p><p>Body</p>')).toBeUndefined();
  });
  it('ignores the date on which a user joined, and recognises a body in Chinese', () => {
    const dateOf = (html: string) => {
      const document = page(`<body><h1>蜜蜂</h1>${html}`);
      return readVisible(document, document.querySelector('h1') ?? undefined, 'zh', all).dates[0];
    };
    expect(dateOf('<span class="date">Joined 3 May 2010</span>')).toBeUndefined();
    expect(dateOf(`<p>更新：2024-05-03</p><p>${'蜜蜂回来了，'.repeat(20)}</p><p>2019年3月15日公布</p>`)).toBe(
      '2024-05-03',
    );
  });
  it('searches only for what is missing', () => {
    const document = page('<body><h1>Bees</h1><p>By Jane Doe</p><p>3 May 2024</p>');
    const heading = document.querySelector('h1') ?? undefined;
    expect(readVisible(document, heading, 'en', { authors: false, dates: true })).toEqual({
      authors: [],
      dates: ['2024-05-03'],
    });
    expect(readVisible(document, undefined, 'en', all)).toEqual({ authors: [], dates: [] });
  });
});

describe('readHead', () => {
  it('returns lower-case keys, all values, and the page’s own title', () => {
    const head = readHead(
      page(
        '<svg><title>Logo</title></svg><title> Bees\n return </title><meta NAME="Author" content="A"><meta ' +
          'name="author" content="B">',
      ),
      'https://x.example/',
    );
    expect(head.title).toBe('Bees return');
    expect(head.metas.get('author')).toEqual(['A', 'B']);
    expect(told(head, 'none', 'author')).toBe('A');
  });
});

describe('looking at a document', () => {
  it('separates words at blocks, but not inside a word', () => {
    const document = page('<h1>Big<br>B<b>ees</b><div>return</div><script>no</script></h1>');
    const [heading] = byTag(document, 'h1');
    expect(heading && shownText(document, heading, 100)).toBe('Big Bees return');
    expect(heading && pieces(document, heading, 100)).toEqual(['Big', 'B', 'ees', 'return']);
    expect(heading && attribute(heading, 'none')).toBe('');
    expect(collapsed('  a \n b ', 2)).toBe('a');
  });
});
