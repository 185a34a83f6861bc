/** clean, kinds, tree-text, flatten: the kept part of a page as a tree and as text. */
import { describe, expect, it } from 'vitest';
import type { Article, ArticleElement, ArticleNode } from '../../../../../src/core/article/article.ts';
import { clean } from '../../../../../src/core/article/tree/clean.ts';
import { flatten } from '../../../../../src/core/article/tree/flatten.ts';
import { keptMedia } from '../../../../../src/core/article/judge/kept/kept-media.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';
import { dataTables } from '../../../../../src/core/article/tree/tables.ts';

const base = 'https://harbour.example/stories/ferry';

/** The tree of a page with every run kept. */
function whole(html: string, plain = false): Pick<Article, 'tree' | 'text' | 'blocks'> {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const page = survey(document, { plain });
  const keep = new Uint8Array(page.runs.length).fill(1);
  const root = page.boxes[0];
  if (!root) throw new Error('no body');
  const cleaned = clean(page, keep, keptMedia(page, keep, root), dataTables(page), base);
  const { text, blocks } = flatten(cleaned);
  return { tree: cleaned.tree, text, blocks };
}

const flat = (node: ArticleNode): string => (typeof node === 'string' ? node : node.children.map(flat).join(''));
function find(node: ArticleNode, tag: string): ArticleElement[] {
  if (typeof node === 'string') return [];
  return [...(node.tag === tag ? [node] : []), ...node.children.flatMap((child) => find(child, tag))];
}
const first = (node: ArticleNode, tag: string) => {
  const [found] = find(node, tag);
  if (!found) throw new Error(`no ${tag} in ${JSON.stringify(node)}`);
  return found;
};

describe('text', () => {
  it('splits paragraphs at double line breaks, and joins lines at single ones', () => {
    const { text, tree } = whole('<div>One boat.<br><br>Two boats,<br>one behind the other.</div>');
    expect(text).toBe('One boat.\nTwo boats, one behind the other.');
    expect(find(tree, 'br')).toHaveLength(1);
  });

  it('keeps text that stands between blocks', () => {
    expect(whole('<div>Before <b>all</b><p>Inside</p>after it</div>').text).toBe('Before all\nInside\nafter it');
  });

  it('collapses whitespace, except in code', () => {
    const { text, blocks, tree } = whole(
      '<p>a \n  b</p><pre class="language-rust"><code>fn main() {\n    go();\n}</code></pre>',
    );
    expect(text).toBe('a b\nfn main() {\n    go();\n}');
    expect(blocks[1]).toMatchObject({ kind: 'code' });
    expect(first(tree, 'pre').attributes).toEqual({ language: 'rust' });
  });

  it('reads a page of plain text by its blank lines', () => {
    const { text } = whole(
      '<pre>Title line\n\nA paragraph.\n\nA title said twice\nA title said twice\n\nEnd.</pre>',
      true,
    );
    expect(text.split('\n')).toEqual([
      'Title line',
      'A paragraph.',
      'A title said twice',
      'A title said twice',
      'End.',
    ]);
  });

  it('joins lines of plain text that are wrapped to one width', () => {
    const line = 'The ferry left the quay before the sun had risen over the town, and ';
    expect(whole(`<pre>${line}\n${line}\nthen it was gone.</pre>`, true).text.split('\n')).toHaveLength(1);
  });
});

