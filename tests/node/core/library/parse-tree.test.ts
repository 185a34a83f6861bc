/**
 * parse-tree: a file yields the article's tree and nothing more: no other tags, attributes or addresses, and within the
 * limits.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleElement, type ArticleNode, type Attributes, TAGS } from '../../../../src/core/article/article.ts';
import { DEPTH_LIMIT, NODE_LIMIT, isWebAddress, parseTree } from '../../../../src/core/library/parse-tree.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const attributes: fc.Arbitrary<Attributes> = fc.record(
  {
    href: fc.oneof(fc.webUrl(), fc.stringMatching(/^#[a-z港]{1,8}$/u)),
    src: fc.oneof(fc.webUrl(), fc.constant('data:image/png;base64,AAAA')),
    alt: text,
    title: text,
    lang: text,
    id: text,
    datetime: text,
    language: text,
    width: fc.nat(),
    height: fc.nat(),
    start: fc.nat(),
    colspan: fc.nat(),
    rowspan: fc.nat(),
    dir: fc.constantFrom('ltr' as const, 'rtl' as const, 'auto' as const),
    display: fc.constantFrom('block' as const, 'inline' as const),
  },
  { requiredKeys: [] },
);
const NAMED = [
  'href',
  'src',
  'alt',
  'title',
  'lang',
  'id',
  'datetime',
  'language',
  'dir',
  'display',
  'width',
  'height',
  'start',
  'colspan',
  'rowspan',
];
const { element } = fc.letrec<{ node: ArticleNode; element: ArticleElement }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, text, tie('element')),
  element: fc.record(
    { tag: fc.constantFrom(...TAGS), attributes, block: fc.nat(), children: fc.array(tie('node'), { maxLength: 4 }) },
    { requiredKeys: ['tag', 'children'] },
  ),
}));
const kept = (given: Record<string, unknown>) => parseTree({ tag: 'a', children: [], attributes: given })?.attributes;
/** A tree of the given depth, made without recursion. */
function nested(depth: number): ArticleElement {
  let tree: ArticleElement = { tag: 'div', children: [] };
  for (let at = 1; at < depth; at++) tree = { tag: 'div', children: [tree] };
  return tree;
}

describe('parseTree', () => {
  it('returns any tree of Lede unchanged, with footnotes and formulas', () =>
    fc.assert(
      fc.property(element, (tree) => {
        const given: unknown = JSON.parse(JSON.stringify(tree));
        expect(parseTree(given)).toEqual(given);
      }),
    ));
  it('returns no attributes but the allowed ones, for any input', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...NAMED)), fc.jsonValue()), (given) => {
        const out = kept(given);
        expect(out).toBeDefined();
        for (const [name, value] of Object.entries(out ?? {})) {
          expect(NAMED).toContain(name);
          expect(['string', 'number']).toContain(typeof value);
        }
      }),
    ));
  it.each([
    ['javascript:alert(1)'],
    [' javascript:alert(1)'],
    ['data:text/html,<p>'],
    ['//other.example/x'],
    ['file:///etc/hosts'],
    ['https://'],
    ['#'],
    [`https://a.example/${'x'.repeat(70_000)}`],
    [7],
  ])('drops the address %s', (href) => {
    expect(kept({ href })).toEqual({});
  });
  it('drops invalid pictures, and keeps the allowed kinds', () => {
    expect(kept({ src: 'data:text/html;base64,AAAA' })).toEqual({});
    expect(kept({ src: '#x' })).toEqual({});
    for (const kind of ['png', 'jpeg', 'gif', 'webp', 'avif', 'svg+xml'])
      expect(kept({ src: `data:image/${kind};base64,AAAA` })).toHaveProperty('src');
  });
  it('drops attributes that are not allowed or have the wrong type', () => {
    const bad = { onclick: 'x', style: 'x', alt: 3, width: '9', height: -1, start: null, dir: 'up', display: 'none' };
    expect(kept({ ...bad, alt: 3, lang: 'pt' })).toEqual({ lang: 'pt' });
  });
  it.each([
    null,
    'text',
    [],
    { tag: 'p' },
    { tag: 'script', children: [] },
    { tag: 'P', children: [] },
    { tag: 'p', children: {} },
    { tag: 'p', children: [null] },
    { tag: 'p', children: ['a', { tag: 'iframe', children: [] }] },
    { tag: 'p', children: [{ tag: 'em', children: [4] }] },
  ])('refuses what is no tree: %j', (value) => {
    expect(parseTree(value)).toBeNull();
  });
  it('rejects what is too deep or too large, and accepts what is just within the limits', () => {
    expect(parseTree(nested(DEPTH_LIMIT))).not.toBeNull();
    expect(parseTree(nested(DEPTH_LIMIT + 1))).toBeNull();
    expect(parseTree(nested(100_000))).toBeNull();
    const wide = (count: number) => parseTree({ tag: 'p', children: Array.from({ length: count }, () => '') });
    expect(wide(NODE_LIMIT - 1)?.children).toHaveLength(NODE_LIMIT - 1);
    expect(wide(NODE_LIMIT)).toBeNull();
  });
});

describe('isWebAddress', () => {
  it.each(['https://a.example', 'HTTP://a.example/x', 'https://例え.example/港'])('accepts %s', (address) =>
    expect(isWebAddress(address)).toBe(true),
  );
  it.each(['a.example', 'ftp://a.example', 'https://', 'x https://a.example', '', undefined, {}])(
    'rejects %s',
    (address) => expect(isWebAddress(address)).toBe(false),
  );
});
