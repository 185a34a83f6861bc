/**
 * A hostile page does no harm: only allowed tags, allowed attributes and http(s) addresses reach the tree, in bounded
 * time, and the page stays unchanged.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, type ArticleElement, TAGS } from '../../../../src/core/article/article.ts';
import { metadata } from '../../../../src/core/article/metadata/metadata.ts';
import { read } from '../../../../src/core/article/read.ts';
import { readable } from '../../../../src/core/article/readable.ts';
import { BAD_ADDRESSES, HOSTILE, TRAPS } from '../../../fixtures/hostile-pages.ts';

const url = 'https://harbour.example/stories/ferry';
/** Maximum time for a page on an idle machine. */
const BOUND_MS = 1000;
/** Factor by which a busy machine may be slower before the test fails. */
const BUSY = 6;
const NUMBERS = new Set(['width', 'height', 'start', 'colspan', 'rowspan']);
const TEXTS = new Set(['href', 'src', 'alt', 'title', 'lang', 'dir', 'id', 'datetime', 'language', 'display']);
/** Largest picture kept inside the page, in code units of its address. */
const MOST_DATA = 64 * 1024;

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const tags = new Set<string>(TAGS);

function checkAddress(name: string, value: string): void {
  if (name === 'src' && /^data:image\/(?!svg)/.test(value)) {
    expect(value.length).toBeLessThanOrEqual(MOST_DATA);
    return;
  }
  expect(value).toMatch(/^https?:\/\//);
  expect(new URL(value).href).toBe(value);
}

/** Every element of the tree: its tag, its attributes and their kinds. Returns how many there are. */
function checkTree(tree: ArticleElement): number {
  const waiting: ArticleElement[] = [tree];
  let count = 0;
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    count++;
    if (!tags.has(element.tag)) expect.fail(`the tree holds <${element.tag}>`);
    for (const [name, value] of Object.entries(element.attributes ?? {})) {
      if (name === 'href' || name === 'src') checkAddress(name, String(value));
      else if (NUMBERS.has(name)) expect(Number.isSafeInteger(value), `${name}=${value}`).toBe(true);
      else if (TEXTS.has(name)) expect(typeof value).toBe('string');
      else expect.fail(`the tree holds an attribute ${name}`);
    }
    if (element.attributes?.dir) expect(['ltr', 'rtl', 'auto']).toContain(element.attributes.dir);
    for (const child of element.children) if (typeof child !== 'string') waiting.push(child);
  }
  return count;
}

function checkArticle(article: Article): void {
  checkTree(article.tree);
  for (const address of [article.canonicalUrl, article.image, article.nextUrl])
    if (address !== undefined) checkAddress('href', address);
  expect(JSON.parse(JSON.stringify(article))).toEqual(article);
  let end = 0;
  for (const block of article.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    end = block.end;
  }
  expect(end).toBeLessThanOrEqual(article.text.length);
}