describe('kinds', () => {
  it('keeps headings and their levels', () => {
    const { blocks } = whole('<h1>A</h1><h2>B</h2><h4>C</h4><p>d</p>');
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['heading', 4],
      ['paragraph', undefined],
    ]);
  });

  it('nests lists, and records the depth of each item', () => {
    const { blocks, tree, text } = whole('<ul><li>Rope<ul><li>Hemp</li><li>Steel</li></ul></li><li>Sail</li></ul>');
    expect(text).toBe('Rope\nHemp\nSteel\nSail');
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['item', 1],
      ['item', 2],
      ['item', 2],
      ['item', 1],
    ]);
    expect(find(first(tree, 'li'), 'ul')).toHaveLength(1);
  });

  it('recognises quotes, captions, terms and bold lines', () => {
    const { blocks } = whole(
      '<blockquote><p>She sails.</p></blockquote><figure><img src="a.jpg"><figcaption>The quay</figcaption>' +
        '</figure><dl><dt>Ketch</dt><dd>Two masts.</dd></dl><p><strong>All bold</strong></p>',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['quote', 'caption', 'term', 'item', 'paragraph']);
    expect(blocks.at(-1)?.bold).toBe(true);
  });

  it('keeps a data table as one block, with tabs between cells and line feeds between rows', () => {
    const { text, blocks, tree } = whole(
      '<table><thead><tr><th>Boat</th><th>Masts</th></tr></thead><tbody><tr><td>Ketch</td><td>2</td></tr>' +
        '</tbody></table>',
    );
    expect(text).toBe('Boat\tMasts\nKetch\t2');
    expect(blocks).toEqual([{ kind: 'table', start: 0, end: text.length }]);
    expect(first(tree, 'table').block).toBe(0);
  });

  it('ignores a table that is only used for layout', () => {
    const long = 'The harbour master keeps a ledger of every boat. '.repeat(20);
    const { tree, blocks } = whole(`<table><tr><td><p>${long}</p><p>${long}</p></td><td><p>Menu</p></td></tr></table>`);
    expect(find(tree, 'table')).toHaveLength(0);
    expect(find(tree, 'td')).toHaveLength(0);
    expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
  });
});

describe('inline', () => {
  it('keeps links, emphasis and footnotes with their targets', () => {
    const { tree } = whole(
      '<p>See <a href="/log">the <em>log</em></a><sup><a href="#fn1" id="back1">1</a></sup></p><ol><li ' +
        'id="fn1">Note <a href="#back1">↩</a></li></ol>',
    );
    expect(find(tree, 'a').map((one) => one.attributes)).toEqual([
      { href: 'https://harbour.example/log' },
      { href: '#fn1', id: 'back1' },
      { href: '#back1' },
    ]);
    expect(first(tree, 'li').attributes).toEqual({ id: 'fn1' });
    expect(flat(first(tree, 'em'))).toBe('log');
  });

  it('keeps a link over several blocks in each of them', () => {
    const { tree } = whole('<a href="/x"><p>One</p><p>Two</p></a>');
    expect(find(tree, 'a').map(flat)).toEqual(['One', 'Two']);
  });

  it('keeps MathML, and TeX if the page has nothing else', () => {
    const maths = '<math><mrow><mi>a</mi><mo>+</mo><mn>2</mn></mrow></math>';
    const katex =
      `<span class="katex"><span class="katex-mathml">${maths}</span><span class="katex-html" ` +
      'aria-hidden="true">a+2</span></span>';
    const { tree, text } = whole(`<p>So ${katex} it is.</p><p>And <script type="math/tex">x^2</script> too.</p>`);
    expect(text).toBe('So a+2 it is.\nAnd x^2 too.');
    expect(find(tree, 'mi').map(flat)).toEqual(['a']);
  });

  it('keeps language and direction', () => {
    const { tree } = whole('<div dir="rtl" lang="ar"><p>سفينة في الميناء</p><p>و <bdi lang="en">ferry</bdi></p></div>');
    expect(JSON.stringify(tree)).toContain('"dir":"rtl"');
    expect(first(tree, 'bdi').attributes).toEqual({ lang: 'en' });
  });

  it('leaves no trace of scripts, event handlers, styles and other non-text content', () => {
    const { tree, text } = whole(
      '<p onclick="alert(1)" style="background:url(//spy.example)">Safe<script>alert(1)</script><style>p{}' +
        '</style><svg><text>drawn</text></svg><a href="javascript:alert(1)">link</a></p><iframe srcdoc="<p>' +
        'no</p>"></iframe><select><option>one</option></select>',
    );
    expect(text).toBe('Safelink');
    expect(JSON.stringify(tree)).not.toMatch(/alert|spy|style|onclick|srcdoc|drawn|javascript/);
    expect(find(tree, 'a')).toHaveLength(0);
  });
});

