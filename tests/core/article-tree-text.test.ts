/** tree-text: text joins what stands there; trimming takes just so many characters off the end, however they are nested. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleElement, ArticleNode } from '../../src/core/article/article.ts';
import { addText, trimEnd } from '../../src/core/article/tree-text.ts';

const p = (...children: ArticleNode[]): ArticleElement => ({ tag: 'p', children });
const em = (...children: ArticleNode[]): ArticleElement => ({ tag: 'em', children });
const textOf = (node: ArticleNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
const texts = (node: ArticleNode): string[] => (typeof node === 'string' ? [node] : node.children.flatMap(texts));

const word = fc.oneof(fc.constantFrom('  ', 'a', '港 ', 'مرفأ', '👩‍🌾'), fc.string({ minLength: 1, maxLength: 4 }));
const { element } = fc.letrec<{ node: ArticleNode; element: ArticleElement }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, word, tie('element')),
  element: fc.record({
    tag: fc.constantFrom('p' as const, 'em' as const),
    children: fc.array(tie('node'), { maxLength: 4 }),
  }),
}));

describe('addText', () => {
  it('joins text to text, begins anew after an element, and leaves no empty text', () => {
    const children: ArticleNode[] = [];
    addText(children, '');
    expect(children).toEqual([]);
    addText(children, 'The ');
    addText(children, 'harbour');
    children.push(em('master'));
    addText(children, '');
    addText(children, ' counts');
    expect(children).toEqual(['The harbour', em('master'), ' counts']);
  });
  it('never leaves two texts side by side, and says all that it was given', () =>
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const children: ArticleNode[] = [];
        for (const part of parts) addText(children, part);
        expect(children).toEqual(parts.join('') === '' ? [] : [parts.join('')]);
      }),
    ));
});

describe('trimEnd', () => {
  it('takes from one text, from a nested one, and across several', () => {
    const one = p('boats  ');
    trimEnd(one, 2);
    expect(one).toEqual(p('boats'));
    const nested = p('a ', em('b', em('c '), ' '), ' ');
    trimEnd(nested, 3);
    expect(textOf(nested)).toBe('a bc');
  });
  it('takes nothing where nothing is asked, and stops where nothing is left', () => {
    const one = p('a', em());
    trimEnd(one, 0);
    expect(one).toEqual(p('a', em()));
    trimEnd(one, 99);
    expect(textOf(one)).toBe('');
  });
  it('leaves exactly what stood before the end, and no empty texts, in any tree', () =>
    fc.assert(
      fc.property(element, fc.nat(12), (tree, count) => {
        const before = textOf(tree);
        trimEnd(tree, count);
        expect(textOf(tree)).toBe(before.slice(0, Math.max(0, before.length - count)));
        expect(texts(tree)).not.toContain('');
      }),
    ));
});