describe('hostile pages', () => {
  it.each(Object.entries(HOSTILE))('%s', (_name, html) => {
    const document = parse(html);
    const before = document.documentElement.outerHTML;
    const result = read(document, { url });
    expect(Document.prototype.querySelector.call(document, 'html')?.outerHTML === before).toBe(true);
    if (!result.ok) return expect.fail(`the story itself is lost: ${result.error.kind}`);
    checkArticle(result.value);
    expect(result.value.text).toContain('The ferry left the harbour before dawn');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each(BAD_ADDRESSES)('never puts the address %j into the tree, wherever the page has it', (address) => {
    const document = parse('<article><h1>Boats</h1></article>');
    const article = document.querySelector('article');
    for (let at = 0; at < 6; at++) {
      const paragraph = document.createElement('p');
      paragraph.textContent =
        'The ferry left the harbour before dawn, and the master wrote its name into the ledger. '.repeat(3);
      const [link, image] = [document.createElement('a'), document.createElement('img')];
      link.setAttribute('href', address);
      link.textContent = 'a link';
      for (const name of ['src', 'srcset', 'data-src']) image.setAttribute(name, address);
      image.width = 400;
      image.height = 300;
      paragraph.append(link, image);
      article?.append(paragraph);
    }
    const result = read(document, { url });
    if (!result.ok) return expect.fail(result.error.kind);
    checkArticle(result.value);
  });
});

describe('hostile pages in a window', () => {
  // Names shadow a document's own methods only if it is displayed.
  it.each(['images that shadow the document', 'controls that shadow an element', 'keys of the prototype'])(
    '%s',
    async (name) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-same-origin');
      frame.srcdoc = HOSTILE[name] ?? '';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const shown = frame.contentDocument;
      if (!shown) return expect.fail('no document');
      const root = Document.prototype.querySelector.call(shown, 'html');
      const before = root?.outerHTML;
      const result = read(shown, { url });
      expect(readable(shown).readable).toBe(true);
      expect(root?.outerHTML === before).toBe(true);
      frame.remove();
      if (!result.ok) return expect.fail(result.error.kind);
      checkArticle(result.value);
      expect(result.value.title).toBe('Boats of the bay');
      expect(result.value.text.match(/The ferry left the harbour before dawn/g)?.length).toBeGreaterThan(17);
    },
  );
});

describe('traps', () => {
  it.each(Object.entries(TRAPS))(
    '%s: bounded in time, unchanged',
    (_name, make) => {
      const document = parse(make());
      const before = document.documentElement.outerHTML;
      const started = performance.now();
      const result = read(document, { url });
      const tookMs = performance.now() - started;
      expect(tookMs).toBeLessThan(BOUND_MS * BUSY);
      expect(document.documentElement.outerHTML === before).toBe(true);
      if (result.ok) checkTree(result.value.tree);
      const glanced = performance.now();
      readable(document);
      metadata(document, { url });
      expect(performance.now() - glanced).toBeLessThan((BOUND_MS / 4) * BUSY);
    },
    60_000,
  );
});

/** Arbitrary trees of elements with any attributes, some of them valid. */
const names = fc.constantFrom(
  'p',
  'div',
  'a',
  'img',
  'script',
  'style',
  'svg',
  'math',
  'table',
  'tr',
  'td',
  'ul',
  'li',
  'form',
  'input',
  'iframe',
  'template',
  'pre',
  'code',
  'h2',
  'blockquote',
  'figure',
  'figcaption',
  'video',
  'br',
  'span',
  'b',
  'details',
  'summary',
  'object',
  'noscript',
  'select',
  'dl',
  'dt',
  'dd',
  'math',
  'mi',
  'foreignObject',
  'slot',
);
const attributeNames = fc.constantFrom(
  'href',
  'src',
  'srcset',
  'style',
  'onclick',
  'class',
  'id',
  'name',
  'dir',
  'lang',
  'width',
  'colspan',
  'start',
  'title',
  'alt',
  'data-src',
  'hidden',
  'srcdoc',
  'xlink:href',
);
const values = fc.oneof(
  fc.constantFrom(...BAD_ADDRESSES),
  fc.string({ maxLength: 30 }),
  fc.webUrl(),
  fc.constantFrom('1', '-1', 'rtl', 'children', 'parentNode', 'nodeName'),
);
const attributes = fc.array(fc.tuple(attributeNames, values), { maxLength: 4 });
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constant('The ferry left the harbour before dawn, and the master wrote its name into the long ledger of the day.'),
);
interface Sprout {
  name: string;
  attributes: [string, string][];
  children: (Sprout | string)[];
}
const { tree: sprouts } = fc.letrec<{ tree: Sprout; node: Sprout | string }>((tie) => ({
  tree: fc.record({ name: names, attributes, children: fc.array(tie('node'), { maxLength: 5 }) }),
  node: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, texts, tie('tree')),
}));

function grow(document: Document, { name, attributes: given, children }: Sprout): Element {
  const space = /^(?:svg|foreignObject)$/.test(name)
    ? 'http://www.w3.org/2000/svg'
    : /^m(?:ath|i)$/.test(name)
      ? 'http://www.w3.org/1998/Math/MathML'
      : 'http://www.w3.org/1999/xhtml';
  const element = document.createElementNS(space, name);
  for (const [key, value] of given) element.setAttribute(key, value);
  for (const child of children) element.append(typeof child === 'string' ? child : grow(document, child));
  return element;
}

describe('any tree at all', () => {
  it('yields only allowed tags, allowed attributes and http(s) addresses, and leaves the page unchanged', () => {
    fc.assert(
      fc.property(fc.array(sprouts, { minLength: 1, maxLength: 8 }), (trees) => {
        const document = parse(
          `<article>${(
            '<p>The ferry left the harbour before dawn, and the master wrote its name into the ' +
            'long ledger of the day.</p>'
          ).repeat(3)}</article>`,
        );
        Document.prototype.querySelector
          .call(document, 'article')
          ?.append(...trees.map((tree) => grow(document, tree)));
        const root = document.documentElement;
        const before = root.outerHTML;
        const result = read(document, { url });
        expect(root.outerHTML === before).toBe(true);
        if (result.ok) checkArticle(result.value);
        metadata(document, { url });
        readable(document);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