describe('pictures', () => {
  const sources = (html: string) =>
    find(whole(`<p>Text before.</p>${html}<p>Text after.</p>`).tree, 'img').map((one) => one.attributes?.src);

  it('finds the address of a lazily loaded picture', () => {
    expect(sources('<img data-src="a.jpg" src="data:image/gif;base64,R0lGOD">')).toEqual([
      'https://harbour.example/stories/a.jpg',
    ]);
    expect(sources('<img srcset="/s.jpg 300w, /m.jpg 1280w">')).toEqual(['https://harbour.example/m.jpg']);
    expect(sources('<picture><source srcset="/w.webp 1400w"><img alt="x"></picture>')).toEqual([
      'https://harbour.example/w.webp',
    ]);
    expect(sources('<img src="data:image/gif;base64,R0"><noscript><img src="/n.jpg"></noscript>')).toEqual([
      'https://harbour.example/n.jpg',
    ]);
  });

  it('keeps one at the end of a line, with or without whitespace', () => {
    expect(sources('<p>A mast, a sail and a <b>bow</b> <img src="/end.jpg"> </p>')).toEqual([
      'https://harbour.example/end.jpg',
    ]);
  });

  it('leaves out tracking pixels and unsafe addresses', () => {
    expect(sources('<img src="/pixel.gif" width="1" height="1"><img src="javascript:x">')).toEqual([]);
  });

  it('keeps the caption with its picture', () => {
    const { tree } = whole(
      '<p>Text.</p><figure><img src="a.jpg" alt="A quay"><figcaption>The quay</figcaption></figure>',
    );
    const figure = first(tree, 'figure');
    expect(figure.children.map((child) => (typeof child === 'string' ? child : child.tag))).toEqual([
      'img',
      'figcaption',
    ]);
    expect(first(figure, 'img').attributes).toEqual({ src: 'https://harbour.example/stories/a.jpg', alt: 'A quay' });
  });
});

describe('roots and frames', () => {
  it('reads open shadow roots with what is slotted into them', () => {
    const host = document.createElement('div');
    const shadow = host.attachShadow({ mode: 'open' });
    const paragraph = document.createElement('p');
    paragraph.textContent = 'In the shadow.';
    shadow.append(paragraph, document.createElement('slot'));
    host.append('In the light.');
    document.body.append(host);
    const texts = survey(document).runs.map((run) => run.text);
    host.remove();
    expect(texts).toContain('In the shadow.');
    expect(texts).toContain('In the light.');
  });

  it('reads a frame of the same origin', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument?.body.append('Framed words.');
    const texts = survey(document).runs.map((run) => run.text);
    frame.remove();
    expect(texts).toContain('Framed words.');
  });
});

describe('bounds', () => {
  it('walks ten thousand levels without a stack overflow, and flattens the tree', () => {
    const document = new DOMParser().parseFromString('<body></body>', 'text/html');
    let at: Element = document.body;
    for (let level = 0; level < 10_000; level++) {
      const next = document.createElement('div');
      next.append(`level ${level}`);
      at.append(next);
      at = next;
    }
    const page = survey(document);
    const keep = new Uint8Array(page.runs.length).fill(1);
    const { tree, lines } = clean(page, keep, new Set(), new Set(), base);
    expect(lines).toHaveLength(10_000);
    const depth = (node: ArticleNode): number =>
      typeof node === 'string' ? 0 : 1 + Math.max(0, ...node.children.map(depth));
    expect(depth(tree)).toBeLessThan(80);
  });
});
