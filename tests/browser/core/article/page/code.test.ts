/** Code: unchanged lines, nothing else, and the language, in the markup of common highlighters. */
import { describe, expect, it } from 'vitest';
import type { ArticleElement, ArticleNode } from '../../../../../src/core/article/article.ts';
import { clean } from '../../../../../src/core/article/tree/clean.ts';
import { codeLanguage } from '../../../../../src/core/article/tree/code-language.ts';
import { flatten } from '../../../../../src/core/article/tree/flatten.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';

/** The blocks of code of a page, as text, and the tree's `pre` elements. */
function code(html: string): { texts: string[]; blocks: ArticleElement[] } {
  const page = survey(new DOMParser().parseFromString(`<p>Before.</p>${html}<p>After.</p>`, 'text/html'));
  const keep = new Uint8Array(page.runs.length).fill(1);
  const { tree, lines } = clean(page, keep, new Set(), new Set(), 'https://code.example/');
  const { text, blocks } = flatten({ lines });
  const texts = blocks.filter(({ kind }) => kind === 'code').map(({ start, end }) => text.slice(start, end));
  return { texts, blocks: find(tree, 'pre') };
}
const find = (node: ArticleNode, tag: string): ArticleElement[] =>
  typeof node === 'string'
    ? []
    : [...(node.tag === tag ? [node] : []), ...node.children.flatMap((one) => find(one, tag))];
const flat = (node: ArticleNode): string => (typeof node === 'string' ? node : node.children.map(flat).join(''));

const LINES = ['def by_year(rows):', '    rows.sort()', '    return rows'];
const WANTED = LINES.join('\n');

describe('lines of code', () => {
  const makes: [string, string][] = [
    ['line feeds', `<pre><code>${WANTED}\n</code></pre>`],
    ['breaks', `<pre>${LINES.join('<br>')}</pre>`],
    ['a code element each', `<pre>${LINES.map((line) => `<code><span>${line}</span></code>`).join('')}</pre>`],
    ['a box each', `<pre><code>${LINES.map((line) => `<div class="line">${line}</div>`).join('')}</code></pre>`],
    ['a box each, with line feeds', `<pre><code>${LINES.map((line) => `<div>${line}</div>`).join('\n')}</code></pre>`],
    ['a span each', `<pre><code>${LINES.map((line) => `<span data-line="">${line}</span>`).join('')}</code></pre>`],
    [
      'a span each, with line feeds',
      `<pre><code>${LINES.map((l) => `<span class="line">${l}\n</span>`).join('')}</code></pre>`,
    ],
    [
      'list items',
      `<pre class="prettyprint"><ol class="linenums">${LINES.map((line) => `<li>${line}</li>`).join('')}</ol></pre>`,
    ],
    [
      'rows of a table',
      `<pre><table>${LINES.map(
        (line, at) => `<tr><td class="hljs-ln-n" data-line-number="${at + 1}"></td><td>${line}</td></tr>`,
      ).join('')}</table></pre>`,
    ],
  ];
  it.each(makes)('are separated: %s', (_, html) => {
    const { texts, blocks } = code(html);
    expect(texts).toEqual([WANTED]);
    expect(blocks.map(flat)).toEqual([WANTED]);
  });
  it('keep empty lines between them', () => {
    const boxes = (between: string) =>
      ['a()', '', 'b()'].map((line) => `<div class="line">${line}</div>`).join(between);
    expect(code(`<pre><code>${boxes('')}</code></pre>`).texts).toEqual(['a()\n\nb()']);
    expect(code(`<pre><code>${boxes('\n')}</code></pre>`).texts).toEqual(['a()\n\nb()']);
    expect(code('<pre>a()<br><br>b()</pre>').texts).toEqual(['a()\n\nb()']);
  });
});

describe('content that is not code', () => {
  it('is left out: numbers, buttons, labels', () => {
    const numbers = LINES.map(
      (line, at) => `<span class="line"><span class="ln">${at + 1}</span>${line}\n</span>`,
    ).join('');
    expect(code(`<pre><code>${numbers}</code></pre>`).texts).toEqual([WANTED]);
    const labelled =
      '<pre><div><div>python</div><div><button>Copy code</button></div><div>' +
      `<code>${WANTED}</code></div></div></pre>`;
    expect(code(labelled).texts).toEqual([WANTED]);
    expect(code(`<div><button>Copy</button><pre>${WANTED}</pre></div>`).texts).toEqual([WANTED]);
  });
  it('is left out if it is in a column next to the code', () => {
    const columns = (inner: string) =>
      `<table><tr><td class="gutter">${inner}</td><td class="code"><pre>${WANTED}</pre></td></tr></table>`;
    expect(code(columns('<pre>1\n2\n3\n</pre>')).texts).toEqual([WANTED]);
    expect(code(columns('<div>1</div><div>2</div>')).texts).toEqual([WANTED]);
  });
  it('includes a prompt that cannot be selected, unless it separates input from output', () => {
    expect(code('<pre><span class="gp">$ </span>ls\n<span class="gp">$ </span>pwd</pre>').texts).toEqual(['ls\npwd']);
    const session = '<pre><span class="gp">&gt;&gt;&gt; </span>1+1\n<span class="go">2</span></pre>';
    expect(code(session).texts).toEqual(['>>> 1+1\n2']);
    expect(code('<pre><span style="user-select: none">$ </span>ls -l</pre>').texts).toEqual(['ls -l']);
  });
  it('does not include a page of prose in one pre, which keeps its paragraphs', () => {
    expect(code('<pre><p>One thing.</p><p>And another.</p></pre>')).toEqual({ texts: [], blocks: [] });
  });
});

describe('language', () => {
  it.each([
    '<pre class="language-rust"><code>x</code></pre>',
    '<pre><code class="lang-rust">x</code></pre>',
    '<div class="highlight-source-rust"><pre>x</pre></div>',
    '<pre class="brush: rust; notranslate">x</pre>',
    '<pre class="sourceCode rust"><code class="sourceCode rust">x</code></pre>',
    '<div class="language-rust highlighter-rouge"><div class="highlight"><pre class="highlight"><code>x' +
      '</code></pre></div></div>',
    '<div class="highlight-rust notranslate"><div class="highlight"><pre>x</pre></div></div>',
    '<figure data-rehype-pretty-code-figure><pre data-language="rust">x</pre></figure>',
    '<pre><code class="hljs rust">x</code></pre>',
    '<pre data-code-block-lang="rust">x</pre>',
    '<figure class="highlight rust"><table><tr><td class="gutter"><pre>1</pre></td><td class="code"><pre>x' +
      '</pre></td></tr></table></figure>',
  ])('is known: %s', (html) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const blocks = [...document.querySelectorAll('pre')];
    expect(codeLanguage(blocks.at(-1) ?? document.body)).toBe('rust');
  });
  it('is not invented', () => {
    const document = new DOMParser().parseFromString(
      '<div class="highlight"><pre class="highlight plaintext">x</pre></div>',
      'text/html',
    );
    expect(codeLanguage(document.querySelector('pre') ?? document.body)).toBeUndefined();
  });
});
